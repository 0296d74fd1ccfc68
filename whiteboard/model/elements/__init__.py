"""The kinds of element: one file a kind, one line in KINDS. A kind not listed is kept and shown as a placeholder."""

from __future__ import annotations

from whiteboard.model.element import STROKE, Element
from whiteboard.model.geometry import Rect

from . import placeholder, stroke
from .kind import Kind

KINDS: dict[str, Kind] = {
    STROKE: stroke.KIND,
}


def kind_of(element: Element) -> Kind:
    return KINDS.get(element.kind, placeholder.KIND)


def bounds(element: Element) -> Rect:
    """The box that an element's picture stays within, in board units."""
    return kind_of(element).bounds(element)
