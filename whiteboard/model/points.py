"""The `points` group: pen samples packed into few bytes.

A point is `(x, y, pressure)`: x and y in 1/16 board unit from the origin of the element, pressure 0..255. Each point
is written as its difference to the one before (the first: to 0, 0, 0), each difference as a zigzag varint, in the order
x, y, pressure: 3 to 5 bytes a point. In JSON the bytes are base64.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

UNITS_PER_BOARD_UNIT = 16
"""Points are whole multiples of 1/16 board unit."""

MAX_PRESSURE = 255
MAX_POINTS = 20_000
"""More than any one stroke needs: at 240 samples a second, 83 s without lifting the pen."""

MAX_COORDINATE = 1 << 24
"""The furthest a point may lie from its element's origin, in 1/16 board unit (about a million board units)."""

_MAX_VARINT_SHIFT = 28
_MOST_BYTES = MAX_POINTS * 3 * 5
_SHORT = tuple(value >> 1 ^ -(value & 1) for value in range(0x80))
"""What the numbers of one byte mean."""


class BadPoints(ValueError):
    """The bytes are not packed points, or a value is out of range; the text says which."""


class InkPoint(NamedTuple):
    """One pen sample: x and y in 1/16 board unit relative to the stroke's origin, pressure 0..255."""

    x: int
    y: int
    pressure: int


class Extent(NamedTuple):
    """How many points there are and the box around them, in 1/16 board unit from the element's origin."""

    points: int
    left: int
    top: int
    right: int
    bottom: int


def pack(points: Iterable[InkPoint]) -> bytes:
    """The packed form of the points; BadPoints if a value is out of range."""
    out = bytearray()
    px = py = pp = count = 0
    for x, y, pressure in points:
        _check(x, y, pressure)
        for delta in (x - px, y - py, pressure - pp):
            value = delta << 1 if delta >= 0 else ((-delta) << 1) - 1
            while value > 0x7F:
                out.append(value & 0x7F | 0x80)
                value >>= 7
            out.append(value)
        px, py, pp = x, y, pressure
        count += 1
    if count > MAX_POINTS:
        raise BadPoints(f"{count} points, at most {MAX_POINTS} in one stroke")
    return bytes(out)


def unpack(data: bytes) -> list[InkPoint]:
    """The points of a packed stroke; BadPoints if the bytes are cut off, too many or out of range."""
    columns = _columns(data)
    _extent(*columns)
    return list(map(InkPoint._make, zip(*columns, strict=True)))


def extent(data: bytes) -> Extent:
    """The box around packed points, all of them checked as by `unpack`, without making them: in half of the time."""
    return _extent(*_columns(data))


def _columns(data: bytes) -> tuple[list[int], list[int], list[int]]:
    """x, y and pressure of all points, not yet looked at."""
    deltas = _deltas(data)
    if len(deltas) % 3:
        raise BadPoints("the last point is incomplete")
    if len(deltas) > 3 * MAX_POINTS:
        raise BadPoints(f"more than {MAX_POINTS} points in one stroke")
    return list(accumulate(deltas[0::3])), list(accumulate(deltas[1::3])), list(accumulate(deltas[2::3]))


def _extent(xs: list[int], ys: list[int], pressures: list[int]) -> Extent:
    if not xs:
        return Extent(0, 0, 0, 0, 0)
    box = Extent(len(xs), min(xs), min(ys), max(xs), max(ys))
    if min(box.left, box.top) < -MAX_COORDINATE or max(box.right, box.bottom) > MAX_COORDINATE:
        raise BadPoints("a point is too far from the stroke's origin")
    if min(pressures) < 0 or max(pressures) > MAX_PRESSURE:
        raise BadPoints(f"a pressure is not within 0..{MAX_PRESSURE}")
    return box


def _check(x: int, y: int, pressure: int) -> None:
    if not (-MAX_COORDINATE <= x <= MAX_COORDINATE and -MAX_COORDINATE <= y <= MAX_COORDINATE):
        raise BadPoints(f"point ({x}, {y}) is too far from the stroke's origin")
    if not 0 <= pressure <= MAX_PRESSURE:
        raise BadPoints(f"pressure {pressure} is not within 0..{MAX_PRESSURE}")


def _deltas(data: bytes) -> list[int]:
    """All numbers, in one plain loop: a server checks every stroke with it."""
    if len(data) > _MOST_BYTES:
        raise BadPoints(f"more than {MAX_POINTS} points in one stroke")
    deltas: list[int] = []
    append = deltas.append
    value = shift = 0
    for byte in data:
        if byte > 0x7F:
            if shift == _MAX_VARINT_SHIFT:
                raise BadPoints("a number is longer than five bytes")
            value |= (byte & 0x7F) << shift
            shift += 7
        elif shift:
            value |= byte << shift
            append(value >> 1 ^ -(value & 1))
            value = shift = 0
        else:
            append(_SHORT[byte])
    if shift:
        raise BadPoints("the last number is cut off")
    return deltas
