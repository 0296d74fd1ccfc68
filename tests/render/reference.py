"""The pictures that ink is compared with. After a change that is meant to be seen, look at them and make them anew:

    python -m tests.render.reference

Each style is one set of strokes as a hand draws them, at 25, 100 and 400 %. There is no text in them, so that every
platform paints the same but for the last bits of antialiasing.
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage, QPainter

from tests.ink.hands import SHAPES, built, drawn
from tests.render.pictures import shown
from whiteboard.model.element import STROKE, Element, ElementId, Geometry
from whiteboard.model.geometry import Rect
from whiteboard.model.order import above
from whiteboard.model.style import HIGHLIGHTER, PEN, Style
from whiteboard.render.viewport import Viewport

FOLDER = Path(__file__).parent / "reference"
ZOOMS = {25: 0.25, 100: 1.0, 400: 4.0}
BOX = Rect(0, 0, 480, 130)
"""What is shown at 25 and 100 %; at 400 %, CLOSE."""

CLOSE = Rect(20, 20, 140, 100)

STYLES = {
    "pen": ("#1e1e1e", 4.0, PEN, True),
    "mouse": ("#1971c2", 4.0, PEN, False),
    "fine": ("#2f9e44", 2.0, PEN, True),
    "broad": ("#7048e8", 16.0, PEN, True),
    "highlighter": ("#ffd43b", 20.0, HIGHLIGHTER, True),
}
"""Colour, width and ink of each, and whether a pen with pressure drew it."""


def strokes(style: str) -> list[Element]:
    """A word, a zigzag, loops and a spiral beside each other; a highlighter over a line of ink, crossing itself."""
    color, width, ink, pen = STYLES[style]
    look = Style(color, width, ink)
    elements: list[Element] = []
    if ink == HIGHLIGHTER:
        elements += _written("word", Style("#1e1e1e", 4.0), 0.0, elements, pen=pen)
        elements += _written("word", Style("#e03131", 4.0), 230.0, elements, pen=pen)
    for name, left in (("loops", 0.0), ("zigzag", 130.0), ("spiral", 310.0), ("dot", 430.0)):
        elements += _written(name, look, left, elements, pen=pen)
    return elements


def picture(elements: list[Element], percent: int) -> QImage:
    """What the canvas shows of them once all is painted."""
    zoom, box = ZOOMS[percent], CLOSE if percent > 100 else BOX
    size = round(box.width * zoom), round(box.height * zoom)
    renderer = shown(elements, Viewport(box.left, box.top, zoom), size=size)
    image = QImage(*size, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        renderer.paint(painter, [image.rect()])
    return image


def path(style: str, percent: int) -> Path:
    return FOLDER / f"{style}-{percent}.png"


def _written(name: str, style: Style, left: float, below: list[Element], *, pen: bool) -> list[Element]:
    finished = built(drawn(SHAPES[name], 1.2, pen=pen), style.width).finish()
    g = finished.geometry
    return [
        Element(
            id=ElementId(f"{len(below)}"),
            kind=STROKE,
            geometry=Geometry(x=g.x + left, y=g.y, w=g.w, h=g.h),
            order=above(below[-1].order if below else None, 0),
            style=style,
            points=finished.points,
        )
    ]


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for style in STYLES:
        for percent in ZOOMS:
            assert picture(strokes(style), percent).save(str(path(style, percent)))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication([])
    main()
