"""The pictures that shapes and connectors are compared with. After a change that is meant to be seen, make them anew:

    python -m tests.render.figures_reference

and look at them. There is no text in them, so that every platform paints the same.
"""

from __future__ import annotations

import os

import msgspec
from PySide6.QtGui import QGuiApplication, QImage

from tests.doubles.figures import arrow, box
from tests.render.reference import FOLDER, ZOOMS
from whiteboard.model.content import SHAPE_FORMS
from whiteboard.model.element import Element, ElementId
from whiteboard.model.elements.connector import connector_element
from whiteboard.model.elements.shape import polygon_element
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.style import COLORS, DASHES, TIPS, Style
from whiteboard.render.page_image import page_image

BOXES = {"shapes": Rect(0, 0, 720, 190), "tips": Rect(0, 0, 560, 330), "bound": Rect(0, 0, 560, 400)}
CLOSE = {"shapes": Rect(70, 80, 190, 180), "tips": Rect(100, 40, 220, 140), "bound": Rect(330, 170, 450, 270)}
"""What is shown at 25 and 100 %; at 400 %."""


def shapes() -> list[Element]:
    """Every form, open, dashed and dotted; below, filled, turned and seen through."""
    drawn: list[Element] = []
    for i, form in enumerate(SHAPE_FORMS):
        look = Style(COLORS[i % 8], 4.0, dash=DASHES[i % 3], fill="#d0ebff" if i % 2 else "")
        faint = msgspec.structs.replace(look, width=8.0, opacity=0.5, fill="#ffc9c9")
        drawn += [_form(f"a{i}", form, 12 + 79 * i, 14, look, 0.0), _form(f"b{i}", form, 14 + 79 * i, 110, faint, 0.4)]
    return drawn


def tips() -> list[Element]:
    """Every tip on straight and bent lines and elbows, thin and broad."""
    looks = ((2.0, "straight", 0.0), (4.0, "curved", 0.4), (8.0, "curved", -0.25), (4.0, "elbow", 0.0))
    drawn = []
    for i, tip in enumerate(TIPS[1:]):
        for j, (width, form, bend) in enumerate(looks):
            start, end = Point(14 + 108 * i, 20 + 80 * j), Point(94 + 108 * i, 20 + 80 * j + 30 * (j > 0))
            style = Style(width=width, head=tip, tail=tip if j % 2 else "", dash=DASHES[j % 3])
            drawn.append(
                connector_element(
                    ElementId(f"{i}{j}"), form, start, end, order="A", style=style, parent=ElementId(""), bend=bend
                )
            )
    return drawn


def bound() -> list[Element]:
    """What connectors do between shapes that are turned, round and near."""
    star, ring = box("s", 380, 200, form="star", rotation=0.3), box("r", 60, 30, form="ellipse")
    near, far = box("n", 60, 220, fill="#fff3bf"), box("f", 400, 30, form="diamond")
    return [
        *(star, ring, near, far),
        arrow("1", ring, star),
        arrow("2", ring, far, form="elbow"),
        arrow("3", near, star, form="curved", bend=0.35),
        arrow("4", near, ring, form="elbow"),
        arrow("5", far, near, form="elbow"),
    ]


SCENES = {"shapes": shapes, "tips": tips, "bound": bound}


def picture(scene: str, elements: list[Element], percent: int) -> QImage:
    """What a page shows of them."""
    return page_image(elements, (CLOSE if percent > 100 else BOXES)[scene], ZOOMS[percent])


def path(scene: str, percent: int) -> str:
    return str(FOLDER / f"{scene}-{percent}.png")


def _form(id: str, form: str, x: float, y: float, style: Style, rotation: float) -> Element:
    made = box(id, x, y, form=form, w=66, h=60, rotation=rotation)
    if form == "polygon":
        corners = [
            Point(x, y),
            Point(x + 60, y + 8),
            Point(x + 40, y + 40),
            Point(x + 66, y + 60),
            Point(x + 8, y + 52),
        ]
        made = polygon_element(ElementId(id), corners, order="A", style=style, parent=ElementId(""))
    return msgspec.structs.replace(made, style=style)


def main() -> None:
    for scene, elements in SCENES.items():
        for percent in ZOOMS:
            assert picture(scene, elements(), percent).save(path(scene, percent))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication([])
    main()
