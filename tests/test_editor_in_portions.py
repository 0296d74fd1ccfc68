"""What is done to very many elements: a portion at a time, while the hand draws on, and undone as one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.doubles.board import stroke
from tests.doubles.hand import Hand
from tests.doubles.pair import Pair
from tests.test_editor_properties import Session, acts_with_undo
from tests.tools.boxes import shape
from whiteboard.editor import Editor, chores, conductor, editor, undertakings
from whiteboard.model import history
from whiteboard.model.content import Binding, Content
from whiteboard.model.element import CONNECTOR, Element, ElementId, Geometry
from whiteboard.model.elements.connector_line import ends
from whiteboard.model.geometry import Point
from whiteboard.model.op import Patch, Put, Remove
from whiteboard.model.style import Style
from whiteboard.tools.attaching import led
from whiteboard.tools.select_frame import frame_around

MANY = 3 * chores.PORTION + 7

Act = Callable[[Editor], object]

EDITS: dict[str, Act] = {
    "delete": Editor.delete_selection,
    "nudge": lambda editor: editor.nudge(Point(5.0, 3.0)),
    "recolour": lambda editor: editor.set_color("#e03131"),
}


def crowded(count: int = MANY) -> Hand:
    """A hand before so many strokes, all of which are selected."""
    hand = Hand(*(stroke(f"s{i:05}", 20.0 * (i % 100), 20.0 * (i // 100)) for i in range(count)))
    hand.editor.select_all()
    hand.editor.complete()
    assert len(hand.editor.selection) == count
    hand.news.clear()
    return hand


def board(hand: Hand) -> dict[str, Element]:
    return {element.id: element for element in hand.editor.document}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edit_of_very_many_is_done_in_portions_and_undone_as_one(edit: Act) -> None:
    hand = crowded()
    before = board(hand)
    edit(hand.editor)
    assert hand.editor.unfinished
    hand.editor.complete()
    after = board(hand)
    assert [len(news.change.elements) for news in hand.news if news.change] == [chores.PORTION] * 3 + [7]
    assert before.keys().isdisjoint(after) or all(after[id] != element for id, element in before.items())
    hand.editor.undo()
    hand.editor.complete()
    assert board(hand) == before
    assert not hand.editor.history.can_undo
    hand.editor.redo()
    hand.editor.complete()
    assert board(hand) == after


def test_what_is_drawn_meanwhile_is_there_at_once_and_has_its_own_step_of_undo() -> None:
    hand = crowded()
    before = board(hand)
    hand.editor.delete_selection()
    assert hand.editor.unfinished
    drawn = hand.draw((0, 0), (30, 10))
    assert drawn.id in hand.editor.document
    hand.editor.complete()
    assert hand.ids == [drawn.id]
    hand.editor.undo()
    assert hand.ids == []
    hand.editor.undo()
    hand.editor.complete()
    assert board(hand) == before


def test_undo_waits_until_all_of_it_is_done() -> None:
    hand = crowded()
    before = board(hand)
    hand.editor.delete_selection()
    hand.editor.undo()
    assert 0 < len(hand.editor.document) < MANY
    hand.editor.complete()
    assert board(hand) == before


def test_a_key_that_is_held_moves_very_many_no_further_than_one_can_see() -> None:
    hand = crowded()
    hand.editor.nudge(Point(1.0, 0.0))
    hand.editor.nudge(Point(1.0, 0.0))
    hand.editor.complete()
    assert hand.element("s00000").geometry.x == 1.0


def test_the_frame_around_very_many_is_found_by_and_by_and_follows() -> None:
    hand = crowded()
    assert hand.editor.selection_frame == frame_around(list(hand.editor.document))
    hand.editor.nudge(Point(5.0, 0.0))
    assert hand.editor.selection_frame is not None
    hand.editor.complete()
    assert hand.editor.selection_frame == frame_around(list(hand.editor.document))
    gone = list(hand.editor.selection)[:50]
    hand.editor.submit([Remove(id) for id in gone])
    hand.editor.complete()
    assert hand.editor.selection_frame == frame_around(list(hand.editor.document))
    hand.editor.select(frozenset())
    assert hand.editor.selection_frame is None


@pytest.mark.parametrize("portions", range(3))
def test_a_frame_in_the_making_is_not_that_of_what_is_selected_next(portions: int) -> None:
    hand = crowded(chores.LOOKED_AT + 10)
    hand.editor.submit([Patch(id=ElementId("s00000"), style=Style(width=9.0))])
    for _ in range(portions):
        hand.editor.go_on()
    hand.take("select").drag((-300.0, -300.0), (5.0, 5.0), (2100.0, 395.0))
    some = hand.editor.selection
    assert chores.PORTION < len(some) < chores.LOOKED_AT
    wanted = frame_around([element for element in hand.editor.document if element.id in some])
    while hand.editor.unfinished:
        assert hand.editor.selection_frame in (None, wanted)
        hand.editor.go_on()
    assert hand.editor.selection_frame == wanted


def test_very_many_that_are_turned_alike_share_a_frame_that_is_turned_with_them() -> None:
    boxes = [shape(f"b{i:05}", 200.0 * i, 0.0, rotation=0.5) for i in range(chores.LOOKED_AT + 10)]
    hand = Hand(*boxes)
    hand.editor.select_all()
    hand.editor.complete()
    found, wanted = hand.editor.selection_frame, frame_around(boxes)
    assert found is not None
    assert wanted is not None
    assert found.rotation == wanted.rotation
    assert found.box == pytest.approx(wanted.box)


def test_what_is_selected_by_the_end_is_on_the_board() -> None:
    hand = crowded(chores.LOOKED_AT + 10)
    hand.editor.select(frozenset())
    hand.editor.select_all()
    hand.editor.submit([Remove(ElementId("s00000"))])
    hand.editor.complete()
    assert hand.editor.selection == frozenset(element.id for element in hand.editor.document)


def test_an_edit_of_very_many_reaches_the_others() -> None:
    pair = Pair()
    pair.ann.editor.submit([Put(stroke(f"s{i}")) for i in range(MANY)])
    pair.meet()
    pair.ann.editor.select_all()
    pair.ann.editor.delete_selection()
    pair.meet()
    assert len(pair.bob.editor.document) == len(pair.truth) == 0


# ---------------------------------------------------------------- portions of two


@contextmanager
def small_portions() -> Iterator[None]:
    """Two elements are very many."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (conductor, editor, undertakings, history):
            patch.setattr(module, "PORTION", 2)
        yield


@given(st.lists(acts_with_undo, min_size=12, max_size=40))
def test_portions_come_to_the_same_as_one(doings: list[tuple[str, tuple[int, int], int, int]]) -> None:
    at_once, in_portions = Session(), Session()
    for doing in doings:
        at_once.do(*doing)
        with small_portions():
            in_portions.do(*doing)
            in_portions.hand.editor.complete()
        assert in_portions.elements() == at_once.elements()
        assert in_portions.hand.selected == at_once.hand.selected
        assert in_portions.hand.editor.history.can_undo == at_once.hand.editor.history.can_undo


def chain() -> Hand:
    """Six boxes in a row, each joined to the next; the arrows lie between them in the order of the document."""
    boxes = [shape(f"box{i}", 200.0 * i, 40.0 * (i % 2), order=f"A{i}") for i in range(6)]
    there: dict[str, Element] = {box.id: box for box in boxes}
    parts: list[Element] = []
    for first, second in pairwise(boxes):
        content = Content(form="straight", start=Binding(to=first.id), end=Binding(to=second.id))
        arrow = Element(
            id=ElementId(f"arrow-{first.id}"), kind=CONNECTOR, geometry=Geometry(0.0, 0.0), order="B", content=content
        )
        parts += [first, led(arrow, there.get)]
    return Hand(*parts, boxes[-1])


def fit(hand: Hand) -> bool:
    """Whether each arrow that sticks to two boxes ends where they are."""
    document = hand.editor.document
    bound = [e for e in document if e.kind == CONNECTOR and e.content.start and e.content.end]
    places = [(ends(arrow), ends(led(arrow, document.get))) for arrow in bound]
    return all(a == pytest.approx(b) for now, wanted in places for a, b in zip(now, wanted, strict=True))


@given(st.lists(st.sampled_from(["all", "some", "nudge", "delete", "undo", "undo", "redo"]), min_size=3, max_size=14))
def test_arrows_between_very_many_boxes_hold_on_to_them(doings: list[str]) -> None:
    hand = chain()
    editor = hand.editor
    assert fit(hand)
    for doing in doings:
        with small_portions():
            {
                "all": editor.select_all,
                "some": lambda: editor.select(frozenset(ElementId(f"box{i}") for i in range(4))),
                "nudge": lambda: editor.nudge(Point(9.0, 4.0)),
                "delete": editor.delete_selection,
                "undo": editor.undo,
                "redo": editor.redo,
            }[doing]()
            editor.complete()
        assert fit(hand)


def test_all_that_is_moved_together_stays_together_and_undo_brings_it_back() -> None:
    hand = chain()
    before = board(hand)
    with small_portions():
        hand.editor.select_all()
        hand.editor.nudge(Point(9.0, 4.0))
        hand.editor.complete()
        arrows = [element for element in hand.editor.document if element.kind == CONNECTOR]
        assert len(arrows) == 5
        assert all(arrow.content.start and arrow.content.end for arrow in arrows)
        assert fit(hand)
        hand.editor.undo()
        hand.editor.complete()
        assert board(hand) == before
        hand.editor.select_all()
        hand.editor.delete_selection()
        hand.editor.undo()
        hand.editor.complete()
    assert board(hand) == before


def test_what_two_portions_did_to_the_same_element_is_undone_from_behind() -> None:
    hand = Hand(stroke("a"), stroke("b"), stroke("c"))
    before = board(hand)
    with small_portions():
        colors = [("a", "#111111"), ("b", "#111111"), ("c", "#111111"), ("a", "#222222"), ("b", "#222222")]
        hand.editor.submit([Patch(id=ElementId(id), style=Style(color=color)) for id, color in colors])
        hand.editor.complete()
        after = board(hand)
        hand.editor.undo()
        hand.editor.complete()
        assert board(hand) == before
        hand.editor.redo()
        hand.editor.complete()
    assert board(hand) == after
