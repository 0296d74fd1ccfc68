"""What the board is drawn on: white, and the rulings of the page, on whole pixels so that they are crisp."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from whiteboard.model.paper import Ruling, Way, rulings

PAPER = QColor("#ffffff")


def paint_paper(painter: QPainter, rect: QRect, corner: tuple[int, int], zoom: float, paper: str) -> None:
    """Fill `rect` with paper. The painter's unit is a pixel, its (0, 0) lies `corner` pixels from the board's origin.

    `zoom` is in pixels a board unit. What lies side by side fits together, whatever the rectangles.
    """
    painter.fillRect(rect, PAPER)
    for ruling in rulings(paper):
        strength = ruling.strength(zoom)
        if not strength:
            continue
        color = _on_white(ruling.color, strength)
        match ruling.way:
            case Way.ACROSS:
                for top, thick in _lines(ruling, zoom, rect.top() + corner[1], rect.height()):
                    line = QRect(rect.left(), top - corner[1], rect.width(), thick)
                    painter.fillRect(line.intersected(rect), color)
            case Way.DOWN:
                for left, thick in _lines(ruling, zoom, rect.left() + corner[0], rect.width()):
                    line = QRect(left - corner[0], rect.top(), thick, rect.height())
                    painter.fillRect(line.intersected(rect), color)
            case Way.DOTS:
                _paint_dots(painter, rect, corner, zoom, ruling, color)


def _lines(ruling: Ruling, zoom: float, begin: int, length: int) -> Iterator[tuple[int, int]]:
    """First pixel and thickness of each line that touches the pixels from `begin` on, from the board's origin."""
    thick = max(1, round(ruling.width * zoom))
    pitch, offset = ruling.spacing * zoom, ruling.offset * zoom
    first = floor((begin - thick - offset) / pitch)
    last = ceil((begin + length + thick - offset) / pitch)
    for number in range(first, last + 1):
        at = floor(offset + number * pitch - thick / 2 + 0.5)
        if begin - thick < at < begin + length:
            yield at, thick


def _paint_dots(
    painter: QPainter, rect: QRect, corner: tuple[int, int], zoom: float, ruling: Ruling, color: QColor
) -> None:
    """A row of dots is painted once and copied, because a page seen from afar has thousands."""
    columns = list(_lines(ruling, zoom, rect.left() + corner[0], rect.width()))
    rows = list(_lines(ruling, zoom, rect.top() + corner[1], rect.height()))
    if not columns or not rows:
        return
    thick = columns[0][1]
    row = QImage(rect.width(), thick, QImage.Format.Format_RGB32)
    row.fill(PAPER)
    with QPainter(row) as dots:
        dots.setRenderHint(QPainter.RenderHint.Antialiasing)
        dots.setPen(Qt.PenStyle.NoPen)
        dots.setBrush(color)
        for left, _ in columns:
            at = left - corner[0] - rect.left()
            if thick <= 2:
                dots.fillRect(at, 0, thick, thick, color)
            else:
                dots.drawEllipse(QRectF(at, 0, thick, thick))
    for top, _ in rows:
        place = QRect(rect.left(), top - corner[1], rect.width(), thick)
        part = place.intersected(rect)
        painter.drawImage(part, row, part.translated(-place.topLeft()))


def _on_white(color: str, strength: float) -> QColor:
    """The colour mixed with the paper's, so that lines which cross are no darker there."""
    parts = QColor(color)
    mixed = [round(255 - (255 - part) * strength) for part in (parts.red(), parts.green(), parts.blue())]
    return QColor(*mixed)
