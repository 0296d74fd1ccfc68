"""Texts: letters in a box, perhaps turned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import degrees

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from whiteboard.model.element import Element
from whiteboard.model.style import Font

from ..text_layout import paint_text


@dataclass(frozen=True, slots=True)
class TextPicture:
    """What is written where; laid out when it is painted, and kept laid out for a while."""

    text: str
    font: Font
    color: QColor
    box: QRectF
    rotation: float
    wraps: bool
    zoom: float

    def paint(self, painter: QPainter) -> None:
        painter.save()
        turn(painter, self.box, self.rotation)
        paint_text(painter, self.text, self.font, self.color, self.box, middle=False, zoom=self.zoom, wraps=self.wraps)
        painter.restore()

    def moved(self, dx: float, dy: float) -> TextPicture:
        return replace(self, box=self.box.translated(dx, dy))


def pictures(elements: Sequence[Element], zoom: float) -> list[TextPicture]:
    return [
        TextPicture(
            element.text,
            element.style.font or Font(),
            see_through(QColor(element.style.color), element.style.opacity),
            box_of(element),
            element.geometry.rotation,
            element.content.wraps,
            zoom,
        )
        for element in elements
    ]


def box_of(element: Element) -> QRectF:
    g = element.geometry
    return QRectF(g.x, g.y, g.w, g.h)


def turn(painter: QPainter, box: QRectF, rotation: float) -> None:
    """Turn what is painted next by so many radians about the middle of the box."""
    if rotation:
        middle = box.center()
        painter.translate(middle)
        painter.rotate(degrees(rotation))
        painter.translate(-middle)


def see_through(color: QColor, opacity: float) -> QColor:
    color.setAlphaF(color.alphaF() * opacity)
    return color
