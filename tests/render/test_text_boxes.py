"""The boxes of texts and notes, and how these look in them."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtGui import QColor

from tests.render.pictures import inked, picture, shown
from whiteboard.model.content import Content
from whiteboard.model.element import NOTE, TEXT, Element, ElementId, Geometry
from whiteboard.model.elements import bounds
from whiteboard.model.style import Font, Style
from whiteboard.render.painters.note import letters_on
from whiteboard.render.text_boxes import fitted, overflows
from whiteboard.render.viewport import Viewport

pytestmark = pytest.mark.usefixtures("qapp")

WORDS = "Plants turn light, water and air into sugar. "


def element(kind: str, text: str, *, font: Font | None = None, **content: object) -> Element:
    style = Style(color="#1e1e1e" if kind == TEXT else "#ffe066", font=font or Font(size=24.0))
    return Element(
        id=ElementId("e"),
        kind=kind,
        geometry=Geometry(x=100.0, y=100.0, w=200.0, h=200.0),
        order="A",
        style=style,
        text=text,
        content=Content(**content),  # type: ignore[arg-type]
    )


def with_size(e: Element, w: float, h: float, rotation: float = 0.0) -> Element:
    return msgspec.structs.replace(e, geometry=Geometry(x=100.0, y=100.0, w=w, h=h, rotation=rotation))


def test_a_text_is_as_large_as_its_lines() -> None:
    one, two = fitted(element(TEXT, "light")), fitted(element(TEXT, "light\nlight"))
    assert two.geometry.h == pytest.approx(2 * one.geometry.h, abs=0.1)
    assert two.geometry.w == one.geometry.w
    assert fitted(one) is one
    assert not overflows(one)


def test_a_text_that_wraps_keeps_its_width() -> None:
    wrapped = fitted(element(TEXT, WORDS, wraps=True))
    assert wrapped.geometry.w == 200.0
    assert wrapped.geometry.h > 60
    assert overflows(with_size(wrapped, 200.0, 40.0))


def test_a_note_has_smaller_letters_before_it_grows() -> None:
    assert fitted(element(NOTE, "")).geometry.h == 200
    assert fitted(element(NOTE, WORDS * 2)).geometry.h == 200
    grown = fitted(element(NOTE, WORDS * 12))
    assert grown.geometry.h > 300
    assert (grown.geometry.x, grown.geometry.y, grown.geometry.w) == (100, 100, 200)
    assert fitted(msgspec.structs.replace(grown, text="short")).geometry.h == 200


def test_other_kinds_are_left_alone() -> None:
    shape = msgspec.structs.replace(element(TEXT, WORDS), kind="shape")
    assert fitted(shape) is shape


CASES = {
    "text": element(TEXT, WORDS * 4, wraps=True),
    "italic": element(TEXT, "ffff", font=Font(size=60.0, family="serif", italic=True)),
    "far too much": element(TEXT, WORDS * 400, wraps=True),
    "one long line": element(TEXT, WORDS * 100),
    "note": element(NOTE, WORDS, by="Ann"),
    "full note": element(NOTE, WORDS * 40, by="A name that is far too long for a note of this size, really"),
    "marks": element(TEXT, "Z\u0351\u036b\u0343" * 2000, wraps=True),
    "overrides": element(NOTE, "\u202eabc\u2067" * 1000, by="\u202eAnn"),
}


@pytest.mark.parametrize("zoom", [0.1, 1.0, 3.0])
@pytest.mark.parametrize("rotation", [0.0, 0.5])
@pytest.mark.parametrize("e", CASES.values(), ids=CASES)
def test_nothing_is_painted_beyond_the_bounds(e: Element, rotation: float, zoom: float) -> None:
    for sized in (fitted(with_size(e, 200, 200, rotation)), with_size(e, 150, 60, rotation)):
        box = bounds(sized)
        size = (300, 260)
        view = Viewport(box.left - 20 / zoom, box.top - 20 / zoom, zoom)
        marks = inked(picture(shown([sized], view, size=size), size=size))
        right, bottom = round(20 + box.width * zoom) + 2, round(20 + box.height * zoom) + 2
        marks[18 : min(bottom, 260), 18 : min(right, 300)] = False
        assert not marks.any()


def test_letters_can_be_read_on_any_paper() -> None:
    assert letters_on(QColor("#ffe066")).name() == "#1e1e1e"
    assert letters_on(QColor("#1e1e1e")).name() == "#ffffff"
    assert letters_on(QColor("#1971c2")).name() == "#ffffff"
