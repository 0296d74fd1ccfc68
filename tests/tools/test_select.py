"""Select: click, box, drag."""

from __future__ import annotations

import msgspec
import pytest

from tests.doubles.board import stroke
from tests.doubles.hand import SHIFT, Hand
from whiteboard.model.geometry import Point, Rect
from whiteboard.tools.events import Device
from whiteboard.tools.tool import Cursor


@pytest.fixture
def hand() -> Hand:
    """Three strokes, 100 units apart, side by side: a, b, c; the select tool in hand."""
    return Hand(*(stroke(id, 100 * i, 0, order=id.upper()) for i, id in enumerate("abc"))).take("select")


def test_a_click_selects_what_it_hits(hand: Hand) -> None:
    hand.click(5, 4)
    assert hand.selected == ["a"]
    hand.click(105, 4)
    assert hand.selected == ["b"]


def test_a_click_beside_everything_selects_nothing(hand: Hand) -> None:
    hand.click(5, 4)
    hand.click(50, 80)
    assert hand.selected == []


def test_a_click_selects_the_uppermost() -> None:
    hand = Hand(stroke("low", order="A"), stroke("high", order="B")).take("select")
    hand.click(5, 4)
    assert hand.selected == ["high"]


def test_shift_click_adds_and_takes_away(hand: Hand) -> None:
    hand.click(5, 4)
    hand.click(105, 4, keys=SHIFT)
    assert hand.selected == ["a", "b"]
    hand.click(5, 4, keys=SHIFT)
    assert hand.selected == ["b"]


def test_shift_click_beside_everything_keeps_the_selection(hand: Hand) -> None:
    hand.click(5, 4)
    hand.click(50, 80, keys=SHIFT)
    assert hand.selected == ["a"]


def test_a_box_selects_what_lies_inside_and_shows_itself(hand: Hand) -> None:
    hand.press(-20, -20)
    hand.move(120, 20)
    assert hand.preview().box == Rect(-20, -20, 120, 20)
    assert hand.selected == ["a", "b"]
    hand.lift(60, 20)
    assert hand.selected == ["a"]
    assert hand.preview().box is None
    assert hand.changes == 0


def test_a_box_with_shift_adds(hand: Hand) -> None:
    hand.click(205, 4)
    hand.drag((-20, -20), (20, 20), keys=SHIFT)
    assert hand.selected == ["a", "c"]


def test_cancelling_a_box_restores_the_selection(hand: Hand) -> None:
    hand.click(205, 4)
    hand.press(-20, -20)
    hand.move(20, 20)
    assert hand.selected == ["a"]
    hand.editor.cancel()
    assert hand.selected == ["c"]


def test_a_drag_moves_what_it_hits_in_one_edit(hand: Hand) -> None:
    hand.press(5, 4)
    hand.move(25, 14)
    assert hand.preview().moved == {"a"}
    assert hand.preview().moved_by == Point(20, 10)
    assert hand.place("a") == (0, 0)
    hand.lift(35, 14)
    assert hand.place("a") == (30, 10)
    assert hand.changes == 1
    assert hand.selected == ["a"]
    hand.editor.undo()
    assert hand.place("a") == (0, 0)


def test_dragging_one_of_several_moves_them_all(hand: Hand) -> None:
    hand.editor.select_all()
    hand.drag((5, 4), (15, 4))
    assert [hand.place(id) for id in "abc"] == [(10, 0), (110, 0), (210, 0)]


def test_a_drag_that_begins_within_the_selections_box_moves_it(hand: Hand) -> None:
    hand.drag((-20, -20), (120, 20))
    hand.drag((50, 2), (50, 12))
    assert hand.place("a") == (0, 10)
    assert hand.place("c") == (200, 0)


def test_a_click_on_one_of_several_selects_that_one(hand: Hand) -> None:
    hand.editor.select_all()
    hand.click(5, 4)
    assert hand.selected == ["a"]


def test_a_hand_that_trembles_clicks(hand: Hand) -> None:
    hand.press(5, 4)
    hand.move(6, 5)
    hand.lift(6, 5)
    assert hand.place("a") == (0, 0)
    assert hand.changes == 0


def test_a_drag_that_ends_where_it_began_is_no_edit(hand: Hand) -> None:
    hand.drag((5, 4), (25, 4), (5, 4))
    assert hand.changes == 0
    assert not hand.editor.history.can_undo


def test_cancelling_a_drag_moves_nothing(hand: Hand) -> None:
    hand.press(5, 4)
    hand.move(50, 50)
    hand.editor.cancel()
    hand.lift(50, 50)
    assert hand.place("a") == (0, 0)
    assert hand.changes == 0


def test_locked_elements_are_not_selected() -> None:
    hand = Hand(msgspec.structs.replace(stroke("a"), lock=True)).take("select")
    hand.click(5, 4)
    hand.drag((-20, -20), (20, 20))
    hand.editor.select_all()
    assert hand.selected == []


def test_a_finger_need_not_hit_so_exactly(hand: Hand) -> None:
    hand.press(5, 16)
    assert hand.selected == []
    hand.cancel()
    hand.press(5, 16, device=Device.TOUCH)
    assert hand.selected == ["a"]


def test_the_pointer_shows_where_a_drag_would_move_something(hand: Hand) -> None:
    hand.hover(5, 4)
    assert hand.cursor() is Cursor.MOVE
    hand.hover(50, 80)
    assert hand.cursor() is Cursor.ARROW


def test_a_second_pointer_does_not_disturb_a_drag(hand: Hand) -> None:
    hand.press(5, 4, pointer=1)
    hand.press(105, 4, pointer=2)
    hand.move(25, 4, pointer=1)
    hand.move(150, 50, pointer=2)
    hand.lift(25, 4, pointer=1)
    hand.lift(150, 50, pointer=2)
    assert hand.place("a") == (20, 0)
    assert hand.place("b") == (100, 0)


def test_taking_another_tool_selects_nothing(hand: Hand) -> None:
    hand.click(5, 4)
    hand.take("pen")
    assert hand.selected == []


def nudge(hand: Hand, *ways: tuple[float, float]) -> None:
    for way in ways:
        hand.editor.nudge(Point(*way))


def test_what_a_key_that_is_held_does_is_undone_together(hand: Hand) -> None:
    hand.click(5, 4)
    nudge(hand, (0, 10), (1, 0), (1, 0), (1, 0))
    hand.editor.undo()
    assert hand.place("a") == (0, 10)
    hand.editor.redo()
    assert hand.place("a") == (3, 10)
    nudge(hand, (1, 0))
    hand.editor.undo()
    assert hand.place("a") == (3, 10)


def test_nudges_of_others_or_after_something_else_are_undone_alone(hand: Hand) -> None:
    hand.click(5, 4)
    nudge(hand, (1, 0))
    hand.editor.set_color("#2f9e44")
    nudge(hand, (1, 0), (1, 0))
    hand.editor.undo()
    assert hand.element("a").style.color == "#2f9e44"
    hand.editor.undo()
    assert hand.element("a").style.color != "#2f9e44"
    assert hand.place("a") == (1, 0)
    hand.editor.select_all()
    nudge(hand, (1, 0))
    hand.editor.undo()
    assert hand.place("a") == (1, 0)


def test_the_selections_box_follows_a_move(hand: Hand) -> None:
    hand.click(5, 4)
    before = hand.editor.selection_box
    hand.editor.nudge(Point(0, 7))
    assert before is not None
    assert hand.editor.selection_box == before.moved(0, 7)
    hand.press(5, 10)
    hand.move(25, 30)
    assert hand.editor.selection_box == before.moved(0, 7)
    hand.lift(45, 40)
    assert hand.editor.selection_box == before.moved(40, 37)
