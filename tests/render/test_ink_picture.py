"""What is kept of a stroke's outline is as exact as the screen, and small."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from tests.render.pictures import highlighter, stroke
from whiteboard.ink import shape
from whiteboard.model.element import Element
from whiteboard.render.painters.stroke import LONGEST_STEP_PX, pictures
from whiteboard.render.qt_paths import fill_polygon, fill_steps

SHORT = [
    stroke("word", (7.5, -3), (90, 40), width=3),
    stroke("dot", (0, 0), (0, 0)),
    stroke("line", (0, 0), (310, 200)),
    highlighter("h", (5, 5), (200, 9)),
]
LONG = stroke("long", (0, 0), (5000, 4000))


@pytest.mark.parametrize("zoom", [0.1, 1.6, 12.8])
@pytest.mark.parametrize("elements", [SHORT, [LONG], [*SHORT, LONG]], ids=["short", "long", "both"])
def test_an_outline_is_where_it_was_made(elements: list[Element], zoom: float) -> None:
    widths = np.array([element.style.width for element in elements])
    pens = np.array([element.style.ink != "highlighter" for element in elements])
    points, offsets = shape.ink(shape.unpacked([element.points for element in elements], widths, pens), zoom)
    kept = pictures(elements, zoom)
    assert [len(picture.outline) for picture in kept] == np.diff(offsets).tolist()
    away = np.abs(np.concatenate([picture.outline for picture in kept]) - points)
    assert away.max() * zoom <= 0.71 * LONGEST_STEP_PX  # half a step to the side and half a step down


def test_only_what_is_long_takes_more_than_four_bytes_a_point() -> None:
    sizes = {e.id: p.steps.nbytes // len(p.outline) for e in (*SHORT, LONG) for p in pictures([e], 1.6)}
    assert sizes == {"word": 4, "dot": 4, "line": 4, "h": 4, "long": 8}


@pytest.mark.usefixtures("qapp")
def test_steps_are_filled_as_their_points_are() -> None:
    (picture,) = pictures(SHORT[:1], 1.6)
    images = [QImage(120, 60, QImage.Format.Format_RGB32) for _ in range(2)]
    for number, image in enumerate(images):
        image.fill(Qt.GlobalColor.white)
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if number:
                fill_steps(painter, picture.steps, picture.step, QColor("#e03131"))
            else:
                fill_polygon(painter, picture.outline, QColor("#e03131"))
    assert images[0] == images[1]
    assert images[0].pixelColor(41, 20) != QColor("white")
