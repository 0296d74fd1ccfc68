"""The route of an elbow: right angles, around what it sticks to, and the same for everybody."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.doubles.figures import arrow, box
from whiteboard.model.content import Binding
from whiteboard.model.element import Element, ElementId
from whiteboard.model.elements.boxed import segment_meets
from whiteboard.model.elements.connector_line import line_of
from whiteboard.model.geometry import Point, Rect
from whiteboard.tools.connector_ends import end_moved

places = st.tuples(st.integers(-400, 400), st.integers(-400, 400))
shares = st.sampled_from([(0.5, 0.5), (0.0, 0.5), (1.0, 0.5), (0.5, 0.0), (0.5, 1.0), (0.2, 0.9)])


def route(there: Element, out: tuple[float, float], into: tuple[float, float]) -> list[Point]:
    here = box("here")
    find = {here.id: here, there.id: there}.get
    made = end_moved(
        arrow("e", (0, 0), (9, 9), form="elbow"), Point(0, 0), find, head=False, sticks=Binding(here.id, *out)
    )
    return line_of(end_moved(made, Point(0, 0), find, head=True, sticks=Binding(there.id, *into))).flattened()


@given(places, shares, shares)
def test_legs_are_level_or_upright_and_none_is_in_vain(
    at: tuple[int, int], out: tuple[float, float], into: tuple[float, float]
) -> None:
    line = route(box("there", *at), out, into)
    legs = list(pairwise(line))
    assert all((p.x == q.x) != (p.y == q.y) for p, q in legs)
    assert all((p.x == q.x) != (q.x == r.x) for (p, q), (_, r) in pairwise(legs))
    assert len(legs) <= 7


@given(places, shares, shares)
def test_between_boxes_with_room_it_runs_through_neither(
    at: tuple[int, int], out: tuple[float, float], into: tuple[float, float]
) -> None:
    x, y = at
    apart = max(abs(x) - 100, abs(y) - 60)
    if apart < 20:
        return
    boxes = [Rect(0, 0, 100, 60), Rect(x, y, x + 100, y + 60)]
    for p, q in pairwise(route(box("there", x, y), out, into)):
        assert not any(segment_meets(p, q, one) for one in boxes)


def test_it_leaves_where_the_boxes_face_each_other() -> None:
    assert route(box("there", 300, 0), (0.5, 0.5), (0.5, 0.5)) == [Point(106, 30), Point(294, 30)]
    assert len(route(box("there", 300, 200), (0.5, 0.5), (0.5, 0.5))) == 4


def test_where_it_would_have_no_room_for_a_tip_it_turns_only_once() -> None:
    assert len(route(box("there", 120, 80), (0.5, 0.5), (0.5, 0.5))) == 3


def test_from_a_free_end_it_finds_its_way_too() -> None:
    line = line_of(arrow("e", (-200, -100), box("there"), form="elbow")).flattened()
    assert line[0] == Point(-200, -100)
    assert line[-1] == Point(-6, 30)
    assert all(p.x == q.x or p.y == q.y for p, q in pairwise(line))


def test_the_same_boxes_give_everybody_the_same_route() -> None:
    one, other = (arrow("e", box("a"), box("b", 170, 240), form="elbow") for _ in range(2))
    assert one == other
    assert one.id == ElementId("e")


def test_between_sides_that_face_each_other_there_is_one_leg_across_however_wide_the_other_gap() -> None:
    """Two boxes that are further apart sideways than up and down."""
    line = route(box("there", 140, 96), (0.5, 1.0), (0.5, 0.0))
    assert [p.y for p in line[1:-1]] == [78.0, 78.0]
