"""Mouse pointers: ink in its own width and colour, the eraser's circle, and the system's hands and arrows."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPainterPath, QPen, QPixmap

from whiteboard.tools.tool import Cursor

_SMALLEST_PX, _LARGEST_PX = 5.0, 96.0
"""Thinner ink is shown as a dot that can be seen, thicker as a circle that systems still show as a pointer."""

_SYSTEM = {
    Cursor.OPEN_HAND: Qt.CursorShape.OpenHandCursor,
    Cursor.CLOSED_HAND: Qt.CursorShape.ClosedHandCursor,
    Cursor.ARROW: Qt.CursorShape.ArrowCursor,
    Cursor.MOVE: Qt.CursorShape.SizeAllCursor,
    Cursor.CROSS: Qt.CursorShape.CrossCursor,
    Cursor.TEXT: Qt.CursorShape.IBeamCursor,
    Cursor.SIZE_WE: Qt.CursorShape.SizeHorCursor,
    Cursor.SIZE_NS: Qt.CursorShape.SizeVerCursor,
    Cursor.SIZE_NWSE: Qt.CursorShape.SizeFDiagCursor,
    Cursor.SIZE_NESW: Qt.CursorShape.SizeBDiagCursor,
}


def cursor_for(shape: Cursor, *, color: str, width_px: float, transparent: bool, density: float) -> QCursor:
    """The pointer for a tool's wish; colour (`#rrggbb`), width and `transparent` are those of the ink in hand, or the
    width the eraser's."""
    if shape in _SYSTEM:
        return QCursor(_SYSTEM[shape])
    if shape is Cursor.TURN:
        return _turning(density)
    if shape is Cursor.ERASER:
        return _circle("#ffffff", min(width_px, _LARGEST_PX), 0.75, density)
    if shape is Cursor.LASER:
        return _circle(color, 7.0, 1.0, density)
    width = min(max(round(width_px), _SMALLEST_PX), _LARGEST_PX)
    return _circle(color, width, 0.4 if transparent else 1.0, density)


@lru_cache(maxsize=4)
def _turning(density: float) -> QCursor:
    """An arrow that goes round, dark on a light rim."""
    side = 24
    picture = QPixmap(QSize(round(side * density), round(side * density)))
    picture.setDevicePixelRatio(density)
    picture.fill(Qt.GlobalColor.transparent)
    path = QPainterPath(QPointF(18.5, 12))
    path.arcTo(QRectF(5.5, 5.5, 13, 13), 0, -290)
    tip = path.currentPosition()
    path.moveTo(tip + QPointF(-5.5, -1.0))
    path.lineTo(tip)
    path.lineTo(tip + QPointF(0.5, -5.5))
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for color, width in (("#ffffff", 4.5), ("#1e1e1e", 2.0)):
            painter.setPen(QPen(QColor(color), width, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
            painter.drawPath(path)
    return QCursor(picture, side // 2, side // 2)


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
