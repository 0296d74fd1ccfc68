"""The editor: one door for my hand and for the others, undo by the ids of the rules, and what the others see of me."""

from __future__ import annotations

import pytest

from tests.doubles.board import clients, entry, stroke, tick
from tests.doubles.hand import Hand, SlowIndex
from tests.doubles.seat import Company, Seat
from whiteboard.editor import Editor, News
from whiteboard.model.document import Document
from whiteboard.model.element import ElementId, Geometry
from whiteboard.model.geometry import Point
from whiteboard.model.op import Patch, Put, Remove
from whiteboard.model.order import MAX_LENGTH, is_order
from whiteboard.model.style import Style
from whiteboard.protocol.messages import Edit, Presence, TrailEnd, TrailPoints
from whiteboard.protocol.refusal import Refusal
from whiteboard.sync.journal import NoJournal
from whiteboard.sync.replica import Replica
from whiteboard.sync.standing import Standing


@pytest.fixture
def company() -> Company:
    return Company()


@pytest.fixture
def ann(company: Company) -> Seat:
    return company.sit_down()


@pytest.fixture
def bob(company: Company, ann: Seat) -> Seat:
    return company.sit_down()


# ---------------------------------------------------------------- alone


def test_undo_takes_back_a_stroke_and_redo_draws_it_again() -> None:
    hand = Hand()
    drawn = hand.draw((0, 0), (30, 10))
    hand.editor.undo()
    assert hand.ids == []
    hand.editor.redo()
    assert hand.element(drawn.id) == drawn


def test_undo_with_nothing_to_undo_says_nothing() -> None:
    hand = Hand()
    hand.editor.undo()
    hand.editor.redo()
    assert hand.news == []


def test_a_new_edit_forgets_what_could_be_redone() -> None:
    hand = Hand()
    hand.draw((0, 0), (30, 10))
    hand.editor.undo()
    hand.draw((0, 50), (30, 50))
    hand.editor.redo()
    assert len(hand.ids) == 1
    assert not hand.editor.history.can_redo


def test_u3_undo_while_drawing_gives_up_only_the_stroke() -> None:
    hand = Hand()
    first = hand.draw((0, 0), (30, 10))
    hand.press(0, 50)
    hand.move(30, 50)
    hand.editor.undo()
    hand.lift(60, 50)
    assert hand.ids == [first.id]
    assert not hand.preview().strokes


def test_redo_while_drawing_waits_for_its_turn() -> None:
    hand = Hand()
    hand.draw((0, 0), (30, 10))
    hand.editor.undo()
    hand.press(0, 50)
    hand.editor.redo()
    assert hand.ids == []
    hand.cancel()
    hand.editor.redo()
    assert len(hand.ids) == 1


def test_u3_undoing_a_removal_puts_the_element_back_under_its_own_id() -> None:
    hand = Hand(stroke("a"))
    hand.editor.select_all()
    hand.editor.delete_selection()
    assert hand.ids == []
    assert hand.selected == []
    hand.editor.undo()
    assert hand.element("a") == stroke("a")


def test_u3_undo_and_redo_are_the_identity() -> None:
    hand = Hand(stroke("a"), stroke("b", 50, 0))
    states = [list(map(hand.element, hand.ids))]
    for tool, places in (
        ("pen", [(0, 50), (30, 50)]),
        ("select", [(55, 4), (75, 9)]),
        ("eraser", [(-5, 2), (15, 2)]),
    ):
        hand.take(tool).drag(*places)
        states.append(list(map(hand.element, hand.ids)))
    for state in reversed(states[:-1]):
        hand.editor.undo()
        assert list(map(hand.element, hand.ids)) == state
    for state in states[1:]:
        hand.editor.redo()
        assert list(map(hand.element, hand.ids)) == state


def test_choosing_a_colour_recolours_what_is_selected_as_one_edit() -> None:
    hand = Hand(stroke("a"), stroke("b", 50, 0)).take("select")
    hand.editor.select_all()
    hand.editor.set_color("#e03131")
    assert {element.style.color for element in hand.editor.document} == {"#e03131"}
    hand.editor.undo()
    assert {element.style.color for element in hand.editor.document} == {"#1e1e1e"}
    assert hand.editor.color == "#1e1e1e"


def test_choosing_a_colour_with_the_eraser_in_hand_takes_the_last_ink() -> None:
    hand = Hand().take("highlighter").take("eraser")
    hand.editor.set_color("#2f9e44")
    assert hand.editor.tool == "highlighter"
    assert hand.editor.color == "#2f9e44"


def test_nudging_is_one_edit_each() -> None:
    hand = Hand(stroke("a")).take("select")
    hand.editor.select_all()
    hand.editor.nudge(Point(0, 10))
    hand.editor.nudge(Point(1, 0))
    assert hand.place("a") == (1, 10)
    hand.editor.undo()
    assert hand.place("a") == (0, 10)


def test_escape_first_gives_up_the_gesture_then_the_selection() -> None:
    hand = Hand(stroke("a")).take("select")
    hand.click(5, 4)
    hand.press(5, 4)
    hand.move(50, 50)
    hand.editor.cancel()
    assert hand.selected == ["a"]
    assert not hand.editor.busy
    hand.editor.cancel()
    assert hand.selected == []


def test_the_arrow_keys_do_nothing_during_a_drag() -> None:
    hand = Hand(stroke("a")).take("select")
    hand.press(5, 4)
    hand.move(50, 50)
    hand.editor.nudge(Point(1, 0))
    hand.editor.delete_selection()
    hand.lift(55, 54)
    assert hand.place("a") == (50, 50)


def test_strokes_still_get_an_order_where_a_key_has_no_room_above() -> None:
    highest = "z" * MAX_LENGTH
    hand = Hand(stroke("top", order=highest))
    drawn = hand.draw((0, 50), (30, 50))
    assert is_order(drawn.order)
    assert drawn.order >= highest


# ---------------------------------------------------------------- together


def test_what_one_draws_the_other_sees(company: Company, ann: Seat, bob: Seat) -> None:
    drawn = ann.draw((0, 0), (30, 10))
    company.settle()
    assert bob.element(drawn.id) == drawn
    assert bob.news[-1].change.added == [drawn] or any(drawn in news.change.added for news in bob.news)


def test_l2_a_stroke_in_progress_is_seen_and_its_element_takes_its_place(
    company: Company, ann: Seat, bob: Seat
) -> None:
    ann.press(0, 0)
    for x in range(5, 60, 5):
        ann.move(x, 0)
    company.settle()
    trails = [trail for news in bob.news for trail in news.peers.trails]
    (wet,) = ann.preview().strokes
    assert {trail.id for trail in trails} == {wet.id}
    assert [point for trail in trails for point in trail.points] == list(wet.points)
    assert bob.editor.peers.drawing == {ann.editor.peers.me}
    ann.lift(60, 0)
    company.settle()
    (arrival,) = [news for news in bob.news if news.change.added]
    assert [element.id for element in arrival.change.added] == [wet.id]
    assert [(trail.id, trail.ended) for trail in arrival.peers.trails] == [(wet.id, True)]


def test_u3_a_stroke_given_up_vanishes_everywhere(company: Company, ann: Seat, bob: Seat) -> None:
    ann.press(0, 0)
    ann.move(40, 0)
    company.settle()
    ann.editor.undo()
    company.settle()
    assert bob.news[-1].peers.trails[-1].ended
    assert bob.ids == []


def test_s1_my_edits_of_an_offline_time_merge(company: Company, ann: Seat, bob: Seat) -> None:
    ann.pull_the_cable()
    mine = ann.draw((0, 0), (30, 10))
    theirs = bob.draw((0, 50), (30, 60))
    company.settle()
    ann.connect()
    company.settle()
    assert set(ann.ids) == set(bob.ids) == {mine.id, theirs.id}
    assert ann.editor.document == bob.editor.document


def test_l2_a_stroke_that_outlives_its_connection_is_seen_by_all(company: Company, ann: Seat, bob: Seat) -> None:
    ann.press(0, 0)
    ann.move(20, 0)
    company.settle()
    ann.pull_the_cable()
    company.settle()
    ann.move(40, 0)
    ann.connect()
    company.settle()
    ann.move(60, 0)
    company.settle()
    (wet,) = ann.preview().strokes
    seen = [trail for news in bob.news for trail in news.peers.trails if trail.id == wet.id]
    assert [point for trail in seen for point in trail.points] == list(wet.points)


def test_undo_works_offline(company: Company, ann: Seat, bob: Seat) -> None:
    drawn = ann.draw((0, 0), (30, 10))
    company.settle()
    ann.pull_the_cable()
    ann.editor.undo()
    company.settle()
    assert ann.ids == []
    assert bob.ids == [drawn.id]
    ann.connect()
    company.settle()
    assert bob.ids == []


def test_u1_undo_leaves_the_others_work_alone(company: Company, ann: Seat, bob: Seat) -> None:
    ann.draw((0, 0), (30, 10))
    theirs = bob.draw((0, 50), (30, 60))
    company.settle()
    ann.editor.undo()
    ann.editor.undo()
    company.settle()
    assert ann.ids == bob.ids == [theirs.id]


def test_u2_undo_skips_what_somebody_changed_since(company: Company, ann: Seat, bob: Seat) -> None:
    first = ann.draw((0, 0), (30, 10))
    company.settle()
    ann.take("select").drag((15, 5), (35, 5))
    company.settle()
    bob.take("select").drag((35, 5), (35, 45))
    company.settle()
    place = bob.place(first.id)
    ann.editor.undo()  # the move is not mine alone any more: the stroke itself is next
    company.settle()
    assert place == (20.0, 40.0)
    assert list(ann.editor.document) == list(bob.editor.document) == []


def test_u2_undo_of_a_drag_skips_what_somebody_removed(company: Company, ann: Seat, bob: Seat) -> None:
    first = ann.draw((0, 0), (30, 10))
    second = ann.draw((0, 50), (30, 60))
    company.settle()
    ann.editor.select_all()
    ann.editor.nudge(Point(7, 0))
    company.settle()
    bob.take("eraser").drag((0, -5), (30, 20))
    company.settle()
    ann.editor.undo()
    company.settle()
    assert ann.ids == bob.ids == [second.id]
    assert bob.place(second.id) == (second.geometry.x, second.geometry.y)
    assert first.id not in bob.editor.document


def test_the_selection_loses_what_somebody_removes(company: Company, ann: Seat, bob: Seat) -> None:
    first, second = ann.draw((0, 0), (30, 10)), ann.draw((0, 50), (30, 60))
    ann.editor.select_all()
    company.settle()
    bob.take("eraser").drag((0, -5), (30, 20))
    company.settle()
    assert ann.selected == [second.id]
    assert first.id not in ann.selected
    assert [news for news in ann.news if news.change.removed][-1].preview


def test_a_drag_does_not_resurrect_what_somebody_removed(company: Company, ann: Seat, bob: Seat) -> None:
    drawn = ann.draw((0, 0), (30, 10))
    company.settle()
    ann.take("select").press(15, 5)
    ann.move(50, 50)
    bob.take("eraser").drag((0, -5), (30, 20))
    company.settle()
    assert ann.preview().moved == frozenset()
    ann.lift(60, 60)
    company.settle()
    assert drawn.id not in ann.editor.document
    assert ann.editor.document == bob.editor.document


def test_a_drag_of_what_somebody_moved_meanwhile_adds_up(company: Company, ann: Seat, bob: Seat) -> None:
    drawn = ann.draw((0, 0), (30, 0))
    company.settle()
    ann.take("select").press(15, 0)
    ann.move(15, 20)
    bob.editor.submit([Patch(id=drawn.id, geometry=Geometry(x=100.0, y=0.0, w=30.0))])
    company.settle()
    ann.lift(15, 20)
    company.settle()
    assert bob.place(drawn.id) == (100, 20)


def test_erasing_what_somebody_erases_too_is_no_quarrel(company: Company, ann: Seat, bob: Seat) -> None:
    ann.draw((0, 0), (30, 10))
    company.settle()
    ann.take("eraser").press(15, 5)
    bob.take("eraser").drag((0, -5), (30, 20))
    company.settle()
    assert ann.preview().marked == frozenset()
    ann.lift(15, 5)
    assert ann.editor.replica.unconfirmed == 0, "an edit of nothing was sent"
    company.settle()
    assert ann.ids == bob.ids == []


def test_what_was_drawn_before_joining_is_given_to_the_board(company: Company, ann: Seat) -> None:
    bob = company.sit_down(stroke("mine"))
    assert ann.ids == bob.ids == ["mine"]


def test_a_newcomer_gets_everything_and_the_strokes_in_progress(company: Company, ann: Seat) -> None:
    drawn = ann.draw((0, 0), (30, 10))
    ann.press(0, 50)
    ann.move(40, 50)
    company.settle()
    cat = company.sit_down()
    assert cat.ids == [drawn.id]
    assert any(news.restarted for news in cat.news)
    assert [trail.id for news in cat.news for trail in news.peers.trails if trail.points]
    after = cat.draw((0, 90), (30, 90))
    assert after.order > drawn.order


def test_pointers_are_shown_and_taken_away(company: Company, ann: Seat, bob: Seat) -> None:
    ann.hover(12, 34)
    company.settle()
    (pointer,) = bob.editor.peers.pointers.values()
    assert (pointer.x, pointer.y, pointer.tool) == (12, 34, "pen")
    ann.pull_the_cable()
    company.settle()
    assert not bob.editor.peers.pointers
    ann.connect()
    company.settle()
    assert [(p.x, p.y) for p in bob.editor.peers.pointers.values()] == [(12, 34)]


# ---------------------------------------------------------------- what goes out


def test_nothing_goes_out_before_the_welcome() -> None:
    hand = Hand(standing=Standing(client=f"{1:032x}", attached=True))
    hand.draw((0, 0), (30, 10))
    assert hand.editor.take_outgoing(0.0) == []


def test_edits_trails_and_the_pointer_go_out_once(company: Company, ann: Seat) -> None:
    ann.draw((0, 0), (30, 10))
    ann.press(0, 50)
    ann.move(40, 50)
    out = ann.editor.take_outgoing(company.table.now)
    kinds = [type(message) for message in out]
    assert kinds == [Edit, TrailPoints, Presence]
    assert ann.editor.take_outgoing(company.table.now) == []
    ann.cancel()
    assert [type(message) for message in ann.editor.take_outgoing(company.table.now)] == [TrailEnd]


def test_a_refused_edit_is_taken_back_and_told(company: Company, ann: Seat) -> None:
    ann.editor.submit([Put(stroke("bad", order="0"))])  # no valid order key: the server says no
    company.settle()
    (news,) = [news for news in ann.news if news.refused]
    ((edit, verdict),) = news.refused
    assert verdict.void is Refusal.INVALID
    assert edit.ops[0] == Put(stroke("bad", order="0"))
    assert ann.ids == []


def test_a_tick_without_news_for_me_says_nothing() -> None:
    heard: list[News] = []
    replica = Replica(
        Standing(client=f"{1:032x}"), Document([stroke("a")]), (), journal=NoJournal(), new_client=clients()
    )
    editor = Editor(replica, index=SlowIndex(), new_id=lambda: "x", chance=lambda: 1, on_change=heard.append)
    editor.receive(tick(entry(1, Remove(ElementId("a")))), 0.0)  # not welcomed: not for me
    assert heard == []
    assert ElementId("a") in editor.document


def test_a_style_from_elsewhere_reaches_what_i_hold(company: Company, ann: Seat, bob: Seat) -> None:
    drawn = ann.draw((0, 0), (30, 10))
    company.settle()
    ann.editor.select_all()
    bob.editor.submit([Patch(id=drawn.id, style=Style(color="#e03131"))])
    company.settle()
    assert ann.element(drawn.id).style.color == "#e03131"
    assert ann.selected == [drawn.id]
    assert [news for news in ann.news if news.change.replaced][-1].preview
