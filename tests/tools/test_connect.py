"""Lines and arrows: ends stick to what they are dropped on, and say so meanwhile."""

from __future__ import annotations

import math

from tests.doubles.figures import box
from tests.doubles.hand import SHIFT, Hand
from whiteboard.model.content import Binding
from whiteboard.model.element import CONNECTOR, Element
from whiteboard.model.elements.connector_line import ends
from whiteboard.model.geometry import Point
from whiteboard.model.validate import check_element
from whiteboard.tools.events import Modifiers

CTRL = Modifiers(ctrl=True)


def drawn(hand: Hand) -> Element:
    (connector,) = [element for element in hand.editor.document if element.kind == CONNECTOR]
    check_element(connector)
    return connector


def two_boxes() -> Hand:
    return Hand(box("left"), box("right", 300))


def test_an_arrow_leads_from_press_to_lift_with_a_tip_and_a_line_has_none() -> None:
    hand = Hand().take("arrow")
    hand.drag((10, 20), (50, 50), (200, 120))
    assert ends(drawn(hand)) == (Point(10, 20), Point(200, 120))
    assert drawn(hand).style.head == "arrow"
    assert hand.selected == [drawn(hand).id]
    assert hand.editor.tool == "select"
    line = Hand().take("line")
    line.drag((10, 20), (200, 120))
    assert drawn(line).style.head == ""


def test_ends_dropped_on_boxes_stick_to_their_middles_and_show_it_meanwhile() -> None:
    hand = two_boxes().take("arrow")
    hand.press(50, 30)
    hand.move(200, 100)
    assert hand.preview().targets == {"left"}
    hand.move(345, 28)
    assert hand.preview().targets == {"left", "right"}
    hand.lift(345, 28)
    assert (drawn(hand).content.start, drawn(hand).content.end) == (Binding("left"), Binding("right"))
    assert ends(drawn(hand)) == (Point(107, 30), Point(293, 30))


def test_an_end_dropped_off_the_middle_aims_where_it_was_dropped() -> None:
    hand = two_boxes().take("arrow")
    hand.drag((200, 200), (250, 100), (310, 55))
    end = drawn(hand).content.end
    assert end is not None
    assert (end.to, end.u, round(end.v, 2)) == ("right", 0.1, 0.92)


def test_ctrl_sticks_to_nothing_and_a_line_within_one_box_belongs_to_nobody() -> None:
    hand = two_boxes().take("arrow")
    hand.press(50, 30, keys=CTRL)
    hand.move(200, 30, keys=CTRL)
    hand.lift(350, 30, keys=CTRL)
    assert (drawn(hand).content.start, drawn(hand).content.end) == (None, None)
    inside = two_boxes().take("arrow")
    inside.drag((20, 20), (50, 30), (80, 40))
    assert (drawn(inside).content.start, drawn(inside).content.end) == (None, None)
    assert ends(drawn(inside)) == (Point(20, 20), Point(80, 40))


def test_shift_draws_in_steps_of_15_degrees() -> None:
    hand = Hand().take("line")
    hand.press(0, 0, keys=SHIFT)
    hand.move(50, 12, keys=SHIFT)
    hand.lift(200, 58, keys=SHIFT)
    _, end = ends(drawn(hand))
    assert abs(math.degrees(math.atan2(end.y, end.x)) - 15) < 0.05


def test_a_click_draws_nothing() -> None:
    hand = Hand().take("arrow")
    hand.click(10, 10)
    assert hand.ids == []
    assert hand.editor.tool == "arrow"


def test_curved_and_elbow_arrows_have_their_form() -> None:
    for tool, form in (("curve", "curved"), ("elbow", "elbow")):
        hand = two_boxes().take(tool)
        hand.drag((50, 30), (200, 100), (350, 30))
        assert drawn(hand).content.form == form
