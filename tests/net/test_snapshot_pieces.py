"""A snapshot that is cut into pieces is the same snapshot."""

from __future__ import annotations

import msgspec
import pytest

from tests.doubles.board import stroke
from whiteboard.model.document import Document, Stamp
from whiteboard.model.element import Author, Element
from whiteboard.net.snapshot import decoded
from whiteboard.protocol.codec import BadMessage, snapshot_from_json, to_json
from whiteboard.protocol.messages import Placed, Snapshot
from whiteboard.protocol.snapshot_pieces import PIECE_BYTES, pieces

STAMP = Stamp(Author("0123456789abcdef"), 7.5)


def large(*others: Element) -> Snapshot:
    """A snapshot of several pieces, half of its elements without a stamp."""
    elements = [*(stroke(f"s{n}") for n in range(6000)), *others]
    placed = tuple(Placed(element, STAMP if n % 2 else None) for n, element in enumerate(elements))
    return Snapshot(log_id="log", seq=6000, hash="h", elements=placed)


def test_the_pieces_have_all_elements_in_their_order() -> None:
    board = large()
    data = to_json(board)
    cut = pieces(data, 50_000)
    assert len(cut) > 5
    assert max(map(len, cut)) < 60_000
    found = [snapshot_from_json(piece) for piece in cut]
    assert tuple(placed for piece in found for placed in piece.elements) == board.elements
    assert {(piece.log_id, piece.seq, piece.hash) for piece in found} == {("log", 6000, "h")}


def test_a_small_snapshot_stays_whole() -> None:
    data = to_json(Snapshot(log_id="log", seq=0, hash="", elements=()))
    assert pieces(data) == [data]


@pytest.mark.parametrize(
    "strange",
    [{"a": [[1], [{"id": "x"}]]}, {"a": '],[{"id":'}, {"elements": [[1]], "b": '"elements":['}],
    ids=["lists as elements are written", "a text that looks like it", "elements in it"],
)
def test_what_looks_like_an_element_does_no_harm(strange: dict[str, object]) -> None:
    odd = msgspec.structs.replace(stroke("odd"), ext=strange)
    for board in (large(*[msgspec.structs.replace(odd, id=f"odd{n}") for n in range(3000)]), large(odd)):
        assert len(to_json(board)) > PIECE_BYTES
        assert decoded(to_json(board)).change.added == [placed.element for placed in board.elements]


def test_the_document_has_elements_and_stamps_and_keeps_what_is_the_same_once() -> None:
    board = large()
    loaded = decoded(to_json(board))
    assert loaded.document == Document(placed.element for placed in board.elements)
    assert [loaded.document.stamp(placed.element.id) for placed in board.elements] == [p.stamp for p in board.elements]
    assert len({id(element.style) for element in loaded.document}) == len({e.style for e in loaded.document})
    stamps = (loaded.document.stamp(element.id) for element in loaded.document)
    assert len({id(stamp.author) for stamp in stamps if stamp is not None}) == 1


def test_what_is_cut_off_in_a_late_piece_is_no_snapshot() -> None:
    with pytest.raises(BadMessage):
        decoded(to_json(large())[:-40])
