"""Laser light: a word stays as long as it is written, then fades, and leaves nothing behind."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QRegion

from tests.render.pictures import pixels
from whiteboard.model.element import ElementId
from whiteboard.model.geometry import Point
from whiteboard.model.points import InkPoint
from whiteboard.model.style import LASER, Style
from whiteboard.render.viewport import Viewport
from whiteboard.sync.peers import TrailNews
from whiteboard.ui.lasers import FADE, HOLD, MOST_POINTS, Lasers
from whiteboard.ui.overlay_layer import OverlayLayer

RED = Style(color="#e03131", ink=LASER)
VIEW = Viewport()
pytestmark = pytest.mark.usefixtures("qapp")


class Wall:
    """Light on a wall, with a clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 100.0
        self.lasers = Lasers(lambda: self.now)

    def point(self, id: str, *, count: int = 10, start: int = 0) -> None:
        ink = [InkPoint(160 * i, 80 * (i % 3), 128) for i in range(start, start + count)]
        self.lasers.extend(ElementId(id), RED, Point(50, 50), start, ink)

    def end(self, id: str) -> None:
        assert self.lasers.end(ElementId(id))

    def strengths(self) -> list[float]:
        return [mark.strength for mark in self.lasers.marks(VIEW, self.now)]


def test_light_stays_a_while_and_fades() -> None:
    wall = Wall()
    wall.point("a")
    wall.now += 60
    assert wall.strengths() == [1.0]
    wall.end("a")
    wall.now += HOLD
    assert wall.strengths() == [1.0]
    wall.now += FADE / 2
    assert wall.strengths() == [pytest.approx(0.5)]
    wall.now += FADE
    assert wall.strengths() == []
    assert not wall.lasers


def test_a_new_stroke_keeps_the_word_alive() -> None:
    wall = Wall()
    wall.point("a")
    wall.end("a")
    wall.now += HOLD + FADE / 2
    wall.point("b")
    assert wall.strengths() == [1.0, 1.0]
    wall.end("b")
    wall.now += HOLD + FADE / 2
    assert wall.strengths() == [pytest.approx(0.5)] * 2


def test_everybody_s_light_fades_by_itself() -> None:
    wall = Wall()
    wall.lasers.note([TrailNews(ElementId("a"), 1, 0, 0, RED, 0, ()), TrailNews(ElementId("b"), 2, 0, 0, RED, 0, ())])
    wall.point("a")
    wall.end("a")
    wall.point("b")
    wall.now += HOLD + FADE + 0.1
    assert wall.strengths() == [1.0]


def test_nobody_s_light_grows_without_end() -> None:
    wall = Wall()
    for i in range(20):
        wall.point(f"s{i}", count=1000)
    assert len(wall.strengths()) == MOST_POINTS // 1000


def test_light_that_grew_and_went_leaves_no_trace() -> None:
    wall, layer = Wall(), OverlayLayer()
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)

    def frame() -> None:
        dirty = QRegion()
        for rect in layer.show(wall.lasers.marks(VIEW, wall.now)):
            dirty += rect
        with QPainter(image) as painter:
            painter.setClipRegion(dirty)
            painter.fillRect(image.rect(), Qt.GlobalColor.white)
            layer.paint(painter, dirty)

    peaks = [InkPoint(96 * i, 144 * (i % 5), 128) for i in range(38)]  # each is blunter once it is not the end
    for i, point in enumerate(peaks):
        wall.lasers.extend(ElementId("z"), RED, Point(40, 60), i, [point])
        frame()
    assert (pixels(image) < 250).any()
    wall.end("z")
    for _ in range(40):
        wall.now += 0.05
        frame()
    assert np.all(pixels(image) == 255)
