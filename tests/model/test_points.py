"""Packed points: nothing is lost, and no bytes from outside do harm."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whiteboard.model.points import MAX_COORDINATE, MAX_POINTS, BadPoints, Extent, InkPoint, extent, pack, unpack

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


def plainly(data: bytes) -> list[InkPoint] | None:
    """The points as the protocol tells it, number by number and point by point; None if they are to be refused."""
    numbers: list[int] = []
    while data:
        length = next((i + 1 for i, byte in enumerate(data) if byte < 0x80), 0)
        if not 0 < length <= 5:
            return None
        zigzag = sum((byte & 0x7F) << 7 * i for i, byte in enumerate(data[:length]))
        numbers.append(zigzag // 2 if zigzag % 2 == 0 else -(zigzag + 1) // 2)
        data = data[length:]
    if len(numbers) % 3 or len(numbers) // 3 > MAX_POINTS:
        return None
    points, here = [], InkPoint(0, 0, 0)
    for i in range(0, len(numbers), 3):
        here = InkPoint(here.x + numbers[i], here.y + numbers[i + 1], here.pressure + numbers[i + 2])
        if max(abs(here.x), abs(here.y)) > MAX_COORDINATE or not 0 <= here.pressure <= 255:
            return None
        points.append(here)
    return points


def varint(zigzag: int) -> bytes:
    return bytes([zigzag & 0x7F | 0x80]) + varint(zigzag >> 7) if zigzag > 0x7F else bytes([zigzag])


def packed_unchecked(points: list[tuple[int, int, int]]) -> bytes:
    """What a client writes that checks nothing."""
    ends = zip([(0, 0, 0), *points], points, strict=False)
    deltas = [now - before for start, end in ends for before, now in zip(start, end, strict=True)]
    return b"".join(varint(2 * delta if delta >= 0 else -2 * delta - 1) for delta in deltas)


EDGES = st.sampled_from([0, MAX_COORDINATE, -MAX_COORDINATE])
FAR = st.sampled_from([MAX_COORDINATE + 1, -MAX_COORDINATE - 1])
PLACES = st.one_of(st.integers(-300, 300), EDGES, EDGES, FAR)
PRESSURES = st.one_of(st.integers(0, 255), st.sampled_from([0, 255, 0, 255, -1, 256]))
ALMOST_POINTS = st.lists(st.tuples(PLACES, PLACES, PRESSURES), max_size=4).map(packed_unchecked)
NUMBERS = st.one_of(st.integers(0, 700), st.sampled_from([0, 127, 128, (1 << 35) - 1])).map(varint)
LONG = st.sampled_from([b"\x80\x00", b"\xff\x80\x80\x80\x00", b"\xff\x80\x80\x80\x80\x00", b"\x80"])
ALMOST_NUMBERS = st.lists(st.one_of(NUMBERS, NUMBERS, NUMBERS, LONG), max_size=30).map(b"".join)


@given(st.one_of(POINTS.map(pack), ALMOST_POINTS, ALMOST_NUMBERS, st.binary(max_size=60)))
@settings(max_examples=1000)
def test_what_is_taken_and_what_is_refused_is_what_the_protocol_says(data: bytes) -> None:
    expected = plainly(data)
    if expected is None:
        for read in (unpack, extent):
            with pytest.raises(BadPoints):
                read(data)
        return
    xs, ys = [p.x for p in expected] or [0], [p.y for p in expected] or [0]
    assert unpack(data) == expected
    assert extent(data) == Extent(len(expected), min(xs), min(ys), max(xs), max(ys))


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
    assert len(unpack(bytes(3 * MAX_POINTS))) == MAX_POINTS
    assert len(unpack(b"\x80\x80\x80\x80\x00" * 3 * MAX_POINTS)) == MAX_POINTS
    for data in (bytes(3 * (MAX_POINTS + 1)), bytes(15 * MAX_POINTS + 1)):
        with pytest.raises(BadPoints):
            unpack(data)
    with pytest.raises(BadPoints):
        pack([InkPoint(0, 0, 0)] * (MAX_POINTS + 1))


@pytest.mark.parametrize("point", [(MAX_COORDINATE + 1, 0, 0), (0, -MAX_COORDINATE - 1, 0), (0, 0, 256), (0, 0, -1)])
def test_a_point_out_of_range_is_not_packed(point: tuple[int, int, int]) -> None:
    with pytest.raises(BadPoints):
        pack([InkPoint(*point)])
