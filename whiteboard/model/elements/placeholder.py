"""Elements of a kind that this version does not know: kept, moved and removed like any other, shown as a box."""

from __future__ import annotations

from whiteboard.model.element import Element
from whiteboard.model.geometry import Rect

from .kind import Kind


def bounds(element: Element) -> Rect:
    g = element.geometry
    return Rect(min(g.x, g.x + g.w), min(g.y, g.y + g.h), max(g.x, g.x + g.w), max(g.y, g.y + g.h))


def check(element: Element) -> None:
    """Nothing is known of its content, so nothing is wrong with it."""


KIND = Kind("placeholder", bounds, check)
