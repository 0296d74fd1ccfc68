"""Every tool, in the hands of several people, on any page, among elements of every kind."""

from __future__ import annotations

import msgspec
import pytest

from tests.contracts.samples import EVERY, spread
from tests.doubles.hand import Hand
from tests.doubles.seat import Company, Seat
from tests.test_editor_viewer import only_look
from whiteboard.model.element import Element, ElementId
from whiteboard.model.geometry import Point
from whiteboard.model.op import Put, Remove
from whiteboard.model.validate import check_element
from whiteboard.tools.events import PointerUp
from whiteboard.tools.registry import TOOLS
from whiteboard.tools.step import NOTHING
from whiteboard.tools.tool import ToolInfo

every_tool = pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)

ROUTE = [(40.0, 60.0), (70.0, 75.0), (130.0, 110.0), (210.0, 150.0), (260.0, 90.0)]
"""Over the first elements of `spread`."""

PAGE = ElementId("page")


def on_page_two() -> list[Element]:
    return [EVERY[PAGE], *spread(parent=PAGE)]


def use(hand: Hand, tool: ToolInfo, *, shift: float = 0.0) -> None:
    """One whole gesture; of several clicks, where the tool wants them."""
    route = [(x + shift, y + shift) for x, y in ROUTE]
    hand.take(tool.name)
    if not tool.clicks:
        hand.drag(*route)
        return
    for place in route[:4]:
        hand.click(*place)
    hand.editor.finish()


def document(hand: Hand) -> dict[ElementId, Element]:
    return {element.id: element for element in hand.editor.document}


@every_tool
def test_a_gesture_given_up_leaves_no_trace_with_anybody(tool: ToolInfo) -> None:
    company = Company()
    ann, bob = company.sit_down(*spread()), company.sit_down()
    ann.take(tool.name)
    for moves in range(len(ROUTE)):
        before = document(ann)
        selected, undoable = ann.selected, ann.editor.history.can_undo
        ann.press(*ROUTE[0])
        for place in ROUTE[1 : moves + 1]:
            ann.move(*place)
        company.settle()
        ann.cancel()
        assert ann.editor.replica.unconfirmed == 0
        company.settle()
        assert document(ann) == document(bob) == before
        assert ann.preview() == NOTHING
        assert (ann.selected, ann.editor.history.can_undo) == (selected, undoable)
        assert not bob.editor.peers.drawing
        assert not ann.editor.busy


@every_tool
def test_two_people_who_use_it_at_once_have_the_same_board(tool: ToolInfo) -> None:
    company = Company()
    ann, bob = company.sit_down(*spread()), company.sit_down()
    seats: list[tuple[Seat, float]] = [(ann, 0.0), (bob, 7.0)]
    for seat, _ in seats:
        seat.take(tool.name)
    for seat, shift in seats:
        seat.press(ROUTE[0][0] + shift, ROUTE[0][1] + shift)
    for x, y in ROUTE[1:]:
        for seat, shift in seats:
            seat.move(x + shift, y + shift)
        company.settle()
    for seat, shift in seats:
        seat.lift(ROUTE[-1][0] + shift, ROUTE[-1][1] + shift)
        seat.editor.finish()
        seat.editor.cancel()
    company.settle()
    assert document(ann) == document(bob)
    for element in ann.editor.document:
        check_element(element)
    for seat in (bob, ann):
        while seat.editor.history.can_undo:
            seat.editor.undo()
        company.settle()
    assert document(ann) == document(bob)
    assert set(document(ann)) == {element.id for element in spread()}


@every_tool
def test_what_it_makes_and_changes_is_on_the_page_that_is_shown(tool: ToolInfo) -> None:
    hand = Hand(*on_page_two(), *(_named("first", element) for element in spread()))
    first = {id: element for id, element in document(hand).items() if element.geometry.parent != PAGE}
    before = document(hand)
    hand.editor.turn_to(PAGE)
    use(hand, tool)
    after = document(hand)
    assert {id: element for id, element in after.items() if id in first} == first
    assert all(after[id].geometry.parent == PAGE for id in after.keys() - before.keys())
    hand.editor.undo()
    assert document(hand) == before
    assert hand.editor.page == PAGE


@every_tool
def test_who_may_only_look_changes_nothing_with_it(tool: ToolInfo) -> None:
    company = Company()
    ann, bob = company.sit_down(*spread()), company.sit_down()
    only_look(company, bob)
    before = document(ann)
    bob.take(tool.name)
    assert (bob.editor.tool == tool.name) == (tool.watching or tool.name == "hand")
    use(bob, tool)
    bob.editor.delete_selection()
    company.settle()
    assert document(ann) == document(bob) == before
    assert bob.editor.replica.unconfirmed == 0
    assert not bob.editor.busy


@every_tool
def test_an_end_without_a_beginning_is_harmless(tool: ToolInfo) -> None:
    hand = Hand(*spread()).take(tool.name)
    before, told = document(hand), len(hand.news)
    hand.handle(PointerUp(at=Point(*ROUTE[0]), seconds=1.0, pointer=7))
    assert document(hand) == before
    assert len(hand.news) == told
    assert not hand.editor.busy


@every_tool
def test_what_it_makes_follows_the_rules_and_is_undone_and_redone_exactly(tool: ToolInfo) -> None:
    hand = Hand(*spread())
    before = document(hand)
    use(hand, tool)
    became = document(hand)
    for element in became.values():
        check_element(element)
    undoes = hand.editor.history.can_undo
    assert undoes == (became != before)
    hand.editor.undo()
    assert document(hand) == before
    hand.editor.redo()
    assert document(hand) == became


@every_tool
def test_a_gesture_goes_on_while_others_remove_everything(tool: ToolInfo) -> None:
    company = Company()
    ann, bob = company.sit_down(*spread()), company.sit_down()
    ann.take(tool.name)
    ann.press(*ROUTE[0])
    ann.move(*ROUTE[1])
    ann.move(*ROUTE[2])
    bob.editor.submit([Remove(element.id) for element in bob.editor.document])
    company.settle()
    ann.move(*ROUTE[3])
    ann.lift(*ROUTE[4])
    ann.editor.finish()
    ann.editor.cancel()
    company.settle()
    assert document(ann) == document(bob)
    assert not set(document(ann)) & {element.id for element in spread()}
    while ann.editor.history.can_undo:
        ann.editor.undo()
    company.settle()
    assert document(ann) == document(bob)


def test_every_tool_may_be_used_where_somebody_put_a_kind_from_the_future() -> None:
    future = Element(
        id=ElementId("x"), kind="hologram", geometry=msgspec.structs.replace(spread()[0].geometry, w=99.0), order="Z"
    )
    for tool in TOOLS:
        hand = Hand()
        hand.editor.submit([Put(future)])
        use(hand, tool)
        while hand.editor.history.can_undo:
            hand.editor.undo()
        assert not hand.ids


def _named(name: str, element: Element) -> Element:
    return msgspec.structs.replace(element, id=ElementId(f"{name}-{element.id}"))
