"""Where on the board an element's text is typed, and how it looks there. Pure arithmetic, but for measuring letters."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from PySide6.QtGui import QColor

from whiteboard.model.element import NOTE, SHAPE, TEXT, Element
from whiteboard.model.elements import connector, note, shape
from whiteboard.model.geometry import Rect
from whiteboard.model.style import Font
from whiteboard.render.painters.note import letters_on
from whiteboard.render.text_layout import fitting_size
from whiteboard.words import t


@dataclass(frozen=True, slots=True)
class TextPlace:
    """The upright box of the text in board units; `middle`: it stands between top and bottom."""

    box: Rect
    font: Font
    color: QColor
    wraps: bool
    middle: bool


def place_of(element: Element) -> TextPlace:
    """Of any kind of element that holds text, with the box that it has."""
    font, color = element.style.font or Font(), QColor(element.style.color)
    match element.kind:
        case k if k == TEXT:
            g = element.geometry
            box = Rect(g.x, g.y, g.x + g.w, g.y + g.h)
            return TextPlace(box, font, color, element.content.wraps, middle=False)
        case k if k == NOTE:
            box, color = note.text_box(element), letters_on(color)
        case k if k == SHAPE:
            box = shape.label_box(element)
        case _:
            wordy = msgspec.structs.replace(element, text=element.text or t("Label"))
            box = connector.label_box(wordy)
    size = fitting_size(element.text, font, max(box.width, 1.0), max(box.height, 1.0))
    return TextPlace(box, msgspec.structs.replace(font, size=max(size, 1.0)), color, wraps=True, middle=True)
