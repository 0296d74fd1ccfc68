"""Touching is exact to the edge of the ink."""

from __future__ import annotations

import numpy as np
import pytest

from tests.ink.hands import SHAPES, built, drawn
from tests.ink.polygons import covered, from_edge, grid
from whiteboard.ink import hit, shape
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.points import InkPoint, pack

NOWHERE = np.zeros(1, np.complex128)


def straight(length: int = 100, width: float = 4.0) -> shape.Centrelines:
    """A line along x at full pressure."""
    packed = pack([InkPoint(0, 0, 255), InkPoint(length * 8, 0, 255), InkPoint(length * 16, 0, 255)])
    return shape.unpacked([packed], np.array([width]), np.array([True]))


def away(a: Point, b: Point) -> float:
    return float(hit.distances(straight(), NOWHERE, a, b)[0])


def test_a_point_is_as_far_as_the_inks_edge() -> None:
    assert away(Point(50, 10), Point(50, 10)) == pytest.approx(8.0)
    assert away(Point(50, 1), Point(50, 1)) == 0
    assert away(Point(-7, 0), Point(-7, 0)) == pytest.approx(5.0)


def test_a_quick_sweep_across_the_stroke_touches_it() -> None:
    assert away(Point(50, -80), Point(55, 90)) == 0
    assert away(Point(-30, -80), Point(-20, 90)) > 15


def test_a_sweep_that_ends_before_the_stroke_does_not() -> None:
    assert away(Point(50, 60), Point(50, 12)) == pytest.approx(10.0)


def test_strokes_lie_where_their_origins_say() -> None:
    two = shape.unpacked([pack([InkPoint(0, 0, 255)])] * 2, np.array([4.0, 4.0]), np.array([True, True]))
    found = hit.distances(two, np.array([0j, 30 + 40j]), Point(0, 0), Point(0, 0))
    assert found.tolist() == [0.0, pytest.approx(48.0)]


@pytest.mark.parametrize("name", SHAPES)
def test_what_is_covered_by_ink_is_hit(name: str) -> None:
    packed = built(drawn(SHAPES[name])).finish().points
    lines = shape.unpacked([packed], np.array([4.0]), np.array([True]))
    polygon, _ = shape.ink(lines, 1.0)
    places = grid(polygon, 3.7, 6.0)
    inside, edge = covered(polygon, places), from_edge(polygon, places)
    points = [Point(place.real, place.imag) for place in places.tolist()]
    distances = np.array([float(hit.distances(lines, NOWHERE, point, point)[0]) for point in points])
    assert distances[inside].max(initial=0) < 0.3
    assert np.abs(distances - edge)[~inside].max() < 1.0  # a fine tip is hit a little beside its ink


@pytest.mark.parametrize(
    ("box", "touched"),
    [
        (Rect(40, -10, 60, 10), True),
        (Rect(40, 1.5, 60, 10), True),
        (Rect(40, 2.5, 60, 10), False),
        (Rect(-50, -50, 200, 50), True),
        (Rect(101, -1, 120, 1), True),
        (Rect(103, -1, 120, 1), False),
        (Rect(49, -0.1, 49.1, 0.1), True),
    ],
    ids=["across", "edge", "beside", "around", "end", "beyond the end", "tiny inside"],
)
def test_boxes_touch_ink_and_not_its_box(box: Rect, touched: bool) -> None:
    assert hit.touching_box(straight(), NOWHERE, box).tolist() == [touched]


@pytest.mark.parametrize("name", SHAPES)
def test_what_is_kept_of_strokes_says_the_same_as_the_strokes(name: str) -> None:
    packed = [built(drawn(SHAPES[name], seed=seed)).finish().points for seed in (1, 2)]
    lines = shape.unpacked(packed, np.array([4.0, 9.0]), np.array([True, False]))
    traces, origins = hit.traces(lines), np.array([0j, 40 + 25j])
    for x, y in np.ndindex(12, 8):
        a = Point(20.0 * x - 30, 20.0 * y - 30)
        for b in (a, Point(a.x + 25, a.y - 10)):
            exact = hit.distances(lines, origins, a, b) <= 5.0
            assert hit.touched(traces, origins, a, b, 5.0).tolist() == exact.tolist()
