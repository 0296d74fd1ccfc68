"""Fields to find a colour in: how strong and how bright, and on the strip beside it which."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QLinearGradient, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from .theme import THEME

_STEP = 0.02
_CORNER_PX = 6.0


class _Field(QWidget):
    """A place in it is a pair of shares, 0..1 from the left and from the top."""

    moved = Signal(float, float)

    def __init__(self, name: str, size: QSize, *, high: bool) -> None:
        super().__init__()
        self._at = QPointF(0, 0)
        self._size = size
        self._high = high
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return self._size

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {
            Qt.Key.Key_Left: (-_STEP, 0.0),
            Qt.Key.Key_Right: (_STEP, 0.0),
            Qt.Key.Key_Up: (0.0, -_STEP),
            Qt.Key.Key_Down: (0.0, _STEP),
        }
        way = ways.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            self._tell(self._at.x() + way[0], self._at.y() + way[1])

    def _go(self, at: QPointF) -> None:
        self._tell(at.x() / max(self.width() - 1, 1), at.y() / max(self.height() - 1, 1))

    def _tell(self, x: float, y: float) -> None:
        self._at = QPointF(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0) if self._high else 0.0)
        self.update()
        self.moved.emit(self._at.x(), self._at.y())

    def _paint_place(self, painter: QPainter, inside: QColor) -> None:
        y = self._at.y() * self.height() if self._high else self.height() / 2
        radius = 7.0
        at = QPointF(
            min(max(self._at.x() * self.width(), radius + 1), self.width() - radius - 1),
            min(max(y, radius + 1), self.height() - radius - 1),
        )
        painter.setBrush(inside)
        painter.setPen(QPen(QColor("#1e1e1e"), 3.5))
        painter.drawEllipse(at, radius, radius)
        painter.setPen(QPen(QColor("#ffffff"), 2))
        painter.drawEllipse(at, radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(THEME.colors.link), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _CORNER_PX, _CORNER_PX)

    def _clip(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), _CORNER_PX, _CORNER_PX)
        painter.setClipPath(path)


class ShadeField(_Field):
    """From grey to strong, and from dark to bright, in one hue."""

    def __init__(self, name: str) -> None:
        super().__init__(name, QSize(200, 132), high=True)
        self._hue = 0.0

    def show_shade(self, hue: float, saturation: float, value: float) -> None:
        """All 0..1."""
        self._hue = hue
        self._at = QPointF(saturation, 1 - value)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        across = QLinearGradient(0, 0, self.width(), 0)
        across.setColorAt(0, QColor("#ffffff"))
        across.setColorAt(1, QColor.fromHsvF(self._hue, 1, 1))
        down = QLinearGradient(0, 0, 0, self.height())
        down.setColorAt(0, QColor(0, 0, 0, 0))
        down.setColorAt(1, QColor(0, 0, 0))
        with QPainter(self) as painter:
            self._clip(painter)
            painter.fillRect(self.rect(), across)
            painter.fillRect(self.rect(), down)
            self._paint_place(painter, QColor.fromHsvF(self._hue, self._at.x(), 1 - self._at.y()))


class HueStrip(_Field):
    """All hues, side by side."""

    def __init__(self, name: str) -> None:
        super().__init__(name, QSize(200, 24), high=False)

    def show_hue(self, hue: float) -> None:
        self._at = QPointF(hue, 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        across = QLinearGradient(0, 0, self.width(), 0)
        for step in range(13):
            across.setColorAt(step / 12, QColor.fromHsvF(step / 12 % 1, 1, 1))
        with QPainter(self) as painter:
            self._clip(painter)
            painter.fillRect(self.rect(), across)
            self._paint_place(painter, QColor.fromHsvF(self._at.x() % 1, 1, 1))
