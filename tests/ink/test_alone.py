"""A stroke that is outlined by itself looks as it does in a batch."""

from __future__ import annotations

import numpy as np
import pytest

from tests.ink.hands import SHAPES, built, drawn
from tests.ink.polygons import covered, grid
from whiteboard.ink import alone, shape
from whiteboard.ink.arrays import Points
from whiteboard.model.points import BadPoints, InkPoint, pack


def in_batch(packed: bytes, width: float, pen: bool, zoom: float) -> Points:
    polygon, _ = shape.ink(shape.unpacked([packed], np.array([width]), np.array([pen])), zoom)
    return polygon


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("width", [2.0, 12.0])
@pytest.mark.parametrize("pen", [False, True], ids=["highlighter", "pen"])
@pytest.mark.parametrize("zoom", [0.8, 1.6, 12.8])
def test_every_point_of_the_polygon_is_where_the_batch_has_it(name: str, width: float, pen: bool, zoom: float) -> None:
    packed = built(drawn(SHAPES[name], pen=True), width).finish().points
    assert np.allclose(alone.outline(packed, width, pen, zoom), in_batch(packed, width, pen, zoom), atol=1e-6)


ODD = {
    "nothing": b"",
    "one point": pack([InkPoint(5, 6, 200)]),
    "one place": pack([InkPoint(5, 6, 20), InkPoint(5, 6, 220), InkPoint(5, 6, 90)]),
    "a tap that trembles": pack([InkPoint(3, 0, 20), InkPoint(0, 5, 220), InkPoint(4, 3, 255), InkPoint(1, 1, 90)]),
    "two points": pack([InkPoint(0, 0, 255), InkPoint(1600, 0, 255)]),
    "there and back": pack([InkPoint(0, 0, 255), InkPoint(400, 0, 9), InkPoint(0, 0, 255)]),
    "swings out of its box": pack([InkPoint(0, 800, 255), InkPoint(40, 0, 9), InkPoint(1600, 20, 255)]),
    "repeated": pack([InkPoint(0, 0, 90)] * 5 + [InkPoint(160, 0, 90)] * 4 + [InkPoint(160, 90, 10)] * 2),
}


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("pen", [False, True], ids=["highlighter", "pen"])
def test_odd_strokes_look_the_same_too(name: str, pen: bool) -> None:
    polygon, other = alone.outline(ODD[name], 8.0, pen, 3.2), in_batch(ODD[name], 8.0, pen, 3.2)
    places = grid(other, 0.23, 1.0)
    assert (covered(polygon, places) != covered(other, places)).mean() < 0.002


def test_points_that_are_cut_off_are_an_error() -> None:
    with pytest.raises(BadPoints):
        alone.outline(pack([InkPoint(5, 6, 200)])[:-1], 4.0, True, 1.6)


def test_long_strokes_and_small_pictures_are_for_the_batch() -> None:
    short, long = pack([InkPoint(i, 0, 9) for i in range(60)]), pack([InkPoint(i, 0, 9) for i in range(200)])
    assert alone.is_for(short, 1.6)
    assert not alone.is_for(long, 1.6)
    assert not alone.is_for(short, 0.4)
