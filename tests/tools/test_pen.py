"""The pen and the highlighter."""

from __future__ import annotations

from tests.doubles.hand import Hand
from whiteboard.model.elements import bounds
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.points import MAX_PRESSURE, unpack
from whiteboard.model.style import HIGHLIGHTER, HIGHLIGHTER_WIDTH_FACTOR, PEN
from whiteboard.model.validate import check_element
from whiteboard.tools.events import Device


def test_a_drag_draws_one_stroke_and_is_one_edit() -> None:
    hand = Hand()
    hand.drag((0, 0), (40, 0), (40, 30))
    assert len(hand.ids) == 1
    assert hand.changes == 1
    stroke = hand.element(hand.ids[0])
    check_element(stroke)
    assert bounds(stroke).contains(Rect(0, 0, 40, 28))


def test_a_click_makes_a_dot() -> None:
    hand = Hand()
    hand.click(5, 7)
    (dot,) = hand.editor.document
    check_element(dot)
    assert len(unpack(dot.points)) == 1
    assert hand.place(dot.id) == (5, 7)


def test_the_first_touch_shows_at_once() -> None:
    hand = Hand()
    hand.press(5, 7)
    (wet,) = hand.preview().strokes
    assert wet.origin == Point(5, 7)
    assert len(wet.points) == 1
    assert [news.preview for news in hand.news] == [True]
    assert hand.changes == 0


def test_the_finished_stroke_replaces_the_wet_one_in_the_same_news() -> None:
    hand = Hand()
    hand.press(0, 0)
    hand.move(20, 0)
    (wet,) = hand.preview().strokes
    hand.lift(20, 0)
    assert hand.news[-1].change.added[0].id == wet.id
    assert hand.news[-1].preview
    assert hand.preview().strokes == ()


def test_cancelling_a_stroke_adds_nothing() -> None:
    hand = Hand()
    hand.press(0, 0)
    hand.move(20, 0)
    hand.cancel()
    hand.lift(30, 0)
    assert hand.ids == []
    assert not hand.preview().strokes
    assert not hand.editor.history.can_undo


def test_the_pressure_of_a_pen_is_kept() -> None:
    hand = Hand()
    hand.press(0, 0, pressure=1.0, device=Device.PEN)
    for x in range(10, 60, 10):
        hand.move(x, 0, pressure=1.0)
    hand.lift(60, 0)
    (stroke,) = hand.editor.document
    assert max(point.pressure for point in unpack(stroke.points)) == MAX_PRESSURE


def test_several_pens_draw_at_once() -> None:
    hand = Hand()
    hand.press(0, 0, pointer=1)
    hand.press(0, 50, pointer=2)
    hand.move(40, 0, pointer=1)
    hand.move(40, 50, pointer=2)
    assert len(hand.preview().strokes) == 2
    hand.lift(40, 0, pointer=1)
    assert len(hand.preview().strokes) == 1
    hand.lift(40, 50, pointer=2)
    assert len(hand.ids) == 2


def test_a_stroke_lies_above_all_others() -> None:
    hand = Hand()
    drawn = [hand.draw((0, y), (10, y)).id for y in range(5)]
    assert hand.ids == drawn


def test_pen_and_highlighter_each_keep_their_colour_and_width() -> None:
    hand = Hand()
    hand.editor.set_color("#e03131")
    hand.take("highlighter")
    assert hand.editor.color != "#e03131"
    hand.editor.set_width(8.0)
    hand.drag((0, 0), (50, 0))
    hand.take("pen").drag((0, 50), (50, 50))
    marked, written = (hand.element(id).style for id in hand.ids)
    assert (marked.ink, marked.width) == (HIGHLIGHTER, 8.0 * HIGHLIGHTER_WIDTH_FACTOR)
    assert (written.ink, written.color, written.width) == (PEN, "#e03131", 4.0)


def test_a_lost_lift_does_not_join_two_strokes() -> None:
    hand = Hand()
    hand.press(0, 0)
    hand.move(10, 0)
    hand.press(100, 0)
    hand.lift(110, 0)
    (stroke,) = hand.editor.document
    assert bounds(stroke).left > 90
