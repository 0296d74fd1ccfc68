"""The hand: it pans and touches nothing."""

from __future__ import annotations

from tests.doubles.board import stroke
from tests.doubles.hand import Hand
from whiteboard.model.geometry import Point
from whiteboard.tools.tool import Cursor


def test_the_view_moves_so_that_what_was_taken_stays_beneath_the_pointer() -> None:
    hand = Hand(stroke("a")).take("hand")
    hand.press(10, 10)
    hand.move(13, 8)
    assert hand.news[-1].pan == Point(-3, 2)


def test_panning_changes_nothing_on_the_board() -> None:
    hand = Hand(stroke("a")).take("hand")
    hand.drag((0, 0), (50, 50), (5, 2))
    assert hand.changes == 0
    assert hand.selected == []


def test_the_hand_closes_while_it_holds_the_board() -> None:
    hand = Hand().take("hand")
    assert hand.cursor() is Cursor.OPEN_HAND
    hand.press(0, 0)
    assert hand.cursor() is Cursor.CLOSED_HAND
    hand.cancel()
    assert hand.cursor() is Cursor.OPEN_HAND


def test_a_pan_for_one_gesture_leaves_the_pen_in_hand() -> None:
    hand = Hand()
    hand.press(0, 0, tool="hand")
    hand.move(5, 5)
    hand.lift(5, 5)
    assert hand.ids == []
    assert hand.editor.tool == "pen"
