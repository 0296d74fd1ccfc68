"""Ruler, set square, protractor and compass: clear plastic with scales that can be read at any turn.

Painted in the instrument's own box, before it is turned (see `model.elements.instrument`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF

from whiteboard.model.element import Element
from whiteboard.model.elements import instrument
from whiteboard.model.elements.instrument import CM, RULER_MARGIN, moved
from whiteboard.model.geometry import Point

_BODY, _SHINE = QColor(205, 226, 243, 140), QColor(240, 248, 255, 165)
_EDGE = QColor(62, 104, 144, 210)
_MARKS = QColor(27, 42, 58, 225)
_FAINT = QColor(27, 42, 58, 90)
_HANDLE = QColor(255, 255, 255, 225)
_METAL, _METAL_EDGE = QColor(186, 196, 206, 245), QColor(95, 108, 122)
_WOOD, _LEAD = QColor("#f0b429"), QColor("#343a40")
_STEEL = QColor("#495057")
_HANDLE_RADIUS = 11.0
_MM = CM / 10
_MM_TICK, _HALF_TICK, _CM_TICK = 7.0, 11.0, 16.0
_LEAST_GAP_PX = 2.5
"""Marks nearer together than this on the screen are left out."""


@dataclass(frozen=True, slots=True)
class InstrumentPicture:
    element: Element
    zoom: float

    def paint(self, painter: QPainter) -> None:
        g = self.element.geometry
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(g.x + g.w / 2, g.y + g.h / 2)
        painter.rotate(math.degrees(g.rotation))
        painter.translate(-g.w / 2, -g.h / 2)
        _PAINT.get(self.element.content.form, _ruler)(painter, self.element, self.zoom)
        _close_button(painter, instrument.closer(self.element))
        _turn_handle(painter, instrument.turner(self.element))
        painter.restore()

    def moved(self, dx: float, dy: float) -> InstrumentPicture:
        return InstrumentPicture(moved(self.element, Point(dx, dy)), self.zoom)


def pictures(elements: Sequence[Element], zoom: float) -> list[InstrumentPicture]:
    return [InstrumentPicture(element, zoom) for element in elements]


def degrees_shown(element: Element) -> int:
    """How far the instrument is turned, as a class counts it: anticlockwise; a ruler has no beginning."""
    whole = 180 if element.content.form == "ruler" else 360
    return round(-math.degrees(element.geometry.rotation)) % whole


# ------------------------------------------------------------ the four


def _ruler(painter: QPainter, element: Element, zoom: float) -> None:
    g = element.geometry
    body = QPainterPath()
    body.addRoundedRect(QRectF(0.6, 0.6, max(g.w - 1.2, 1), max(g.h - 1.2, 1)), 5, 5)
    _plastic(painter, body, g.h)
    _scale(painter, QPointF(RULER_MARGIN, 0), 0.0, g.w - 2 * RULER_MARGIN, zoom)
    painter.setPen(QPen(_FAINT, 0.8))
    painter.drawLine(QPointF(4, g.h - 6), QPointF(g.w - 4, g.h - 6))
    _angle(painter, element, QPointF(g.w / 2, g.h - 20))


def _set_square(painter: QPainter, element: Element, zoom: float) -> None:
    g = element.geometry
    band, length = 1.3 * CM, math.hypot(g.w, g.h)
    body = QPainterPath()
    body.addPolygon(QPolygonF([QPointF(*corner) for corner in instrument.outline(element)]))
    body.closeSubpath()
    upper = QPointF(band, (band * length + g.h * band) / max(g.w, 1))
    right = QPointF((g.w * (g.h - band) - band * length) / max(g.h, 1), g.h - band)
    if right.x() > band and upper.y() < g.h - band:
        hole = QPainterPath()
        hole.addPolygon(QPolygonF([upper, right, QPointF(band, g.h - band)]))
        hole.closeSubpath()
        body = body.subtracted(hole)
    painter.save()
    painter.setClipPath(body)
    _plastic(painter, body, g.h)
    painter.strokePath(body, QPen(_EDGE, 2.4))  # half of it is clipped: sharp corners would reach far out
    _scale(painter, QPointF(0, g.h), 0.0, g.w - 1.5 * CM, zoom, inwards=-1)
    _scale(painter, QPointF(0, g.h), -90.0, g.h - 1.5 * CM, zoom)
    painter.restore()
    _angle(painter, element, QPointF(0.62 * g.w - 0.55 * CM * g.h / length, 0.62 * g.h + 0.55 * CM * g.w / length))


def _protractor(painter: QPainter, element: Element, zoom: float) -> None:
    g = element.geometry
    radius = g.w / 2
    cx, cy = instrument.protractor_center(g)
    disc = QRectF(0.6, 0.6, g.w - 1.2, g.w - 1.2)
    body = QPainterPath(QPointF(g.w - 0.6, cy))
    body.arcTo(disc, 0, 180)
    body.lineTo(0.6, g.h - 0.6)
    body.lineTo(g.w - 0.6, g.h - 0.6)
    body.closeSubpath()
    _plastic(painter, body, g.h)
    every = next((step for step in (1, 5, 10) if math.radians(step) * radius * zoom >= _LEAST_GAP_PX), 30)
    ticks: list[QLineF] = []
    strong: list[QLineF] = []
    for degree in range(0, 181, every):
        reach = 18.0 if degree % 10 == 0 else 13.0 if degree % 5 == 0 else 8.0
        out = QPointF(-math.cos(math.radians(degree)), -math.sin(math.radians(degree)))
        line = QLineF(QPointF(cx, cy) + out * (radius - 1), QPointF(cx, cy) + out * (radius - reach))
        (strong if degree % 10 == 0 else ticks).append(line)
    painter.setPen(QPen(_MARKS, 0.7))
    painter.drawLines(ticks)
    painter.setPen(QPen(_MARKS, 1.1))
    painter.drawLines(strong)
    painter.setPen(QPen(_FAINT, 0.8))
    painter.drawArc(QRectF(cx - radius + 48, cy - radius + 48, 2 * radius - 96, 2 * radius - 96), 0, 180 * 16)
    for degree in range(0, 181, 10):
        _around(painter, cx, cy, radius - 26, degree, 11.0, _MARKS)
        _around(painter, cx, cy, radius - 40, degree, 8.5, _EDGE, 180 - degree)
    painter.setPen(QPen(_MARKS, 0.9))
    painter.drawLine(QPointF(20, cy), QPointF(g.w - 20, cy))
    painter.drawLine(QPointF(cx, cy - 26), QPointF(cx, cy + 8))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(cx, cy), 4.5, 4.5)
    _angle(painter, element, QPointF(cx, cy - 0.42 * radius))


def _compass(painter: QPainter, element: Element, zoom: float) -> None:
    g = element.geometry
    top, foot, tip = QPointF(g.w / 2, 10), QPointF(0, g.h), QPointF(g.w, g.h)
    painter.setPen(QPen(_FAINT, 1, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(4, g.h - 0.6), QPointF(g.w - 4, g.h - 0.6))
    for end, point in ((foot, _STEEL), (tip, _LEAD)):
        way = end - top
        length = math.hypot(way.x(), way.y()) or 1.0
        ahead = way / length
        aside = QPointF(-ahead.y(), ahead.x())
        knee = end - ahead * min(26.0, length / 2)
        painter.setPen(QPen(_METAL_EDGE, 1))
        painter.setBrush(_METAL)
        painter.drawPolygon(QPolygonF([top + aside * 6, knee + aside * 4, knee - aside * 4, top - aside * 6]))
        painter.setBrush(point if end is foot else _WOOD)
        painter.drawPolygon(
            QPolygonF([knee + aside * (2.5 if end is foot else 4.5), end, knee - aside * (2.5 if end is foot else 4.5)])
        )
        if end is tip:
            near = end - ahead * 8
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_LEAD)
            painter.drawPolygon(QPolygonF([near + aside * 1.4, end, near - aside * 1.4]))
    painter.setPen(QPen(_METAL_EDGE, 1))
    painter.setBrush(_STEEL)
    painter.drawRoundedRect(QRectF(g.w / 2 - 4, 0.6, 8, 14), 3, 3)
    painter.setBrush(_METAL)
    painter.drawEllipse(QPointF(g.w / 2, 18), 11, 11)
    _words(painter, QPointF(g.w / 2, g.h - 14), f"{g.w / CM:.1f} cm", 12.0)


_PAINT = {"ruler": _ruler, "set_square": _set_square, "protractor": _protractor, "compass": _compass}


# ------------------------------------------------------------ their parts


def _plastic(painter: QPainter, body: QPainterPath, height: float) -> None:
    shine = QLinearGradient(0, 0, 0, height)
    shine.setColorAt(0.0, _SHINE)
    shine.setColorAt(0.35, _BODY)
    shine.setColorAt(1.0, _SHINE)
    painter.fillPath(body, shine)
    painter.strokePath(body, QPen(_EDGE, 1.2))


def _scale(
    painter: QPainter, zero: QPointF, direction: float, length: float, zoom: float, inwards: float = 1.0
) -> None:
    """Millimetres and numbered centimetres along a line of this direction (degrees clockwise), marks to its side."""
    painter.save()
    painter.translate(zero)
    painter.rotate(direction)
    every = next((step for step in (1, 5, 10) if step * _MM * zoom >= _LEAST_GAP_PX), 10)
    fine: list[QLineF] = []
    strong: list[QLineF] = []
    for number in range(0, int(length / _MM + 1e-6) + 1, every):
        reach = _CM_TICK if number % 10 == 0 else _HALF_TICK if number % 5 == 0 else _MM_TICK
        line = QLineF(number * _MM, inwards, number * _MM, inwards * reach)
        (strong if number % 10 == 0 else fine).append(line)
    painter.setPen(QPen(_MARKS, 0.7))
    painter.drawLines(fine)
    painter.setPen(QPen(_MARKS, 1.1))
    painter.drawLines(strong)
    if CM * zoom >= 14:
        painter.setFont(_font(12.0))
        for number in range(int(length / CM + 1e-6) + 1):
            if number or (direction == 0.0 and inwards > 0):
                box = QRectF(number * CM - 15, inwards * (_CM_TICK + 9) - 8, 30, 16)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
    painter.restore()


def _around(
    painter: QPainter,
    cx: float,
    cy: float,
    radius: float,
    degree: int,
    size: float,
    color: QColor,
    said: int | None = None,
) -> None:
    """The number of a degree, counted clockwise from the left, on its place around the middle."""
    painter.save()
    painter.translate(cx, cy)
    painter.rotate(degree - 90)
    painter.setFont(_font(size))
    painter.setPen(color)
    box = QRectF(-15, -radius - 8, 30, 16)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(degree if said is None else said))
    painter.restore()


def _angle(painter: QPainter, element: Element, at: QPointF) -> None:
    _words(painter, at, f"{degrees_shown(element)}\N{DEGREE SIGN}", 14.0)


def _words(painter: QPainter, at: QPointF, words: str, size: float) -> None:
    """A read-out on a light ground."""
    painter.setFont(_font(size))
    wide = painter.fontMetrics().horizontalAdvance(words) + 12
    box = QRectF(at.x() - wide / 2, at.y() - size * 0.75, wide, size * 1.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_HANDLE)
    painter.drawRoundedRect(box, size * 0.75, size * 0.75)
    painter.setPen(_MARKS)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def _close_button(painter: QPainter, at: Point) -> None:
    _disc(painter, at)
    arm = 4.0
    painter.drawLine(QPointF(at.x - arm, at.y - arm), QPointF(at.x + arm, at.y + arm))
    painter.drawLine(QPointF(at.x - arm, at.y + arm), QPointF(at.x + arm, at.y - arm))


def _turn_handle(painter: QPainter, at: Point) -> None:
    _disc(painter, at)
    arc = QPainterPath(QPointF(at.x + 5, at.y))
    arc.arcTo(QRectF(at.x - 5, at.y - 5, 10, 10), 0, -285)
    tip = arc.currentPosition()
    arc.moveTo(tip + QPointF(-4.2, -0.8))
    arc.lineTo(tip)
    arc.lineTo(tip + QPointF(0.4, -4.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(arc)


def _disc(painter: QPainter, at: Point) -> None:
    painter.setPen(QPen(_EDGE, 1))
    painter.setBrush(_HANDLE)
    painter.drawEllipse(QPointF(*at), _HANDLE_RADIUS, _HANDLE_RADIUS)
    painter.setPen(QPen(_MARKS, 1.6, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))


def _font(size: float) -> QFont:
    font = QFont()
    font.setPixelSize(max(1, round(size)))
    return font
