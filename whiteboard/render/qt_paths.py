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

    def filled_with(self, points: Points | npt.NDArray[np.complex64]) -> QPolygonF:
        count = len(points)
        if count > len(self.points):
            self._take(2 * count)
        self.polygon.resize(count)  # what it grows by becomes zero, so it comes first
        self.points[:count] = points
        return self.polygon


_ROOM = _Room()


def fill_polygon(painter: QPainter, points: Points | npt.NDArray[np.complex64], color: QColor) -> None:
    """Fill the closed polygon of these (m,) points with the non-zero rule.

    Unlike `fillPath` it does not find out soon that nothing of it is to be seen.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(_ROOM.filled_with(points), fillRule=Qt.FillRule.WindingFill)  # by position: 25 times slower


def draw_lines(painter: QPainter, ends: Points) -> None:
    """Draw (m, 2) begins and ends of lines with the painter's pen; the array must be C-contiguous."""
    painter.drawLines(_wrapped(ends.ctypes.data, QLineF), len(ends))
