"""The pen's other ways: straight with Shift, held for a figure, along an instrument, and on from the stroke before."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from tests.doubles.hand import SHIFT, STEP_SECONDS, Hand
from whiteboard.model.element import CONNECTOR, SHAPE, STROKE, Element, ElementId
from whiteboard.model.elements import instrument
from whiteboard.model.geometry import Point
from whiteboard.model.points import UNITS_PER_BOARD_UNIT, unpack
from whiteboard.model.style import HIGHLIGHTER, MARKER
from whiteboard.tools.events import Modifiers, PointerMove, PointerRest, PointerUp


def places(stroke: Element) -> list[tuple[float, float]]:
    g = stroke.geometry
    unit = UNITS_PER_BOARD_UNIT
    return [(g.x + p.x / unit, g.y + p.y / unit) for p in unpack(stroke.points)]


def move(hand: Hand, x: float, y: float, keys: Modifiers = SHIFT) -> None:
    hand.handle(PointerMove(at=Point(x, y), seconds=hand.now, modifiers=keys))


def lift(hand: Hand, x: float, y: float, keys: Modifiers = SHIFT) -> None:
    hand.handle(PointerUp(at=Point(x, y), seconds=hand.now, modifiers=keys))


def only(hand: Hand) -> Element:
    (element,) = hand.editor.document
    return element


def rest(hand: Hand, seconds: float = 0.6) -> None:
    hand.now += seconds
    hand.handle(PointerRest(seconds=hand.now))


def sketch(hand: Hand, *corners: tuple[float, float]) -> None:
    """Press at the first corner and draw to the others, without lifting."""
    hand.press(*corners[0])
    for a, b in pairwise(corners):
        for i in range(1, 21):
            hand.move(a[0] + (b[0] - a[0]) * i / 20, a[1] + (b[1] - a[1]) * i / 20)


# ------------------------------------------------------------ straight


def test_with_shift_the_stroke_is_straight_in_steps_of_15_degrees() -> None:
    hand = Hand().take("pen")
    hand.press(0, 0, keys=SHIFT)
    for x in (10.0, 20.0, 40.0, 60.0, 80.0, 100.0):
        move(hand, x, 0.3 * x + 4 * math.sin(x))
    lift(hand, 100, 30)
    end = places(only(hand))[-1]
    assert math.degrees(math.atan2(end[1], end[0])) == pytest.approx(15, abs=0.1)
    for x, y in places(only(hand)):
        assert y == pytest.approx(x * math.tan(math.radians(15)), abs=0.2)


def test_the_straight_end_is_seen_before_the_pen_lifts() -> None:
    hand = Hand().take("pen")
    hand.press(0, 0)
    move(hand, 80, 3)
    (line,) = hand.preview().elements
    assert places(line)[-1] == (80, 0)


def test_letting_go_of_shift_goes_on_by_hand() -> None:
    hand = Hand().take("pen")
    hand.press(0, 0)
    move(hand, 100, 2)
    hand.move(102, 40)
    hand.move(110, 80)
    hand.lift(110, 80)
    drawn = places(only(hand))
    assert any(abs(x - 100) < 3 and abs(y) < 3 for x, y in drawn)
    assert drawn[-1] == (110, 80)


def test_a_click_with_shift_goes_on_from_the_stroke_before() -> None:
    hand = Hand()
    hand.draw((0, 0), (30, 0), (50, 10))
    hand.press(200, 10, keys=SHIFT)
    lift(hand, 200, 10)
    fresh = hand.element(hand.ids[-1])
    assert (places(fresh)[0], places(fresh)[-1]) == ((50, 10), (200, 10))


def test_without_a_stroke_before_a_click_with_shift_is_a_dot() -> None:
    hand = Hand().take("pen")
    hand.press(20, 10, keys=SHIFT)
    lift(hand, 20, 10)
    assert places(only(hand)) == [(20, 10)]


# ------------------------------------------------------------ held still


def test_a_line_that_is_held_becomes_a_line() -> None:
    hand = Hand().take("pen")
    sketch(hand, (0, 0), (200, 6))
    rest(hand)
    assert hand.preview().elements[0].kind == CONNECTOR
    hand.lift(200, 6)
    line = only(hand)
    assert (line.kind, line.style.head) == (CONNECTOR, "")
    assert line.geometry.h == pytest.approx(0)
    hand.editor.undo()
    assert hand.ids == []


def test_a_rectangle_that_is_held_becomes_one_with_the_ink_s_look() -> None:
    hand = Hand().take("pen")
    hand.editor.set_color("#e03131")
    sketch(hand, (0, 0), (200, 0), (200, 100), (0, 100), (0, 2))
    rest(hand)
    hand.lift(0, 2)
    box = only(hand)
    assert (box.kind, box.content.form, box.style.color) == (SHAPE, "rectangle", "#e03131")
    assert (box.geometry.w, box.geometry.h) == pytest.approx((200, 100), abs=5)


def test_dragging_on_tunes_the_end_of_a_line() -> None:
    hand = Hand().take("pen")
    sketch(hand, (0, 0), (200, 0))
    rest(hand)
    hand.move(240, 90)
    hand.lift(240, 90)
    assert (only(hand).geometry.w, only(hand).geometry.h) == pytest.approx((240, 90), abs=2)


def test_with_shift_a_tuned_line_goes_in_steps() -> None:
    hand = Hand().take("pen")
    sketch(hand, (0, 0), (200, 0))
    rest(hand)
    move(hand, 200, 190)
    lift(hand, 200, 190)
    g = only(hand).geometry
    assert math.degrees(math.atan2(g.h, g.w)) == pytest.approx(45, abs=0.01)


def test_dragging_on_makes_a_circle_larger() -> None:
    hand = Hand().take("pen")
    hand.press(80, 0)
    for i in range(1, 61):
        hand.move(80 * math.cos(math.tau * i / 60), 80 * math.sin(math.tau * i / 60))
    rest(hand)
    hand.move(120, 0)
    hand.lift(120, 0)
    assert only(hand).geometry.w == pytest.approx(240, rel=0.05)


def test_escape_gives_the_ink_back() -> None:
    hand = Hand().take("pen")
    sketch(hand, (0, 0), (200, 6))
    rest(hand)
    hand.editor.cancel()
    assert only(hand).kind == STROKE
    assert not hand.editor.busy
    assert hand.news[-1].change.added == [only(hand)]


def test_a_scribble_that_is_held_stays_ink() -> None:
    hand = Hand().take("pen")
    sketch(hand, (0, 0), (50, 100), (100, 0), (150, 100))
    rest(hand)
    hand.move(160, 90)
    hand.lift(160, 90)
    assert only(hand).kind == STROKE


def test_a_hand_that_trembles_holds_still() -> None:
    hand = Hand().take("pen")
    sketch(hand, (0, 0), (200, 0))
    for i in range(round(0.6 / STEP_SECONDS)):
        hand.move(200 + i % 2, 0)
    assert hand.preview().elements[0].kind == CONNECTOR


def test_a_moment_is_not_enough() -> None:
    hand = Hand().take("pen")
    sketch(hand, (0, 0), (200, 0))
    rest(hand, 0.3)
    hand.lift(200, 0)
    assert only(hand).kind == STROKE


def test_who_does_not_want_it_keeps_his_ink() -> None:
    hand = Hand().take("pen")
    hand.editor.holding_shapes = False
    sketch(hand, (0, 0), (200, 0))
    rest(hand)
    hand.lift(200, 0)
    assert only(hand).kind == STROKE


def test_a_highlighter_that_is_held_stays_ink_but_straight() -> None:
    hand = Hand().take("highlighter")
    sketch(hand, (0, 0), (100, 4), (200, 0))
    rest(hand)
    hand.lift(200, 0)
    stroke = only(hand)
    assert (stroke.kind, stroke.style.ink, stroke.geometry.h) == (STROKE, HIGHLIGHTER, 0)


# ------------------------------------------------------------ marker, Ctrl


def test_the_marker_draws_its_own_ink() -> None:
    hand = Hand().take("marker")
    hand.drag((0, 0), (50, 0))
    assert only(hand).style.ink == MARKER


@pytest.mark.parametrize("tool", ["pen", "marker", "highlighter"])
def test_with_ctrl_what_draws_ink_erases(tool: str) -> None:
    hand = Hand()
    hand.draw((0, 0), (50, 0))
    hand.take(tool)
    hand.drag((20, -10), (20, 10), keys=Modifiers(ctrl=True))
    assert hand.ids == []
    assert hand.editor.tool == tool


# ------------------------------------------------------------ along an instrument


def ruler(turn: float = 0.0) -> Element:
    return instrument.turned(instrument.laid(ElementId("ruler"), "ruler", Point(0, 0), "a", ElementId("")), turn)


@pytest.mark.parametrize("turn", [0.0, 0.3, -1.2])
def test_a_stroke_beside_a_ruler_runs_along_it(turn: float) -> None:
    laid = ruler(turn)
    there = instrument.to_board(laid.geometry)
    hand = Hand(laid).take("pen")
    way = [there(Point(100 + 10 * i, -6 + 4 * math.sin(i))) for i in range(30)]
    hand.drag(*way)
    stroke = hand.element(next(id for id in hand.ids if id != "ruler"))
    for x, y in places(stroke):
        local = instrument.local(laid.geometry, Point(x, y))
        assert local.y == pytest.approx(-stroke.style.width / 2, abs=0.15), "the ink touches the edge"


def test_a_stroke_along_a_protractor_is_an_arc() -> None:
    laid = instrument.laid(ElementId("p"), "protractor", Point(0, 0), "a", ElementId(""))
    middle = instrument.to_board(laid.geometry)(instrument.protractor_center(laid.geometry))
    hand = Hand(laid).take("pen")
    turns = [math.radians(-150 + 5 * i) for i in range(25)]
    hand.drag(*((middle.x + 206 * math.cos(t), middle.y + 206 * math.sin(t)) for t in turns))
    stroke = hand.element(next(id for id in hand.ids if id != "p"))
    for place in places(stroke):
        assert math.dist(place, middle) == pytest.approx(202, abs=0.3)


def test_a_stroke_far_from_a_ruler_is_free() -> None:
    hand = Hand(ruler()).take("pen")
    hand.drag((0, 100), (50, 60), (100, 100))
    stroke = hand.element(next(id for id in hand.ids if id != "ruler"))
    assert stroke.geometry.h > 30
