"""A sticky note: paper in `style.color`, with text that it grows with, and the name of who wrote it.

All its measures are shares of its width, so that a larger note is the same note.
"""

from __future__ import annotations

import msgspec

from whiteboard.model.content import Content
from whiteboard.model.element import NOTE, Element, ElementId, Geometry
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.style import Font, Style
from whiteboard.model.transform import Transform

from . import boxed
from .boxes import check_box
from .kind import Kind
from .text import enlarged

SIDE = 200.0
"""Width and least height of a new note in board units."""

NOTE_COLORS: tuple[str, ...] = (
    "#ffe066",
    "#ffc078",
    "#faa2c1",
    "#d0bfff",
    "#a5d8ff",
    "#b2f2bb",
    "#f1f3f5",
    "#ced4da",
)
"""Papers to choose from; any other `#rrggbb` is valid on the wire."""

LEAST_LETTERS = 0.07
"""Letters get smaller to fit the note, down to this share of its width; then the note grows downwards."""

PADDING = 0.08
FOOT = 0.12
"""Room for the writer's name at the lower edge."""

NAME_LETTERS = 0.055
SHADOW = 0.06
"""How far the shadow reaches beyond the paper."""


def note_element(id: ElementId, at: Point, *, order: str, style: Style, parent: ElementId, by: str = "") -> Element:
    """A new note with its middle at `at`."""
    geometry = Geometry(at.x - SIDE / 2, at.y - SIDE / 2, SIDE, SIDE, parent=parent)
    return Element(id=id, kind=NOTE, geometry=geometry, order=order, style=style, content=Content(by=by))


def text_box(element: Element) -> Rect:
    """Where the text has its place, before the note is turned about its middle."""
    g = element.geometry
    pad, foot = g.w * PADDING, g.w * foot_share(element)
    return Rect(g.x + pad, g.y + pad, g.x + g.w - pad, max(g.y + g.h - foot, g.y + pad))


def foot_share(element: Element) -> float:
    """The room below the text, as a share of the width."""
    return FOOT if element.content.by else PADDING


def least_font(element: Element) -> Font:
    """The smallest letters that the note may have before it grows."""
    font = element.style.font or Font()
    return msgspec.structs.replace(font, size=max(min(font.size, element.geometry.w * LEAST_LETTERS), 1.0))


def bounds(element: Element) -> Rect:
    return boxed.bounds(element).grown(element.geometry.w * SHADOW)


def transformed(element: Element, by: Transform) -> Element:
    """Moved, turned and scaled, never out of proportion."""
    moved = boxed.transformed(element, by)
    return moved if by.only_moves else enlarged(element, moved, by.size)


KIND = Kind(NOTE, bounds, check_box, transformed, text=True, bindable=True)
