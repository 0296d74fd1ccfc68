"""What is dragged snaps to edges, middles and even gaps."""

from __future__ import annotations

from tests.doubles.board import stroke
from tests.doubles.hand import CTRL, Hand
from tests.tools.boxes import before, box, shape
from whiteboard.model.element import ElementId
from whiteboard.model.geometry import Point
from whiteboard.model.op import Remove
from whiteboard.tools.step import Guide


def two() -> Hand:
    """b may be dragged to where it is in line with a, which is 100 by 60 at (0, 0)."""
    return before(shape("a", 0, 0), shape("b", 307, 203, 50, 30), snapping=True)


def test_an_edge_that_comes_near_another_snaps_to_it_and_a_guide_says_so() -> None:
    hand = two()
    hand.press(330, 220)
    hand.move(128, 217)  # its left side would be at 105, its right at 155
    assert hand.preview().moved_by == Point(-207, -3)
    assert Guide(Point(100, 0), Point(100, 230)) in hand.preview().guides
    hand.lift(128, 217)
    assert box(hand, "b")[0] == 100


def test_middles_snap_too() -> None:
    hand = two()
    hand.drag((330, 220), (51, 300))
    assert box(hand, "b")[0] == 25


def test_ctrl_or_the_switch_turns_it_off() -> None:
    hand = two()
    hand.drag((330, 220), (128, 217), keys=CTRL)
    assert box(hand, "b")[0] == 105
    hand.editor.undo()
    hand.editor.snapping = False
    hand.drag((330, 220), (128, 217))
    assert box(hand, "b")[0] == 105


def test_what_is_further_than_six_pixels_does_not_pull() -> None:
    hand = two()
    hand.drag((330, 220), (130, 217))
    assert box(hand, "b")[0] == 107


def test_a_gap_becomes_as_wide_as_its_neighbour() -> None:
    hand = before(shape("a", 0, 0, 50, 50), shape("b", 90, 10, 50, 50), shape("c", 400, 300, 60, 40), snapping=True)
    hand.press(430, 320)
    hand.move(213, 49)  # its left side would be at 183; even would be 180
    assert hand.preview().moved_by.x == -220
    assert len([guide for guide in hand.preview().guides if guide.begin.y == guide.end.y]) >= 2


def test_a_corner_that_is_dragged_snaps() -> None:
    hand = two()
    hand.click(330, 220)
    hand.drag((304, 200), (103, 63))
    assert box(hand, "b")[:2] == (100, 60)


def test_handwriting_does_not_pull() -> None:
    hand = before(stroke("s", 0, 0, order="S"), shape("b", 300, 200), snapping=True)
    hand.drag((350, 230), (53, 60))
    assert hand.place("b") == (3, 30)


def drawing() -> Hand:
    """A shape is about to be drawn near a, which is 100 by 60 at (0, 0)."""
    hand = before(shape("a", 0, 0), snapping=True).take("ellipse")
    hand.press(40, 96)
    hand.move(80, 150)
    return hand


def test_a_shape_snaps_while_it_is_drawn() -> None:
    hand = drawing()
    hand.move(103, 157)
    (shown,) = hand.preview().elements
    assert (shown.geometry.x, shown.geometry.w) == (40, 60)
    assert Guide(Point(100, 0), Point(100, 157)) in hand.preview().guides
    hand.lift(103, 157)
    assert box(hand, hand.selected[0]) == (40, 96, 60, 61)


def test_the_corner_where_a_shape_begins_snaps_too() -> None:
    hand = before(shape("a", 0, 0), snapping=True).take("rectangle")
    hand.drag((3, 96), (30, 120), (200, 180))
    assert box(hand, hand.selected[0]) == (0, 96, 200, 84)


def test_ctrl_draws_a_shape_where_the_pointer_is() -> None:
    hand = drawing()
    hand.lift(103, 157, keys=CTRL)
    assert box(hand, hand.selected[0]) == (40, 96, 63, 61)


def test_nothing_guides_what_somebody_removed_meanwhile() -> None:
    hand = two()
    hand.press(330, 220)
    hand.move(128, 217)
    assert hand.preview().guides
    hand.editor.submit([Remove(ElementId("b"))])
    hand.move(128, 218)
    assert not hand.preview().guides
