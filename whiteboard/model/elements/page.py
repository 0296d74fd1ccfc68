"""A page: what other elements are on, with a paper and a title. Pages come in their paint order; none is painted."""

from __future__ import annotations

from whiteboard.model.element import PAGE, Element
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.transform import Transform

from .kind import Invalid, Kind


def bounds(element: Element) -> Rect:
    return Rect(0.0, 0.0, 0.0, 0.0)


def check(element: Element) -> None:
    if element.geometry.parent:
        raise Invalid("a page on a page")


def transformed(element: Element, by: Transform) -> Element:
    return element


def touches(element: Element, a: Point, b: Point, radius: float) -> bool:
    return False


KIND = Kind(PAGE, bounds, check, transformed, touches)
