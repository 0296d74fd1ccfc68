"""Edits that wait: which operations on an element are among them, in their order."""

from __future__ import annotations

from tests.doubles.board import stroke
from whiteboard.model.element import ElementId
from whiteboard.model.op import Op, Patch, Put, Remove
from whiteboard.model.style import Style
from whiteboard.protocol.messages import Edit
from whiteboard.sync.pending import Pending

A, B = ElementId("a"), ElementId("b")
PUT, RED, BLUE = (
    Put(stroke("a")),
    Patch(id=A, style=Style(color="#e03131")),
    Patch(id=A, style=Style(color="#1971c2")),
)


def waiting(*edits: tuple[Op, ...]) -> Pending:
    return Pending([Edit(cseq=i, ops=ops) for i, ops in enumerate(edits, start=1)], after=0)


def test_the_operations_on_an_element_are_found_in_the_order_of_the_edits() -> None:
    pending = waiting((PUT, Put(stroke("b")), RED), (Remove(B),), (BLUE, Remove(B)))
    assert list(pending.on(A)) == [PUT, RED, BLUE]
    assert list(pending.on(B)) == [Put(stroke("b")), Remove(B), Remove(B)]
    assert list(pending.on(ElementId("c"))) == []


def test_a_settled_edit_is_not_found_any_more_and_the_others_still_are() -> None:
    pending = waiting((PUT,), (RED, RED), (BLUE,))
    assert list(pending.on(A)) == [PUT, RED, RED, BLUE]
    assert pending.take(2) == Edit(cseq=2, ops=(RED, RED))
    assert list(pending.on(A)) == [PUT, BLUE]
    pending.settle(3)
    assert list(pending.on(A)) == []
    assert pending.take(3) is None
    again = pending.next_edit((RED,))
    pending.insert(again, ticket=1)
    assert again.cseq == 4
    assert list(pending.on(A)) == [RED]
