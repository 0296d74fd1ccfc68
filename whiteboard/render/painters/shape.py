"""Shapes: filled, outlined, with the label inside."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from whiteboard.model.element import Element
from whiteboard.model.elements.shape import label_box, upright_outline
from whiteboard.model.geometry import Rect
from whiteboard.model.style import Font, Style

from ..line_work import device_scale, line_pen, paint_through, qt_path, qt_rect
from ..text_layout import paint_text

_CENTERED = Font(align="center")


@dataclass(frozen=True, slots=True)
class ShapePicture:
    """The outline of a shape around the middle of its box, which is at x, y; `rotation` in degrees."""

    x: float
    y: float
    rotation: float
    outline: QPainterPath
    box: Rect
    style: Style
    label: str
    label_box: QRectF

    def paint(self, painter: QPainter) -> None:
        painter.save()
        painter.translate(self.x, self.y)
        painter.rotate(self.rotation)
        paint_through(painter, self.box, self.style.opacity, self._paint)
        painter.restore()

    def moved(self, dx: float, dy: float) -> ShapePicture:
        return replace(self, x=self.x + dx, y=self.y + dy)

    def _paint(self, painter: QPainter) -> None:
        style, scale = self.style, device_scale(painter)
        if style.fill:
            painter.fillPath(self.outline, QColor(style.fill))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(line_pen(style, scale))
        painter.drawPath(self.outline)
        if self.label:
            font = style.font or _CENTERED
            paint_text(painter, self.label, font, QColor(style.color), self.label_box, middle=True, zoom=scale)


def pictures(elements: Sequence[Element], zoom: float) -> list[ShapePicture]:
    return [_picture(element) for element in elements]


def _picture(element: Element) -> ShapePicture:
    g = element.geometry
    x, y = g.x + g.w / 2, g.y + g.h / 2
    return ShapePicture(
        x,
        y,
        math.degrees(g.rotation),
        qt_path(upright_outline(element)).translated(-g.w / 2, -g.h / 2),
        Rect(-g.w / 2, -g.h / 2, g.w / 2, g.h / 2).grown(element.style.width / 2),
        element.style,
        element.text,
        qt_rect(label_box(element).moved(-x, -y)),
    )
