"""The list of pages: its order, what is not in it, and that it keeps up with any change."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.doubles.pages import drawn_on, page
from whiteboard.model.document import Document
from whiteboard.model.element import FIRST_PAGE, ElementId
from whiteboard.model.op import Op, Patch, Put, Remove
from whiteboard.model.pages import Pages, pages


def ids(of: Pages) -> list[str]:
    return [page.id for page in of.listed]


def test_a_board_has_a_page_from_the_beginning() -> None:
    assert ids(Pages()) == [FIRST_PAGE]


def test_pages_come_in_their_order_after_the_first() -> None:
    assert ids(Pages([page("b", "2"), page("a", "1")])) == [FIRST_PAGE, "a", "b"]


def test_pages_with_the_same_order_come_by_their_ids() -> None:
    assert ids(Pages([page("b", "1"), page("a", "1")])) == [FIRST_PAGE, "a", "b"]


def test_the_first_page_goes_where_its_element_says() -> None:
    assert ids(Pages([page("a", "1"), page(FIRST_PAGE, "2")])) == ["a", FIRST_PAGE]


def test_a_page_that_is_gone_is_not_there_and_can_come_back() -> None:
    there = Pages([page("a", "1", gone=True), page("b", "2")])
    assert ids(there) == [FIRST_PAGE, "b"]
    assert [gone.id for gone in there.gone] == ["a"]


def test_if_all_pages_are_gone_the_first_of_them_stays() -> None:
    there = Pages([page(FIRST_PAGE, "1", gone=True), page("b", "2", gone=True)])
    assert ids(there) == [FIRST_PAGE]
    assert [gone.id for gone in there.gone] == ["b"]


def test_a_page_that_is_only_named_is_there_as_long_as_something_is_on_it() -> None:
    document = Document([drawn_on("x", "lost")])
    there = Pages(document)
    assert ids(there) == [FIRST_PAGE, "lost"]
    assert there.follow(document.apply([Remove(ElementId("x"))]))
    assert ids(there) == [FIRST_PAGE]


def test_strokes_on_a_page_are_no_news_for_the_list() -> None:
    document = Document([page("a", "1")])
    there = Pages(document)
    listed = there.listed
    assert not there.follow(document.apply([Put(drawn_on("x", "a")), Put(drawn_on("y", ""))]))
    assert there.listed is listed
    assert (there.count(ElementId("a")), there.count(FIRST_PAGE), there.count(ElementId(""))) == (1, 1, 1)


def test_who_looks_at_a_page_that_goes_comes_to_the_one_after_it_or_the_last() -> None:
    there = Pages([page("a", "1"), page("b", "2", gone=True), page("c", "3")])
    assert there.neighbour(ElementId("b")).id == "c"
    there = Pages([page("a", "1"), page("b", "2", gone=True)])
    assert there.neighbour(ElementId("b")).id == "a"


NAMES = ("first", "a", "b", "c")
ops = st.one_of(
    st.builds(
        lambda id, order, gone: Put(page(id, order, gone=gone)),
        *(st.sampled_from(x) for x in (NAMES, "12345", (True, False))),
    ),
    st.builds(lambda id, order: Patch(id=ElementId(id), order=order), st.sampled_from(NAMES), st.sampled_from("12345")),
    st.builds(lambda id: Remove(ElementId(id)), st.sampled_from([*NAMES, "x", "y"])),
    st.builds(lambda id, on: Put(drawn_on(id, on)), st.sampled_from("xy"), st.sampled_from([*NAMES, "", "d"])),
)


@given(st.lists(st.lists(ops, min_size=1, max_size=4), max_size=12))
def test_the_list_that_keeps_up_is_the_list_made_anew(edits: list[list[Op]]) -> None:
    document = Document()
    kept = Pages()
    for edit in edits:
        before = kept.listed
        news = kept.follow(document.apply(edit))
        assert kept.listed == pages(document)
        assert news == (kept.listed != before)
        assert kept.gone == Pages(document).gone
