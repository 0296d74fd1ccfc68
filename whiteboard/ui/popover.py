"""A small panel that opens below a button, or above it, and closes by a click elsewhere or Escape."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from .shortcuts import is_escape
from .theme import MARGIN_PX, RADIUS_PX, SMALL_GAP_PX, THEME


class Popover(QWidget):
    """Put content into `column`; `open_below` shows it, inside the window's width."""

    def __init__(self, parent: QWidget, *, width_px: int = 288) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setFixedWidth(width_px)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        self.column.setSpacing(SMALL_GAP_PX * 2)

    def open_below(self, anchor: QWidget) -> None:
        self.adjustSize()
        window = anchor.window()
        corner = anchor.mapTo(window, QPoint(anchor.width(), anchor.height() + SMALL_GAP_PX))
        x = min(max(corner.x() - self.width(), SMALL_GAP_PX), window.width() - self.width() - SMALL_GAP_PX)
        y = corner.y()
        if y + self.height() > window.height() - SMALL_GAP_PX:
            y = max(anchor.mapTo(window, QPoint(0, 0)).y() - SMALL_GAP_PX - self.height(), SMALL_GAP_PX)
        self.move(window.mapToGlobal(QPoint(x, y)))
        self.show()

    def event(self, event: QEvent) -> bool:
        """Escape closes this; it is not the board's shortcut while this is open."""
        if is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without a compositor the corners would be black."""
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), RADIUS_PX, RADIUS_PX)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(THEME.colors.surface))  # the pixels that the mask cuts through
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(THEME.colors.border)))
            painter.setBrush(QColor(THEME.colors.surface))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
