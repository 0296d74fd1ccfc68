"""What lies above the board and belongs to nobody's drawing: cursors, marquee, eraser.

Each function paints with plain values in screen pixels (device-independent) and has a twin that says how much room its
picture takes, for the dirty rectangles.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from whiteboard.model.geometry import Point, Rect

ACCENT = QColor("#1971c2")

_LABEL_GAP_PX = 14.0
_LABEL_PADDING_PX = 5.0
_LABEL_SIZE_PX = 12
_MAX_LABEL_PX = 160.0


def paint_cursor(painter: QPainter, at_px: Point, name: str, color: str) -> None:
    """Another person's pointer: an arrow in their colour with their name beside it."""
    with _Saved(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(QPointF(*at_px))
        fill = QColor(color)
        painter.setPen(QPen(Qt.GlobalColor.white, 1.5, j=Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(fill)
        painter.drawPath(_arrow())
        if not name:
            return
        label, text = _label(name)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(label, label.height() / 2, label.height() / 2)
        painter.setFont(_font())
        painter.setPen(readable_on(fill))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, text)


def cursor_rect(at_px: Point, name: str) -> QRect:
    """The room that a cursor takes."""
    box = QRectF(-2, -2, 18, 22)
    if name:
        box = box.united(_label(name)[0])
    return box.translated(QPointF(*at_px)).adjusted(-2, -2, 2, 2).toAlignedRect()


def paint_marquee(painter: QPainter, box_px: Rect) -> None:
    """The box that a person drags to select what is inside."""
    with _Saved(painter):
        painter.setPen(QPen(ACCENT, 1))
        painter.setBrush(QBrush(_faint(ACCENT, 28)))
        painter.drawRect(_crisp(box_px))


def marquee_rect(box_px: Rect) -> QRect:
    return _room(box_px.grown(2))


def paint_eraser(painter: QPainter, at_px: Point, radius_px: float) -> None:
    """The circle that the eraser reaches, visible on any ink."""
    with _Saved(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(_faint(QColor(Qt.GlobalColor.white), 90))
        painter.setPen(QPen(QColor("#868e96"), 1.5))
        painter.drawEllipse(QPointF(*at_px), radius_px, radius_px)


def eraser_rect(at_px: Point, radius_px: float) -> QRect:
    return _room(Rect(at_px.x, at_px.y, at_px.x, at_px.y).grown(radius_px + 2))


def readable_on(color: QColor) -> QColor:
    """Black or white, whichever can be read on this colour (relative luminance of WCAG 2)."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)

    light = 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())
    return QColor("#1e1e1e") if light > 0.4 else QColor(Qt.GlobalColor.white)


class _Saved:
    """The painter as it was, afterwards."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter

    def __enter__(self) -> None:
        self._painter.save()

    def __exit__(self, *_: object) -> None:
        self._painter.restore()


def _arrow() -> QPainterPath:
    path = QPainterPath()
    path.moveTo(0, 0)
    for x, y in ((0.5, 15.5), (4.6, 11.8), (10.6, 11.2)):
        path.lineTo(x, y)
    path.closeSubpath()
    return path


def _font() -> QFont:
    font = QFont()
    font.setPixelSize(_LABEL_SIZE_PX)
    return font


def _label(name: str) -> tuple[QRectF, str]:
    """The label's box relative to the cursor, and its text, shortened if need be."""
    metrics = QFontMetricsF(_font())
    text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, _MAX_LABEL_PX)
    width, height = metrics.horizontalAdvance(text), metrics.height()
    return QRectF(8, _LABEL_GAP_PX, width + 2 * _LABEL_PADDING_PX + 4, height + _LABEL_PADDING_PX), text


def _faint(color: QColor, alpha: int) -> QColor:
    return QColor(color.red(), color.green(), color.blue(), alpha)


def _crisp(box: Rect) -> QRectF:
    """The box on pixel centres, so that a thin line fills whole pixels."""
    left, top = round(box.left) + 0.5, round(box.top) + 0.5
    return QRectF(left, top, round(box.right) + 0.5 - left, round(box.bottom) + 0.5 - top)


def _room(box: Rect) -> QRect:
    return QRectF(box.left, box.top, box.width, box.height).toAlignedRect()
