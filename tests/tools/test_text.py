"""Texts by click and by drag, and what follows from changing one."""

from __future__ import annotations

import msgspec
import pytest

from tests.doubles.hand import Hand
from whiteboard.model.element import TEXT, Element, ElementId
from whiteboard.model.elements.boxed import corners
from whiteboard.model.elements.text import resized, text_element, transformed
from whiteboard.model.geometry import Point
from whiteboard.model.op import Patch, Retype
from whiteboard.model.style import Font, Style
from whiteboard.model.transform import Transform
from whiteboard.tools.lettering import aligned, bold, larger, relettered, smaller


def text(id: str = "t", words: str = "light", **style: object) -> Element:
    font = Font(**style)  # type: ignore[arg-type]
    made = text_element(
        ElementId(id), Point(100, 100), order="B", style=Style(font=font), parent=ElementId(""), width=None
    )
    return msgspec.structs.replace(made, text=words, geometry=msgspec.structs.replace(made.geometry, w=80.0))


def test_a_click_makes_a_text_to_type_into() -> None:
    hand = Hand().take("text")
    hand.click(50, 40)
    (made,) = hand.editor.document
    assert made.kind == TEXT
    assert not made.content.wraps
    assert made.geometry.y < 40 < made.geometry.y + made.geometry.h
    assert hand.news[-1].write == made.id
    assert hand.editor.tool == "select"
    assert hand.selected == [made.id]


def test_a_drag_makes_a_text_that_wraps_at_its_width() -> None:
    hand = Hand().take("text")
    hand.press(50, 40)
    hand.move(250, 60)
    box = hand.preview().box
    assert box is not None
    assert (box.left, box.right) == (50, 250)
    hand.lift(250, 60)
    (made,) = hand.editor.document
    assert made.content.wraps
    assert (made.geometry.x, made.geometry.w) == (50, 200)


def test_a_drag_to_the_left_is_as_good() -> None:
    hand = Hand().take("text")
    hand.drag((250, 40), (200, 40), (50, 40))
    (made,) = hand.editor.document
    assert (made.geometry.x, made.geometry.w) == (50, 200)


def test_a_click_on_a_text_lets_type_into_that() -> None:
    hand = Hand(text()).take("text")
    hand.click(120, 100)
    assert hand.ids == ["t"]
    assert hand.news[-1].write == "t"


def test_a_locked_text_is_left_alone() -> None:
    hand = Hand(msgspec.structs.replace(text(), lock=True)).take("text")
    hand.click(120, 100)
    assert len(hand.ids) == 2


def test_scaling_in_proportion_scales_the_letters() -> None:
    before = text(size=20.0)
    after = transformed(before, Transform.scaling(2, 2, Point(0, 0)))
    assert after.style.font is not None
    assert after.style.font.size == pytest.approx(40.0)
    assert after.geometry.w == pytest.approx(160.0)
    assert not after.content.wraps


def test_making_it_only_wider_sets_the_width() -> None:
    after = transformed(text(size=20.0), Transform.scaling(2, 1, Point(0, 0)))
    assert after.content.wraps
    assert after.geometry.w == pytest.approx(160.0)
    assert after.style.font is not None
    assert after.style.font.size == 20.0


def test_moving_and_turning_change_no_letter() -> None:
    for by in (Transform.moving(Point(5, 5)), Transform.turning(1.0, Point(0, 0))):
        after = transformed(text(size=20.0), by)
        assert after.style == text(size=20.0).style
        assert after.content == text().content


@pytest.mark.parametrize(("align", "corner"), [("left", 0), ("right", 1)])
@pytest.mark.parametrize("rotation", [0.0, 1.0, 3.0])
def test_the_upper_corner_stays_when_a_text_grows(align: str, corner: int, rotation: float) -> None:
    before = msgspec.structs.replace(text().geometry, rotation=rotation)
    after = resized(before, 200.0, 90.0, align)
    assert corners(after)[corner] == pytest.approx(corners(before)[corner])
    assert (after.w, after.h) == (200.0, 90.0)


def test_whoever_changes_letters_or_width_measures_the_box_in_the_same_edit() -> None:
    hand = Hand(text())
    hand.editor.fitted = lambda e: msgspec.structs.replace(
        e, geometry=msgspec.structs.replace(e.geometry, w=10.0 * len(e.text))
    )
    t = ElementId("t")
    hand.editor.submit([Retype(id=t, base="light", text="lightness")])
    assert hand.element("t").geometry.w == 90.0
    hand.editor.undo()
    assert hand.element("t").geometry.w == 50.0
    moved = msgspec.structs.replace(hand.element("t").geometry, x=0.0)
    hand.editor.submit([Patch(id=t, geometry=moved)])
    assert hand.element("t").geometry == moved, "who only moves it measures nothing"


def test_letters_of_all_that_is_selected_change_but_not_of_what_has_none() -> None:
    hand = Hand(text("a"), text("b"))
    stroke = hand.draw((0, 0), (10, 10))
    document = hand.editor.document
    ops = relettered([ElementId("a"), ElementId("b"), stroke.id], document, larger)
    assert [op.id for op in ops] == ["a", "b"]
    assert larger(Font(size=24)).size == 28
    assert smaller(Font(size=24)).size == 20
    assert smaller(larger(Font(size=24))).size == 24
    assert bold(bold(Font())) == Font()
    assert aligned("right")(Font()).align == "right"
