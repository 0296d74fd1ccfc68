"""Elements to paint, images to paint them into, and how to look at these."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from whiteboard.model.element import STROKE, Element, ElementId, Geometry
from whiteboard.model.order import above
from whiteboard.model.points import InkPoint, pack
from whiteboard.model.style import HIGHLIGHTER, PEN, Style
from whiteboard.render.renderer import Renderer
from whiteboard.render.viewport import Viewport

Pixels = npt.NDArray[np.int64]
SIZE = 400, 300
BLACK, RED, YELLOW = "#000000", "#e03131", "#ffd43b"


def stroke(
    id: str,
    start: tuple[float, float],
    end: tuple[float, float],
    *,
    width: float = 8.0,
    color: str = BLACK,
    order: str | None = None,
    ink: str = PEN,
) -> Element:
    """A straight stroke at full pressure from one place on the board to another; ids sort as they are drawn."""
    left, top = min(start[0], end[0]), min(start[1], end[1])
    steps = 8
    points = [
        InkPoint(
            round((start[0] + (end[0] - start[0]) * i / steps - left) * 16),
            round((start[1] + (end[1] - start[1]) * i / steps - top) * 16),
            255,
        )
        for i in range(steps + 1)
    ]
    return Element(
        id=ElementId(id),
        kind=STROKE,
        geometry=Geometry(x=left, y=top, w=abs(end[0] - start[0]), h=abs(end[1] - start[1])),
        order=order or above(None, 0),
        style=Style(color, width, ink),
        points=pack(points),
    )


def highlighter(id: str, start: tuple[float, float], end: tuple[float, float], color: str = YELLOW) -> Element:
    return stroke(id, start, end, width=24, color=color, ink=HIGHLIGHTER)


def unknown(id: str, order: str | None = None) -> Element:
    """An element of a kind from the future."""
    return Element(
        id=ElementId(id), kind="hologram", geometry=Geometry(x=40, y=60, w=120, h=80), order=order or above(None, 0)
    )


class Clock:
    """Seconds that pass only when told, or a little at each look."""

    def __init__(self, each_look: float = 0.0) -> None:
        self.now = 100.0
        self.each_look = each_look

    def __call__(self) -> float:
        self.now += self.each_look
        return self.now


def shown(
    elements: Iterable[Element], viewport: Viewport | None = None, *, size: tuple[int, int] = SIZE, ratio: float = 1.0
) -> Renderer:
    """A renderer whose tiles are all painted."""
    renderer = Renderer(Clock())
    renderer.reset(elements)
    renderer.set_view(viewport or Viewport(), size, ratio)
    finish(renderer)
    return renderer


def finish(renderer: Renderer) -> None:
    """Let the renderer do all that it has to do."""
    clock = renderer._clock
    assert isinstance(clock, Clock)
    for _ in range(1000):
        wait = renderer.work(1.0)
        if wait is None:
            return
        clock.now += wait
    raise AssertionError("the renderer never comes to an end")


def picture(renderer: Renderer, *, size: tuple[int, int] = SIZE, ratio: float = 1.0) -> Pixels:
    """What the renderer paints into a whole window: (height, width, 3) of 0..255, red, green, blue."""
    image = QImage(round(size[0] * ratio), round(size[1] * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(0x00FF00)
    renderer.take_dirty()
    with QPainter(image) as painter:
        renderer.paint(painter, [QRect(0, 0, *size)])
    return pixels(image)


def pixels(image: QImage) -> Pixels:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.width(), 4)
    return rows[:, :, 2::-1].astype(np.int64)


def difference(a: Pixels, b: Pixels) -> int:
    """The largest difference of any pixel's colour channel."""
    return int(np.abs(a - b).max())


def inked(image: Pixels) -> npt.NDArray[np.bool_]:
    """Which pixels are not paper."""
    result: npt.NDArray[np.bool_] = image.min(axis=2) < 250
    return result
