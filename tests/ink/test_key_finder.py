"""Found while drawing or at once: the same stroke is kept, exact to its tolerance, with hardly more points."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ink.hands import SHAPES, Shape, drawn
from tests.ink.polygons import from_line
from whiteboard.ink import curve
from whiteboard.ink.arrays import offsets_of
from whiteboard.ink.key_finder import KeyFinder
from whiteboard.ink.pressure import radius
from whiteboard.ink.simplify import key_points
from whiteboard.ink.stroke_builder import StrokeBuilder, smoothed
from whiteboard.model.points import MAX_PRESSURE, UNITS_PER_BOARD_UNIT, InkPoint

WIDTH, TOLERANCE = 4.0, 0.2


def page(shape: Shape, turns: int) -> Shape:
    """The shape again and again, without lifting the pen."""

    def again(part: float) -> tuple[float, float]:
        turn, rest = divmod(part * turns, 1.0)
        x, y = shape(rest)
        return x + 40 * turn, y + 25 * turn

    return again


def points_of(shape: Shape, seconds: float, *, pen: bool) -> list[InkPoint]:
    builder = StrokeBuilder(WIDTH)
    for sample in drawn(shape, seconds, pen=pen):
        builder.add(sample)
    return builder.points


def kept(points: list[InkPoint], piece: int) -> tuple[np.ndarray[tuple[int, ...], np.dtype[np.complex128]], int]:
    """What is kept of points that come in pieces: places in board units, and how many."""
    finder = KeyFinder(WIDTH, TOLERANCE)
    for begin in range(0, len(points), piece):
        finder.extend(points[begin : begin + piece])
    places, presses = finder.finish()
    assert len(places) == len(presses)
    return places / UNITS_PER_BOARD_UNIT, len(places)


@pytest.mark.parametrize("name", ["word", "zigzag", "loops", "spiral"])
@pytest.mark.parametrize("pen", [False, True], ids=["mouse", "pen"])
def test_a_long_stroke_is_as_exact_as_a_short_one(name: str, pen: bool) -> None:
    points = points_of(page(SHAPES[name], 7), 9.0, pen=pen)
    assert len(points) > 500
    places, count = kept(points, 10)
    line = curve.sampled(curve.through(places, np.ones(count), offsets_of([count])), 1.0, 0.001).points
    centre, presses = smoothed(points, WIDTH)
    assert float(from_line(line, centre).max()) <= TOLERANCE + 1 / UNITS_PER_BOARD_UNIT
    at_once = key_points(centre, radius(WIDTH, presses / MAX_PRESSURE), TOLERANCE)
    assert count <= 1.1 * len(at_once) + 5


@settings(max_examples=25)
@given(st.integers(1, 400), st.sampled_from(sorted(SHAPES)))
def test_the_box_and_the_ends_are_those_of_the_whole_stroke(piece: int, name: str) -> None:
    points = points_of(page(SHAPES[name], 3), 4.0, pen=True)
    places, _ = kept(points, piece)
    centre = smoothed(points, WIDTH)[0]
    half = 0.5 / UNITS_PER_BOARD_UNIT + 1e-9
    for ours, theirs in ((places.real, centre.real), (places.imag, centre.imag)):
        assert abs(ours.min() - theirs.min()) <= half
        assert abs(ours.max() - theirs.max()) <= half
    assert abs(places[0] - centre[0]) <= 2 * half
    assert abs(places[-1] - centre[-1]) <= 2 * half


def test_one_point_and_none_are_kept_as_they_are() -> None:
    assert kept([], 1)[1] == 0
    assert kept([InkPoint(3, 4, 50), InkPoint(3, 4, 90)], 1)[0].tolist() == [(3 + 4j) / UNITS_PER_BOARD_UNIT]
