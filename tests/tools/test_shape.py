"""Shapes and polygons: drag, click, Shift, Alt, Escape; afterwards what was drawn is selected."""

from __future__ import annotations

import pytest

from tests.doubles.figures import box
from tests.doubles.hand import SHIFT, Hand
from whiteboard.model.content import SHAPE_FORMS
from whiteboard.model.element import SHAPE, Element
from whiteboard.model.elements.shape import outline_of
from whiteboard.model.geometry import Point
from whiteboard.model.op import Patch
from whiteboard.model.validate import check_element
from whiteboard.tools.events import Modifiers

ALT = Modifiers(alt=True)


def only(hand: Hand) -> Element:
    (element,) = hand.editor.document
    return element


def rect(element: Element) -> tuple[float, float, float, float]:
    g = element.geometry
    return g.x, g.y, g.w, g.h


def dragged(keys: Modifiers, end: tuple[float, float]) -> tuple[float, float, float, float]:
    hand = Hand().take("rectangle")
    hand.press(100, 100, keys=keys)
    hand.move(110, 110, keys=keys)
    hand.lift(*end, keys=keys)
    return rect(only(hand))


@pytest.mark.parametrize("form", [form for form in SHAPE_FORMS if form != "polygon"])
def test_every_form_is_drawn_with_one_drag_in_any_direction(form: str) -> None:
    for end in ((180, 150), (20, 150), (20, 50), (180, 50)):
        hand = Hand().take(form)
        hand.drag((100, 100), (110, 105), end)
        drawn = only(hand)
        assert (drawn.kind, drawn.content.form) == (SHAPE, form)
        assert rect(drawn) == (min(100, end[0]), min(100, end[1]), 80, 50)
        check_element(drawn)


def test_the_shape_is_selected_then_with_the_select_tool_in_hand() -> None:
    hand = Hand().take("ellipse")
    hand.drag((0, 0), (50, 50))
    assert hand.selected == [only(hand).id]
    assert hand.editor.tool == "select"


def test_a_kept_tool_draws_the_next_one_at_once() -> None:
    hand = Hand().take("ellipse")
    hand.editor.keep_tool = True
    hand.drag((0, 0), (50, 50))
    hand.drag((100, 0), (150, 50))
    assert hand.editor.tool == "ellipse"
    assert len(hand.ids) == 2
    assert hand.selected == []


def test_shift_makes_it_as_wide_as_high() -> None:
    assert dragged(SHIFT, (180, 130)) == (100, 100, 80, 80)
    assert dragged(SHIFT, (70, 20)) == (20, 20, 80, 80)


def test_alt_draws_from_the_middle_and_both_keys_do_both() -> None:
    assert dragged(ALT, (130, 120)) == (70, 80, 60, 40)
    assert dragged(Modifiers(shift=True, alt=True), (130, 120)) == (70, 70, 60, 60)


def test_a_click_makes_one_of_a_fair_size_around_it_on_any_zoom() -> None:
    hand = Hand().take("rectangle")
    hand.click(200, 100)
    assert rect(only(hand)) == (120, 50, 160, 100)


def test_a_shape_being_drawn_is_shown_and_escape_leaves_nothing() -> None:
    hand = Hand().take("star")
    hand.press(0, 0)
    hand.move(60, 50)
    (shown,) = hand.preview().elements
    assert rect(shown) == (0, 0, 60, 50)
    hand.cancel()
    assert hand.preview().elements == ()
    assert hand.ids == []
    assert hand.editor.tool == "star"


# ---------------------------------------------------------------- polygons


def corners(element: Element) -> list[tuple[float, float]]:
    return [(x, y) for x, y in outline_of(element).flattened()[:-1]]


def test_a_polygon_has_a_corner_where_each_click_was_and_ends_on_its_first() -> None:
    hand = Hand().take("polygon")
    for place in ((0, 0), (100, 20), (60, 90), (3, 2)):
        hand.click(*place)
    assert corners(only(hand)) == [(0, 0), (100, 20), (60, 90)]
    assert not hand.editor.busy
    assert hand.editor.tool == "select"


def test_between_clicks_the_next_corner_follows_the_pointer() -> None:
    hand = Hand().take("polygon")
    hand.click(0, 0)
    hand.click(100, 0)
    hand.hover(50, 80)
    (shown,) = hand.preview().elements
    assert corners(shown) == [(0, 0), (100, 0), (50, 80)]
    assert hand.editor.busy
    assert hand.ids == []


def test_a_double_click_or_enter_closes_it_and_a_drag_places_two_corners() -> None:
    hand = Hand().take("polygon")
    hand.drag((0, 0), (40, 0), (100, 0))
    hand.click(50, 80)
    hand.editor.finish()
    assert corners(only(hand)) == [(0, 0), (100, 0), (50, 80)]
    again = Hand().take("polygon")
    again.drag((0, 0), (40, 0), (100, 0))
    again.click(50, 80)
    again.press(50, 80, clicks=2)
    again.lift(50, 80)
    assert corners(only(again)) == [(0, 0), (100, 0), (50, 80)]


def test_escape_and_another_tool_give_a_polygon_up() -> None:
    for key in ("Escape", "P"):
        hand = Hand().take("polygon")
        hand.click(0, 0)
        hand.click(100, 0)
        if key == "Escape":
            hand.editor.cancel()
        else:
            hand.take("pen")
        assert not hand.editor.busy
        assert hand.ids == []


def test_sizing_a_polygon_stretches_its_corners() -> None:
    hand = Hand().take("polygon")
    for place in ((0, 0), (100, 0), (100, 50), (0, 0)):
        hand.click(*place)
    wide = box("wide", 10, 20, w=200, h=100).geometry
    hand.editor.submit([Patch(id=only(hand).id, geometry=wide)])
    assert corners(only(hand)) == [(10, 20), (210, 20), (210, 120)]


# ---------------------------------------------------------------- labels, hits


def test_a_double_click_inside_an_open_shape_writes_its_label_though_a_click_there_hits_nothing() -> None:
    hand = Hand(box("frame", 0, 0, w=300, h=200), box("inner", 50, 50)).take("select")
    hand.click(100, 80)
    assert hand.selected == []
    hand.double_click(100, 80)
    assert "inner" in [news.write for news in hand.news]
    assert hand.selected == ["inner"]
    hand.double_click(250, 150)
    assert hand.selected == ["frame"]


def test_an_open_shape_is_found_at_its_outline_and_a_filled_one_anywhere_inside() -> None:
    hand = Hand(box("open", form="ellipse"), box("filled", 200, form="ellipse", fill="#ffffff"))
    for x, y, found in ((50, 1, "open"), (50, 30, None), (3, 3, None), (250, 30, "filled"), (203, 3, None)):
        assert hand.editor.index.at(Point(x, y), 3.0) == found, (x, y)
