"""Where on the board an element's text is typed, and how it looks there. Pure arithmetic, but for measuring letters."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from PySide6.QtGui import QColor, QFont, QTextLayout, QTextOption

from whiteboard.model.element import NOTE, SHAPE, TEXT, Element
from whiteboard.model.elements import connector, note, shape
from whiteboard.model.geometry import Rect
from whiteboard.model.style import Font
from whiteboard.render.painters.note import letters_on
from whiteboard.render.text_layout import fitting_size
from whiteboard.render.typefaces import EM_PX
from whiteboard.words import t

_SAMPLE = "The quick brown fox jumps over the lazy dog"


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


def face_at(face: QFont, em_px: float, dpi: float) -> QFont:
    """A typeface of EM_PX at a size in pixels: lines are as wide as on the board, so they break where those do.

    Many systems have letters in whole pixels only (Qt 6.11 with FreeType); what these lack or have too much is given to
    the spaces between them.
    """
    font = QFont(face)
    font.setPointSizeF(max(em_px * 72 / dpi, 0.5))
    share = _width(face) * em_px / EM_PX / max(_width(font), 1.0)
    if abs(share - 1) > 0.001:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 * share)
    return font


def _width(font: QFont) -> float:
    layout = QTextLayout(_SAMPLE, font)
    option = QTextOption()
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e6)
    layout.endLayout()
    return line.naturalTextWidth()
