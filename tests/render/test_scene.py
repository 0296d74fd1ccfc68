"""Elements are found by place, in paint order, whatever came and went."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.render.pictures import stroke, unknown
from whiteboard.model.element import Element, ElementId, in_paint_order
from whiteboard.model.elements import bounds
from whiteboard.model.geometry import Rect
from whiteboard.render.scene import Scene

PLACES = st.tuples(st.integers(-300, 300), st.integers(-300, 300))
ORDERS = st.sampled_from(["1", "2", "3", "21", "12", "000000aaX", "000000aaY", "000000aa1z"])
"""The last three are alike in all that a rank knows of them."""

DOINGS = st.lists(st.tuples(st.sampled_from(["put", "remove"]), st.integers(0, 9), PLACES, ORDERS), max_size=60)


@given(DOINGS, PLACES, st.integers(0, 300))
def test_a_box_finds_what_a_look_at_every_element_finds(
    doings: list[tuple[str, int, tuple[int, int], str]], corner: tuple[int, int], side: int
) -> None:
    scene, board = Scene(), dict[ElementId, Element]()
    for what, number, (x, y), order in doings:
        element = stroke(f"e{number}", (x, y), (x + 40, y + 7), order=order)
        if what == "remove":
            if board.pop(element.id, None):
                scene.remove(element.id)
        elif element.id in board:
            scene.replace(element)
            board[element.id] = element
        else:
            scene.add(element)
            board[element.id] = element
    box = Rect(corner[0], corner[1], corner[0] + side, corner[1] + side)
    in_order = sorted(board.values(), key=in_paint_order)
    assert [scene.element(slot) for slot in scene.meeting(box).tolist()] == [
        element for element in in_order if bounds(element).intersects(box)
    ]
    assert [scene.element(slot) for slot in scene.inside(box).tolist()] == [
        element for element in in_order if box.contains(bounds(element))
    ]
    assert len(scene) == len(board)


def test_a_scene_grows_beyond_its_first_room() -> None:
    scene = Scene()
    for i in range(1000):
        scene.add(stroke(f"e{i}", (i * 50, 0), (i * 50 + 10, 0)))
    assert scene.meeting(Rect(-20, -20, 60_000, 20)).size == 1000
    slot = scene.slot(ElementId("e999"))
    assert slot is not None
    assert scene.box(slot) == bounds(scene.element(slot))


def test_what_moves_or_goes_is_found_where_it_is_among_very_many() -> None:
    scene = Scene([stroke(f"e{i}", (i * 50, 0), (i * 50 + 10, 0)) for i in range(1000)])
    assert scene.meeting(Rect(40_000, 900, 40_100, 1100)).size == 0
    moved = scene.replace(stroke("e3", (40_050, 1000), (40_060, 1000)))
    assert scene.meeting(Rect(40_000, 900, 40_100, 1100)).tolist() == [moved]
    assert scene.inside(Rect(90, -20, 190, 20)).tolist() == [2]
    scene.remove(ElementId("e3"))
    assert scene.meeting(Rect(40_000, 900, 40_100, 1100)).size == 0


def test_the_bounds_are_around_everything_and_nothing_of_what_went() -> None:
    scene = Scene([stroke("a", (0, 0), (10, 10)), stroke("b", (500, -200), (510, 10))])
    assert scene.bounds == Rect(-4, -204, 514, 14)
    scene.remove(ElementId("b"))
    assert scene.bounds == Rect(-4, -4, 14, 14)
    scene.remove(ElementId("a"))
    assert scene.bounds is None


def test_an_element_sent_to_the_back_is_found_first() -> None:
    scene = Scene([stroke("a", (0, 0), (9, 9), order="5"), stroke("b", (0, 0), (9, 9), order="7")])
    scene.replace(msgspec.structs.replace(stroke("b", (0, 0), (9, 9)), order="3"))
    slots = scene.meeting(Rect(0, 0, 9, 9)).tolist()
    assert [scene.element(slot).id for slot in slots] == ["b", "a"]
    assert scene.is_top(slots[1])


def test_many_come_and_go_together_as_one_by_one() -> None:
    board = [stroke(f"e{i:03}", (i, 0), (i + 5, 5), order=f"{i % 7 + 1}") for i in range(600)]
    together, single = Scene(board[:400]), Scene()
    for element in board:
        single.add(element)
    together.add_all(board[400:])
    for scene in (together, single):
        scene.remove_all([element.id for element in board[100:500]])
        scene.add_all(board[450:500])
    everywhere = Rect(-100, -100, 9000, 900)
    seen = [[scene.element(slot) for slot in scene.meeting(everywhere).tolist()] for scene in (together, single)]
    assert seen[0] == seen[1] == sorted(board[:100] + board[450:], key=in_paint_order)
    assert len(together) == 250


def test_an_emptied_slot_is_never_on_top() -> None:
    scene = Scene([stroke("a", (0, 0), (9, 9), order="1"), stroke("b", (0, 0), (9, 9), order="7")])
    scene.remove(ElementId("b"))
    assert scene.is_top(scene.slot(ElementId("a")) or 0)


def test_thin_is_a_stroke_and_never_another_kind() -> None:
    scene = Scene([stroke("a", (0, 0), (9, 9), width=2), stroke("b", (0, 0), (9, 9), width=9), unknown("c")])
    slots = [scene.slot(ElementId(id)) or 0 for id in "abc"]
    assert scene.thin(slots, 5.0).tolist() == [True, False, False]


def test_what_is_not_there_is_an_error() -> None:
    scene = Scene()
    with pytest.raises(KeyError):
        scene.remove(ElementId("a"))
    with pytest.raises(KeyError):
        scene.replace(stroke("a", (0, 0), (9, 9)))
    with pytest.raises(KeyError):
        scene.element(0)
