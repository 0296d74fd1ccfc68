"""Select: groups, what lies beneath, what is locked, copies by Alt, and the lasso."""

from __future__ import annotations

from tests.doubles.board import stroke
from tests.doubles.hand import ALT, CTRL, SHIFT, Hand
from tests.tools.boxes import before, box, shape
from whiteboard.model.geometry import Point
from whiteboard.tools.arrange import groups


def family() -> Hand:
    """a and b are a group in a group with c; d is alone."""
    return before(
        shape("a", 0, 0, group="g/h"),
        shape("b", 200, 0, group="g/h"),
        shape("c", 400, 0, group="g"),
        shape("d", 600, 0),
    )


def test_a_click_selects_the_outermost_group() -> None:
    hand = family()
    hand.click(50, 30)
    assert hand.selected == ["a", "b", "c"]


def test_double_clicks_go_further_in_and_a_click_stays_inside() -> None:
    hand = family()
    hand.double_click(50, 30)
    assert hand.selected == ["a", "b"]
    hand.press(50, 30, clicks=2)
    hand.lift(50, 30)
    assert hand.selected == ["a"]
    hand.click(250, 30)
    assert hand.selected == ["b"]
    hand.click(450, 30)
    assert hand.selected == ["a", "b", "c"]
    hand.click(650, 30)
    hand.click(250, 30)
    assert hand.selected == ["a", "b", "c"]


def test_a_double_click_on_what_can_hold_text_asks_to_write() -> None:
    hand = before(shape("a", 0, 0))
    hand.double_click(50, 30)
    assert hand.news[-1].write == "a"
    assert not hand.editor.busy


def test_a_double_click_on_the_outline_opens_too_though_the_frame_is_there() -> None:
    hand = before(shape("a", 0, 0, fill=""))
    hand.double_click(0, 20)
    assert hand.news[-1].write == "a"
    hand = family()
    hand.double_click(0, 20)
    assert hand.selected == ["a", "b"]


def test_ctrl_click_selects_inside_a_group_and_then_beneath() -> None:
    hand = before(shape("a", 0, 0, group="g"), shape("b", 20, 0, group="g"), shape("c", 40, 0))
    for expected in (["c"], ["b"], ["a"], ["c"]):
        hand.click(70, 30, keys=CTRL)
        assert hand.selected == expected


def test_alt_click_goes_through_what_lies_beneath() -> None:
    hand = before(shape("a", 0, 0), shape("b", 20, 0))
    hand.click(50, 30)
    assert hand.selected == ["b"]
    hand.click(50, 30, keys=ALT)
    assert hand.selected == ["a"]
    assert hand.changes == 0


def test_shift_click_adds_a_whole_group_and_takes_it_away() -> None:
    hand = family()
    hand.click(650, 30)
    hand.click(50, 30, keys=SHIFT)
    assert hand.selected == ["a", "b", "c", "d"]
    hand.click(450, 30, keys=SHIFT)
    assert hand.selected == ["d"]


def test_grouping_and_ungrouping_are_one_edit_each() -> None:
    hand = before(shape("a", 0, 0), shape("b", 200, 0))
    hand.editor.select_all()
    hand.editor.arrange(groups.grouped(hand.editor.selection, hand.editor.document, "g"))
    hand.click(900, 900)
    hand.click(50, 30)
    assert hand.selected == ["a", "b"]
    hand.editor.arrange(groups.ungrouped(hand.editor.selection, hand.editor.document))
    assert {element.group for element in hand.editor.document} == {""}
    hand.editor.undo()
    hand.editor.undo()
    assert not hand.editor.history.can_undo


def test_groups_are_made_within_the_open_group() -> None:
    hand = before(*(shape(id, 200 * i, 0, group="g") for i, id in enumerate("abc")))
    hand.double_click(50, 30)
    hand.click(250, 30, keys=SHIFT)
    assert hand.selected == ["a", "b"]
    hand.editor.arrange(groups.grouped(hand.editor.selection, hand.editor.document, "h"))
    assert [hand.element(id).group for id in "abc"] == ["g/h", "g/h", "g"]


# ---------------------------------------------------------------- locked


def test_what_is_locked_is_selected_by_a_click_of_its_own_and_its_lock_opens_it() -> None:
    hand = before(shape("a", 0, 0, lock=True), shape("b", 300, 0))
    hand.click(350, 30)
    hand.click(50, 30)
    assert hand.selected == []
    hand.click(50, 30)
    assert hand.selected == ["a"]
    frame = hand.editor.selection_frame
    assert frame is not None
    hand.click(*frame.lock_badge(1.0))
    assert not hand.element("a").lock
    assert hand.changes == 1


def test_what_is_locked_is_neither_dragged_nor_nudged_nor_deleted_nor_recoloured() -> None:
    hand = before(shape("a", 0, 0, lock=True))
    locked = hand.element("a")
    hand.click(50, 30)
    hand.drag((50, 30), (90, 30))
    hand.click(50, 30)
    assert hand.selected == ["a"]
    hand.editor.nudge(Point(5, 0))
    hand.editor.set_color("#e03131")
    hand.editor.delete_selection()
    assert hand.element("a") == locked


def test_a_drag_over_something_locked_draws_a_box() -> None:
    hand = before(shape("a", 0, 0, 500, 500, lock=True), shape("b", 100, 100, 20, 20))
    hand.drag((50, 50), (200, 200))
    assert hand.selected == ["b"]


# ---------------------------------------------------------------- dragging


def test_alt_leaves_the_original_and_drops_a_copy_on_top() -> None:
    hand = before(shape("a", 0, 0), shape("b", 50, 20))
    hand.press(10, 10, keys=ALT)
    hand.move(210, 10, keys=ALT)
    assert hand.preview().copies
    hand.lift(210, 10, keys=ALT)
    assert box(hand, "a") == (0, 0, 100, 60)
    (copy,) = hand.selected
    assert box(hand, copy) == (200, 0, 100, 60)
    assert hand.ids == ["a", "b", copy]
    hand.editor.undo()
    assert hand.ids == ["a", "b"]


def test_shift_keeps_to_one_axis() -> None:
    hand = before(shape("a", 0, 0))
    hand.drag((50, 30), (120, 45), keys=SHIFT)
    assert hand.place("a") == (70, 0)


def test_a_box_with_ctrl_takes_what_it_touches() -> None:
    hand = before(shape("a", 0, 0), shape("b", 300, 0))
    hand.drag((-20, 20), (50, 40))
    assert hand.selected == []
    hand.drag((-20, 20), (50, 40), keys=CTRL)
    assert hand.selected == ["a"]


# ---------------------------------------------------------------- lasso


def test_a_lasso_takes_what_it_mostly_holds() -> None:
    hand = before(shape("a", 0, 0), shape("b", 300, 0), stroke("s", 50, 100, order="S")).take("lasso")
    around = [(-10, -10), (200, -10), (330, 20), (200, 120), (-10, 120), (-10, -10)]
    hand.press(*around[0])
    for place in around[1:]:
        hand.move(*place)
    assert len(hand.preview().lasso) > 3
    assert hand.selected == ["a", "s"]
    hand.lift(*around[-1])
    assert hand.selected == ["a", "s"]
    assert hand.preview().lasso == ()


def test_a_lasso_begins_on_what_is_not_selected_and_drags_what_is() -> None:
    hand = before(shape("a", 0, 0)).take("lasso")
    hand.drag((50, 30), (300, 30))
    assert hand.place("a") == (0, 0)
    hand.click(50, 30)
    assert hand.selected == ["a"]
    hand.drag((50, 30), (300, 30))
    assert hand.place("a") == (250, 0)


def test_cancelling_a_lasso_restores_the_selection() -> None:
    hand = before(shape("a", 0, 0), shape("b", 300, 0)).take("lasso")
    hand.click(350, 30)
    hand.press(-10, -10)
    for place in [(150, -10), (150, 90), (-10, 90)]:
        hand.move(*place)
    assert hand.selected == ["a"]
    hand.editor.cancel()
    assert hand.selected == ["b"]


def test_choosing_the_lasso_keeps_the_selection() -> None:
    hand = before(shape("a", 0, 0))
    hand.click(50, 30)
    hand.take("lasso")
    assert hand.selected == ["a"]
