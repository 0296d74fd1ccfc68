"""Islands: panels that float above the board, with rows of buttons."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from .theme import RADIUS_PX, SMALL_GAP_PX, THEME


class Island(QFrame):
    """A panel that floats above the canvas; buttons in a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SMALL_GAP_PX, SMALL_GAP_PX, SMALL_GAP_PX, SMALL_GAP_PX)
        self._row.setSpacing(0)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self._row.addWidget(widget)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside a button is no click on the board below."""

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_ground(painter, QRectF(self.rect()))


class Row(QWidget):
    """Buttons side by side."""

    def __init__(self, widgets: Iterable[QWidget] = ()) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.add(*widgets)

    def add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self._row.addWidget(widget)

    def add_space(self) -> None:
        """Buttons before it stand at the left."""
        self._row.addStretch(1)


class Divider(QWidget):
    """A thin line between buttons."""

    def sizeHint(self) -> QSize:
        return QSize(2 * SMALL_GAP_PX + 1, THEME.target_px)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(SMALL_GAP_PX, 8, 1, self.height() - 16, QColor(THEME.colors.border))


def paint_ground(painter: QPainter, of: QRectF) -> None:
    """The surface of an island, with its edge."""
    colors = THEME.colors
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colors.border), 1))
    painter.setBrush(QColor(colors.surface))
    painter.drawRoundedRect(of.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
