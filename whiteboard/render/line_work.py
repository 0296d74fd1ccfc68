"""Outlines, lines and tips on a QPainter: the model's paths as Qt's, pens with dashes, what is seen through as a whole.

Whoever paints shapes or connectors, on a screen or into a file, does it with these.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPaintEngine, QPainter, QPainterPath, QPen, QTransform

from whiteboard.model.geometry import Point, Rect
from whiteboard.model.path import Path
from whiteboard.model.style import Style

DASHED, DOTTED = (2.0, 3.0), (0.001, 2.0)
"""What a line goes and leaves out, in its widths; its round ends reach into the gaps."""

_HAIR_PX = 1.0
"""A line of less device pixels is drawn as a hairline, and fainter the thinner it is, but to be seen."""

_FAINTEST = 0.3


def qt_path(path: Path) -> QPainterPath:
    """The same as a QPainterPath, to be filled with the non-zero rule."""
    made = QPainterPath(QPointF(*path.start))
    made.setFillRule(Qt.FillRule.WindingFill)
    for end, a, b in path.legs:
        if a is None or b is None:
            made.lineTo(*end)
        else:
            made.cubicTo(QPointF(*a), QPointF(*b), QPointF(*end))
    if path.closed:
        made.closeSubpath()
    return made


def line_pen(style: Style, scale: float, *, dashes: bool = True) -> QPen:
    """The pen for a style's lines, on a painter that takes `scale` device pixels a board unit."""
    color = QColor(style.color)
    thickness_px = style.width * scale
    if thickness_px < _HAIR_PX:
        color.setAlphaF(max(thickness_px, _FAINTEST))
        return QPen(color, 0.0)
    pen = QPen(color, style.width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashes and style.dash:
        pen.setDashPattern(DASHED if style.dash == "dashed" else DOTTED)
    return pen


def device_scale(painter: QPainter) -> float:
    """Device pixels a unit of the painter."""
    place = painter.deviceTransform()
    return math.sqrt(abs(place.determinant()))


def paint_through(painter: QPainter, box: Rect, opacity: float, paint: Callable[[QPainter], None]) -> None:
    """Paint something that is seen through as a whole: where its parts lie on each other, they do not add up.

    `box`, in the painter's units, contains all of it. Only pictures are painted so; a printer or a file, which keeps
    its lines as lines, gets its parts seen through one by one.
    """
    if opacity >= 1.0:
        paint(painter)
        return
    painter.save()
    if painter.paintEngine().type() is not QPaintEngine.Type.Raster:
        painter.setOpacity(painter.opacity() * opacity)
        paint(painter)
    elif not (room := _device_room(painter, box)).isEmpty():
        layer = QImage(room.size(), QImage.Format.Format_ARGB32_Premultiplied)
        layer.fill(Qt.GlobalColor.transparent)
        with QPainter(layer) as within:
            within.setRenderHints(painter.renderHints())
            within.setTransform(painter.deviceTransform() * QTransform.fromTranslate(-room.x(), -room.y()))
            paint(within)
        painter.setOpacity(painter.opacity() * opacity)
        painter.resetTransform()
        painter.setTransform(painter.deviceTransform().inverted()[0])
        painter.drawImage(room.topLeft(), layer)
    painter.restore()


def qt_rect(box: Rect) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)


def qt_point(point: Point) -> QPointF:
    return QPointF(point.x, point.y)


def _device_room(painter: QPainter, box: Rect) -> QRect:
    """The device pixels of a box that can be seen."""
    place, device = painter.deviceTransform(), painter.device()
    ratio = device.devicePixelRatioF()
    whole = QRectF(0, 0, device.width() * ratio, device.height() * ratio)
    if painter.hasClipping():
        whole = whole.intersected(place.mapRect(painter.clipBoundingRect()))
    return place.mapRect(qt_rect(box)).intersected(whole).adjusted(-1, -1, 1, 1).toAlignedRect()
