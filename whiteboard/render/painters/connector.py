"""Connectors: a line, its tips, and the label that interrupts it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from whiteboard.model.element import Element
from whiteboard.model.elements import bounds
from whiteboard.model.elements.connector import label_box
from whiteboard.model.elements.connector_line import drawn_line, tips_of
from whiteboard.model.geometry import Rect
from whiteboard.model.style import Font, Style

from ..line_work import device_scale, line_pen, paint_through, qt_path, qt_rect
from ..text_layout import measured, paint_text

_CENTERED = Font(align="center")

_CLEARANCE = 4.0
"""Between the letters of a label and the line, in board units."""


@dataclass(frozen=True, slots=True)
class ConnectorPicture:
    """Line and tips relative to where the connector starts, which is at x, y. `tips` say whether they are filled."""

    x: float
    y: float
    line: QPainterPath
    tips: tuple[tuple[QPainterPath, bool], ...]
    box: Rect
    style: Style
    label: str
    label_box: QRectF

    def paint(self, painter: QPainter) -> None:
        painter.save()
        painter.translate(self.x, self.y)
        paint_through(painter, self.box, self.style.opacity, self._paint)
        painter.restore()

    def moved(self, dx: float, dy: float) -> ConnectorPicture:
        return replace(self, x=self.x + dx, y=self.y + dy)

    def _paint(self, painter: QPainter) -> None:
        style, scale = self.style, device_scale(painter)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(line_pen(style, scale))
        painter.save()
        if self.label:
            painter.setClipPath(self._beside_label(), Qt.ClipOperation.IntersectClip)
        painter.drawPath(self.line)
        painter.restore()
        painter.setPen(line_pen(style, scale, dashes=False))
        for tip, filled in self.tips:
            if filled:
                painter.fillPath(tip, QColor(style.color))
            painter.drawPath(tip)
        if self.label:
            font = style.font or _CENTERED
            paint_text(painter, self.label, font, QColor(style.color), self.label_box, middle=True, zoom=scale)

    def _beside_label(self) -> QPainterPath:
        """Where the line is drawn: everywhere but behind the letters."""
        font = self.style.font or _CENTERED
        room = self.label_box
        w, h = measured(self.label, font, room.width())
        w, h = min(w, room.width()) + 2 * _CLEARANCE, min(h, room.height())
        everywhere = QPainterPath()
        everywhere.setFillRule(Qt.FillRule.OddEvenFill)
        everywhere.addRect(qt_rect(self.box))
        everywhere.addRect(QRectF(room.center().x() - w / 2, room.center().y() - h / 2, w, h))
        return everywhere


def pictures(elements: Sequence[Element], zoom: float) -> list[ConnectorPicture]:
    return [_picture(element) for element in elements]


def _picture(element: Element) -> ConnectorPicture:
    x, y = element.geometry.x, element.geometry.y
    label = label_box(element).moved(-x, -y) if element.text else Rect(0.0, 0.0, 0.0, 0.0)
    return ConnectorPicture(
        x,
        y,
        qt_path(drawn_line(element)).translated(-x, -y),
        tuple((qt_path(tip.path).translated(-x, -y), tip.filled) for tip in tips_of(element)),
        bounds(element).moved(-x, -y).grown(_CLEARANCE),
        element.style,
        element.text,
        qt_rect(label),
    )
