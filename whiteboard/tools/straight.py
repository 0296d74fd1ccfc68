"""Straight lines, and directions in even steps."""

from __future__ import annotations

import math

from whiteboard.model.geometry import Point

STEP = math.radians(15)
"""Lines drawn with Shift have one of these directions."""

_SPACING = 6.0


def stepped(start: Point, at: Point) -> Point:
    """The point in one of the even directions from the start that is next to `at`."""
    angle = STEP * round(math.atan2(at.y - start.y, at.x - start.x) / STEP)
    cos, sin = math.cos(angle), math.sin(angle)
    length = (at.x - start.x) * cos + (at.y - start.y) * sin
    return Point(start.x + length * cos, start.y + length * sin)


def places(start: Point, end: Point) -> list[Point]:
    """Places from the start (left out) to the end, near enough to hold ink on the line."""
    count = max(1, math.ceil(math.dist(start, end) / _SPACING))
    return [
        Point(start.x + (end.x - start.x) * i / count, start.y + (end.y - start.y) * i / count)
        for i in range(1, count + 1)
    ]
