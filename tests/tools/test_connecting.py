"""Connectors follow what they stick to, in every edit, undo and race (SPEC D10)."""

from __future__ import annotations

import math
from itertools import pairwise

import msgspec
import pytest

from tests.doubles.figures import arrow, box
from tests.doubles.hand import Hand
from tests.doubles.seat import Company, Seat
from whiteboard.model.content import Binding, Content
from whiteboard.model.element import PAGE, Element, ElementId, Geometry
from whiteboard.model.elements import KINDS
from whiteboard.model.elements.connector_line import ends, line_of, middle
from whiteboard.model.geometry import Point
from whiteboard.model.op import Op, Patch, Put, Remove
from whiteboard.model.style import Style
from whiteboard.tools.attaching import GAP, led
from whiteboard.tools.connecting import Connections, followed
from whiteboard.tools.connector_ends import bent, end_moved, sticks_at

LEFT, RIGHT = box("left"), box("right", 300)
CLEAR = GAP + 2.0
"""Half of both widths besides."""


def board(*more: Element) -> Hand:
    """Two boxes 200 apart, an arrow from the left to the right one."""
    return Hand(LEFT, RIGHT, arrow("arrow", LEFT, RIGHT), *more)


def to(element: Element, x: float, y: float) -> Op:
    return Patch(id=element.id, geometry=msgspec.structs.replace(element.geometry, x=x, y=y))


def nobody(id: ElementId) -> Element | None:
    return None


def places(hand: Hand, id: str = "arrow") -> tuple[Point, Point]:
    return ends(hand.element(id))


def fits(hand: Hand, id: str = "arrow") -> bool:
    """Whether the connector is where what it sticks to wants it."""
    connector = hand.element(id)
    wanted = led(connector, hand.editor.document.get)
    return all(math.dist(a, b) <= 0.5 for a, b in zip(ends(connector), ends(wanted), strict=True))


# ---------------------------------------------------------------- where ends lie


def test_an_arrow_between_two_boxes_stops_short_of_both() -> None:
    assert ends(arrow("a", LEFT, RIGHT)) == (Point(100 + CLEAR, 30), Point(300 - CLEAR, 30))


def test_an_arrow_stops_at_the_outline_and_not_at_the_box() -> None:
    round_, square = (arrow("a", (-400.0, -400.0), box("b", form=form, w=60.0)) for form in ("ellipse", "rectangle"))
    assert math.dist(ends(round_)[1], (30, 30)) == pytest.approx(30 + CLEAR, abs=0.2)
    assert math.dist(ends(square)[1], (30, 30)) == pytest.approx(30 * math.sqrt(2) + CLEAR, abs=0.2)


def test_an_arrow_to_a_turned_shape_meets_it_where_it_is() -> None:
    turned = box("b", w=100, h=20, rotation=math.pi / 2)
    assert ends(arrow("a", (50.0, -200.0), turned))[1] == Point(50, 10 - 50 - CLEAR)


def test_a_bent_arrow_leaves_and_arrives_along_its_curve() -> None:
    start, end = ends(arrow("a", LEFT, RIGHT, form="curved", bend=0.5))
    assert start.y > 30 + 20
    assert end.y > 30 + 20
    assert start.x + end.x == pytest.approx(400, abs=0.2)


def test_boxes_that_lie_on_each_other_are_joined_middle_to_middle() -> None:
    near = box("near", 20, 0)
    assert ends(arrow("a", LEFT, near)) == (Point(50, 30), Point(70, 30))


# ---------------------------------------------------------------- following


def test_moving_a_box_moves_the_end_that_sticks_to_it_in_the_same_edit() -> None:
    hand = board()
    change = hand.editor.submit([to(RIGHT, 300, 200)])
    assert set(change.ids) == {"right", "arrow"}
    assert fits(hand)
    assert places(hand)[1].y > 150


def test_sizing_turning_and_a_wider_outline_count_as_moving() -> None:
    hand = board()
    hand.editor.submit([Patch(id=RIGHT.id, geometry=msgspec.structs.replace(RIGHT.geometry, x=250, w=200))])
    assert places(hand)[1] == Point(250 - CLEAR, 30)
    hand.editor.submit([Patch(id=RIGHT.id, style=Style(width=10.0))])
    assert places(hand)[1] == Point(250 - CLEAR - 4, 30)


def test_an_edit_of_anything_else_is_left_as_it_is() -> None:
    hand = board(box("other", 0, 300))
    assert hand.editor.submit([to(box("other", 0, 300), 5, 5)]).ids == ["other"]


def test_nothing_is_looked_at_on_a_board_without_connectors() -> None:
    hand = Hand(LEFT)
    assert followed([to(LEFT, 1, 1)], hand.editor.document, Connections(hand.editor.document)) == []


def test_an_elbow_finds_a_way_around_both_boxes() -> None:
    below = box("below", 0, 200)
    elbow = arrow("e", LEFT, below, form="elbow")
    sideways = end_moved(
        elbow, Point(100, 230), {LEFT.id: LEFT, below.id: below}.get, head=True, sticks=Binding(below.id, 1.0, 0.5)
    )
    line = line_of(sideways).flattened()
    assert all(p.x == q.x or p.y == q.y for p, q in pairwise(line))
    for p, q in pairwise(line):
        assert not any(KINDS["note"].touches(other, p, q, 0.0) for other in (LEFT, below)), (
            "it runs through what it sticks to"
        )


def test_deleting_a_box_lets_the_end_go_where_it_is_and_undo_brings_both_back() -> None:
    hand = board()
    before = hand.element("arrow")
    hand.editor.submit([Remove(RIGHT.id)])
    loose = hand.element("arrow")
    assert loose.content.end is None
    assert ends(loose) == ends(before)
    hand.editor.undo()
    assert hand.element("arrow") == before
    hand.editor.redo()
    assert hand.element("arrow") == loose


def test_taking_a_box_to_another_page_lets_the_end_go() -> None:
    hand = board(Element(id=ElementId("p2"), kind=PAGE, geometry=Geometry(0, 0), order="Z"))
    there = msgspec.structs.replace(RIGHT.geometry, parent=ElementId("p2"))
    hand.editor.submit([Patch(id=RIGHT.id, geometry=there)])
    assert hand.element("arrow").content.end is None
    assert hand.element("arrow").content.start == Binding("left")


def test_an_arrow_that_is_dragged_away_alone_lets_go_and_together_with_a_box_it_does_not() -> None:
    hand = board()
    drawn = hand.element("arrow")
    hand.editor.submit([to(drawn, drawn.geometry.x, 200)])
    assert hand.element("arrow").content == Content(form="straight")
    assert places(hand)[0].y == 200
    hand.editor.undo()
    hand.editor.submit([to(LEFT, 0, 100), to(drawn, drawn.geometry.x, drawn.geometry.y + 100)])
    assert hand.element("arrow").content == drawn.content
    assert fits(hand)


def test_a_locked_arrow_stays_and_the_edit_is_not_refused_for_it() -> None:
    hand = Hand(LEFT, RIGHT, msgspec.structs.replace(arrow("arrow", LEFT, RIGHT), lock=True))
    assert hand.editor.submit([to(RIGHT, 300, 100)]).ids == ["right"]


def test_a_copy_of_an_arrow_alone_sticks_to_nothing() -> None:
    hand = board()
    copy = msgspec.structs.replace(hand.element("arrow"), id=ElementId("copy"))
    g = msgspec.structs.replace(copy.geometry, y=copy.geometry.y + 40)
    hand.editor.submit([Put(msgspec.structs.replace(copy, geometry=g))])
    assert hand.element("copy").content == Content(form="straight")
    assert hand.element("copy").geometry == g


def test_while_a_box_is_dragged_its_arrow_follows_on_the_screen() -> None:
    hand = board().take("select")
    hand.editor.select(frozenset([RIGHT.id]))
    hand.press(350, 30)
    hand.move(350, 60)
    hand.move(350, 130)
    (shown,) = [element for element in hand.preview().elements if element.id == "arrow"]
    assert ends(shown)[1].y > 80
    assert hand.changes == 0
    hand.lift(350, 130)
    assert fits(hand)
    assert hand.preview().elements == ()


# ---------------------------------------------------------------- ends moved by hand


def test_an_end_sticks_to_the_smaller_of_two_open_boxes_and_never_through_a_filled_one() -> None:
    hand = Hand(box("frame", 0, 0, w=400, h=300), box("inner", 100, 100, order="B"))
    assert sticks_at(Point(150, 130), 8.0, hand.editor) == Binding("inner")
    assert sticks_at(Point(20, 150), 8.0, hand.editor) == Binding("frame", 0.05, 0.5)
    assert sticks_at(Point(500, 150), 8.0, hand.editor) is None
    hand.editor.submit([Put(box("cover", 0, 0, w=400, h=300, fill="#ffffff", order="C"))])
    bound = sticks_at(Point(150, 130), 8.0, hand.editor)
    assert bound is not None
    assert bound.to == "cover"


def test_an_end_cannot_stick_to_what_the_other_end_sticks_to() -> None:
    hand = board()
    moved = end_moved(hand.element("arrow"), Point(90, 10), hand.editor.document.get, head=True, sticks=Binding("left"))
    assert moved.content.end is None
    assert ends(moved)[1] == Point(90, 10)


def test_bending_takes_the_middle_to_the_pointer_and_near_the_line_it_is_straight_again() -> None:
    straight = arrow("a", (0.0, 0.0), (200.0, 0.0))
    bowed = bent(straight, Point(100, 60), nobody)
    assert bowed.content.bend == pytest.approx(0.3)
    assert middle(bowed) == pytest.approx((100, 60), abs=0.5)
    assert bent(bowed, Point(100, 3), nobody).content.bend == 0


# ---------------------------------------------------------------- undo among others


@pytest.fixture
def company() -> Company:
    return Company()


def pair(company: Company) -> tuple[Seat, Seat]:
    """Two people; the first put two boxes and an arrow on the board."""
    ann, bob = company.sit_down(), company.sit_down()
    ann.editor.submit([Put(LEFT), Put(RIGHT)])
    ann.editor.submit([Put(arrow("arrow", LEFT, RIGHT))])
    company.settle()
    return ann, bob


def agree(company: Company) -> None:
    company.settle()
    ann, *others = company.seats
    assert all(other.editor.document == ann.editor.document for other in others)


def test_undo_of_a_move_leads_the_arrow_to_where_somebody_else_moved_the_other_box(company: Company) -> None:
    ann, bob = pair(company)
    ann.editor.submit([to(LEFT, 0, 300)])
    company.settle()
    bob.editor.submit([to(RIGHT, 300, 300)])
    company.settle()
    ann.editor.undo()
    agree(company)
    assert ann.place("left") == (0, 0)
    assert ann.place("right") == (300, 300)
    assert fits(ann)


def test_an_arrow_deleted_and_brought_back_finds_the_box_where_somebody_moved_it(company: Company) -> None:
    ann, bob = pair(company)
    ann.editor.submit([Remove(ElementId("arrow"))])
    company.settle()
    bob.editor.submit([to(RIGHT, 300, 300)])
    company.settle()
    ann.editor.undo()
    agree(company)
    assert ann.element("arrow").content.end == Binding("right")
    assert fits(ann)
    ann.editor.redo()
    ann.editor.undo()
    agree(company)
    assert fits(bob)


def test_boxes_brought_back_by_redo_hold_an_arrow_that_somebody_drew_to_them(company: Company) -> None:
    ann, bob = company.sit_down(), company.sit_down()
    ann.editor.submit([Put(LEFT), Put(RIGHT)])
    company.settle()
    bob.editor.submit([Put(arrow("arrow", LEFT, RIGHT))])
    ann.editor.undo()  # at the same time: neither knows of the other
    company.settle()
    assert [element.id for element in bob.editor.document] == ["arrow"]
    ann.editor.redo()
    company.settle()
    ann.editor.submit([to(ann.element("right"), 300, 200)])
    agree(company)
    assert ann.element("arrow").content.end == Binding("right")
    assert fits(ann)


def test_an_arrow_brought_back_by_redo_holds_boxes_that_somebody_moved_meanwhile(company: Company) -> None:
    ann, bob = pair(company)
    ann.editor.undo()
    company.settle()
    bob.editor.submit([to(LEFT, 0, 200), to(RIGHT, 300, 250)])
    company.settle()
    for _ in range(2):
        ann.editor.redo()
        company.settle()
        assert fits(bob)
        ann.editor.undo()
        company.settle()
        assert "arrow" not in bob.editor.document


def test_undo_does_not_tear_an_arrow_from_the_box_that_somebody_stuck_it_to(company: Company) -> None:
    ann, bob = pair(company)
    third = box("third", 150, 300)
    ann.editor.submit([Put(third)])
    ann.editor.submit([to(RIGHT, 300, 40)])
    company.settle()
    moved = end_moved(
        bob.element("arrow"), Point(200, 330), bob.editor.document.get, head=True, sticks=Binding("third")
    )
    bob.editor.submit([Patch(id=moved.id, geometry=moved.geometry, content=moved.content)])
    company.settle()
    ann.editor.undo()
    agree(company)
    assert ann.place("right") == (300, 0)
    assert ann.element("arrow").content.end == Binding("third")
    assert fits(ann)


def test_a_box_that_somebody_deleted_is_not_missed_by_the_arrow_that_comes_back(company: Company) -> None:
    ann, bob = pair(company)
    ann.editor.submit([Remove(ElementId("arrow"))])
    company.settle()
    bob.editor.submit([Remove(RIGHT.id)])
    company.settle()
    ann.editor.undo()
    agree(company)
    start, end = places(ann)
    assert (start.x, end.x) == (100 + CLEAR, 300 - CLEAR)
    bob.editor.undo()
    ann.editor.submit([to(LEFT, 0, 50)])
    agree(company)
    assert fits(ann), "the binding lives again with its box"


def test_undo_of_deleting_a_box_leads_the_arrow_back_though_somebody_moved_its_other_end(company: Company) -> None:
    ann, bob = pair(company)
    ann.editor.submit([Remove(RIGHT.id)])
    company.settle()
    bob.editor.submit([to(LEFT, 0, 200)])
    company.settle()
    ann.editor.undo()
    agree(company)
    assert ann.element("arrow").content.end == Binding("right")
    assert fits(ann)


# ---------------------------------------------------------------- races


def test_two_people_who_move_both_ends_at_once_end_up_with_an_arrow_that_fits(company: Company) -> None:
    ann, bob = pair(company)
    cal = company.sit_down()
    company.settle()
    ann.editor.submit([to(LEFT, 0, 300)])
    bob.editor.submit([to(RIGHT, 300, -300)])
    agree(company)
    assert fits(ann)
    assert not cal.editor.replica.unconfirmed


def test_an_arrow_drawn_to_a_box_that_is_being_moved_fits_in_the_end(company: Company) -> None:
    ann, bob = company.sit_down(), company.sit_down()
    ann.editor.submit([Put(LEFT), Put(RIGHT)])
    company.settle()
    bob.editor.submit([Put(arrow("arrow", LEFT, RIGHT))])
    ann.editor.submit([to(RIGHT, 300, 400)])
    agree(company)
    assert fits(ann)


def test_healing_is_nobodys_undo_step_and_ends(company: Company) -> None:
    ann, bob = pair(company)
    ann.editor.submit([to(LEFT, 0, 300)])
    bob.editor.submit([to(RIGHT, 300, -300)])
    company.settle()
    bob.editor.undo()
    agree(company)
    assert bob.place("right") == (300, 0)
    assert bob.place("left") == (0, 300)
    assert fits(bob)
    assert not bob.editor.history.can_undo


def test_a_move_made_offline_fits_what_others_moved_meanwhile(company: Company) -> None:
    ann, bob = pair(company)
    bob.pull_the_cable()
    bob.editor.submit([to(RIGHT, 300, -300)])
    ann.editor.submit([to(LEFT, 0, 300)])
    company.settle()
    bob.connect()
    agree(company)
    assert fits(ann)
