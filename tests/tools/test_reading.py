"""From one thing to the next by key."""

from __future__ import annotations

import msgspec
import pytest

from tests.doubles.hand import Hand
from tests.tools.boxes import shape
from whiteboard.model.element import PAGE, Element, ElementId, Geometry
from whiteboard.tools.arrange.reading import next_thing


def steps(hand: Hand, count: int, *, back: bool = False) -> list[str]:
    """What is selected at each of so many steps."""
    seen = []
    for _ in range(count):
        hand.editor.select(next_thing(hand.editor, back=back))
        seen.append("".join(sorted(hand.editor.selection)))
    return seen


@pytest.fixture
def hand() -> Hand:
    """Two rows, the first a little askew."""
    return Hand(shape("d", 300, 200), shape("b", 150, 20), shape("a", 0, 0), shape("c", 300, 10), shape("e", 450, 190))


def test_one_goes_by_rows_from_the_left_and_begins_anew(hand: Hand) -> None:
    assert steps(hand, 6) == ["a", "b", "c", "d", "e", "a"]
    assert steps(hand, 2, back=True) == ["e", "d"]


def test_without_a_selection_one_goes_back_from_the_end(hand: Hand) -> None:
    assert steps(hand, 1, back=True) == ["e"]


def test_from_several_one_goes_on_after_the_last_and_back_before_the_first(hand: Hand) -> None:
    hand.editor.select(frozenset(map(ElementId, "bc")))
    assert steps(hand, 1) == ["d"]
    hand.editor.select(frozenset(map(ElementId, "bc")))
    assert steps(hand, 1, back=True) == ["a"]


def test_a_group_is_one_thing_and_what_is_locked_is_passed_over() -> None:
    hand = Hand(shape("a", 0, 0, group="g/h"), shape("b", 200, 0), shape("c", 400, 0, group="g"), shape("d", 0, 200))
    assert steps(hand, 3) == ["ac", "b", "d"]
    locked = Hand(shape("a", 0, 0, lock=True), shape("b", 200, 0))
    assert steps(locked, 2) == ["b", "b"]


def test_what_is_on_other_pages_is_not_there() -> None:
    page = Element(id=ElementId("p"), kind=PAGE, geometry=Geometry(x=0.0, y=0.0), order="C")
    there = shape("a", 0, 0)
    there = msgspec.structs.replace(there, geometry=msgspec.structs.replace(there.geometry, parent=page.id))
    hand = Hand(page, there)
    assert not next_thing(hand.editor)
    hand.editor.turn_to(page.id)
    assert steps(hand, 1) == ["a"]
