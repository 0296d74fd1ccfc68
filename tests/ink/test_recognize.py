"""A stroke held at its end becomes what it was meant to be; letters stay letters."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from whiteboard.ink.arrays import Points
from whiteboard.ink.recognize import Box, Corners, Figure, Line, recognized

CHANCE = np.random.default_rng(5)


def by_hand(points: Points, tremble: float) -> Points:
    window = np.ones(7) / 7
    offs = CHANCE.normal(0, tremble, (2, len(points)))
    return points + np.convolve(offs[0], window, "same") + 1j * np.convolve(offs[1], window, "same")


def along(*corners: complex, tremble: float = 3.0) -> Points:
    sides = [np.linspace(a, b, 30, endpoint=False) for a, b in pairwise(corners)]
    return by_hand(np.concatenate([*sides, [corners[-1]]]), tremble)


def arc(middle: complex, rx: float, ry: float, begin: float, end: float, tremble: float = 3.0) -> Points:
    at = np.linspace(begin, end, 120)
    return by_hand(middle + rx * np.cos(at) + 1j * ry * np.sin(at), tremble)


def box(figure: Figure | None) -> Box:
    assert isinstance(figure, Box), figure
    return figure


def test_a_line_that_nearly_lies_level_does() -> None:
    line = recognized(along(0, 200 + 9j), 1.0)
    assert isinstance(line, Line)
    assert not line.arrow
    assert line.a.imag == pytest.approx(line.b.imag)


def test_a_line_that_leans_keeps_its_slant() -> None:
    line = recognized(along(0, 100 + 80j), 1.0)
    assert isinstance(line, Line)
    assert np.degrees(np.angle(line.b - line.a)) == pytest.approx(38.7, abs=3)


@pytest.mark.parametrize(
    "head", [(170 - 22j, 200 + 6j, 168 + 30j), (170 - 22j, 168 + 34j)], ids=["there and back", "across"]
)
def test_a_shaft_with_barbs_is_an_arrow(head: tuple[complex, ...]) -> None:
    arrow = recognized(along(0, 200 + 6j, *head), 1.0)
    assert isinstance(arrow, Line)
    assert arrow.arrow
    assert abs(arrow.b - 200) < 12


@pytest.mark.parametrize("turn", [0.0, 0.4, 1.0])
def test_a_rectangle_is_found_at_any_turn(turn: float) -> None:
    found = box(recognized(along(0, 200, 200 + 120j, 120j, 2 - 3j) * np.exp(1j * turn), 1.0))
    assert found.form == "rectangle"
    upright = sorted((found.w, found.h))
    assert upright == pytest.approx([120, 200], rel=0.06)
    assert np.angle(np.exp(4j * (found.angle - turn))) / 4 == pytest.approx(0, abs=0.06)


def test_corners_that_are_a_little_askew_are_right_ones() -> None:
    found = box(recognized(along(0, 200 + 4j, 190 + 120j, -6 + 118j, 2 + 4j), 1.0))
    assert (found.form, found.angle) == ("rectangle", 0.0)


@pytest.mark.parametrize("end", [5.95, 6.28, 6.6])
def test_a_circle_may_gape_or_overlap(end: float) -> None:
    found = box(recognized(arc(10 + 5j, 80, 78, 0, end), 1.0))
    assert found.form == "ellipse"
    assert found.w == found.h == pytest.approx(158, rel=0.05)
    assert abs(found.center - (10 + 5j)) < 6


def test_an_ellipse_keeps_its_axes() -> None:
    found = box(recognized(arc(0, 120, 50, 1, 7.2) * np.exp(0.6j), 1.0))
    assert (found.w, found.h) == pytest.approx((240, 100), rel=0.08)
    assert found.angle == pytest.approx(0.6, abs=0.06)


def test_a_tall_ellipse_stands() -> None:
    found = box(recognized(arc(0, 50, 120, 1, 7.2), 1.0))
    assert (found.w, found.h) == pytest.approx((100, 240), rel=0.08)
    assert found.angle == 0.0


def test_a_triangle_stands_on_its_base() -> None:
    found = box(recognized(along(100, 200 + 150j, 152j, 98), 1.0))
    assert (found.form, found.angle) == ("triangle", 0.0)
    assert abs(found.center - (100 + 75j)) < 6


def test_a_diamond_is_one() -> None:
    assert box(recognized(along(100, 200 + 60j, 100 + 122j, 60j, 98), 1.0)).form == "diamond"


@pytest.mark.parametrize(
    "corners",
    [
        (20, 300 + 150j, 152j, 20),
        (0, 200, 280 + 100j, 80 + 100j, 0),
        tuple(100 * np.exp(2j * np.pi * k / 5) for k in range(6)),
        tuple(100 * np.exp(2j * np.pi * k / 6) for k in range(7)),
    ],
    ids=["crooked triangle", "parallelogram", "pentagon", "hexagon"],
)
def test_other_polygons_keep_their_corners(corners: tuple[complex, ...]) -> None:
    found = recognized(along(*corners), 1.0)
    assert isinstance(found, Corners)
    assert len(found.points) == len(corners) - 1
    assert all(min(abs(point - corner) for corner in corners) < 12 for point in found.points)


LETTERS: dict[str, Points] = {
    "a": np.concatenate([arc(0.5 + 0.5j, 0.45, 0.5, -0.3, -6.3, 0.02), along(1 + 0.4j, 1 + 1j, tremble=0.02)]),
    "c": arc(0.5 + 0.5j, 0.5, 0.5, -0.8, -5.4, 0.02),
    "d": np.concatenate([arc(0.5 + 1.5j, 0.45, 0.5, -0.5, -6, 0.02), along(1 + 1.5j, 1, 1 + 2j, tremble=0.02)]),
    "D": np.concatenate([along(2j, 0, tremble=0.02), arc(1j, 1.2, 1, -1.57, 1.57, 0.02)]),
    "e": np.concatenate([along(0.5j, 1 + 0.5j, tremble=0.02), arc(0.5 + 0.5j, 0.5, 0.5, 0, -5.2, 0.02)]),
    "k": along(0, 2j, 1.2j, 0.7 + 0.7j, 0.1 + 1.2j, 0.8 + 2j, tremble=0.02),
    "L": along(0, 2j, 1 + 2j, tremble=0.02),
    "m": along(1j, 0, 1j, 0.3 + 0.2j, 0.5 + 0.1j, 0.5 + 1j, 0.7 + 0.2j, 1 + 0.1j, 1 + 1j, tremble=0.02),
    "N": along(1j, 0, 1 + 1j, 1, tremble=0.02),
    "v": along(0, 0.5 + 1j, 1, tremble=0.02),
    "w": along(0, 0.25 + 1j, 0.5, 0.75 + 1j, 1, tremble=0.02),
    "z": along(0, 1, 1j, 1 + 1j, tremble=0.02),
    "2": np.concatenate(
        [arc(0.5 + 0.35j, 0.4, 0.35, -2.8, 0.9, 0.02), along(0.7 + 0.65j, 1.5j, 0.9 + 1.5j, tremble=0.02)]
    ),
    "4": along(0.6, 1j, 1 + 1j, tremble=0.02),
    "8": np.concatenate([arc(0.5 + 0.3j, 0.3, 0.3, -4.6, 1.57, 0.02), arc(0.5 + 0.95j, 0.35, 0.35, -1.57, 4.5, 0.02)]),
}


@pytest.mark.parametrize("letter", LETTERS)
@pytest.mark.parametrize("size", [50.0, 120.0])
def test_handwriting_stays_as_it_is(letter: str, size: float) -> None:
    assert recognized(LETTERS[letter] * size, 1.0) is None


def test_what_is_small_on_the_screen_is_writing() -> None:
    line = along(0, 30 + 0j, tremble=0.2)
    assert recognized(line, 1.0) is None
    assert recognized(line, 2.0) is not None


def test_a_dot_is_nothing() -> None:
    assert recognized(np.array([1 + 1j]), 1.0) is None
    assert recognized(np.array([1 + 1j] * 5), 100.0) is None
