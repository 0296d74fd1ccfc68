"""The batch decoder agrees with the model's, which defines the format."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whiteboard.ink.packed import pack_batch, unpack_batch, unpack_coarsely
from whiteboard.model.points import MAX_COORDINATE, UNITS_PER_BOARD_UNIT, BadPoints, InkPoint, pack, unpack

COORDINATES = st.integers(-MAX_COORDINATE, MAX_COORDINATE) | st.integers(-100, 100)
STROKES = st.lists(
    st.lists(st.builds(InkPoint, COORDINATES, COORDINATES, st.integers(0, 255)), max_size=12), max_size=8
)


@given(STROKES)
def test_many_strokes_come_out_as_one_by_one(strokes: list[list[InkPoint]]) -> None:
    packed = [pack(points) for points in strokes]
    rows, offsets = unpack_batch(packed)
    assert len(offsets) == len(strokes) + 1
    for data, begin, end in zip(packed, offsets.tolist(), offsets[1:].tolist(), strict=False):
        assert np.array_equal(rows[begin:end], np.array(unpack(data), np.int64).reshape(-1, 3))


@given(STROKES)
def test_many_strokes_are_packed_as_one_by_one(strokes: list[list[InkPoint]]) -> None:
    packed = [pack(points) for points in strokes]
    assert pack_batch(*unpack_batch(packed)) == packed


@pytest.mark.parametrize(
    "strokes",
    [[b"\x80"], [b"\x00\x00"], [b"\x00\x00\x00\x00"], [b"\x00\x00", b"\x00"], [b"\x00\x00\x80", b"\x01\x00\x00\x00"]],
    ids=["cut off", "two of three", "one too many", "point across strokes", "number across strokes"],
)
def test_broken_bytes_are_refused(strokes: list[bytes]) -> None:
    with pytest.raises(BadPoints):
        unpack_batch(strokes)


def test_a_number_of_more_than_five_bytes_is_refused() -> None:
    with pytest.raises(BadPoints):
        unpack_batch([b"\x80\x80\x80\x80\x80\x00\x00\x00"])


@given(STROKES, st.floats(0.5, 500.0))
def test_coarse_points_are_some_of_all_with_both_ends(strokes: list[list[InkPoint]], cell: float) -> None:
    strokes = [points or [InkPoint(0, 0, 0)] for points in strokes]
    if not strokes:
        return
    points, offsets = unpack_coarsely([pack(points) for points in strokes], cell)
    assert len(offsets) == len(strokes) + 1
    for stroke, begin, end in zip(strokes, offsets.tolist(), offsets[1:].tolist(), strict=False):
        places = [complex(point.x, point.y) / UNITS_PER_BOARD_UNIT for point in stroke]
        found = points[begin:end].tolist()
        assert (found[0], found[-1]) == (places[0], places[-1])
        assert len(found) >= 2
        assert set(found) <= set(places)


def test_coarse_points_lie_a_cell_apart() -> None:
    line = pack([InkPoint(8 * i, 0, 9) for i in range(400)])
    points, _ = unpack_coarsely([line, line], 10.0)
    assert len(points) <= 44
    assert np.abs(np.diff(points[:20]) - 10).max() < 0.51
