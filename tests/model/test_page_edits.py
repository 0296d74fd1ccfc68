"""What people do with pages: alone, and two at once through the server's own room."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.doubles.board import ME, entry, snapshot, stroke, tick, welcome
from tests.doubles.hand import Hand
from tests.doubles.pages import drawn_on, page
from tests.doubles.pair import Pair, Seat
from whiteboard.model.content import PAPERS, Binding, Content
from whiteboard.model.document import Document
from whiteboard.model.element import CONNECTOR, FIRST_PAGE, PAGE, Element, ElementId, Geometry, page_of
from whiteboard.model.op import Put
from whiteboard.model.page_edits import (
    PageEdit,
    add_page,
    copied_to,
    delete_page,
    duplicate_page,
    move_page,
    paper_page,
    restore_page,
    title_page,
)
from whiteboard.model.pages import Pages
from whiteboard.protocol.limits import MAX_OPS
from whiteboard.sync.standing import Standing

ANN, FIRST = "ann", ElementId(FIRST_PAGE)


class Author:
    """Does page edits on a document, with ids and chances in a row."""

    def __init__(self, *elements: Element) -> None:
        self.document = Document(elements)
        self.pages = Pages(self.document)
        numbers, chances = count(1), count(5)
        self.new_id = lambda: ElementId(f"p{next(numbers)}")
        self.chance = lambda: next(chances) * 977 % 3843

    def do(self, edit: PageEdit) -> ElementId:
        self.pages.follow(self.document.apply(edit.ops))
        return edit.shows

    def add(self, after: str) -> ElementId:
        return self.do(add_page(self.pages, ElementId(after), new_id=self.new_id, chance=self.chance))

    def delete(self, page: str) -> ElementId:
        return self.do(delete_page(self.pages, ElementId(page), new_id=self.new_id, chance=self.chance))

    def move(self, page: str, place: int) -> None:
        self.do(move_page(self.pages, ElementId(page), place, chance=self.chance))

    @property
    def listed(self) -> list[str]:
        return [page.id for page in self.pages.listed]


def test_pages_are_added_after_the_one_that_is_shown() -> None:
    one = Author()
    a = one.add(FIRST)
    b = one.add(a)
    c = one.add(FIRST)
    assert one.listed == [FIRST, c, a, b]


def test_a_new_page_has_the_paper_of_the_one_before() -> None:
    one = Author(page("a", "1", paper="squared", title="Sums"))
    added = one.pages.page(one.add("a"))
    assert (added.paper, added.title) == ("squared", "")


@pytest.mark.parametrize("start", [(), (page(FIRST, "1"),)], ids=["without an element", "with one"])
def test_a_page_moves_to_any_place(start: tuple[Element, ...]) -> None:
    for moved in range(4):
        for place in range(4):
            one = Author(*start)
            last = FIRST
            for _ in range(3):
                last = one.add(last)
            wanted = one.listed
            wanted.insert(place, wanted.pop(moved))
            one.move(one.listed[moved], place)
            assert one.listed == wanted


def test_pages_with_the_same_order_can_be_told_apart_again() -> None:
    one = Author(page("a", "5"), page("b", "5"), page("c", "7"))
    one.move("c", 2)
    assert one.listed == [FIRST, "a", "c", "b"]


def test_many_pages_in_one_place_find_room() -> None:
    one = Author()
    last = one.add(FIRST)
    wanted = [last]
    for _ in range(300):
        wanted.insert(0, one.add(FIRST))
    assert one.listed == [FIRST, *wanted]


def test_a_page_that_is_only_named_keeps_its_place_when_another_comes_after_it() -> None:
    one = Author(page("a", "1"), drawn_on("x", "named"))
    added = one.add("named")
    assert one.listed == [FIRST, "a", "named", added]


def test_a_deleted_page_keeps_what_is_on_it() -> None:
    one = Author(page("a", "1"), page("b", "2"), drawn_on("x", "a"))
    assert one.delete("a") == "b"
    assert one.listed == [FIRST, "b"]
    assert ElementId("x") in one.document
    one.do(restore_page(one.pages, ElementId("a"), chance=one.chance))
    assert one.listed == [FIRST, "a", "b"]


def test_deleting_the_first_page_shows_the_second() -> None:
    one = Author(page("a", "1"))
    assert one.delete(FIRST) == "a"
    assert one.listed == ["a"]


def test_deleting_the_last_page_leaves_an_empty_one() -> None:
    one = Author(drawn_on("x", ""))
    shown = one.delete(FIRST)
    assert one.listed == [shown]
    assert one.pages.count(shown) == 0


def test_a_page_beside_the_one_that_stays_although_all_are_gone_does_not_hide_it() -> None:
    one = Author(page(FIRST, "1", gone=True), page("b", "2", gone=True), drawn_on("x", ""))
    added = one.add(FIRST)
    assert one.listed == [FIRST, added]


def test_a_paper_and_a_title_give_the_first_page_an_element_in_its_place() -> None:
    one = Author(page("a", "1"))
    one.do(paper_page(one.pages, FIRST, "music", chance=one.chance))
    one.do(title_page(one.pages, FIRST, "Scales", chance=one.chance))
    assert one.listed == [FIRST, "a"]
    assert (one.pages.page(FIRST).paper, one.pages.page(FIRST).title) == ("music", "Scales")


def test_a_copy_has_everything_that_is_on_the_page_under_other_ids() -> None:
    one = Author(page("a", "1", paper="dotted"), drawn_on("x", "a"), drawn_on("y", "a"), drawn_on("z", ""))
    copy = one.do(duplicate_page(one.pages, one.document, ElementId("a"), new_id=one.new_id, chance=one.chance))
    assert one.listed == [FIRST, "a", copy]
    assert one.pages.page(copy).paper == "dotted"
    copies = [e for e in one.document if page_of(e) == copy and e.kind != PAGE]
    assert len(copies) == 2
    assert not {e.id for e in copies} & {"x", "y"}
    assert one.pages.count(ElementId("a")) == 2


def test_copies_belong_together_as_the_originals_do() -> None:
    line = Element(
        id=ElementId("line"),
        kind=CONNECTOR,
        geometry=Geometry(0, 0),
        order="1",
        group="outer/inner",
        content=Content(form="straight", start=Binding("box"), end=Binding("elsewhere")),
    )
    box = Element(id=ElementId("box"), kind="shape", geometry=Geometry(0, 0), order="2", group="outer")
    numbers = count(1)
    first, second = copied_to(ElementId("p"), [line, box], lambda: ElementId(f"n{next(numbers)}"))
    assert first.content.start == Binding(second.id)
    assert first.content.end is None
    assert first.group.split("/")[0] == second.group
    assert not set(first.group.split("/")) & {"outer", "inner"}
    assert first.geometry.parent == second.geometry.parent == "p"


# ---------------------------------------------------------------- with an editor


def test_undo_brings_a_deleted_page_back_and_shows_it() -> None:
    hand = Hand(page("a", "1"), drawn_on("x", "a"))
    editor = hand.editor
    editor.turn_to(ElementId("a"))
    editor.edit_pages(delete_page(editor.pages, ElementId("a"), new_id=editor.new_id, chance=lambda: 1))
    assert editor.page == ""
    editor.undo()
    assert editor.page == "a"
    assert hand.news[-1].turned
    assert hand.news[-1].change
    editor.redo()
    assert editor.page == ""


def test_undo_of_something_on_another_page_shows_that_page() -> None:
    hand = Hand(page("a", "1"))
    hand.draw((0, 0), (10, 0))
    hand.editor.turn_to(ElementId("a"))
    hand.editor.undo()
    assert hand.editor.page == ""
    hand.editor.turn_to(ElementId("a"))
    hand.editor.redo()
    assert hand.editor.page == ""


def test_a_page_with_more_than_one_edit_may_hold_is_copied_and_undone_as_one() -> None:
    pair = Pair()
    ann = pair.ann.editor
    for begin in range(0, MAX_OPS + 500, 3000):
        ann.submit([Put(stroke(f"s{i}")) for i in range(begin, min(begin + 3000, MAX_OPS + 500))])
    pair.meet()
    ann.edit_pages(duplicate_page(ann.pages, ann.document, FIRST, new_id=ann.new_id, chance=lambda: 1))
    pair.meet()
    assert len(pair.truth) == 2 * (MAX_OPS + 500) + 1
    ann.undo()
    pair.meet()
    assert len(pair.truth) == MAX_OPS + 500
    assert not any(news.refused for news in pair.ann.news)


# ---------------------------------------------------------------- two at once


def delete(seat: Seat, page: str) -> None:
    editor = seat.editor
    editor.edit_pages(delete_page(editor.pages, ElementId(page), new_id=editor.new_id, chance=lambda: 7))


def test_what_somebody_draws_on_a_page_that_i_delete_comes_back_with_it() -> None:
    pair = Pair()
    ann, bob = pair.ann.editor, pair.bob.editor
    ann.edit_pages(add_page(ann.pages, FIRST, new_id=ann.new_id, chance=lambda: 3))
    page = ann.page
    pair.meet()
    bob.turn_to(page)
    delete(pair.ann, page)
    drawn = pair.bob.draw()
    pair.meet()
    assert bob.page == ""
    assert pair.bob.news[-1].lost == page
    ann.undo()
    pair.meet()
    assert page_of(drawn) == page
    assert drawn in list(ann.document)
    assert [there.id for there in bob.pages.listed] == [FIRST, page]


def test_what_somebody_draws_on_a_page_that_i_take_back_stays() -> None:
    pair = Pair()
    ann, bob = pair.ann.editor, pair.bob.editor
    ann.edit_pages(add_page(ann.pages, FIRST, new_id=ann.new_id, chance=lambda: 3))
    page = ann.page
    pair.meet()
    bob.turn_to(page)
    drawn = pair.bob.draw()
    ann.undo()
    pair.meet()
    assert drawn in list(ann.document)
    assert [there.id for there in ann.pages.listed] == [FIRST, page]
    assert bob.page == page


def test_two_who_delete_both_pages_at_once_keep_one() -> None:
    pair = Pair()
    ann = pair.ann.editor
    ann.edit_pages(add_page(ann.pages, FIRST, new_id=ann.new_id, chance=lambda: 3))
    second = ann.page
    pair.meet()
    delete(pair.ann, FIRST)
    delete(pair.bob, second)
    pair.meet()
    assert len(ann.pages.listed) == len(pair.bob.editor.pages.listed) == 1


def test_of_two_who_give_the_first_page_a_paper_at_once_both_are_taken_and_the_later_one_stays() -> None:
    pair = Pair()
    for seat, paper in ((pair.ann, "squared"), (pair.bob, "ruled")):
        edit = paper_page(seat.editor.pages, FIRST, paper, chance=lambda: 7)
        seat.editor.edit_pages(edit)
    pair.meet()
    assert pair.ann.editor.pages.listed == pair.bob.editor.pages.listed
    assert pair.ann.editor.pages.listed[0].paper == "ruled"
    assert not any(news.refused for seat in (pair.ann, pair.bob) for news in seat.news)


DEEDS = ("add", "copy", "delete", "move", "paper", "title", "restore", "draw", "draw", "turn", "send", "meet")
deeds = st.tuples(st.booleans(), st.sampled_from(DEEDS), st.integers(0, 7))


def act(pair: Pair, seat: Seat, deed: str, number: int) -> None:
    editor = seat.editor
    pages = editor.pages
    chosen = pages.listed[number % len(pages.listed)].id

    def chance() -> int:
        return number * 31

    match deed:
        case "add":
            editor.edit_pages(add_page(pages, chosen, new_id=editor.new_id, chance=chance))
        case "copy":
            edit = duplicate_page(pages, editor.document, chosen, new_id=editor.new_id, chance=chance)
            editor.edit_pages(edit)
        case "delete":
            editor.edit_pages(delete_page(pages, chosen, new_id=editor.new_id, chance=chance))
        case "move":
            editor.edit_pages(move_page(pages, chosen, number * 3 % len(pages.listed), chance=chance))
        case "paper":
            editor.edit_pages(paper_page(pages, chosen, PAPERS[number % len(PAPERS)], chance=chance))
        case "title":
            editor.edit_pages(title_page(pages, chosen, f"T{number}", chance=chance))
        case "restore" if pages.gone:
            editor.edit_pages(restore_page(pages, pages.gone[number % len(pages.gone)].id, chance=chance))
        case "draw":
            seat.draw()
        case "turn":
            editor.turn_to(chosen)
        case "undo":
            editor.undo()
        case "redo":
            editor.redo()
        case "send":
            seat.send()
        case "meet":
            pair.meet()


def check(pair: Pair) -> None:
    pair.meet()
    assert pair.ann.editor.document == pair.bob.editor.document == pair.truth
    for seat in (pair.ann, pair.bob):
        pages = seat.editor.pages
        assert pages.listed == Pages(pair.truth).listed
        assert pages.place(seat.editor.page) is not None
        reached = {page.id for page in (*pages.listed, *pages.gone)}
        assert {page_of(e) for e in pair.truth if e.kind != PAGE} <= reached


@settings(max_examples=80, deadline=None)
@given(st.lists(deeds, min_size=3, max_size=30))
def test_whatever_two_people_do_with_pages_they_agree_and_nothing_drawn_is_lost(
    played: list[tuple[bool, str, int]],
) -> None:
    pair = Pair()
    for is_ann, deed, number in played:
        act(pair, pair.ann if is_ann else pair.bob, deed, number)
    check(pair)
    assert {*pair.ann.drawn, *pair.bob.drawn} <= {element.id for element in pair.truth}


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.tuples(st.booleans(), st.sampled_from([*DEEDS, "undo", "undo", "redo"]), st.integers(0, 7)), max_size=25
    )
)
def test_with_undo_and_redo_too_they_agree_and_reach_everything(played: list[tuple[bool, str, int]]) -> None:
    pair = Pair()
    for is_ann, deed, number in played:
        act(pair, pair.ann if is_ann else pair.bob, deed, number)
    check(pair)


def test_a_board_opens_at_the_page_that_comes_first() -> None:
    assert Hand(page(FIRST, "5"), page("a", "1")).editor.page == "a"
    assert Hand(page(FIRST, "1", gone=True), page("a", "2")).editor.page == "a"
    assert Hand(page("a", "1")).editor.page == ""


def test_who_joins_sees_the_page_that_comes_first_and_no_word_about_others() -> None:
    hand = Hand(standing=Standing(client=ME, attached=True))
    hand.editor.receive(welcome(), 0.0)
    hand.editor.load(snapshot(page(FIRST, "1", gone=True), page("a", "2"), drawn_on("x", "a")))
    assert hand.editor.page == "a"
    assert hand.news[-1].lost is None
    assert hand.news[-1].turned


def drawing_on_a_page_that_goes() -> Hand:
    """A stroke is in progress on the page "a", which somebody deletes."""
    hand = Hand(standing=Standing(client=ME, attached=True))
    editor = hand.editor
    editor.receive(welcome(), 0.0)
    editor.load(snapshot(page("a", "1"), page("b", "2")))
    editor.turn_to(ElementId("a"))
    hand.take("pen")
    hand.press(0, 0)
    hand.move(50, 0)
    editor.receive(tick(entry(1, Put(page("a", "1", gone=True)))), 0.0)
    assert (editor.page, editor.busy) == ("a", True)
    return hand


def test_a_stroke_in_progress_on_a_page_that_somebody_deletes_is_finished_and_kept() -> None:
    hand = drawing_on_a_page_that_goes()
    hand.move(60, 10)
    hand.lift(60, 10)
    assert hand.editor.page == "b"
    assert (hand.news[-1].turned, hand.news[-1].lost) == (True, "a")
    (stroke,) = [element for element in hand.editor.document if element.kind != PAGE]
    assert page_of(stroke) == "a"


def test_who_gives_up_such_a_stroke_is_shown_another_page_too() -> None:
    hand = drawing_on_a_page_that_goes()
    hand.editor.cancel()
    assert hand.editor.page == "b"
    assert (hand.news[-1].turned, hand.news[-1].lost) == (True, "a")
