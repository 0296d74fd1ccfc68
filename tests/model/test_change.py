"""What a change comes to is what one sees who looks at each of its elements."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tests.model.strategies import IDS, ORDERS
from whiteboard.model.change import Change
from whiteboard.model.document import Document
from whiteboard.model.element import IMAGE, PAGE, STROKE, Element, ElementId, Geometry, page_of
from whiteboard.model.op import Op, Put, Remove


@st.composite
def elements(draw: st.DrawFn) -> Element:
    kind = draw(st.sampled_from([STROKE, IMAGE, PAGE]))
    on = ElementId(draw(st.sampled_from(["", "first", "second"])))
    return Element(id=draw(IDS), kind=kind, geometry=Geometry(x=0.0, y=0.0, parent=on), order=draw(ORDERS))


ops: st.SearchStrategy[Op] = elements().map(Put) | IDS.map(Remove)


@given(st.lists(ops), st.lists(ops, min_size=1))
def test_the_gist_of_a_change_is_true(earlier: list[Op], edit: list[Op]) -> None:
    document = Document()
    document.apply(earlier)
    there, highest = {element.id for element in document}, _highest(document)
    change = document.apply(edit)
    gist = change.gist
    assert gist.known == {id for id in change.ids if id in there}
    assert max(filter(None, (highest, gist.top)), default=None) == max(
        filter(None, (highest, _highest(document))), default=None
    )
    assert [pair for pair in change.elements if pair not in gist.others] == [
        pair for pair in change.elements if {element.kind for element in pair if element is not None} == {STROKE}
    ]
    was = Counter(page_of(old) for old, _ in change.elements if old is not None and old.kind != PAGE)
    now = Counter(page_of(new) for _, new in change.elements if new is not None and new.kind != PAGE)
    assert (gist.left, gist.came) == (was, now)


def test_it_is_worked_out_once_and_no_part_of_the_change() -> None:
    pairs = ((None, Element(id=ElementId("a"), kind=STROKE, geometry=Geometry(x=0.0, y=0.0), order="A")),)
    change = Change(pairs).prepared()
    assert vars(change)["gist"] is change.gist
    assert change == Change(pairs)


def _highest(document: Document) -> str | None:
    return max((element.order for element in document), default=None)
