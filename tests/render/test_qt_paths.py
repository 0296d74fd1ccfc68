"""Polygons filled one after the other from one piece of memory are what they would be alone."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPolygonF

from whiteboard.ink.arrays import Points
from whiteboard.render.qt_paths import fill_polygon

pytestmark = pytest.mark.usefixtures("qapp")


def star(points: int, middle: complex) -> Points:
    """A star that goes around twice, so that the rule of filling matters."""
    turns = np.exp(4j * np.pi * np.arange(points) / points)
    result: Points = middle + 40 * turns * np.where(np.arange(points) % 2, 1.0, 0.6)
    return result


def paper() -> QImage:
    image = QImage(400, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image


@pytest.mark.parametrize("sizes", [(9, 9, 9, 9), (300, 7, 40, 5), (5, 7, 9000, 31)], ids=["alike", "less", "more"])
def test_each_polygon_is_filled_whatever_was_before(sizes: tuple[int, ...]) -> None:
    ours, theirs = paper(), paper()
    with QPainter(ours) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, size in enumerate(sizes):
            fill_polygon(painter, star(size, 50 + 100 * number + 50j), QColor("#e03131"))
    with QPainter(theirs) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, size in enumerate(sizes):
            path = QPainterPath()
            path.setFillRule(Qt.FillRule.WindingFill)
            path.addPolygon(QPolygonF([QPointF(z.real, z.imag) for z in star(size, 50 + 100 * number + 50j).tolist()]))
            painter.fillPath(path, QColor("#e03131"))
    assert ours == theirs


def test_what_shows_through_is_even_and_as_strong_as_asked() -> None:
    image = paper()
    with QPainter(image) as painter:
        color = QColor("#000000")
        color.setAlphaF(0.5)
        fill_polygon(painter, np.array([0, 400, 400 + 100j, 100j, 0, 400, 400 + 100j, 100j]), color)
    assert abs(image.pixelColor(200, 50).red() - 127) <= 1
