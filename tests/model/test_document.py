"""Document.apply: the one way to change a board."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from tests.doubles.board import OTHER, stroke
from tests.model.strategies import EDITS
from whiteboard.model.document import Change, Document, Stamp, difference
from whiteboard.model.element import ElementId
from whiteboard.model.op import Op, Patch, Put, Remove
from whiteboard.model.style import Style

A = ElementId("a")
RED = Style(color="#e03131")


def test_d1_a_patch_writes_whole_groups_and_leaves_the_others() -> None:
    document = Document([stroke("a", 1.0, 2.0)])
    document.apply([Patch(id=A, style=RED)])
    element = document.get(A)
    assert element is not None
    assert (element.style, element.geometry.x) == (RED, 1.0)


def test_d2_patching_or_removing_what_is_missing_does_nothing() -> None:
    document = Document()
    assert not document.apply([Patch(id=A, style=RED), Remove(A)])
    assert len(document) == 0


def test_an_edit_that_ends_where_it_began_is_no_change() -> None:
    document = Document()
    assert not document.apply([Put(stroke("a")), Remove(A)])


def test_the_same_element_put_again_is_no_change() -> None:
    document = Document([stroke("a")])
    assert not document.apply([Put(stroke("a"))])


def test_a_stamp_says_who_added_an_element_and_goes_with_it() -> None:
    document, other = Document(), Stamp(OTHER, 5.0)
    document.apply([Put(stroke("a"))], other)
    document.apply([Patch(id=A, style=RED)], Stamp(OTHER, 9.0))
    assert document.stamp(A) == other
    document.apply([Remove(A)])
    assert document.stamp(A) is None


@given(st.lists(EDITS, max_size=6))
def test_a_change_tells_exactly_what_became_of_the_document(edits: list[list[Op]]) -> None:
    document = Document()
    for ops in edits:
        before = Document(document)
        change = document.apply(ops)
        for id, (old, new) in zip(change.ids, change.elements, strict=True):
            assert (before.get(id), document.get(id)) == (old, new)
            assert old != new
        assert all(document.get(e.id) == e for e in before if e.id not in change.ids)


@given(EDITS, EDITS)
def test_a_change_inverted_leads_back(first: list[Op], second: list[Op]) -> None:
    document = Document()
    document.apply(first)
    before = Document(document)
    back = document.apply(second).inverted()
    document.apply([Put(new) if new else Remove(id) for id, (_, new) in zip(back.ids, back.elements, strict=True)])
    assert document == before


@given(st.lists(EDITS, max_size=3), st.lists(EDITS, max_size=3))
def test_the_difference_leads_from_one_document_to_another(first: list[list[Op]], second: list[list[Op]]) -> None:
    before = Document()
    for edit in first:
        before.apply(edit)
    after = Document(before)
    for edit in second:
        after.apply(edit)
    change = difference(before, after)
    assert set(change.ids) == {e.id for e in (*before, *after) if before.get(e.id) != after.get(e.id)}
    assert all(pair == (before.get(id), after.get(id)) for id, pair in zip(change.ids, change.elements, strict=True))
    anew = Document(msgspec.structs.replace(element) for element in after)
    assert difference(after, anew) == Change()
