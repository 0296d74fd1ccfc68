"""The kinds of element: one file a kind, one line in KINDS. A kind not listed is kept and shown as a placeholder."""

from __future__ import annotations

from whiteboard.model.element import CONNECTOR, IMAGE, INSTRUMENT, NOTE, PAGE, SHAPE, STROKE, TEXT, Element
from whiteboard.model.geometry import Rect
from whiteboard.model.transform import Transform

from . import connector, image, instrument, note, page, placeholder, shape, stroke, text
from .kind import Kind

KINDS: dict[str, Kind] = {
    STROKE: stroke.KIND,
    SHAPE: shape.KIND,
    CONNECTOR: connector.KIND,
    TEXT: text.KIND,
    NOTE: note.KIND,
    IMAGE: image.KIND,
    INSTRUMENT: instrument.KIND,
    PAGE: page.KIND,
}


def kind_of(element: Element) -> Kind:
    return KINDS.get(element.kind, placeholder.KIND)


def bounds(element: Element) -> Rect:
    """The box that an element's picture stays within, in board units."""
    return kind_of(element).bounds(element)


def transformed(element: Element, by: Transform) -> Element:
    """The element moved, scaled and turned."""
    return kind_of(element).transformed(element, by)
