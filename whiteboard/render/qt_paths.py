"""Quick ways from numpy points to Qt's paths and lines: one memory copy instead of a call per point.

Our points are complex128, which is the memory layout of QPointF. Figures are in the project's ink studies: 6 us for a
path of 60 points, where lineTo takes 39 and QPolygonF([...]) 47.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF
from shiboken6 import Shiboken

from whiteboard.ink.arrays import Points

_POINT_BYTES = 16

# PySide6 6.11's type information lacks VoidPtr's constructor from memory, its buffer, and arrays of lines.
_VoidPtr: Any = Shiboken.VoidPtr
_wrapped: Any = Shiboken.wrapInstance


def filled_path(points: Points | npt.NDArray[np.complex64]) -> QPainterPath:
    """The closed polygon of these (m,) points, to be filled with the non-zero rule."""
    polygon = QPolygonF()
    polygon.resize(len(points))
    room = _VoidPtr(polygon.data(), _POINT_BYTES * len(points), True)
    np.frombuffer(room, np.complex128, len(points))[:] = points
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addPolygon(polygon)
    return path


def draw_lines(painter: QPainter, ends: Points) -> None:
    """Draw (m, 2) begins and ends of lines with the painter's pen; the array must be C-contiguous."""
    painter.drawLines(_wrapped(ends.ctypes.data, QLineF), len(ends))
