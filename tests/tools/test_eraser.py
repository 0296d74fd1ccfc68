"""The eraser."""

from __future__ import annotations

import msgspec

from tests.doubles.board import stroke
from tests.doubles.hand import Hand
from whiteboard.model.element import ElementId
from whiteboard.tools.events import Device


def eraser(*elements: str) -> Hand:
    """A hand with the eraser over strokes 100 units apart, below each other."""
    return Hand(*(stroke(id, 0, 100 * i) for i, id in enumerate(elements))).take("eraser")


def test_what_the_eraser_touches_is_marked_and_removed_when_it_lifts() -> None:
    hand = eraser("a", "b", "c")
    hand.press(5, -40)
    hand.move(5, 120)
    assert hand.preview().marked == {"a", "b"}
    assert hand.ids == ["a", "b", "c"]
    hand.lift(5, 120)
    assert hand.ids == ["c"]
    assert hand.changes == 1


def test_a_fast_drag_misses_nothing_between_two_samples() -> None:
    hand = eraser("a", "b", "c")
    hand.drag((5, -500), (5, 900))
    assert hand.ids == []


def test_one_undo_brings_everything_back() -> None:
    hand = eraser("a", "b")
    hand.drag((5, -40), (5, 140))
    hand.editor.undo()
    assert hand.ids == ["a", "b"]


def test_escape_takes_the_marks_off() -> None:
    hand = eraser("a")
    hand.press(5, 2)
    hand.editor.cancel()
    assert hand.preview().marked == frozenset()
    hand.lift(5, 2)
    assert hand.ids == ["a"]


def test_the_eraser_is_as_large_on_the_screen_at_every_zoom() -> None:
    for zoom, reached in ((1.0, False), (0.25, True)):
        hand = eraser("a")
        hand.press(5, 25, zoom=zoom)
        assert bool(hand.preview().marked) is reached


def test_a_finger_rubs_out_more_than_a_mouse() -> None:
    hand = eraser("a")
    hand.press(5, 20)
    assert not hand.preview().marked
    hand.cancel()
    hand.press(5, 20, device=Device.TOUCH)
    assert hand.preview().marked


def test_locked_elements_stay() -> None:
    hand = Hand(msgspec.structs.replace(stroke("a"), lock=True)).take("eraser")
    hand.drag((0, 0), (10, 5))
    assert hand.ids == ["a"]


def test_erasing_nothing_is_no_edit() -> None:
    hand = eraser("a")
    hand.drag((500, 500), (600, 600))
    assert not hand.editor.history.can_undo
    assert hand.changes == 0


def test_the_eraser_end_of_a_pen_erases_while_the_pen_is_in_hand() -> None:
    hand = Hand(stroke("a"))
    hand.press(5, 2, tool="eraser", device=Device.PEN)
    hand.lift(5, 2)
    assert hand.ids == []
    assert hand.editor.tool == "pen"
    assert hand.editor.document.get(ElementId("a")) is None
