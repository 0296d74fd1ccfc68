"""A stroke: ink drawn by hand. Its points are relative to its geometry's origin, which is the first point's place.

`geometry.w` and `geometry.h` are the size of the box around the points, kept for placing it without unpacking them; the
box begins at `geometry.x`, `geometry.y`, so no packed coordinate is negative.
"""

from __future__ import annotations

import msgspec

from whiteboard.model.element import STROKE, Element, Geometry
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.points import UNITS_PER_BOARD_UNIT, BadPoints, InkPoint, extent, pack, unpack
from whiteboard.model.style import INKS, MAX_WIDTH
from whiteboard.model.transform import Transform

from .kind import Invalid, Kind

MIN_WIDTH = 0.5
"""Ink gets no thinner than this by scaling, in board units."""


def bounds(element: Element) -> Rect:
    g = element.geometry
    return Rect(g.x, g.y, g.x + g.w, g.y + g.h).grown(element.style.width / 2)


def check(element: Element) -> None:
    if element.style.ink not in INKS:
        raise Invalid(f"no ink {element.style.ink!r}")
    try:
        box = extent(element.points)
    except BadPoints as error:
        raise Invalid(str(error)) from None
    if not box.points:
        raise Invalid("a stroke without points")
    if box.left < 0 or box.top < 0:
        raise Invalid("a point outside the stroke's box")
    if box.right > element.geometry.w * UNITS_PER_BOARD_UNIT or box.bottom > element.geometry.h * UNITS_PER_BOARD_UNIT:
        raise Invalid("a point outside the stroke's box")


def size(points: list[InkPoint]) -> tuple[float, float]:
    """Width and height that the geometry of a stroke with these points has, in board units."""
    return max(p.x for p in points) / UNITS_PER_BOARD_UNIT, max(p.y for p in points) / UNITS_PER_BOARD_UNIT


def placed(points: list[InkPoint], origin: tuple[float, float]) -> tuple[Geometry, bytes]:
    """Geometry and packed points of a stroke whose points are relative to `origin` (board units)."""
    left, top = min(p.x for p in points), min(p.y for p in points)
    moved = [InkPoint(p.x - left, p.y - top, p.pressure) for p in points]
    width, height = size(moved)
    x, y = origin[0] + left / UNITS_PER_BOARD_UNIT, origin[1] + top / UNITS_PER_BOARD_UNIT
    return Geometry(x=x, y=y, w=width, h=height), pack(moved)


def transformed(element: Element, by: Transform) -> Element:
    """The ink's points moved, scaled and turned; its width grows with it."""
    g = element.geometry
    if by.only_moves:
        return msgspec.structs.replace(element, geometry=msgspec.structs.replace(g, x=g.x + by.e, y=g.y + by.f))
    unit = UNITS_PER_BOARD_UNIT
    moved = [
        InkPoint(round(x * unit), round(y * unit), pressure)
        for (x, y), pressure in (
            (by.direction(Point(p.x / unit, p.y / unit)), p.pressure) for p in unpack(element.points)
        )
    ]
    geometry, points = placed(moved, by(Point(g.x, g.y)))
    geometry = msgspec.structs.replace(geometry, parent=g.parent)
    width = min(max(element.style.width * by.size, MIN_WIDTH), MAX_WIDTH)
    style = msgspec.structs.replace(element.style, width=width)
    return msgspec.structs.replace(element, geometry=geometry, points=points, style=style)


KIND = Kind(STROKE, bounds, check, transformed)
