"""How a selection looks above the board: outlines, the frame with its handles, the lasso, guides and the angle.

As in `overlay.py`: plain values in screen pixels, and a twin of each function says how much room its picture takes.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from whiteboard.model.geometry import Point, Rect

from .overlay import ACCENT

GUIDE = QColor("#e8590c")
LOCKED = QColor("#868e96")
_HANDLE_PX, _SIDE_HANDLE_PX = 9.0, 7.0
_KNOB_PX = 5.5
_BADGE_PX = 18.0
_LABEL_PX = 12
_LABEL_PADDING_PX = 6.0
_DASHES = [4.0, 3.0]

Polygon = Sequence[Point]
"""Corners in pixels; of a frame clockwise from what was the upper left."""


def paint_outlines(painter: QPainter, outlines_px: Sequence[Polygon]) -> None:
    """Thin lines around each of several elements."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_faint(ACCENT, 130), 1))
    for outline in outlines_px:
        painter.drawPolygon(_polygon(outline))
    painter.restore()


def paint_frame(
    painter: QPainter, corners_px: Polygon, *, handles: bool, sides: tuple[bool, bool], knob_px: Point | None
) -> None:
    """The box around what is selected; `sides`: whether the upper and lower, and the left and right, have handles."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ACCENT, 1.5))
    painter.drawPolygon(_polygon(corners_px))
    if handles:
        a, b, c, d = corners_px
        painter.setBrush(Qt.GlobalColor.white)
        turned = math.degrees(math.atan2(b.y - a.y, b.x - a.x))
        if knob_px is not None:
            painter.drawLine(QPointF(*_middle(a, b)), QPointF(*knob_px))
            painter.drawEllipse(QPointF(*knob_px), _KNOB_PX, _KNOB_PX)
        middles = [_middle(a, b), _middle(c, d)] if sides[0] else []
        middles += [_middle(b, c), _middle(d, a)] if sides[1] else []
        for at in middles:
            _paint_handle(painter, at, turned, _SIDE_HANDLE_PX)
        for at in corners_px:
            _paint_handle(painter, at, turned, _HANDLE_PX)
    painter.restore()


def frame_rect(corners_px: Polygon, knob_px: Point | None) -> QRect:
    points = [*corners_px, *([knob_px] if knob_px is not None else [])]
    return _room(Rect.around(points).grown(_HANDLE_PX + 1))


def paint_ends(painter: QPainter, ends_px: Sequence[Point]) -> None:
    """The handles of a connector."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ACCENT, 1.5))
    painter.setBrush(Qt.GlobalColor.white)
    for end in ends_px:
        painter.drawEllipse(QPointF(*end), _KNOB_PX, _KNOB_PX)
    painter.restore()


def ends_rect(ends_px: Sequence[Point]) -> QRect:
    return _room(Rect.around(ends_px).grown(_KNOB_PX + 2))


def paint_locked(painter: QPainter, corners_px: Polygon, badge_px: Point) -> None:
    """What is locked: a grey frame, and a lock that a press opens."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(LOCKED, 1.5)
    pen.setDashPattern(_DASHES)
    painter.setPen(pen)
    painter.drawPolygon(_polygon(corners_px))
    x, y = badge_px
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(LOCKED)
    painter.drawEllipse(QPointF(x, y), _BADGE_PX / 2, _BADGE_PX / 2)
    painter.setPen(QPen(Qt.GlobalColor.white, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(QRectF(x - 2.5, y - 5.5, 5, 6), 0, 180 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.white)
    painter.drawRoundedRect(QRectF(x - 4, y - 1.5, 8, 6), 1, 1)
    painter.restore()


def locked_rect(corners_px: Polygon, badge_px: Point) -> QRect:
    return _room(Rect.around([*corners_px, badge_px]).grown(_BADGE_PX / 2 + 2))


def paint_lasso(painter: QPainter, line_px: Polygon) -> None:
    """The line that is being drawn around something, closed by a thinner one."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_faint(ACCENT, 28))
    painter.drawPolygon(_polygon(line_px))
    pen = QPen(ACCENT, 1.5)
    pen.setDashPattern(_DASHES)
    painter.setPen(pen)
    painter.drawPolyline(_polygon(line_px))
    painter.restore()


def lasso_rect(line_px: Polygon) -> QRect:
    return _room(Rect.around(line_px).grown(3))


def paint_guides(painter: QPainter, lines_px: Sequence[tuple[Point, Point]]) -> None:
    """Thin lines along what fits, with small bars at their ends."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(GUIDE, 1))
    for begin, end in lines_px:
        across = QPointF(3, 0) if begin.x == end.x else QPointF(0, 3)
        a, b = QPointF(round(begin.x) + 0.5, round(begin.y) + 0.5), QPointF(round(end.x) + 0.5, round(end.y) + 0.5)
        painter.drawLines([QLineF(a, b), QLineF(a - across, a + across), QLineF(b - across, b + across)])
    painter.restore()


def guides_rect(lines_px: Sequence[tuple[Point, Point]]) -> QRect:
    return _room(Rect.around([point for line in lines_px for point in line]).grown(5))


def paint_label(painter: QPainter, at_px: Point, text: str) -> None:
    """A few letters on a dark ground, around this point."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(30, 30, 30, 225))
    box = _label(at_px, text)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(Qt.GlobalColor.white)
    painter.setFont(_font())
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def label_rect(at_px: Point, text: str) -> QRect:
    return _label(at_px, text).toAlignedRect().adjusted(-1, -1, 1, 1)


def _paint_handle(painter: QPainter, at: Point, turned: float, side: float) -> None:
    painter.save()
    painter.translate(QPointF(*at))
    painter.rotate(turned)
    painter.drawRoundedRect(QRectF(-side / 2, -side / 2, side, side), 2, 2)
    painter.restore()


def _polygon(points: Polygon) -> QPolygonF:
    """On pixel centres where the sides are upright, so that thin lines fill whole pixels."""
    if len(points) == 4 and (points[0].y == points[1].y or points[0].x == points[1].x):
        return QPolygonF([QPointF(round(x) + 0.5, round(y) + 0.5) for x, y in points])
    return QPolygonF([QPointF(x, y) for x, y in points])


def _middle(a: Point, b: Point) -> Point:
    return Point((a.x + b.x) / 2, (a.y + b.y) / 2)


def _font() -> QFont:
    font = QFont()
    font.setPixelSize(_LABEL_PX)
    return font


def _label(at: Point, text: str) -> QRectF:
    metrics = QFontMetricsF(_font())
    width = metrics.horizontalAdvance(text) + 2 * _LABEL_PADDING_PX
    height = metrics.height() + _LABEL_PADDING_PX
    return QRectF(round(at.x - width / 2), round(at.y - height / 2), width, height)


def _faint(color: QColor, alpha: int) -> QColor:
    return QColor(color.red(), color.green(), color.blue(), alpha)


def _room(box: Rect) -> QRect:
    return QRectF(box.left, box.top, box.width, box.height).toAlignedRect()
