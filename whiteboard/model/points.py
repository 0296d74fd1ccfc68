"""The `points` group: pen samples packed into few bytes.

A point is `(x, y, pressure)`: x and y in 1/16 board unit from the origin of the element, pressure 0..255. Each point
is written as its difference to the one before (the first: to 0, 0, 0), each difference as a zigzag varint, in the order
x, y, pressure: 3 to 5 bytes a point. In JSON the bytes are base64.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

UNITS_PER_BOARD_UNIT = 16
"""Points are whole multiples of 1/16 board unit."""

MAX_PRESSURE = 255
MAX_POINTS = 20_000
"""More than any one stroke needs: at 240 samples a second, 83 s without lifting the pen."""

MAX_COORDINATE = 1 << 24
"""The furthest a point may lie from its element's origin, in 1/16 board unit (about a million board units)."""

_MAX_VARINT_SHIFT = 28


class BadPoints(ValueError):
    """The bytes are not packed points, or a value is out of range; the text says which."""


class InkPoint(NamedTuple):
    """One pen sample: x and y in 1/16 board unit relative to the stroke's origin, pressure 0..255."""

    x: int
    y: int
    pressure: int


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
    numbers = _varints(data)
    points: list[InkPoint] = []
    x = y = pressure = 0
    for dx in numbers:
        try:
            x, y, pressure = x + dx, y + next(numbers), pressure + next(numbers)
        except StopIteration:
            raise BadPoints("the last point is incomplete") from None
        _check(x, y, pressure)
        points.append(InkPoint(x, y, pressure))
        if len(points) > MAX_POINTS:
            raise BadPoints(f"more than {MAX_POINTS} points in one stroke")
    return points


def _check(x: int, y: int, pressure: int) -> None:
    if not (-MAX_COORDINATE <= x <= MAX_COORDINATE and -MAX_COORDINATE <= y <= MAX_COORDINATE):
        raise BadPoints(f"point ({x}, {y}) is too far from the stroke's origin")
    if not 0 <= pressure <= MAX_PRESSURE:
        raise BadPoints(f"pressure {pressure} is not within 0..{MAX_PRESSURE}")


def _varints(data: bytes) -> Iterator[int]:
    value = shift = 0
    for byte in data:
        value |= (byte & 0x7F) << shift
        if byte & 0x80:
            shift += 7
            if shift > _MAX_VARINT_SHIFT:
                raise BadPoints("a number is longer than five bytes")
            continue
        yield (value >> 1) if not value & 1 else -((value + 1) >> 1)
        value = shift = 0
    if shift:
        raise BadPoints("the last number is cut off")
