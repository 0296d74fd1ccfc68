"""A text of its own. Its box is as large as its lines; with `content.wraps` the width is what the person chose."""

from __future__ import annotations

import math

import msgspec

from whiteboard.model.content import Content
from whiteboard.model.element import TEXT, Element, ElementId, Geometry
from whiteboard.model.geometry import Point
from whiteboard.model.style import MAX_FONT_SIZE, MIN_FONT_SIZE, Font, Style
from whiteboard.model.transform import Transform

from . import boxed
from .boxes import check_box
from .kind import Kind

_SAME = 1e-6


def text_element(
    id: ElementId, at: Point, *, order: str, style: Style, parent: ElementId, width: float | None = None
) -> Element:
    """A new text without letters, its first line beside `at`; with a width, its lines are broken to fit."""
    font = style.font or Font()
    geometry = Geometry(at.x, at.y - font.size * 0.65, width or 1.0, font.size * 1.3, parent=parent)
    return Element(
        id=id, kind=TEXT, geometry=geometry, order=order, style=style, content=Content(wraps=width is not None)
    )


def transformed(element: Element, by: Transform) -> Element:
    """Moved, turned and scaled: the letters grow with the box. Who makes it only wider or narrower, sets its width."""
    moved = boxed.transformed(element, by)
    along, down = boxed.stretch(element.geometry.rotation, by)
    if abs(down - 1) < _SAME:
        if abs(along - 1) < _SAME:
            return moved
        return msgspec.structs.replace(moved, content=msgspec.structs.replace(element.content, wraps=True))
    return enlarged(element, moved, by.size)


def enlarged(element: Element, moved: Element, factor: float) -> Element:
    """`element` so many times as large, box and letters, about where the middle of `moved` is and turned like it."""
    g, middle = element.geometry, boxed.center(moved.geometry)
    w, h = g.w * factor, g.h * factor
    geometry = msgspec.structs.replace(moved.geometry, x=middle.x - w / 2, y=middle.y - h / 2, w=w, h=h)
    style = msgspec.structs.replace(element.style, font=scaled(element.style.font or Font(), factor))
    return msgspec.structs.replace(moved, geometry=geometry, style=style)


def scaled(font: Font, factor: float) -> Font:
    """The font so many times as large, within what is allowed."""
    return msgspec.structs.replace(font, size=min(max(font.size * factor, MIN_FONT_SIZE), MAX_FONT_SIZE))


def resized(geometry: Geometry, w: float, h: float, align: str) -> Geometry:
    """The box with another size: the upper edge stays, at its left, middle or right end as the text is aligned."""
    share = {"center": 0.5, "right": 1.0}.get(align, 0.0)
    grown_x, grown_y = w - geometry.w, h - geometry.h
    middle = boxed.center(geometry)
    cos, sin = math.cos(geometry.rotation), math.sin(geometry.rotation)
    dx, dy = grown_x * (0.5 - share), grown_y / 2
    x, y = middle.x + dx * cos - dy * sin - w / 2, middle.y + dx * sin + dy * cos - h / 2
    return msgspec.structs.replace(geometry, x=x, y=y, w=w, h=h)


KIND = Kind(TEXT, boxed.bounds, check_box, transformed, text=True, bindable=True)
