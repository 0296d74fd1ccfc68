"""A small picture of a pressure curve, and of a stroke that is pressed harder and harder."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from .pressure_curve import bent
from .theme import RADIUS_PX, THEME

SIZE_PX = QSize(84, 84)
_INSIDE_PX = 8.0
_STEPS = 32


class CurvePicture(QWidget):
    """To the right: how hard one presses. Upwards: what the ink gets."""

    def __init__(self) -> None:
        super().__init__()
        self._firmness = 0.0
        self.setFixedSize(SIZE_PX)
        self.setToolTip(self.tr("To the right: how hard you press. Upwards: how wide the line gets."))

    def show_curve(self, firmness: float) -> None:
        self._firmness = firmness
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = THEME.colors
        box = QRectF(self.rect()).adjusted(_INSIDE_PX, _INSIDE_PX, -_INSIDE_PX, -_INSIDE_PX)

        def at(pressure: float) -> QPointF:
            return QPointF(
                box.left() + pressure * box.width(), box.bottom() - bent(pressure, self._firmness) * box.height()
            )

        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colors.border), 1))
            painter.setBrush(QColor(colors.field))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
            painter.setPen(QPen(QColor(colors.border), 1, Qt.PenStyle.DashLine))
            painter.drawLine(box.bottomLeft(), box.topRight())
            painter.setPen(QPen(QColor(colors.link), 2))
            painter.drawPolyline(QPolygonF([at(step / _STEPS) for step in range(_STEPS + 1)]))
