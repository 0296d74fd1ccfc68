"""Quick ways from numpy points to what Qt paints: one memory copy instead of a call per point.

Our points are complex128, which is the memory layout of QPointF. A polygon of 350 points is on its way in 2 us; as a
QPainterPath it takes 22, and with a call for each point 200.
"""

from __future__ import annotations

import threading
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF
from shiboken6 import Shiboken

from whiteboard.ink.arrays import Points

_POINT_BYTES = 16

Steps = npt.NDArray[np.int16] | npt.NDArray[np.float32]
"""Where points are, in steps that the array itself does not know."""

# PySide6 6.11's type information lacks VoidPtr's constructor from memory, its buffer, and arrays of lines.
_VoidPtr: Any = Shiboken.VoidPtr
_wrapped: Any = Shiboken.wrapInstance


class _Room(threading.local):
    """A polygon that is used again and again, as large as the largest so far; each thread has its own."""

    def __init__(self) -> None:
        self._take(1 << 12)

    def _take(self, size: int) -> None:
        self.polygon = QPolygonF()
        self.polygon.resize(size)  # what is resized to less keeps its memory, and its address
        self.points: Points = np.frombuffer(_VoidPtr(self.polygon.data(), _POINT_BYTES * size, True), np.complex128)
        self.numbers = self.points.view(np.float64)

    def for_points(self, count: int) -> QPolygonF:
        """The polygon with so many points, which `points` begins with."""
        if count > len(self.points):
            self._take(2 * count)
        self.polygon.resize(count)  # what it grows by becomes zero, so it comes first
        return self.polygon


_ROOM = _Room()


def fill_polygon(painter: QPainter, points: Points, color: QColor) -> None:
    """Fill the closed polygon of these (m,) points with the non-zero rule.

    Unlike `fillPath` it does not find out soon that nothing of it is to be seen.
    """
    polygon = _ROOM.for_points(len(points))
    _ROOM.points[: len(points)] = points
    _fill(painter, polygon, color)


def fill_steps(painter: QPainter, steps: Steps, step: float, color: QColor) -> None:
    """The same for (2 m,) numbers of `step`: x and y of the first point, of the next ..."""
    polygon = _ROOM.for_points(len(steps) // 2)
    numbers = _ROOM.numbers[: len(steps)]
    numbers[:] = steps
    numbers *= step
    _fill(painter, polygon, color)


def _fill(painter: QPainter, polygon: QPolygonF, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(polygon, fillRule=Qt.FillRule.WindingFill)  # by position: 25 times slower


def draw_lines(painter: QPainter, ends: Points) -> None:
    """Draw (m, 2) begins and ends of lines with the painter's pen; the array must be C-contiguous."""
    painter.drawLines(_wrapped(ends.ctypes.data, QLineF), len(ends))
