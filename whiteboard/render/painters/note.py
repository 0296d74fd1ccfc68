"""Sticky notes: paper with a soft shadow, the text in its middle, the writer's name at the lower edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from whiteboard.model.element import Element
from whiteboard.model.elements import note
from whiteboard.model.style import Font

from ..text_layout import line_height, paint_text
from .text import box_of, turn

_SHADOW = QColor(30, 30, 30, 6)
_SHADOWS = 10
_NAME_ALPHA = 0.62
_DARK, _LIGHT = QColor("#1e1e1e"), QColor("#ffffff")
_CORNER = 0.012


@dataclass(frozen=True, slots=True)
class NotePicture:
    """The paper in board units, the room of the text on it, and what is written."""

    paper: QRectF
    room: QRectF
    text: str
    by: str
    font: Font
    color: QColor
    opacity: float
    rotation: float
    zoom: float

    def paint(self, painter: QPainter) -> None:
        painter.save()
        turn(painter, self.paper, self.rotation)
        painter.setOpacity(painter.opacity() * self.opacity)
        self._paint_paper(painter)
        letters = letters_on(self.color)
        paint_text(painter, self.text, self.font, letters, self.room, middle=True, zoom=self.zoom)
        if self.by:
            side = self.paper.width()
            font = Font(size=side * note.NAME_LETTERS)
            height, pad = line_height(font), side * note.PADDING
            place = QRectF(self.room.x(), self.paper.bottom() - pad / 2 - height, self.room.width(), height)
            faint = QColor(letters)
            faint.setAlphaF(_NAME_ALPHA)
            paint_text(painter, self.by, font, faint, place, middle=False, zoom=self.zoom, wraps=False)
        painter.restore()

    def _paint_paper(self, painter: QPainter) -> None:
        side = self.paper.width()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_SHADOW)
        for step in range(1, _SHADOWS + 1):
            reach = side * note.SHADOW * step / _SHADOWS / 2
            painter.drawRoundedRect(self.paper.adjusted(-reach, reach, reach, 2 * reach), reach, reach)
        painter.setBrush(self.color)
        painter.drawRoundedRect(self.paper, side * _CORNER, side * _CORNER)

    def moved(self, dx: float, dy: float) -> NotePicture:
        return replace(self, paper=self.paper.translated(dx, dy), room=self.room.translated(dx, dy))


def pictures(elements: Sequence[Element], zoom: float) -> list[NotePicture]:
    made = []
    for element in elements:
        room = note.text_box(element)
        made.append(
            NotePicture(
                box_of(element),
                QRectF(room.left, room.top, room.width, room.height),
                element.text,
                element.content.by,
                element.style.font or Font(),
                QColor(element.style.color),
                element.style.opacity,
                element.geometry.rotation,
                zoom,
            )
        )
    return made


def letters_on(paper: QColor) -> QColor:
    """Dark letters on light paper, light ones on dark."""
    bright = 0.2126 * paper.redF() ** 2.2 + 0.7152 * paper.greenF() ** 2.2 + 0.0722 * paper.blueF() ** 2.2
    return _DARK if bright > 0.2 else _LIGHT
