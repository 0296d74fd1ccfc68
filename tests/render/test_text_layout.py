"""Text in a box: lines, lists, scripts, and what nobody should be able to do with it. No particular font is needed."""

from __future__ import annotations

import time

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from tests.render.pictures import Pixels, inked, pixels
from whiteboard.model.style import FAMILIES, Font
from whiteboard.render.paragraphs import is_backwards
from whiteboard.render.text_layout import fitting_size, line_height, measured, paint_text

pytestmark = pytest.mark.usefixtures("qapp")

FONT = Font(size=20.0)
LINE = line_height(FONT)
SCRIPTS = {
    "latin": "Photosynthesis turns light into sugar",
    "arabic": "التمثيل الضوئي يحول الضوء",
    "hebrew": "הפוטוסינתזה הופכת אור",
    "hindi": "प्रकाश संश्लेषण प्रकाश को",
    "chinese": "光合作用将光能转化为化学能",
    "emoji": "🌱🌞👩‍🔬 → 🍬🏳️‍🌈",
    "mixed": "light الضوء 光 प्रकाश ☀️",
}
HOSTILE = {
    "one word": "a" * 20_000,
    "lines": "\n" * 20_000,
    "marks": "a" + "\u0301" * 19_999,
    "overrides": "\u202e\u2066\u202d" * 6_000,
    "controls": "".join(map(chr, range(32))) * 600,
    "objects": "\ufffc\u2028\u2029" * 6_000,
    "items": "- a\n" * 5_000,
    "emoji": "😀" * 20_000,
}


def painted(
    text: str, font: Font, box: QRectF, *, zoom: float = 1.0, wraps: bool = True, middle: bool = False
) -> Pixels:
    """The text in a box of an image that is 300 by 300 board units."""
    image = QImage(round(300 * zoom), round(300 * zoom), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(zoom, zoom)
        paint_text(painter, text, font, QColor("#000000"), box, middle=middle, zoom=zoom, wraps=wraps)
    return pixels(image)


def spread(image: Pixels) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is painted."""
    marks = inked(image)
    columns, rows = np.flatnonzero(marks.any(axis=0)), np.flatnonzero(marks.any(axis=1))
    return int(columns[0]), int(rows[0]), int(columns[-1]), int(rows[-1])


def test_a_narrower_box_makes_more_lines() -> None:
    text = "one two three four five six"
    assert measured(text, FONT, None)[1] == pytest.approx(LINE)
    width, height = measured(text, FONT, 100.0)
    assert width == pytest.approx(100.0, abs=0.1)
    assert height >= 2 * LINE
    assert measured(text, FONT, 50.0)[1] > height


def test_lines_of_the_text_are_lines_on_the_board() -> None:
    assert measured("a\nb\n\nc", FONT, None)[1] == pytest.approx(4 * LINE)
    assert measured("", FONT, None)[1] == pytest.approx(LINE)


def test_twice_the_size_takes_twice_the_room() -> None:
    small, large = measured("light", Font(size=10.0), None), measured("light", Font(size=20.0), None)
    assert large == pytest.approx((2 * small[0], 2 * small[1]))


@pytest.mark.parametrize("family", [*FAMILIES, "of the future"])
def test_every_family_of_letters_is_there(family: str) -> None:
    assert inked(painted("Light", Font(size=30.0, family=family), QRectF(10, 10, 280, 50))).any()


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS)
def test_any_script_is_painted_inside_its_box_at_any_zoom(text: str) -> None:
    for wrap in (None, 120.0):
        width, height = measured(text, Font(size=16.0), wrap)
        box = QRectF(10, 10, min(width, 270), height)
        for zoom in (0.5, 1.0, 2.5):
            marks = inked(painted(text, Font(size=16.0), box, zoom=zoom, wraps=wrap is not None))
            rows = slice(round(10 * zoom) - 1, round(box.bottom() * zoom) + 1)
            marks[rows, round(10 * zoom) - 1 : round(box.right() * zoom) + 1] = False
            assert not marks.any()


def test_what_does_not_fit_is_painted_smaller() -> None:
    text = "one two three four five six seven eight nine ten"
    box = QRectF(10, 10, 100, 60)
    size = fitting_size(text, FONT, 100, 60)
    assert 4 < size < FONT.size
    assert measured(text, Font(size=size), 100)[1] <= 61
    assert spread(painted(text, FONT, box))[3] <= 71
    narrow = spread(painted(text, FONT, QRectF(10, 10, 200, 30), wraps=False))
    assert narrow[2] <= 211


def test_alignment_moves_lines_within_the_box() -> None:
    box = QRectF(0, 0, 300, 40)
    lefts = [spread(painted("word", Font(size=20, align=align), box))[0] for align in ("left", "center", "right")]
    assert lefts[0] < 10
    assert 100 < lefts[1] < 150
    assert lefts[2] > 220


def test_arabic_and_hebrew_begin_at_the_right() -> None:
    assert is_backwards("  123 الضوء")
    assert not is_backwards("light الضوء")
    assert spread(painted("אור", FONT, QRectF(0, 0, 300, 40)))[0] > 200


def test_a_direction_ends_with_its_line() -> None:
    plain = painted("x\nword", FONT, QRectF(0, 0, 300, 80))
    after = painted("\u202ex\nword", FONT, QRectF(0, 0, 300, 80))
    second = slice(round(LINE), round(2 * LINE))
    assert (plain[second] == after[second]).all()


def test_items_of_a_list_hang_behind_their_marks() -> None:
    text = "- one item that is long"
    lines = painted(text, FONT, QRectF(0, 0, 110, 200))
    hanging = spread(lines[round(LINE) : round(2 * LINE)])[0]
    assert hanging > FONT.size
    assert spread(lines[: round(LINE)])[0] < hanging
    assert measured("- a", FONT, None) == pytest.approx(measured("* a", FONT, None))
    assert measured("-a", FONT, None)[0] < measured("- a", FONT, None)[0]


def test_numbers_of_a_list_stand_below_each_other() -> None:
    def text_begins(text: str) -> float:
        return measured(text, FONT, None)[0]

    assert text_begins("9. a\n10. a") == pytest.approx(text_begins("10. a"))
    assert text_begins("10. a") > text_begins("9. a")


def test_letters_too_small_to_read_are_faint_bars() -> None:
    image = painted("light " * 20, Font(size=2.0), QRectF(0, 0, 100, 100))
    assert inked(image).any()
    assert image.min() > 120


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_whatever_is_typed_stays_in_its_box_and_takes_little_time(text: str) -> None:
    begun = time.process_time()
    measured(text, FONT, 200.0)
    marks = inked(painted(text, FONT, QRectF(50, 50, 200, 200), middle=True))
    assert time.process_time() - begun < 5.0  # measured: 0.6 s for the worst of them
    marks[49:251, 49:251] = False
    assert not marks.any()
