"""Packed points: nothing is lost, and no bytes from outside do harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whiteboard.model.points import MAX_COORDINATE, MAX_POINTS, BadPoints, InkPoint, pack, unpack

COORDINATES = st.integers(-MAX_COORDINATE, MAX_COORDINATE)
POINTS = st.lists(st.builds(InkPoint, COORDINATES, COORDINATES, st.integers(0, 255)), max_size=50)


@given(POINTS)
def test_packing_loses_nothing(points: list[InkPoint]) -> None:
    assert unpack(pack(points)) == points


def test_the_worked_example_of_the_protocol() -> None:
    assert pack([InkPoint(0, 0, 128), InkPoint(80, -12, 130)]) == bytes([0, 0, 0x80, 2, 0xA0, 1, 23, 4])


def test_handwriting_takes_at_most_five_bytes_a_point() -> None:
    points = [InkPoint(90 * i, (i * 37) % 60, 128 + i % 7) for i in range(60)]
    assert len(pack(points)) <= 5 * len(points)


@given(st.binary(max_size=100))
def test_any_bytes_are_points_or_refused(data: bytes) -> None:
    try:
        points = unpack(data)
    except BadPoints:
        return
    assert unpack(pack(points)) == points


@pytest.mark.parametrize(
    "data",
    [
        b"\x80",
        b"\x00",
        b"\x00\x00",
        b"\x80\x80\x80\x80\x80\x80\x00\x00\x00",
        b"\x00\x00\x01",
        b"\x00\x00" + b"\x80\x04",
    ],
    ids=["cut off", "one of three", "two of three", "number too long", "pressure below 0", "pressure above 255"],
)
def test_broken_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(BadPoints):
        unpack(data)


def test_too_many_points_are_refused_both_ways() -> None:
    with pytest.raises(BadPoints):
        unpack(bytes(3 * (MAX_POINTS + 1)))
    with pytest.raises(BadPoints):
        pack([InkPoint(0, 0, 0)] * (MAX_POINTS + 1))


@pytest.mark.parametrize("point", [(MAX_COORDINATE + 1, 0, 0), (0, -MAX_COORDINATE - 1, 0), (0, 0, 256), (0, 0, -1)])
def test_a_point_out_of_range_is_not_packed(point: tuple[int, int, int]) -> None:
    with pytest.raises(BadPoints):
        pack([InkPoint(*point)])
