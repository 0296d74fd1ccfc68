"""A page's paper as lines and dots instead of pixels, for files that are drawn again in any size."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from whiteboard.model.geometry import Rect
from whiteboard.model.paper import Way, rulings
from whiteboard.render.paper import PAPER

MOST_DOTS = 100_000
"""A page that has more is printed without them: its file would be nothing but dots."""


def paint(painter: QPainter, box: Rect, paper: str) -> None:
    """Paint the part `box` of a page's paper, on a painter in board units."""
    whole = QRectF(box.left, box.top, box.width, box.height)
    painter.fillRect(whole, PAPER)
    for ruling in rulings(paper):
        color, half = QColor(ruling.color), ruling.width / 2
        match ruling.way:
            case Way.ACROSS:
                for y in _places(box.top, box.bottom, ruling.spacing, ruling.offset):
                    painter.fillRect(QRectF(box.left, y - half, box.width, ruling.width), color)
            case Way.DOWN:
                for x in _places(box.left, box.right, ruling.spacing, ruling.offset):
                    painter.fillRect(QRectF(x - half, box.top, ruling.width, box.height), color)
            case Way.DOTS:
                if box.width * box.height / ruling.spacing**2 > MOST_DOTS:
                    continue
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color)
                for y in _places(box.top, box.bottom, ruling.spacing, ruling.offset):
                    for x in _places(box.left, box.right, ruling.spacing, ruling.offset):
                        painter.drawEllipse(QPointF(x, y), half, half)


def _places(begin: float, end: float, spacing: float, offset: float) -> Iterator[float]:
    for number in range(ceil((begin - offset) / spacing), floor((end - offset) / spacing) + 1):
        yield offset + number * spacing
