"""A connector: a line or an arrow from `x, y` to `x + w, y + h`, straight, curved or in right angles.

Its ends may stick to other elements (`content.start`, `content.end`).
"""

from __future__ import annotations

import msgspec

from whiteboard.model.content import CONNECTOR_FORMS
from whiteboard.model.element import CONNECTOR, Element
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.transform import Transform

from .kind import Invalid, Kind


def ends(element: Element) -> tuple[Point, Point]:
    """Where it begins and where it ends."""
    g = element.geometry
    return Point(g.x, g.y), Point(g.x + g.w, g.y + g.h)


def between(element: Element, start: Point, end: Point) -> Element:
    """The same connector between other points."""
    g = msgspec.structs.replace(element.geometry, x=start.x, y=start.y, w=end.x - start.x, h=end.y - start.y)
    return msgspec.structs.replace(element, geometry=g)


def bounds(element: Element) -> Rect:
    return Rect.spanned_by(*ends(element)).grown(element.style.width / 2)


def check(element: Element) -> None:
    if element.content.form not in CONNECTOR_FORMS:
        raise Invalid(f"no connector {element.content.form!r}")
    if element.geometry.rotation:
        raise Invalid("a connector with a rotation")


def transformed(element: Element, by: Transform) -> Element:
    start, end = ends(element)
    return between(element, by(start), by(end))


KIND = Kind(CONNECTOR, bounds, check, transformed, text=True)
