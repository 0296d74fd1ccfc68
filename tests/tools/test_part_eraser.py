"""The part eraser: a stroke splits, undo brings it back, and others' doings meanwhile make sense."""

from __future__ import annotations

import sys
from time import perf_counter
from types import FrameType
from typing import Any

import msgspec
import pytest

from tests.doubles.board import stroke
from tests.doubles.hand import Hand
from whiteboard.model.content import Content
from whiteboard.model.element import SHAPE, Element, ElementId, Geometry
from whiteboard.model.elements.stroke import placed
from whiteboard.model.geometry import Point
from whiteboard.model.op import Patch, Remove
from whiteboard.model.points import InkPoint
from whiteboard.model.validate import check_element
from whiteboard.render.renderer import Renderer
from whiteboard.tools.events import Modifiers, PointerMove, PointerUp
from whiteboard.ui.board_picture import FoundByRenderer


def line(id: str = "line", y: float = 0.0, **groups: object) -> Element:
    geometry, points = placed([InkPoint(0, 0, 120), InkPoint(200 * 16, 0, 120)], (0.0, y))
    element = msgspec.structs.replace(stroke(id), geometry=geometry, points=points)
    return msgspec.structs.replace(element, **groups)


def spans(hand: Hand) -> list[tuple[float, float]]:
    """From where to where the strokes go."""
    return sorted((e.geometry.x, e.geometry.x + e.geometry.w) for e in hand.editor.document)


def cross(hand: Hand, x: float, y: float = 0.0) -> None:
    hand.drag((x, y - 30), (x, y + 30))


def test_a_stroke_splits_where_the_eraser_crosses_it() -> None:
    hand = Hand(line(order="M", group="g")).take("part_eraser")
    cross(hand, 100)
    (_, first_end), (second_begin, _) = spans(hand)
    assert 100 - first_end == pytest.approx(second_begin - 100, abs=0.2)
    assert 14 < second_begin - first_end < 26
    for part in hand.editor.document:
        check_element(part)
        assert (part.order, part.group, part.style) == ("M", "g", line().style)


def test_undo_brings_back_the_one_stroke_and_redo_the_parts() -> None:
    hand = Hand(line()).take("part_eraser")
    cross(hand, 100)
    parts = set(hand.ids)
    hand.editor.undo()
    assert list(hand.editor.document) == [line()]
    hand.editor.redo()
    assert set(hand.ids) == parts


def test_several_crossings_of_one_drag_are_one_edit() -> None:
    hand = Hand(line()).take("part_eraser")
    hand.drag((40, -30), (40, 30), (90, 30), (90, -30), (140, -30), (140, 30))
    assert len(spans(hand)) == 4
    assert hand.changes == 1
    hand.editor.undo()
    assert hand.ids == ["line"]


def test_what_will_be_left_is_seen_while_erasing() -> None:
    hand = Hand(line()).take("part_eraser")
    hand.press(100, -30)
    hand.move(100, 30)
    shown = hand.preview()
    assert shown.hidden == {"line"}
    assert len(shown.elements) == 2
    hand.cancel()
    assert list(hand.editor.document) == [line()]


def test_parts_can_be_cut_again_in_the_next_drag() -> None:
    hand = Hand(line()).take("part_eraser")
    cross(hand, 100)
    cross(hand, 50)
    assert len(spans(hand)) == 3


def test_alt_gives_a_stroke_back_before_the_pen_lifts() -> None:
    hand = Hand(line(), line("other", 20)).take("part_eraser")
    hand.press(100, -30)
    hand.move(100, 50)
    assert hand.preview().hidden == {"line", "other"}
    alt = Modifiers(alt=True)
    hand.handle(PointerMove(at=Point(150, 60), seconds=hand.now, modifiers=alt))
    hand.handle(PointerMove(at=Point(150, 20), seconds=hand.now, modifiers=alt))
    hand.handle(PointerUp(at=Point(150, 22), seconds=hand.now, modifiers=alt))
    assert "other" in hand.ids
    assert "line" not in hand.ids


def test_other_kinds_and_locked_strokes_are_left_alone() -> None:
    shape = Element(
        id=ElementId("s"), kind=SHAPE, geometry=Geometry(80, -20, 40, 40), order="B", content=Content(form="ellipse")
    )
    hand = Hand(line(lock=True), shape).take("part_eraser")
    cross(hand, 100)
    assert sorted(hand.ids) == ["line", "s"]


def test_a_stroke_that_somebody_erased_meanwhile_stays_erased() -> None:
    hand = Hand(line()).take("part_eraser")
    hand.press(100, -30)
    hand.move(100, 30)
    hand.editor.submit([Remove(ElementId("line"))])
    assert hand.preview().hidden == frozenset()
    hand.lift(100, 30)
    assert hand.ids == []


def test_a_stroke_that_somebody_moved_meanwhile_is_cut_where_it_is_now() -> None:
    hand = Hand(line()).take("part_eraser")
    hand.press(100, -30)
    hand.move(100, 30)
    moved = msgspec.structs.replace(line().geometry, x=500.0)
    hand.editor.submit([Patch(id=ElementId("line"), geometry=moved)])
    hand.lift(100, 30)
    (first, _), (_, last) = spans(hand)
    assert (first, last) == (500, 700)


def test_the_whole_stroke_eraser_unmarks_with_alt() -> None:
    hand = Hand(line(), line("other", 40)).take("eraser")
    hand.press(100, -30)
    hand.move(100, 60)
    assert hand.preview().marked == {"line", "other"}
    alt = Modifiers(alt=True)
    hand.handle(PointerMove(at=Point(100, 45), seconds=hand.now, modifiers=alt))
    hand.handle(PointerUp(at=Point(100, 45), seconds=hand.now, modifiers=alt))
    assert hand.ids == ["other"]


@pytest.mark.parametrize(("width", "gap"), [(2.0, 8.0), (16.0, 64.0)])
def test_an_eraser_has_the_width_that_is_chosen_with_it_in_hand(width: float, gap: float) -> None:
    hand = Hand(line()).take("part_eraser")
    hand.editor.set_width(width)
    assert (hand.editor.width, hand.editor.tool) == (width, "part_eraser")
    cross(hand, 100)
    (_, first_end), (second_begin, _) = spans(hand)
    assert gap < second_begin - first_end < gap + 4
    hand.take("pen")
    assert hand.editor.width == 4.0


def test_rubbing_takes_no_more_steps_on_a_board_of_ten_times_as_many_strokes(qapp: object) -> None:
    assert steps_of_rubbing(10_000) < 1.1 * steps_of_rubbing(1_000)


def steps_of_rubbing(count: int) -> int:
    """Lines of Python that are run while an eraser rubs over a hundred of so many strokes."""
    steps = 0

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal steps
        steps += event == "line"
        return trace

    renderer = Renderer(perf_counter)
    many = [line(f"l{i}", 12.0 * i, order="B") for i in range(count)]
    hand = Hand(*many)
    renderer.reset(many)
    while renderer.taking_in:
        renderer.work(1.0)
    hand.editor.index = FoundByRenderer(renderer)
    hand.take("part_eraser").press(100, -20)
    before = sys.gettrace()
    sys.settrace(trace)
    for i in range(100):
        hand.move(100, 4.0 * i)
    sys.settrace(before)
    hand.lift(100, 400)
    assert len(hand.editor.document) > count + 30
    return steps


@pytest.mark.parametrize("tool", ["eraser", "part_eraser"])
def test_what_alt_gave_back_stays_when_alt_is_up_before_the_pen(tool: str) -> None:
    hand = Hand(line("a", 40)).take(tool)
    hand.press(100, 0)
    hand.move(100, 45)
    hand.move(100, 44, keys=Modifiers(alt=True))
    hand.lift(100, 44)
    assert hand.ids == ["a"]
