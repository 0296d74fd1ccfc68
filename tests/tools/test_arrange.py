"""Aligning, distributing, flipping, stacking and copying: from a document and ids to operations."""

from __future__ import annotations

from itertools import count

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.doubles.board import stroke
from tests.doubles.hand import Hand
from tests.tools.boxes import before, shape
from whiteboard.ink.reshape import reshaped
from whiteboard.model.content import Binding, Content
from whiteboard.model.document import Document
from whiteboard.model.element import CONNECTOR, PAGE, Element, ElementId, Geometry, in_paint_order
from whiteboard.model.elements import bounds, transformed
from whiteboard.model.geometry import Point
from whiteboard.model.order import is_order
from whiteboard.model.transform import Transform
from whiteboard.model.validate import check_element
from whiteboard.protocol.snapshot_pieces import BARE, pieces
from whiteboard.tools.arrange import alignment, copies, pasting, stacking, transforming
from whiteboard.tools.arrange.alignment import Side
from whiteboard.tools.arrange.pasting import CannotPaste


def three() -> Hand:
    hand = before(shape("a", 0, 0, 50, 50), shape("b", 80, 30, 20, 20), shape("c", 200, 100, 100, 60))
    hand.editor.select_all()
    return hand


@pytest.mark.parametrize(
    ("side", "places"),
    [
        (Side.LEFT, [(0, 0), (0, 30), (0, 100)]),
        (Side.CENTER, [(125, 0), (140, 30), (100, 100)]),
        (Side.RIGHT, [(250, 0), (280, 30), (200, 100)]),
        (Side.TOP, [(0, 0), (80, 0), (200, 0)]),
        (Side.MIDDLE, [(0, 55), (80, 70), (200, 50)]),
        (Side.BOTTOM, [(0, 110), (80, 140), (200, 100)]),
    ],
)
def test_six_ways_to_align(side: Side, places: list[tuple[float, float]]) -> None:
    hand = three()
    hand.editor.arrange(alignment.aligned(hand.editor.selection, side, hand.editor.document))
    assert [hand.place(id) for id in "abc"] == places
    assert hand.changes == 1


def test_distributing_makes_the_gaps_alike() -> None:
    hand = three()
    hand.editor.arrange(alignment.distributed(hand.editor.selection, hand.editor.document, down=False))
    assert hand.place("b")[0] == 115
    hand.editor.arrange(alignment.distributed(hand.editor.selection, hand.editor.document, down=True))
    assert [hand.place(id)[1] for id in "abc"] == [0, 65, 100]


def test_a_group_is_aligned_as_one() -> None:
    hand = before(shape("a", 0, 0, group="g"), shape("b", 30, 80, group="g"), shape("c", 300, 500))
    hand.editor.select_all()
    hand.editor.arrange(alignment.aligned(hand.editor.selection, Side.RIGHT, hand.editor.document))
    assert hand.place("b")[0] - hand.place("a")[0] == 30
    assert hand.place("b")[0] == 300


def test_flipping_mirrors_the_whole() -> None:
    hand = three()
    hand.editor.arrange(alignment.flipped(hand.editor.selection, hand.editor.document, down=False))
    assert [hand.place(id) for id in "abc"] == [(250, 0), (200, 30), (0, 100)]
    hand.editor.arrange(alignment.flipped(hand.editor.selection, hand.editor.document, down=False))
    assert [hand.place(id) for id in "abc"] == [(0, 0), (80, 30), (200, 100)]


# ---------------------------------------------------------------- stacking


def pile() -> Hand:
    """Four that overlap, and one far away, from the back to the front."""
    return before(*(shape(id, 10 * i if id != "c" else 900, 0) for i, id in enumerate("abcde")))


def stack(hand: Hand, how: str, *ids: str) -> list[str]:
    chosen = frozenset(map(ElementId, ids))
    steps = count(1)
    function = {
        "front": stacking.to_front,
        "back": stacking.to_back,
        "forward": stacking.forward,
        "backward": stacking.backward,
    }[how]
    hand.editor.arrange(function(chosen, hand.editor.document, lambda: next(steps) * 977))
    return hand.ids


def test_to_the_front_and_to_the_back() -> None:
    hand = pile()
    assert stack(hand, "front", "a", "b") == list("cdeab")
    assert stack(hand, "back", "e", "d") == list("decab")


def test_a_step_leads_past_the_next_thing_that_covers() -> None:
    hand = pile()
    assert stack(hand, "forward", "b") == list("acdbe")
    assert stack(hand, "backward", "b") == list("acbde")
    assert stack(hand, "backward", "b") == list("bacde")


def test_stacking_what_is_at_the_end_already_is_no_edit() -> None:
    hand = pile()
    stack(hand, "forward", "e")
    stack(hand, "backward", "a")
    assert hand.changes == 0


def test_keys_stay_valid_however_often_something_goes_back() -> None:
    hand = pile()
    for number in range(400):
        stack(hand, "back", "abcde"[number % 5])
    assert all(is_order(element.order) for element in hand.editor.document)


@given(st.integers(1, 300), st.integers(0, 10_000))
def test_keys_between_two_are_between_them_and_ascend(number: int, seed: int) -> None:
    chances = count(seed)
    keys = list(stacking.keys_between("A", "A1", number, lambda: next(chances) * 2711))
    assert keys == sorted(set(keys))
    assert keys[0] > "A"
    assert keys[-1] < "A1"
    assert all(map(is_order, keys))


# ---------------------------------------------------------------- copies


def line(to: str, **geometry: float) -> Element:
    return Element(
        id=ElementId("line"),
        kind=CONNECTOR,
        geometry=Geometry(x=100, y=30, w=100, h=0),
        order="Z",
        content=Content(form="straight", start=Binding("a"), end=Binding(to)),
    )


def test_copies_have_new_ids_groups_and_bindings_among_themselves() -> None:
    hand = before(shape("a", 0, 0, group="g/h"), shape("b", 200, 0, group="g"), line("b"))
    made = copies.copied(list(hand.editor.document), Point(10, 20), hand.editor)
    new = {op.element.id: op.element for op in made.ops}
    assert not new.keys() & {"a", "b", "line"}
    one, two, arrow = sorted(new.values(), key=in_paint_order)
    assert (one.geometry.x, one.geometry.y) == (10, 20)
    assert one.group.split("/")[0] == two.group
    assert two.group not in ("", "g")
    assert arrow.content.start == Binding(one.id)
    assert arrow.content.end == Binding(two.id)
    for element in new.values():
        check_element(element)


def test_a_copied_connector_lets_go_of_what_was_not_copied() -> None:
    hand = before(shape("a", 0, 0), shape("b", 200, 0), line("b"))
    made = copies.copied([hand.element("a"), hand.element("line")], Point(0, 0), hand.editor)
    arrow = made.ops[-1].element
    assert arrow.content.start is not None
    assert arrow.content.end is None


def test_what_was_copied_is_pasted_around_a_place_on_the_page_that_is_shown() -> None:
    hand = three()
    data = pasting.packed(list(hand.editor.document))
    other = before(Element(id=ElementId("p2"), kind=PAGE, geometry=Geometry(x=0, y=0), order="P"))
    other.editor.turn_to(ElementId("p2"))
    made = pasting.pasted(pasting.unpacked(data), Point(1000, 1000), other.editor)
    other.editor.submit(made.ops)
    other.editor.select(made.ids)
    frame = other.editor.selection_frame
    assert frame is not None
    assert frame.box.center == pytest.approx((1000, 1000))
    assert {element.geometry.parent for element in other.editor.document if element.kind != PAGE} == {"p2"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"nonsense",
        b"[" * 100_000,
        b'{"whiteboard":1,"elements":[{"id":"a","kind":"shape"}]}',
        b'{"whiteboard":1,"elements":[{"id":"a","kind":"shape","geometry":{"x":1e300,"y":0},"order":"A"}]}',
        b'{"whiteboard":1,"elements":[{"id":"a b","kind":"text","geometry":{"x":0,"y":0},"order":"A"}]}',
        b'{"whiteboard":1,"elements":[{"id":"a","kind":"stroke","geometry":{"x":0,"y":0},"order":"A","points":"/w=="}]}',
        b'{"whiteboard":99}',
    ],
    ids=["empty", "nonsense", "deep", "half", "far away", "bad id", "bad ink", "newer"],
)
def test_a_hostile_clipboard_is_refused(data: bytes) -> None:
    with pytest.raises(CannotPaste):
        pasting.unpacked(data)


def test_a_large_clip_is_read_and_written_in_portions() -> None:
    elements = [stroke(f"s{i:04}", 7.0 * i, order=f"A{i:04}z") for i in range(4000)]
    data = pasting.packed(reversed(elements))
    portions = pasting.unpacking(data)
    assert sum(1 for _ in portions) > 1
    assert list(pasting.unpacked(data)) == elements


def test_a_large_clip_that_was_cut_at_the_wrong_place_is_read_whole() -> None:
    ext = {"new": [{"id": "x"}, {"id": "y"}] * 20}
    elements = [msgspec.structs.replace(stroke(f"s{i:04}", order=f"A{i:04}z"), ext=ext) for i in range(600)]
    data = pasting.packed(elements)
    with pytest.raises(msgspec.DecodeError):
        list(map(msgspec.json.decode, pieces(data, between=BARE)))
    assert list(pasting.unpacked(data)) == elements


def test_one_bad_element_behind_many_good_ones_is_refused() -> None:
    elements = [stroke(f"s{i:04}", order=f"A{i:04}z") for i in range(2500)]
    bad = msgspec.structs.replace(stroke("bad", order="Z"), points=b"\xff")
    with pytest.raises(CannotPaste):
        pasting.unpacked(pasting.packed([*elements, bad]))


def test_pasting_more_than_fits_in_an_edit_is_one_step_of_undo() -> None:
    hand = before()
    elements = [stroke(f"s{i}", i % 100 * 20, i // 100 * 20, order="A") for i in range(10_500)]
    made = pasting.pasted(elements, Point(0, 0), hand.editor)
    hand.editor.submit(made.ops)
    hand.editor.complete()
    assert len(hand.editor.document) == 10_500
    hand.editor.undo()
    hand.editor.complete()
    assert len(hand.editor.document) == 0


# ---------------------------------------------------------------- many strokes at once


@given(
    st.floats(-4, 4).filter(lambda s: abs(s) > 0.05),
    st.floats(-4, 4).filter(lambda s: abs(s) > 0.05),
    st.floats(-3.2, 3.2),
)
def test_strokes_together_become_what_each_becomes_alone(sx: float, sy: float, angle: float) -> None:
    by = Transform.turning(angle, Point(7, -3)).after(Transform.scaling(sx, sy, Point(50, 20)))
    strokes = [stroke(f"s{i}", 33 * i, -15 * i) for i in range(4)]
    for together, before_ in zip(reshaped(strokes, by), strokes, strict=True):
        alone = transformed(before_, by)
        assert together.points == alone.points
        assert together.style == alone.style
        assert (together.geometry.x, together.geometry.y) == pytest.approx((alone.geometry.x, alone.geometry.y))
        assert (together.geometry.w, together.geometry.h) == (alone.geometry.w, alone.geometry.h)


def test_what_would_become_too_large_stays_as_it_is() -> None:
    document = Document([stroke("a"), shape("b", 0, 0)])
    assert (
        transforming.transformed([ElementId("a"), ElementId("b")], Transform.scaling(1e9, 1e9, Point(0, 0)), document)
        == ()
    )
    assert bounds(stroke("a")).width < 20
