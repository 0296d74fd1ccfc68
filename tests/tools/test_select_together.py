"""Selecting and arranging while others draw: Excalidraw's situations of several people at one thing, each by name."""

from __future__ import annotations

import math

import pytest

from tests.doubles.seat import Company, Seat
from tests.tools.boxes import box, shape
from whiteboard.model.element import ElementId
from whiteboard.model.op import Patch
from whiteboard.tools.arrange import groups
from whiteboard.tools.select_frame import KNOB_PX


@pytest.fixture
def company() -> Company:
    return Company()


@pytest.fixture
def ann(company: Company) -> Seat:
    seat = company.sit_down(shape("a", 100, 100), shape("b", 300, 100))
    seat.take("select")
    seat.editor.snapping = False
    return seat


@pytest.fixture
def bob(company: Company, ann: Seat) -> Seat:
    seat = company.sit_down()
    seat.take("select")
    seat.editor.snapping = False
    return seat


def test_somebody_removes_what_i_drag(company: Company, ann: Seat, bob: Seat) -> None:
    ann.press(150, 130)
    ann.move(200, 180)
    bob.editor.select(frozenset([ElementId("a")]))
    bob.editor.delete_selection()
    company.settle()
    assert ann.preview().moved == frozenset()
    ann.move(220, 180)
    ann.lift(220, 180)
    company.settle()
    assert ann.ids == bob.ids == ["b"]
    assert ann.selected == []


def test_somebody_moves_what_i_drag_and_both_ways_add_up(company: Company, ann: Seat, bob: Seat) -> None:
    ann.press(150, 130)
    ann.move(170, 130)
    bob.drag((150, 130), (150, 230))
    company.settle()
    ann.lift(190, 130)
    company.settle()
    assert box(ann, "a") == box(bob, "a") == (140, 200, 100, 60)


def test_somebody_removes_what_i_size(company: Company, ann: Seat, bob: Seat) -> None:
    ann.click(150, 130)
    ann.press(203, 163)
    ann.move(303, 263)
    bob.editor.select(frozenset([ElementId("a")]))
    bob.editor.delete_selection()
    company.settle()
    ann.move(310, 270)
    ann.lift(310, 270)
    company.settle()
    assert ann.ids == bob.ids == ["b"]


def test_somebody_turns_what_i_colour(company: Company, ann: Seat, bob: Seat) -> None:
    ann.click(150, 130)
    bob.click(150, 130)
    bob.press(150, 100 - KNOB_PX)
    bob.move(230, 130)
    ann.editor.set_color("#e03131")
    company.settle()
    bob.lift(230, 130)
    company.settle()
    for seat in (ann, bob):
        assert seat.element("a").style.color == "#e03131"
        assert seat.element("a").geometry.rotation == pytest.approx(math.pi / 2)


def test_somebody_removes_one_of_several_that_i_turn(company: Company, ann: Seat, bob: Seat) -> None:
    ann.editor.select_all()
    ann.press(250, 100 - KNOB_PX)
    ann.move(330, 130)
    bob.editor.select(frozenset([ElementId("a")]))
    bob.editor.delete_selection()
    company.settle()
    ann.lift(330, 130)
    company.settle()
    assert ann.ids == bob.ids == ["b"]
    assert ann.element("b") == bob.element("b")
    assert ann.element("b").geometry.rotation != 0


def test_somebody_locks_what_i_drag(company: Company, ann: Seat, bob: Seat) -> None:
    ann.press(150, 130)
    ann.move(200, 130)
    bob.editor.submit([Patch(id=ElementId("a"), lock=True)])
    company.settle()
    ann.lift(250, 130)
    company.settle()
    assert box(ann, "a") == box(bob, "a") == (100, 100, 100, 60)


def test_two_group_the_same_and_nothing_is_lost(company: Company, ann: Seat, bob: Seat) -> None:
    for seat, name in ((ann, "g"), (bob, "h")):
        seat.editor.select_all()
        seat.editor.arrange(groups.grouped(seat.editor.selection, seat.editor.document, name))
    company.settle()
    assert [ann.element(id).group for id in "ab"] == [bob.element(id).group for id in "ab"]
    assert len({ann.element(id).group for id in "ab"}) == 1


def test_undoing_my_move_leaves_what_somebody_did_to_the_look(company: Company, ann: Seat, bob: Seat) -> None:
    ann.drag((150, 130), (250, 130))
    company.settle()
    bob.click(250, 130)
    bob.editor.set_color("#e03131")
    company.settle()
    ann.editor.undo()
    company.settle()
    assert box(bob, "a") == (100, 100, 100, 60)
    assert bob.element("a").style.color == "#e03131"


def test_undoing_my_move_of_what_somebody_moved_on_leaves_it_there(company: Company, ann: Seat, bob: Seat) -> None:
    ann.drag((150, 130), (250, 130))
    company.settle()
    bob.drag((250, 130), (250, 330))
    company.settle()
    ann.editor.undo()
    company.settle()
    assert box(ann, "a") == box(bob, "a") == (200, 300, 100, 60)


def test_undoing_a_group_that_somebody_emptied_by_half(company: Company, ann: Seat, bob: Seat) -> None:
    ann.editor.select_all()
    ann.editor.arrange(groups.grouped(ann.editor.selection, ann.editor.document, "g"))
    company.settle()
    bob.editor.select(frozenset([ElementId("a")]))
    bob.editor.delete_selection()
    company.settle()
    ann.editor.undo()
    company.settle()
    assert ann.ids == bob.ids == ["b"]
    assert bob.element("b").group == ""
