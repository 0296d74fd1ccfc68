"""Mouse pointers: ink in its own width and colour, the eraser's circle, and the system's hands and arrows."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPen, QPixmap

from whiteboard.tools.eraser import RADIUS_PX
from whiteboard.tools.tool import Cursor

_SMALLEST_PX, _LARGEST_PX = 5.0, 96.0
"""Thinner ink is shown as a dot that can be seen, thicker as a circle that systems still show as a pointer."""

_SYSTEM = {
    Cursor.OPEN_HAND: Qt.CursorShape.OpenHandCursor,
    Cursor.CLOSED_HAND: Qt.CursorShape.ClosedHandCursor,
    Cursor.ARROW: Qt.CursorShape.ArrowCursor,
    Cursor.MOVE: Qt.CursorShape.SizeAllCursor,
}


def cursor_for(shape: Cursor, *, color: str, width_px: float, transparent: bool, density: float) -> QCursor:
    """The pointer for a tool's wish; colour (`#rrggbb`), width and `transparent` are those of the ink in hand."""
    if shape in _SYSTEM:
        return QCursor(_SYSTEM[shape])
    if shape is Cursor.ERASER:
        return _circle("#ffffff", 2 * RADIUS_PX, 0.75, density)
    width = min(max(round(width_px), _SMALLEST_PX), _LARGEST_PX)
    return _circle(color, width, 0.4 if transparent else 1.0, density)


@lru_cache(maxsize=64)
def _circle(color: str, width_px: float, opacity: float, density: float) -> QCursor:
    """A disc with a dark and a light rim, so that it shows on any ink."""
    side = int(width_px) + 6
    side += side % 2
    picture = QPixmap(QSize(round(side * density), round(side * density)))
    picture.setDevicePixelRatio(density)
    picture.fill(Qt.GlobalColor.transparent)
    middle, radius = QPointF(side / 2, side / 2), width_px / 2
    fill = QColor(color)
    fill.setAlphaF(opacity)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(255, 255, 255, 230), 3))
        painter.drawEllipse(middle, radius + 0.5, radius + 0.5)
        painter.setPen(QPen(QColor(60, 66, 72, 230), 1))
        painter.setBrush(fill)
        painter.drawEllipse(middle, radius + 0.5, radius + 0.5)
    return QCursor(picture, side // 2, side // 2)
