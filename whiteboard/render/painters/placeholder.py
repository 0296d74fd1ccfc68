"""An element of a kind that this version does not know: a dashed box with the kind's name, so that nobody misses it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from whiteboard.model.element import Element
from whiteboard.model.elements import bounds

_GREY = QColor("#868e96")
_FILL = QColor(134, 142, 150, 24)
_LINE = 1.0
_LETTERS = 14.0


@dataclass(frozen=True, slots=True)
class PlaceholderPicture:
    """The box in board units, and what to write into it."""

    box: QRectF
    text: str

    def paint(self, painter: QPainter) -> None:
        painter.save()
        painter.setPen(QPen(_GREY, _LINE, Qt.PenStyle.DashLine))
        painter.setBrush(_FILL)
        painter.drawRect(self.box)
        font = QFont()
        font.setPixelSize(int(_LETTERS))
        painter.setFont(font)
        painter.setClipRect(self.box, Qt.ClipOperation.IntersectClip)
        painter.drawText(self.box, Qt.AlignmentFlag.AlignCenter, self.text)
        painter.restore()

    def moved(self, dx: float, dy: float) -> PlaceholderPicture:
        return PlaceholderPicture(self.box.translated(dx, dy), self.text)


def pictures(elements: Sequence[Element], zoom: float) -> list[PlaceholderPicture]:
    made = []
    for element in elements:
        box = bounds(element)
        inner = QRectF(box.left, box.top, box.width, box.height).adjusted(_LINE / 2, _LINE / 2, -_LINE / 2, -_LINE / 2)
        made.append(PlaceholderPicture(inner, element.kind))
    return made
