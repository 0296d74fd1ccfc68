"""Select: the handles of the frame, which make larger and smaller, and the one above, which turns."""

from __future__ import annotations

import math

import pytest

from tests.doubles.board import stroke
from tests.doubles.hand import ALT, CTRL, SHIFT, Hand
from tests.tools.boxes import before, box, shape, text
from whiteboard.model.content import Binding, Content
from whiteboard.model.element import CONNECTOR, Element, ElementId, Geometry
from whiteboard.model.elements import bounds
from whiteboard.model.geometry import Point
from whiteboard.model.op import Remove
from whiteboard.tools.events import Device
from whiteboard.tools.select_frame import KNOB_PX
from whiteboard.tools.tool import Cursor

GAP = 3.0
"""The handles are that far outside."""


@pytest.fixture
def hand() -> Hand:
    """A rectangle of 100 by 60 at (200, 100), selected."""
    hand = before(shape("a", 200, 100))
    hand.click(250, 130)
    return hand


def test_a_corner_makes_larger_and_the_opposite_one_stays(hand: Hand) -> None:
    hand.drag((302, 162), (330, 200), (352, 192))
    assert box(hand, "a") == (200, 100, 150, 90)
    assert hand.changes == 1


def test_nothing_jumps_when_a_handle_is_pressed(hand: Hand) -> None:
    hand.press(306, 158)
    hand.move(306, 158)
    hand.lift(306, 158)
    assert box(hand, "a") == (200, 100, 100, 60)
    assert not hand.editor.history.can_undo


def test_one_gesture_is_one_step_of_undo(hand: Hand) -> None:
    hand.drag((303, 163), (320, 170), (340, 190), (353, 193))
    hand.editor.undo()
    assert box(hand, "a") == (200, 100, 100, 60)
    assert not hand.editor.history.can_undo


@pytest.mark.parametrize(
    ("at", "to", "expected"),
    [
        ((250, 97), (260, 77), (200, 80, 100, 80)),
        ((303, 130), (323, 135), (200, 100, 120, 60)),
        ((250, 163), (240, 173), (200, 100, 100, 70)),
        ((197, 130), (177, 100), (180, 100, 120, 60)),
        ((197, 97), (187, 107), (190, 110, 110, 50)),
    ],
    ids=["top", "right", "bottom", "left", "corner"],
)
def test_each_side_moves_alone(
    hand: Hand, at: tuple[float, float], to: tuple[float, float], expected: tuple[float, ...]
) -> None:
    hand.drag(at, to)
    assert box(hand, "a") == expected


def test_shift_keeps_the_proportions(hand: Hand) -> None:
    hand.drag((303, 163), (403, 170), keys=SHIFT)
    assert box(hand, "a") == (200, 100, 200, 120)


def test_a_side_with_shift_takes_the_other_one_along(hand: Hand) -> None:
    hand.drag((303, 130), (403, 130), keys=SHIFT)
    assert box(hand, "a") == (200, 70, 200, 120)


def test_alt_keeps_the_middle(hand: Hand) -> None:
    hand.drag((303, 163), (313, 173), keys=ALT)
    assert box(hand, "a") == (190, 90, 120, 80)


def test_dragging_past_the_opposite_side_mirrors(hand: Hand) -> None:
    hand.drag((303, 130), (153, 130))
    assert box(hand, "a") == (150, 100, 50, 60)


def test_nothing_gets_too_small_to_be_taken_hold_of(hand: Hand) -> None:
    hand.drag((303, 163), (203, 103))
    _, _, w, h = box(hand, "a")
    assert (w, h) == (4, 4)


def test_escape_restores_and_leaves_the_selection(hand: Hand) -> None:
    hand.press(303, 163)
    hand.move(400, 300)
    assert hand.preview().through is not None
    hand.editor.cancel()
    assert hand.preview().through is None
    hand.lift(400, 300)
    assert box(hand, "a") == (200, 100, 100, 60)
    assert hand.selected == ["a"]


def test_a_turned_box_grows_along_its_own_sides() -> None:
    hand = before(shape("a", 200, 100, rotation=math.pi / 2))
    hand.click(250, 130)
    # turned by a quarter, its right side is below: the middle of it is at (250, 180)
    hand.drag((250, 183), (250, 203))
    assert box(hand, "a") == (190, 110, 120, 60)
    assert hand.element("a").geometry.rotation == pytest.approx(math.pi / 2)


def test_several_grow_together_as_they_lie() -> None:
    hand = before(shape("a", 0, 0, 50, 50), shape("b", 150, 50, 50, 50))
    hand.editor.select_all()
    hand.drag((203, 103), (403, 203))
    assert box(hand, "a") == (0, 0, 100, 100)
    assert box(hand, "b") == (300, 100, 100, 100)


def test_ink_grows_with_its_width() -> None:
    hand = before(stroke("a", 100, 100))
    hand.click(105, 104)
    frame = bounds(hand.element("a"))
    hand.drag((frame.right + 2, frame.bottom + 2), (frame.right + 2 + frame.width, frame.bottom + 2 + frame.height))
    assert hand.element("a").style.width == pytest.approx(8.0)
    assert bounds(hand.element("a")).width == pytest.approx(2 * frame.width)


def test_many_strokes_grow_as_each_alone_would() -> None:
    strokes = [stroke(f"s{i}", 20 * i, 15 * i) for i in range(12)]
    many, few = before(*strokes), before(*strokes[:2])
    for hand in (many, few):
        hand.editor.select_all()
        at = hand.editor.selection_frame
        assert at is not None
        corner = Point(at.box.right + 2, at.box.bottom + 2)
        hand.drag(corner, (corner.x + at.box.width, corner.y + at.box.height))
    assert many.element("s1").points == few.element("s1").points
    assert many.element("s1").style == few.element("s1").style


def test_the_corner_of_a_text_keeps_its_proportions() -> None:
    hand = before(text("a", 100, 100))
    hand.click(140, 115)
    hand.drag((183, 133), (263, 133))
    assert box(hand, "a")[2] / box(hand, "a")[3] == pytest.approx(80 / 30, rel=0.02)


# ---------------------------------------------------------------- turning


def test_the_handle_above_turns_about_the_middle(hand: Hand) -> None:
    hand.press(250, 100 - KNOB_PX - GAP + 2)
    hand.move(330, 130)
    assert hand.preview().turning == pytest.approx(math.pi / 2)
    hand.lift(330, 130)
    assert hand.element("a").geometry.rotation == pytest.approx(math.pi / 2)
    assert box(hand, "a") == (200, 100, 100, 60)


def test_turning_with_shift_goes_in_steps_of_15_degrees(hand: Hand) -> None:
    hand.press(250, 100 - KNOB_PX)
    hand.move(300, 90, keys=SHIFT)
    turned = hand.preview().turning
    assert turned is not None
    assert math.degrees(turned) == pytest.approx(45)
    hand.lift(300, 90, keys=SHIFT)
    assert math.degrees(hand.element("a").geometry.rotation) == pytest.approx(45)


def test_several_turn_about_their_common_middle() -> None:
    hand = before(shape("a", 0, 0, 40, 40), shape("b", 160, 0, 40, 40))
    hand.editor.select_all()
    hand.drag((100, -KNOB_PX), (200, 20))
    assert box(hand, "a") == (80, -80, 40, 40)
    assert box(hand, "b") == (80, 80, 40, 40)


def test_a_frame_turns_with_what_is_turned(hand: Hand) -> None:
    hand.drag((250, 100 - KNOB_PX), (330, 130))
    frame = hand.editor.selection_frame
    assert frame is not None
    assert frame.rotation == pytest.approx(math.pi / 2)
    hand.hover(250 + 30 + KNOB_PX, 130)
    assert hand.cursor() is Cursor.TURN


# ---------------------------------------------------------------- handles


def test_the_pointer_shows_what_a_handle_does(hand: Hand) -> None:
    places = {
        (303, 163): Cursor.SIZE_NWSE,
        (197, 163): Cursor.SIZE_NESW,
        (303, 130): Cursor.SIZE_WE,
        (250, 97): Cursor.SIZE_NS,
        (250, 100 - KNOB_PX): Cursor.TURN,
        (250, 130): Cursor.MOVE,
    }
    for place, cursor in places.items():
        hand.hover(*place)
        assert hand.cursor() is cursor


def test_the_arrows_of_a_turned_frame_lie_as_it_does() -> None:
    hand = before(shape("a", 200, 100, rotation=math.pi / 4))
    hand.click(250, 130)
    frame = hand.editor.selection_frame
    assert frame is not None
    right = frame.turned(Point(303, 130))
    hand.hover(*right)
    assert hand.cursor() is Cursor.SIZE_NWSE


def test_a_finger_need_not_hit_a_handle_so_exactly(hand: Hand) -> None:
    hand.press(315, 172, device=Device.TOUCH)
    hand.move(335, 192)
    hand.lift(335, 192)
    assert box(hand, "a") == (200, 100, 120, 80)


def test_what_is_tiny_can_still_be_dragged() -> None:
    hand = before(shape("a", 200, 100, 8, 8))
    hand.click(204, 104)
    hand.drag((206, 106), (226, 106))
    assert box(hand, "a") == (220, 100, 8, 8)


# ---------------------------------------------------------------- ends of connectors


def arrow(**content: object) -> Element:
    return Element(
        id=ElementId("arrow"),
        kind=CONNECTOR,
        geometry=Geometry(x=0, y=0, w=100, h=0),
        order="Z",
        content=Content(form="straight", **content),  # type: ignore[arg-type]
    )


def test_the_end_of_a_connector_is_dragged_alone() -> None:
    hand = before(arrow())
    hand.click(50, 1)
    hand.drag((101, 1), (151, 81))
    assert box(hand, "arrow") == (0, 0, 150, 80)


def test_an_end_dropped_on_a_shape_sticks_to_it_but_not_with_ctrl() -> None:
    hand = before(arrow(), shape("a", 200, 100))
    hand.click(50, 1)
    hand.drag((100, 0), (250, 130), keys=CTRL)
    assert hand.element("arrow").content.end is None
    hand.editor.undo()
    hand.drag((100, 0), (250, 130))
    assert hand.element("arrow").content.end == Binding("a")


# ---------------------------------------------------------------- others at the same time


def test_what_somebody_removes_while_i_size_it_stays_removed(hand: Hand) -> None:
    hand.press(303, 163)
    hand.move(340, 190)
    hand.editor.submit([Remove(ElementId("a"))])
    hand.move(360, 190)
    hand.lift(360, 190)
    assert hand.ids == []
    assert hand.selected == []
