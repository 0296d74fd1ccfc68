"""What the renderer is told while a gesture is in progress: it always ends up with the document plus the preview."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from tests.doubles.board import stroke
from whiteboard.model.document import Change, Document
from whiteboard.model.element import Element, ElementId
from whiteboard.model.geometry import Point
from whiteboard.model.op import Op, Patch, Put, Remove
from whiteboard.model.style import Style
from whiteboard.tools.step import Preview
from whiteboard.ui.lifted import MOST_SINGLY
from whiteboard.ui.shown import Shown, faded

IDS = [ElementId(id) for id in "abc"]
ids = st.frozensets(st.sampled_from(IDS))
previews = st.builds(
    Preview, marked=ids, moved=ids, moved_by=st.builds(Point, st.sampled_from([0.0, 5.0]), st.just(1.0))
)
ops = st.one_of(
    st.sampled_from(IDS).map(lambda id: Put(stroke(id))),
    st.sampled_from(IDS).map(Remove),
    st.sampled_from(IDS).map(lambda id: Patch(id=id, style=Style(color="#e03131"))),
)


def dressed(element: Element, preview: Preview) -> Element:
    """The definition: what the screen should show of an element."""
    if element.id in preview.marked:
        style = msgspec.structs.replace(element.style, color=faded(element.style.color))
        element = msgspec.structs.replace(element, style=style)
    if element.id in preview.moved:
        g, by = element.geometry, preview.moved_by
        element = msgspec.structs.replace(element, geometry=msgspec.structs.replace(g, x=g.x + by.x, y=g.y + by.y))
    return element


@given(st.lists(st.tuples(st.lists(ops, max_size=2), previews), max_size=12))
def test_the_screen_is_always_the_document_plus_the_preview(steps: list[tuple[list[Op], Preview]]) -> None:
    document, shown = Document(), Shown()
    screen: dict[ElementId, Element] = {}
    for edit, preview in steps:
        change = document.apply(edit)
        there = Preview(
            marked=frozenset(id for id in preview.marked if id in document),
            moved=frozenset(id for id in preview.moved if id in document),
            moved_by=preview.moved_by,
        )
        for before, after in shown.follow(change, document, there).elements:
            if before is not None:
                assert screen.pop(before.id) == before
            if after is not None:
                assert after.id not in screen
                screen[after.id] = after
        assert screen == {element.id: dressed(element, there) for element in document}


def test_very_much_that_is_dragged_stays_in_the_renderer_as_the_document_has_it() -> None:
    elements = [stroke(f"s{i}") for i in range(MOST_SINGLY + 2)]
    document, shown = Document(elements), Shown()
    everything = frozenset(element.id for element in elements)
    assert not shown.follow(Change(), document, Preview(moved=everything, moved_by=Point(1, 0)))
    foreign = document.apply([Remove(elements[0].id)])
    left = Preview(moved=everything - {elements[0].id}, moved_by=Point(2, 0))
    assert shown.follow(foreign, document, left) is foreign
    assert not shown.follow(Change(), document, Preview())


def test_what_gets_so_few_that_it_is_moved_one_by_one_is_shown_there() -> None:
    elements = [stroke(f"s{i}") for i in range(MOST_SINGLY + 1)]
    document, shown = Document(elements), Shown()
    everything = frozenset(element.id for element in elements)
    shown.follow(Change(), document, Preview(moved=everything, moved_by=Point(1, 0)))
    foreign = document.apply([Remove(elements[0].id)])
    left = Preview(moved=everything - {elements[0].id}, moved_by=Point(1, 0))
    pairs = shown.follow(foreign, document, left).replaced
    assert {after.geometry.x for _, after in pairs} == {1.0}
    assert len(pairs) == MOST_SINGLY


def test_without_a_gesture_a_change_passes_as_it_is() -> None:
    document = Document()
    change = document.apply([Put(stroke("a"))])
    assert Shown().follow(change, document, Preview()) is change
    assert not Shown().follow(Change(), document, Preview())
