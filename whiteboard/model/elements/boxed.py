"""Elements that are a box, perhaps turned: what most kinds have in common."""

from __future__ import annotations

import math

import msgspec

from whiteboard.model.element import Element, Geometry
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.transform import Transform

MIN_SIDE = 1.0
"""No side gets shorter than this by scaling, in board units."""


def center(g: Geometry) -> Point:
    return Point(g.x + g.w / 2, g.y + g.h / 2)


def corners(g: Geometry) -> tuple[Point, Point, Point, Point]:
    """The corners of the box where they are: of an upright one clockwise from the upper left."""
    upright = (Point(g.x, g.y), Point(g.x + g.w, g.y), Point(g.x + g.w, g.y + g.h), Point(g.x, g.y + g.h))
    if not g.rotation:
        return upright
    turn = Transform.turning(g.rotation, center(g))
    a, b, c, d = (turn(corner) for corner in upright)
    return a, b, c, d


def bounds(element: Element) -> Rect:
    """The upright box around the turned one, without any outline's width."""
    return Rect.around(corners(element.geometry))


def transformed(element: Element, by: Transform) -> Element:
    """The element moved, scaled and turned. Its box stays a box: where scaling would shear it, its sides only grow.

    A mirrored box stays upright.
    """
    g = element.geometry
    along, down = by.direction(_unit(g.rotation)), by.direction(_unit(g.rotation + math.pi / 2))
    turned = math.atan2(along.y, along.x)
    if by.mirrors and _apart(turned, g.rotation) > math.pi / 2:
        turned += math.pi
    middle = by(center(g))
    w = max(g.w * math.hypot(*along), min(g.w, MIN_SIDE))
    h = max(g.h * math.hypot(*down), min(g.h, MIN_SIDE))
    rotation = g.rotation if by.only_moves else wrapped(turned)
    geometry = msgspec.structs.replace(g, x=middle.x - w / 2, y=middle.y - h / 2, w=w, h=h, rotation=rotation)
    return msgspec.structs.replace(element, geometry=geometry)


def stretch(rotation: float, by: Transform) -> tuple[float, float]:
    """How many times as wide and as high a box turned by so many radians becomes."""
    along, down = by.direction(_unit(rotation)), by.direction(_unit(rotation + math.pi / 2))
    return math.hypot(*along), math.hypot(*down)


def touches(element: Element, a: Point, b: Point, radius: float) -> bool:
    """Whether the segment from a to b comes within `radius` of the box or lies in it."""
    g = element.geometry
    back = Transform.turning(-g.rotation, center(g))
    return segment_meets(back(a), back(b), Rect(g.x, g.y, g.x + g.w, g.y + g.h).grown(radius))


def segment_meets(a: Point, b: Point, box: Rect) -> bool:
    """Whether any part of the segment is in the box (Liang and Barsky, 1984)."""
    enter, leave = 0.0, 1.0
    for start, way, low, high in ((a.x, b.x - a.x, box.left, box.right), (a.y, b.y - a.y, box.top, box.bottom)):
        if way == 0:
            if not low <= start <= high:
                return False
            continue
        first, last = sorted(((low - start) / way, (high - start) / way))
        enter, leave = max(enter, first), min(leave, last)
    return enter <= leave


def wrapped(angle: float) -> float:
    """The same angle within -pi..pi, and 0 where it is as good as that."""
    angle = math.remainder(angle, math.tau)
    return 0.0 if abs(angle) < 1e-9 else angle


def _unit(angle: float) -> Point:
    return Point(math.cos(angle), math.sin(angle))


def _apart(a: float, b: float) -> float:
    return abs(math.remainder(a - b, math.tau))
