"""A field to try pens and fingers in: ink at once, a circle around each finger, a ring beneath a pen that hovers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEventPoint, QMouseEvent, QPainter, QPaintEvent, QPen, QTabletEvent, QTouchEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from .pen_reading import PenReading, Rate, reading_of
from .pressure_curve import bent
from .theme import PAPER, RADIUS_PX, SMALL_PT, THEME, font

_MOST_POINTS = 6000
_WIDEST_PX, _PLAIN_PX = 14.0, 4.0
_FINGER_PX = 26.0
_INKS = ("#1e1e1e", "#1971c2", "#2f9e44", "#e03131", "#7048e8", "#f08c00", "#c2255c", "#868e96")
"""For each pointer another."""

_MOUSE = "mouse"


@dataclass(slots=True)
class Line:
    """`points` with their widths in pixels."""

    color: str
    points: list[tuple[QPointF, float]] = field(default_factory=list)


class PenPad(QWidget):
    """`sampled` after each event; `reading` is what the pen said last, `fingers` where fingers are, by their number."""

    sampled = Signal()

    def __init__(self, firmness: Callable[[], float]) -> None:
        super().__init__()
        self._firmness = firmness
        self.reading: PenReading | None = None
        self.fingers: dict[int, QPointF] = {}
        self.lines: list[Line] = []
        self._drawing: dict[object, Line] = {}
        self._rate = Rate()
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setTabletTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Field to try your pen in"))

    @property
    def rate(self) -> float:
        """Samples a second, just now."""
        return self._rate.per_second(perf_counter())

    def clear(self) -> None:
        self.lines.clear()
        self._drawing.clear()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, 280)

    # ------------------------------------------------------------ devices

    def tabletEvent(self, event: QTabletEvent) -> None:
        event.accept()
        key = ("pen", event.pointingDevice().uniqueId().numericId())
        reading = self.reading = reading_of(event, touching=key in self._drawing)
        width = (
            _PLAIN_PX if reading.pressure is None else max(bent(reading.pressure, self._firmness()) * _WIDEST_PX, 0.5)
        )
        self._follow(key, reading.at, width, down=reading.touching)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            event.accept()
            for point in event.points():
                lifted = event.type() == QEvent.Type.TouchCancel or point.state() == QEventPoint.State.Released
                self._touch(point, down=not lifted)
            return True
        return super().event(event)

    def _touch(self, point: QEventPoint, *, down: bool) -> None:
        if down:
            self.fingers[point.id()] = point.position()
        else:
            self.fingers.pop(point.id(), None)
        self._follow(("finger", point.id()), point.position(), _PLAIN_PX, down=down)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._mouse(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._mouse(event)

    def _mouse(self, event: QMouseEvent) -> None:
        event.accept()
        if event.source() == Qt.MouseEventSource.MouseEventNotSynthesized:
            self._follow(_MOUSE, event.position(), _PLAIN_PX, down=bool(event.buttons()))

    def _follow(self, key: object, at: QPointF, width: float, *, down: bool) -> None:
        self._rate.count(perf_counter())
        if not down:
            self._drawing.pop(key, None)
        else:
            line = self._drawing.get(key)
            if line is None:
                line = self._drawing[key] = Line(_INKS[len(self._drawing) % len(_INKS)])
                self.lines.append(line)
            line.points.append((at, width))
        while len(self.lines) > 1 and sum(len(line.points) for line in self.lines) > _MOST_POINTS:
            del self.lines[0]
        self.update()
        self.sampled.emit()

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(THEME.colors.border), 1))
            painter.setBrush(PAPER)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
            painter.setClipRect(self.rect().adjusted(1, 1, -1, -1))
            for line in self.lines:
                _paint_line(painter, line)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setFont(font(SMALL_PT, bold=True))
            painter.setPen(QPen(QColor("#1971c2"), 2))  # on paper, which is white in every scheme
            for finger, place in self.fingers.items():
                painter.drawEllipse(place, _FINGER_PX, _FINGER_PX)
                painter.drawText(place + QPointF(_FINGER_PX, -_FINGER_PX), str(finger))
            if self.reading is not None and not self.reading.touching:
                painter.setPen(QPen(QColor("#767d84"), 1.5))
                painter.drawEllipse(self.reading.at, 6.0, 6.0)


def _paint_line(painter: QPainter, line: Line) -> None:
    pen = QPen(QColor(line.color), 1.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    before: QPointF | None = None
    for place, width in line.points:
        pen.setWidthF(width)
        painter.setPen(pen)
        if before is None:
            painter.drawPoint(place)
        else:
            painter.drawLine(before, place)
        before = place
