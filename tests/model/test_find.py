"""Finding elements by their text."""

from __future__ import annotations

import msgspec

from tests.doubles.board import stroke
from whiteboard.model.element import Element
from whiteboard.model.find import SLICE, folded, search


def element(id: str, text: str) -> Element:
    return msgspec.structs.replace(stroke(id), text=text)


def found(words: str, *elements: Element) -> list[str]:
    return [id for portion in search(elements, words) for id in portion]


def test_case_accents_and_spaces_need_not_be_typed() -> None:
    board = [element("a", "Évariste  GALOIS"), element("b", "Straße"), element("c", "light")]
    assert found("evariste g", *board) == ["a"]
    assert found("STRASSE", *board) == ["b"]
    assert found("x²", element("d", "x2 + 1")) == ["d"]
    assert found("heat", *board) == []


def test_nothing_is_found_by_nothing() -> None:
    assert found("  ", element("a", "light")) == []
    assert folded(" ") == ""


def test_a_large_board_is_looked_through_in_portions() -> None:
    board = [element(f"e{i}", "light" if i % SLICE == 0 else "") for i in range(3 * SLICE + 1)]
    portions = list(search(board, "light"))
    assert [len(portion) for portion in portions] == [1, 1, 1, 1]
