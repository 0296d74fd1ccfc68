"""Excalidraw's situations of undo among several people, each by name.

Those with arrows that stick to shapes are in `test_connecting.py`, drags that others disturb in
`test_select_together.py`, texts that several type in `sync/test_typing_together.py` and `model/test_history.py`.
"""

from __future__ import annotations

import msgspec
import pytest

from tests.doubles.figures import arrow
from tests.doubles.figures import box as figure
from tests.doubles.seat import Company, Seat
from tests.tools.boxes import box, shape
from whiteboard.model.content import Binding
from whiteboard.model.element import ElementId
from whiteboard.model.op import Patch, Put, Remove, Retype
from whiteboard.tools.arrange import groups, stacking
from whiteboard.tools.arrange.transforming import difference

A, B = ElementId("a"), ElementId("b")
RED, BLUE, GREEN = "#e03131", "#1971c2", "#2f9e44"


@pytest.fixture
def company() -> Company:
    return Company()


@pytest.fixture
def ann(company: Company) -> Seat:
    return company.sit_down(shape("a", 100, 100), shape("b", 300, 100))


@pytest.fixture
def bob(company: Company, ann: Seat) -> Seat:
    return company.sit_down()


def recolor(company: Company, seat: Seat, id: ElementId, color: str) -> None:
    style = msgspec.structs.replace(seat.element(id).style, color=color)
    seat.editor.submit([Patch(id=id, style=style)])
    company.settle()


def move(company: Company, seat: Seat, id: ElementId, x: float) -> None:
    geometry = msgspec.structs.replace(seat.element(id).geometry, x=x)
    seat.editor.submit([Patch(id=id, geometry=geometry)])
    company.settle()


def remove(company: Company, seat: Seat, *ids: ElementId) -> None:
    seat.editor.submit([Remove(id) for id in ids])
    company.settle()


def undo(company: Company, seat: Seat) -> None:
    seat.editor.undo()
    company.settle()
    _agree(company)


def redo(company: Company, seat: Seat) -> None:
    seat.editor.redo()
    company.settle()
    _agree(company)


def _agree(company: Company) -> None:
    first, *others = ({e.id: e for e in seat.editor.document} for seat in company.seats)
    assert all(other == first for other in others)


def color(seat: Seat, id: ElementId) -> str:
    return seat.element(id).style.color


# ---------------------------------------------------------------- recoloured and moved by somebody else


def test_undo_and_redo_of_a_colour_leave_what_somebody_moved(company: Company, ann: Seat, bob: Seat) -> None:
    recolor(company, ann, A, RED)
    move(company, bob, A, 500.0)
    undo(company, ann)
    assert (color(bob, A), bob.place("a")[0]) == ("#1e1e1e", 500.0)
    move(company, bob, A, 600.0)
    redo(company, ann)
    assert (color(bob, A), bob.place("a")[0]) == (RED, 600.0)


def test_undo_leaves_a_colour_that_somebody_chose_since_and_takes_back_what_was_before(
    company: Company, ann: Seat, bob: Seat
) -> None:
    move(company, ann, B, 400.0)
    recolor(company, ann, A, RED)
    recolor(company, bob, A, BLUE)
    undo(company, ann)
    assert color(ann, A) == BLUE
    assert ann.place("b")[0] == 300.0


def test_redo_leaves_a_colour_that_somebody_chose_since_the_undo(company: Company, ann: Seat, bob: Seat) -> None:
    recolor(company, ann, A, RED)
    undo(company, ann)
    recolor(company, bob, A, GREEN)
    redo(company, ann)
    assert color(ann, A) == GREEN


def test_two_who_recolour_in_turn_take_back_only_their_own_last_word(company: Company, ann: Seat, bob: Seat) -> None:
    recolor(company, ann, A, RED)
    recolor(company, bob, A, BLUE)
    undo(company, ann)
    assert color(ann, A) == BLUE
    undo(company, bob)
    assert color(ann, A) == RED
    redo(company, bob)
    assert color(ann, A) == BLUE


def test_what_others_do_does_not_end_what_i_can_redo(company: Company, ann: Seat, bob: Seat) -> None:
    recolor(company, ann, A, RED)
    undo(company, ann)
    bob.draw((0, 400), (80, 400))
    company.settle()
    assert ann.editor.history.can_redo
    redo(company, ann)
    assert color(bob, A) == RED


# ---------------------------------------------------------------- removed by somebody else


def test_undo_passes_over_all_that_somebody_removed(company: Company, ann: Seat, bob: Seat) -> None:
    recolor(company, ann, B, RED)
    recolor(company, ann, A, RED)
    move(company, ann, A, 120.0)
    remove(company, bob, A)
    undo(company, ann)
    assert color(ann, B) == "#1e1e1e"
    assert ann.ids == ["b"]


def test_undo_of_one_edit_of_two_takes_back_the_one_that_is_still_there(company: Company, ann: Seat, bob: Seat) -> None:
    ann.editor.submit([Patch(id=id, order=order) for id, order in ((A, "Y"), (B, "Z"))])
    company.settle()
    remove(company, bob, A)
    undo(company, ann)
    assert (ann.ids, ann.element("b").order) == (["b"], "B")


def test_what_somebody_removed_and_brought_back_i_can_still_undo(company: Company, ann: Seat, bob: Seat) -> None:
    recolor(company, ann, A, RED)
    remove(company, bob, A)
    undo(company, bob)
    undo(company, ann)
    assert color(bob, A) == "#1e1e1e"


def test_redo_of_a_change_to_what_somebody_removed_since_does_nothing(company: Company, ann: Seat, bob: Seat) -> None:
    recolor(company, ann, A, RED)
    undo(company, ann)
    remove(company, bob, A)
    redo(company, ann)
    assert ann.ids == ["b"]


def test_both_remove_the_same_and_the_first_to_undo_brings_it_back_once(company: Company, ann: Seat, bob: Seat) -> None:
    ann.editor.submit([Remove(A)])
    bob.editor.submit([Remove(A)])
    company.settle()
    undo(company, bob)
    undo(company, ann)
    assert ann.ids == ["a", "b"]
    assert ann.element("a") == shape("a", 100, 100)


def test_what_i_removed_comes_back_as_it_was_when_i_did(company: Company, ann: Seat, bob: Seat) -> None:
    """With what others had done to it until then."""
    recolor(company, bob, A, BLUE)
    bob.editor.submit([Retype(id=A, base="", text="cell")])
    company.settle()
    remove(company, ann, A)
    undo(company, ann)
    assert (color(bob, A), bob.element("a").text) == (BLUE, "cell")


def test_undo_of_a_label_leaves_the_shape_that_somebody_drew_around_it(company: Company, ann: Seat, bob: Seat) -> None:
    ann.editor.submit([Retype(id=A, base="", text="leaf")])
    company.settle()
    move(company, bob, A, 10.0)
    undo(company, ann)
    assert (bob.element("a").text, bob.place("a")[0]) == ("", 10.0)


# ---------------------------------------------------------------- order, groups, locks


def test_undo_of_bringing_to_the_front_leaves_what_somebody_put_there_since(
    company: Company, ann: Seat, bob: Seat
) -> None:
    chance = ann.editor.chance
    ann.editor.submit(stacking.to_front(frozenset([A]), ann.editor.document, chance))
    company.settle()
    bob.editor.submit(stacking.to_front(frozenset([B]), bob.editor.document, bob.editor.chance))
    company.settle()
    assert ann.ids == ["a", "b"]
    undo(company, ann)
    assert ann.ids == ["a", "b"]
    undo(company, bob)
    assert bob.ids == ["a", "b"]


def test_undo_of_an_order_that_somebody_changed_since_leaves_theirs(company: Company, ann: Seat, bob: Seat) -> None:
    ann.editor.submit(stacking.to_front(frozenset([A]), ann.editor.document, ann.editor.chance))
    company.settle()
    bob.editor.submit(stacking.to_back(frozenset([A]), bob.editor.document, bob.editor.chance))
    company.settle()
    order = bob.element("a").order
    undo(company, ann)
    assert bob.element("a").order == order


def test_undo_of_a_group_leaves_it_where_somebody_moved_it(company: Company, ann: Seat, bob: Seat) -> None:
    ann.editor.submit(groups.grouped(frozenset([A, B]), ann.editor.document, "g"))
    company.settle()
    bob.take("select").drag((150, 130), (150, 330))
    company.settle()
    assert box(ann, "b")[1] == 300
    undo(company, ann)
    assert [(e.group, e.geometry.y) for e in ann.editor.document] == [("", 300.0), ("", 300.0)]
    redo(company, ann)
    assert {e.group for e in bob.editor.document} == {"g"}


def test_undo_of_a_group_that_somebody_put_into_another_leaves_that(company: Company, ann: Seat, bob: Seat) -> None:
    ann.editor.submit(groups.grouped(frozenset([A, B]), ann.editor.document, "g"))
    company.settle()
    bob.editor.submit([Patch(id=id, group="outer/g") for id in (A, B)])
    company.settle()
    undo(company, ann)
    assert {e.group for e in bob.editor.document} == {"outer/g"}


def test_undo_of_a_lock_that_its_owner_opened_does_nothing(company: Company, ann: Seat, bob: Seat) -> None:
    bob.editor.submit([Patch(id=A, lock=True)])
    company.settle()
    ann.editor.submit([Patch(id=A, lock=False)])
    company.settle()
    undo(company, bob)
    redo(company, bob)
    assert not ann.element("a").lock


# ---------------------------------------------------------------- lines, strokes, offline


def test_undo_of_a_line_bent_by_me_and_recoloured_by_somebody_straightens_it_in_their_colour(
    company: Company, ann: Seat, bob: Seat
) -> None:
    line = arrow("line", (0, 300), (200, 300), form="curved")
    ann.editor.submit([Put(line)])
    company.settle()
    bent = msgspec.structs.replace(line, content=msgspec.structs.replace(line.content, bend=0.4))
    patch = difference(line, bent)
    assert patch is not None
    ann.editor.submit([patch])
    company.settle()
    recolor(company, bob, line.id, GREEN)
    undo(company, ann)
    assert (bob.element("line").content.bend, color(bob, line.id)) == (0.0, GREEN)


def test_undo_of_drawing_an_arrow_whose_shape_somebody_removed_and_redo_lets_the_end_go(
    company: Company, ann: Seat, bob: Seat
) -> None:
    there = figure("there", 0.0, 400.0)
    ann.editor.submit([Put(there)])
    ann.editor.submit([Put(arrow("arrow", there, (300.0, 430.0)))])
    company.settle()
    remove(company, bob, there.id)
    assert ann.element("arrow").content.start is None
    undo(company, ann)
    assert "arrow" not in ann.ids
    redo(company, ann)
    assert bob.element("arrow").content.start in (None, Binding("there"))
    assert "there" not in bob.ids


def test_undo_of_rubbing_out_a_part_brings_back_the_stroke_though_somebody_moved_what_was_left(
    company: Company, ann: Seat, bob: Seat
) -> None:
    whole = ann.draw((0, 400), (50, 400), (100, 400), (150, 400), (200, 400))
    company.settle()
    ann.take("part_eraser").drag((100, 380), (100, 420))
    company.settle()
    parts = [id for id in bob.ids if id not in ("a", "b", whole.id)]
    assert len(parts) == 2
    move(company, bob, ElementId(parts[0]), 20.0)
    undo(company, ann)
    assert bob.ids == ["a", "b", whole.id]
    assert bob.element(whole.id) == whole


def test_undo_without_a_connection_meets_what_others_did_and_all_agree(company: Company, ann: Seat, bob: Seat) -> None:
    recolor(company, ann, A, RED)
    move(company, ann, B, 400.0)
    ann.pull_the_cable()
    remove(company, bob, B)
    recolor(company, bob, A, BLUE)
    ann.editor.undo()
    ann.editor.undo()
    ann.editor.redo()
    ann.connect()
    company.settle()
    _agree(company)
    assert ann.ids == ["a"]
