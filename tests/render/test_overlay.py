"""What lies above the board stays inside the rectangles that it says it takes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from tests.render.pictures import SIZE, inked, pixels
from whiteboard.model.geometry import Point, Rect
from whiteboard.render import frame_overlay as frame
from whiteboard.render import overlay

pytestmark = pytest.mark.usefixtures("qapp")

BOX = Rect(80.3, 70.6, 240.9, 180.2)
AT = Point(120.4, 90.7)
CORNERS = (Point(80.3, 90.0), Point(200.5, 70.2), Point(222.0, 150.7), Point(100.1, 170.4))
GUIDES = [(Point(90.0, 60.2), Point(90.0, 170.0)), (Point(60.5, 80.0), Point(220.0, 80.0))]
LONG = "Ångström-Østergård von und zu Wolkenkuckucksheim"

CASES: dict[str, tuple[Callable[[QPainter], None], Callable[[], QRect]]] = {
    "cursor": (lambda p: overlay.paint_cursor(p, AT, "Ada", "#e03131"), lambda: overlay.cursor_rect(AT, "Ada")),
    "long name": (lambda p: overlay.paint_cursor(p, AT, LONG, "#e03131"), lambda: overlay.cursor_rect(AT, LONG)),
    "no name": (lambda p: overlay.paint_cursor(p, AT, "", "#e03131"), lambda: overlay.cursor_rect(AT, "")),
    "outlines": (lambda p: frame.paint_outlines(p, [CORNERS]), lambda: frame.frame_rect(CORNERS, None)),
    "frame": (
        lambda p: frame.paint_frame(p, CORNERS, handles=True, sides=(True, True), knob_px=AT),
        lambda: frame.frame_rect(CORNERS, AT),
    ),
    "ends": (lambda p: frame.paint_ends(p, CORNERS[:2]), lambda: frame.ends_rect(CORNERS[:2])),
    "locked": (lambda p: frame.paint_locked(p, CORNERS, AT), lambda: frame.locked_rect(CORNERS, AT)),
    "lasso": (lambda p: frame.paint_lasso(p, CORNERS), lambda: frame.lasso_rect(CORNERS)),
    "guides": (lambda p: frame.paint_guides(p, GUIDES), lambda: frame.guides_rect(GUIDES)),
    "label": (lambda p: frame.paint_label(p, AT, "45°"), lambda: frame.label_rect(AT, "45°")),
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
