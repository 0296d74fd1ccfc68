"""Instruments: laid, moved, turned, put away; a compass draws; erasers and selections leave them alone."""

from __future__ import annotations

import math

import pytest

from tests.doubles.hand import SHIFT, Hand
from tests.doubles.pair import Pair, Seat
from whiteboard.model.element import INSTRUMENT, STROKE, Element, ElementId
from whiteboard.model.elements import instrument
from whiteboard.model.geometry import Point
from whiteboard.model.op import Put, Remove
from whiteboard.model.points import UNITS_PER_BOARD_UNIT, unpack
from whiteboard.render.painters.instrument import degrees_shown
from whiteboard.tools.events import Modifiers, PointerCancel, PointerDown, PointerMove, PointerUp
from whiteboard.tools.tool import Cursor

FORMS = ("ruler", "set_square", "protractor", "compass")


def laid(form: str) -> Element:
    return instrument.laid(ElementId("it"), form, Point(0, 0), "a", ElementId(""))


def handle(element: Element) -> Point:
    return instrument.to_board(element.geometry)(instrument.turner(element))


@pytest.mark.parametrize("form", FORMS)
def test_a_press_lays_it_and_gives_the_pen_back(form: str) -> None:
    hand = Hand().take(form)
    hand.drag((100, 50), (120, 60))
    (element,) = hand.editor.document
    g = element.geometry
    assert (element.kind, element.content.form) == (INSTRUMENT, form)
    assert (g.x + g.w / 2, g.y + g.h / 2) == (120, 60)
    assert hand.editor.tool == "pen"
    hand.editor.undo()
    assert hand.ids == []


@pytest.mark.parametrize("tool", ["pen", "select", "eraser", "hand", "laser", "rectangle"])
def test_its_body_moves_it_whatever_is_in_hand(tool: str) -> None:
    hand = Hand(laid("ruler")).take(tool)
    before = hand.place("it")
    hand.drag((40, 5), (70, 45), (90, 25))
    assert hand.place("it") == (before[0] + 50, before[1] + 20)
    assert hand.ids == ["it"]


@pytest.mark.parametrize("form", ["ruler", "set_square", "protractor"])
def test_its_handle_turns_it_about_its_middle_in_whole_degrees(form: str) -> None:
    hand = Hand(laid(form)).take("pen")
    x, y = handle(laid(form))
    turn = math.radians(-20.3)
    to = (x * math.cos(turn) - y * math.sin(turn), x * math.sin(turn) + y * math.cos(turn))
    hand.drag((x, y), to)
    element = hand.element("it")
    assert math.degrees(element.geometry.rotation) == pytest.approx(-20)
    assert degrees_shown(element) == 20
    assert hand.place("it") == (laid(form).geometry.x, laid(form).geometry.y)


def test_with_shift_it_turns_in_steps() -> None:
    hand = Hand(laid("ruler")).take("pen")
    x, y = handle(laid("ruler"))
    hand.press(x, y, keys=SHIFT)
    turn = math.radians(34)
    to = Point(x * math.cos(turn) - y * math.sin(turn), x * math.sin(turn) + y * math.cos(turn))
    hand.handle(PointerMove(at=to, seconds=hand.now, modifiers=SHIFT))
    (shown,) = hand.preview().elements
    assert math.degrees(shown.geometry.rotation) == pytest.approx(30)


@pytest.mark.parametrize("form", FORMS)
def test_its_cross_puts_it_away(form: str) -> None:
    hand = Hand(laid(form)).take("pen")
    at = instrument.to_board(laid(form).geometry)(instrument.closer(laid(form)))
    hand.click(*at)
    assert hand.ids == []


def test_erasers_and_selections_leave_it_alone() -> None:
    hand = Hand(laid("ruler"))
    hand.take("eraser").drag((-500, 60), (500, 60))
    hand.take("part_eraser").drag((-500, -60), (500, -60))
    hand.editor.select_all()
    assert hand.ids == ["it"]
    assert hand.selected == []


def test_a_compass_draws_an_arc_of_its_radius() -> None:
    compass = laid("compass")
    middle, tip = instrument.needle(compass.geometry), instrument.pencil(compass.geometry)
    hand = Hand(compass).take("pen")
    radius = math.dist(middle, tip)
    way = [(middle.x + 2 * radius * math.cos(t), middle.y + 2 * radius * math.sin(t)) for t in (-0.3, -0.7, -1.2, -1.6)]
    hand.drag(tip, *way)
    (stroke,) = [element for element in hand.editor.document if element.kind == STROKE]
    g = stroke.geometry
    for p in unpack(stroke.points):
        place = g.x + p.x / UNITS_PER_BOARD_UNIT, g.y + p.y / UNITS_PER_BOARD_UNIT
        assert math.dist(place, middle) == pytest.approx(radius, abs=0.3)
    turned = hand.element("it").geometry
    assert instrument.needle(turned) == pytest.approx(middle)
    assert turned.rotation == pytest.approx(-1.6)
    hand.editor.undo()
    assert hand.ids == ["it"]
    assert hand.element("it").geometry == compass.geometry


def test_a_compass_draws_one_circle_at_most() -> None:
    compass = laid("compass")
    middle, tip = instrument.needle(compass.geometry), instrument.pencil(compass.geometry)
    hand = Hand(compass).take("pen")
    hand.drag(tip, *((middle.x + 90 * math.cos(i / 3), middle.y + 90 * math.sin(i / 3)) for i in range(30)))
    (stroke,) = [element for element in hand.editor.document if element.kind == STROKE]
    ends = [unpack(stroke.points)[0], unpack(stroke.points)[-1]]
    assert math.dist(ends[0][:2], ends[1][:2]) < UNITS_PER_BOARD_UNIT


def test_a_compass_is_opened_by_its_handle_to_whole_millimetres() -> None:
    compass = laid("compass")
    x, y = handle(compass)
    hand = Hand(compass).take("pen")
    hand.drag((x, y), (x + 41, y))
    g = hand.element("it").geometry
    assert (g.w, g.rotation) == (160, 0)
    assert instrument.needle(g) == pytest.approx(instrument.needle(compass.geometry))


def test_the_pointer_says_what_a_press_would_do() -> None:
    hand = Hand(laid("ruler")).take("pen")
    hand.hover(40, 5)
    assert hand.cursor() is Cursor.MOVE
    hand.hover(*handle(laid("ruler")))
    assert hand.cursor() is Cursor.TURN
    hand.hover(40, -44)
    assert hand.cursor() is Cursor.INK


def test_if_somebody_puts_it_away_meanwhile_it_stays_away() -> None:
    hand = Hand(laid("ruler")).take("pen")
    hand.press(40, 5)
    hand.move(80, 40)
    hand.editor.submit([Remove(ElementId("it"))])
    hand.lift(80, 40)
    assert hand.ids == []


def dragging() -> Pair:
    """Ann drags a ruler by 100 for a second, without letting go, and what she says reaches Bob."""
    pair = Pair()
    pair.ann.editor.submit([Put(laid("ruler"))])
    pair.ann.editor.handle(PointerDown(at=Point(40, 5), seconds=0.0))
    for number in range(1, 101):
        pair.ann.editor.handle(PointerMove(at=Point(40 + number, 5), seconds=number / 100))
    pair.meet()
    return pair


def place(seat: Seat) -> float:
    (ruler,) = seat.editor.document
    return ruler.geometry.x - laid("ruler").geometry.x


def test_the_others_see_it_move_and_it_goes_back_at_once() -> None:
    pair = dragging()
    edits = sum(bool(news.change) for news in pair.ann.news) - 1
    assert 8 <= edits <= 11, "often enough to follow, not at every event"
    assert place(pair.bob) > 85
    pair.ann.editor.handle(PointerUp(at=Point(145, 5), seconds=1.1))
    pair.meet()
    assert place(pair.bob) == 105
    pair.ann.editor.undo()
    pair.meet()
    assert place(pair.bob) == 0
    pair.ann.editor.redo()
    pair.meet()
    assert place(pair.bob) == 105


def test_a_drag_that_is_given_up_is_undone_for_everybody_and_leaves_nothing_to_undo() -> None:
    pair = dragging()
    pair.ann.editor.handle(PointerCancel())
    pair.meet()
    assert place(pair.ann) == place(pair.bob) == 0
    pair.ann.editor.undo()
    assert len(pair.ann.editor.document) == 0, "only that it was laid there"


def test_another_tool_is_not_kept_from_it_by_ctrl() -> None:
    hand = Hand(laid("ruler")).take("select")
    hand.drag((40, 5), (60, 5), keys=Modifiers(ctrl=True))
    assert hand.place("it")[0] == laid("ruler").geometry.x + 20
