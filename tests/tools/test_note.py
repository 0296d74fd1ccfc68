"""Sticky notes: where they land, and which comes next."""

from __future__ import annotations

import msgspec
import pytest

from tests.doubles.hand import Hand
from whiteboard.model.element import NOTE, Element, ElementId
from whiteboard.model.elements.note import SIDE, note_element, text_box, transformed
from whiteboard.model.geometry import Point
from whiteboard.model.op import Put
from whiteboard.model.style import Font, Style
from whiteboard.model.transform import Transform
from whiteboard.tools.events import Modifiers
from whiteboard.tools.note import GAP, Way, next_note, slot

STEP = SIDE + GAP * SIDE


def note(id: str = "n", x: float = 0.0, y: float = 0.0) -> Element:
    style = Style(color="#a5d8ff", font=Font(align="center"))
    return note_element(ElementId(id), Point(x, y), order="B", style=style, parent=ElementId(""))


def middle(element: Element) -> tuple[float, float]:
    g = element.geometry
    return g.x + g.w / 2, g.y + g.h / 2


def test_a_click_puts_a_note_around_it_to_write_on() -> None:
    hand = Hand().take("note")
    hand.editor.signature = "Ann"
    hand.click(50, 40)
    (made,) = hand.editor.document
    assert made.kind == NOTE
    assert middle(made) == (50, 40)
    assert made.content.by == "Ann"
    assert hand.news[-1].write == made.id
    assert hand.editor.tool == "select"


def test_a_drag_places_it_and_shows_it_meanwhile() -> None:
    hand = Hand().take("note")
    hand.press(50, 40)
    assert [middle(element) for element in hand.preview().elements] == [(50, 40)]
    hand.move(90, 40)
    assert [middle(element) for element in hand.preview().elements] == [(90, 40)]
    hand.lift(90, 40)
    assert [middle(element) for element in hand.editor.document] == [(90, 40)]


def test_near_an_empty_place_beside_another_it_snaps_into_the_row() -> None:
    hand = Hand(note()).take("note")
    hand.click(STEP + 7, 6)
    (made,) = [element for element in hand.editor.document if element.id != "n"]
    assert middle(made) == (STEP, 0)


@pytest.mark.parametrize("how", ["too far", "with ctrl", "taken"])
def test_it_does_not_snap(how: str) -> None:
    hand = Hand(note(), *([note("m", STEP, 0)] if how == "taken" else [])).take("note")
    at = (STEP + (12 if how == "too far" else 7), 6.0)
    hand.click(*at, keys=Modifiers(ctrl=how == "with ctrl"))
    made = [element for element in hand.editor.document if element.id not in ("n", "m")]
    assert [middle(element) for element in made] == [at]


def test_the_next_note_has_the_same_look_and_stands_beside() -> None:
    hand = Hand(note())
    made = next_note(hand.element("n"), Way.RIGHT, hand.editor)
    assert middle(made) == (STEP, 0)
    assert made.style == note().style
    assert middle(next_note(hand.element("n"), Way.LEFT, hand.editor)) == (-STEP, 0)
    assert middle(next_note(hand.element("n"), Way.BELOW, hand.editor)) == (0, STEP)


def test_where_a_note_is_already_that_one_is_next() -> None:
    hand = Hand(note(), note("m", STEP + 3, 2))
    assert next_note(hand.element("n"), Way.RIGHT, hand.editor).id == "m"


def test_notes_of_a_row_are_level_at_the_top_and_a_grown_one_has_its_next_below_it() -> None:
    grown = msgspec.structs.replace(note(), geometry=msgspec.structs.replace(note().geometry, h=300.0))
    beside, below = slot(grown, Way.RIGHT), slot(grown, Way.BELOW)
    assert tuple(beside) == (STEP, 0)
    assert tuple(below) == (0, 300 - SIDE / 2 + GAP * SIDE + SIDE / 2)


def test_a_turned_note_has_its_next_in_its_own_direction() -> None:
    turned = transformed(note(), Transform.turning(1.0, Point(0, 0)))
    hand = Hand(turned)
    made = next_note(turned, Way.RIGHT, hand.editor)
    hand.editor.submit([Put(made)])
    assert made.geometry.rotation == turned.geometry.rotation
    assert next_note(turned, Way.RIGHT, hand.editor).id == made.id


def test_a_note_is_never_scaled_out_of_proportion() -> None:
    after = transformed(note(), Transform.scaling(4, 1, Point(0, 0)))
    assert after.geometry.w == pytest.approx(2 * SIDE)
    assert after.geometry.h == pytest.approx(2 * SIDE)
    assert after.style.font is not None
    assert after.style.font.size == pytest.approx(48)


def test_the_name_takes_room_from_the_text() -> None:
    signed = msgspec.structs.replace(note(), content=msgspec.structs.replace(note().content, by="Ann"))
    assert text_box(signed).height < text_box(note()).height
