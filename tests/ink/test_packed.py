"""The batch decoder agrees with the model's, which defines the format."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whiteboard.ink.packed import unpack_batch
from whiteboard.model.points import MAX_COORDINATE, BadPoints, InkPoint, pack, unpack

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
