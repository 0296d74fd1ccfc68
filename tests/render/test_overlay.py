"""What lies above the board stays inside the rectangles that it says it takes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from tests.render.pictures import SIZE, inked, pixels
from whiteboard.model.geometry import Point, Rect
from whiteboard.render import overlay

pytestmark = pytest.mark.usefixtures("qapp")

BOX = Rect(80.3, 70.6, 240.9, 180.2)
AT = Point(120.4, 90.7)
LONG = "Ångström-Østergård von und zu Wolkenkuckucksheim"

CASES: dict[str, tuple[Callable[[QPainter], None], Callable[[], QRect]]] = {
    "cursor": (lambda p: overlay.paint_cursor(p, AT, "Ada", "#e03131"), lambda: overlay.cursor_rect(AT, "Ada")),
    "long name": (lambda p: overlay.paint_cursor(p, AT, LONG, "#e03131"), lambda: overlay.cursor_rect(AT, LONG)),
    "no name": (lambda p: overlay.paint_cursor(p, AT, "", "#e03131"), lambda: overlay.cursor_rect(AT, "")),
    "selection": (lambda p: overlay.paint_selection(p, [BOX.grown(-9)], BOX), lambda: overlay.selection_rect(BOX)),
    "marquee": (lambda p: overlay.paint_marquee(p, BOX), lambda: overlay.marquee_rect(BOX)),
    "eraser": (lambda p: overlay.paint_eraser(p, AT, 20.0), lambda: overlay.eraser_rect(AT, 20.0)),
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_seen_and_stays_inside_its_rectangle(name: str) -> None:
    paint, room_of = CASES[name]
    room = room_of()
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        paint(painter)
        assert painter.worldTransform().isIdentity()
    marks = inked(pixels(image))
    assert marks.any()
    marks[max(room.top(), 0) : room.bottom() + 1, max(room.left(), 0) : room.right() + 1] = False
    assert not marks.any()


@pytest.mark.parametrize(
    ("background", "text"),
    [("#ffffff", "#1e1e1e"), ("#ffd43b", "#1e1e1e"), ("#1e1e1e", "#ffffff"), ("#7048e8", "#ffffff")],
)
def test_names_can_be_read_on_every_colour(background: str, text: str) -> None:
    assert overlay.readable_on(QColor(background)) == QColor(text)
