"""The box of an element with text, as large as the text needs it with the fonts of this computer."""

from __future__ import annotations

from math import ceil

import msgspec

from whiteboard.model.element import NOTE, TEXT, Element, Geometry
from whiteboard.model.elements import note, text
from whiteboard.model.style import Font

from .text_layout import measured

WIDEST_EM = 20.0
"""So wide is a text of long lines that was pasted."""

_UNITS = 16
_SAME = 0.5 / _UNITS


def fitted(element: Element) -> Element:
    """The element with the box that its text needs; the same object, if it has that already or is of another kind."""
    match element.kind:
        case k if k == TEXT:
            w, h = _text_size(element)
            align = (element.style.font or Font()).align
            geometry = text.resized(element.geometry, w, h, align)
        case k if k == NOTE:
            geometry = text.resized(element.geometry, element.geometry.w, _note_height(element), "left")
        case _:
            return element
    return element if _alike(geometry, element.geometry) else msgspec.structs.replace(element, geometry=geometry)


def broken(element: Element) -> Element:
    """A text of its own width with a line longer than WIDEST_EM: its lines are broken there; any other as it is."""
    widest = WIDEST_EM * (element.style.font or Font()).size
    if element.kind != TEXT or element.content.wraps or fitted(element).geometry.w <= widest:
        return element
    content = msgspec.structs.replace(element.content, wraps=True)
    geometry = msgspec.structs.replace(element.geometry, w=widest)
    return fitted(msgspec.structs.replace(element, content=content, geometry=geometry))


def overflows(element: Element) -> bool:
    """Whether the text needs a larger box than it has."""
    needed = fitted(element).geometry
    return needed.w > element.geometry.w * 1.01 + _SAME or needed.h > element.geometry.h * 1.01 + _SAME


def _text_size(element: Element) -> tuple[float, float]:
    font, g = element.style.font or Font(), element.geometry
    if element.content.wraps:
        return g.w, _rounded(measured(element.text, font, g.w)[1])
    w, h = measured(element.text, font, None)
    return _rounded(w), _rounded(h)


def _note_height(element: Element) -> float:
    g = element.geometry
    if not element.text:
        return g.w
    pad, foot = note.PADDING * g.w, note.foot_share(element) * g.w
    needed = measured(element.text, note.least_font(element), g.w - 2 * pad)[1] + pad + foot
    return max(g.w, _rounded(needed))


def _rounded(length: float) -> float:
    """A little larger: to sixteenths, as everything on the board."""
    return ceil(length * _UNITS) / _UNITS


def _alike(a: Geometry, b: Geometry) -> bool:
    return abs(a.w - b.w) < _SAME and abs(a.h - b.h) < _SAME
