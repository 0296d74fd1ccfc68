"""Rubbing a piece out of a stroke: what stays is where it was, as wide as it was."""

from __future__ import annotations

import numpy as np
import pytest

from tests.ink.hands import SHAPES, built, drawn
from whiteboard.ink import curve
from whiteboard.ink.arrays import Points
from whiteboard.ink.split import rubbed
from whiteboard.model.points import InkPoint, unpack

LINE = [InkPoint(0, 0, 100), InkPoint(16_000, 0, 200)]


def on_curve(points: list[InkPoint]) -> Points:
    rows = np.array(points, np.float64)
    raw = rows[:, 0] + 1j * rows[:, 1]
    centre, presses, offsets = curve.distinct(raw, rows[:, 2], np.array([0, len(points)]))
    places, _ = curve.through(centre, presses, offsets).at(np.linspace(0, 1, 24))
    return places.ravel()


def test_a_line_is_cut_where_the_eraser_crosses_it() -> None:
    parts = rubbed(LINE, 8000 - 500j, 8000 + 500j, 160)
    assert parts is not None
    assert [(part[0].x, part[-1].x) for part in parts] == [
        (0, pytest.approx(7840, abs=2)),
        (pytest.approx(8160, abs=2), 16_000),
    ]


def test_pressure_goes_on_as_it_was() -> None:
    parts = rubbed(LINE, 8000, 8000, 160)
    assert parts is not None
    assert parts[0][0].pressure == 100
    assert parts[0][-1].pressure == pytest.approx(149, abs=1)
    assert parts[1][0].pressure == pytest.approx(151, abs=1)
    assert parts[1][-1].pressure == 200


def test_an_eraser_that_passes_by_cuts_nothing() -> None:
    assert rubbed(LINE, 100 + 200j, 9000 + 200j, 160) is None


def test_an_eraser_along_the_whole_stroke_leaves_nothing() -> None:
    assert rubbed(LINE, 0, 16_000, 160) == []


def test_an_end_can_be_rubbed_off() -> None:
    parts = rubbed(LINE, 0, 1000, 160)
    assert parts is not None
    assert len(parts) == 1
    assert parts[0][0].x == pytest.approx(1160, abs=2)


def test_a_dot_goes_at_once() -> None:
    assert rubbed([InkPoint(0, 0, 255)], 0, 0, 100) == []
    assert rubbed([InkPoint(0, 0, 255)], 300, 300, 100) is None


def test_crumbs_do_not_stay() -> None:
    parts = rubbed(LINE, 15_700, 15_700, 160, crumb=200)
    assert parts is not None
    assert len(parts) == 1


@pytest.mark.parametrize("name", SHAPES)
def test_what_stays_of_handwriting_is_where_it_was(name: str) -> None:
    points = unpack(built(drawn(SHAPES[name]), 4.0).finish().points)
    before = on_curve(points)
    middle = complex(points[len(points) // 2].x, points[len(points) // 2].y)
    radius = 96.0
    parts = rubbed(points, middle, middle, radius)
    assert parts is not None
    after = np.concatenate([on_curve(part) for part in parts]) if parts else np.empty(0, complex)
    for place in after:
        assert np.abs(before - place).min() < 8, "a part strays from the stroke by half a board unit"
        assert abs(place - middle) > radius - 4
    for place in before[np.abs(before - middle) > radius + 24]:
        assert np.abs(after - place).min() < 24, "ink is missing that was not rubbed out"
