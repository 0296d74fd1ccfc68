"""Every kind of element, by itself: its rules, its picture, and what becomes of it in one person's hands."""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec
import numpy as np
import pytest

from tests.contracts.samples import EVERY, PAINTED
from tests.doubles.hand import Hand
from tests.render.pictures import inked, picture, shown
from whiteboard.model.element import PAGE, UNPAINTED, Element, ElementId
from whiteboard.model.elements import KINDS, bounds, kind_of, transformed
from whiteboard.model.elements.boxed import touches as touches_box
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.op import Op, Patch, Put, Remove
from whiteboard.model.transform import Transform
from whiteboard.model.validate import check_element, check_op
from whiteboard.render.touching import Touching
from whiteboard.render.viewport import Viewport
from whiteboard.tools.arrange.copies import copied
from whiteboard.tools.arrange.groups import grouped, ungrouped
from whiteboard.tools.arrange.pasting import packed, pasted, unpacked
from whiteboard.tools.arrange.transforming import transformed as patches

pytestmark = pytest.mark.usefixtures("qapp")

every_kind = pytest.mark.parametrize("element", EVERY.values(), ids=EVERY)
every_painted_kind = pytest.mark.parametrize("element", PAINTED.values(), ids=PAINTED)

AROUND = Point(300.0, -120.0)
MARGIN_PX, ZOOM = 12, 2.0


def test_every_kind_has_a_sample() -> None:
    assert {element.kind for element in EVERY.values()} == set(KINDS)


@every_kind
def test_it_follows_its_own_rules_and_is_the_same_after_json(element: Element) -> None:
    check_element(element)
    check_op(Put(element))
    assert msgspec.json.decode(msgspec.json.encode(element), type=Element) == element


# ---------------------------------------------------------------- its picture


def painted(element: Element) -> tuple[np.ndarray[tuple[int, int], np.dtype[np.bool_]], Rect]:
    """Which pixels of a view with a margin around its bounds are not paper, at ZOOM; and those bounds."""
    box = bounds(element)
    size = math.ceil(box.width * ZOOM) + 2 * MARGIN_PX, math.ceil(box.height * ZOOM) + 2 * MARGIN_PX
    view = Viewport(box.left - MARGIN_PX / ZOOM, box.top - MARGIN_PX / ZOOM, ZOOM)
    return inked(picture(shown([element], view, size=size), size=size)), box


def at(box: Rect, row: int, column: int) -> Point:
    """The place on the board of a pixel's middle."""
    return Point(box.left + (column + 0.5 - MARGIN_PX) / ZOOM, box.top + (row + 0.5 - MARGIN_PX) / ZOOM)


def is_touched(element: Element, place: Point, radius: float) -> bool:
    return bool(Touching()([element], place, place, radius))


@pytest.mark.parametrize("turn", [0.0, 0.6, math.pi / 2, -2.4])
@every_painted_kind
def test_what_is_painted_lies_within_its_bounds_however_it_is_turned(element: Element, turn: float) -> None:
    marks, _ = painted(transformed(element, Transform.turning(turn, AROUND)))
    assert marks.any()
    marks[MARGIN_PX - 1 : 1 - MARGIN_PX, MARGIN_PX - 1 : 1 - MARGIN_PX] = False
    assert not marks.any()


@every_painted_kind
def test_every_painted_pixel_is_touched(element: Element) -> None:
    """But for a shadow, which nobody takes for the thing."""
    turned = transformed(element, Transform.turning(0.6, AROUND))
    marks, box = painted(turned)
    rows, columns = np.nonzero(marks)
    reach = 1.5 + (0.06 * element.geometry.w if element.kind == "note" else 0.0)
    for n in range(0, len(rows), max(1, len(rows) // 150)):
        assert is_touched(turned, at(box, rows[n], columns[n]), reach), (rows[n], columns[n])


@every_painted_kind
def test_nothing_is_touched_far_from_what_is_painted(element: Element) -> None:
    turned = transformed(element, Transform.turning(0.6, AROUND))
    box = bounds(turned)
    for corner in (Point(box.left - 5, box.top - 5), Point(box.right + 5, box.bottom + 5)):
        assert not is_touched(turned, corner, 4.0)
    if kind_of(element).touches is touches_box and element.kind != "stroke":
        return  # a box is touched wherever it is
    if element.text or element.style.fill or element.kind in UNPAINTED:
        return
    marks, box = painted(turned)
    reach = 8
    near = np.zeros_like(marks)
    for down in range(-reach, reach + 1):
        for right in range(-reach, reach + 1):
            near |= np.roll(marks, (down, right), (0, 1))
    rows, columns = np.nonzero(~near)
    for n in range(0, len(rows), max(1, len(rows) // 150)):
        assert not is_touched(turned, at(box, rows[n], columns[n]), 1.0), (rows[n], columns[n])


# ---------------------------------------------------------------- moved, scaled, turned


def as_box(element: Element) -> tuple[float, ...]:
    return tuple(bounds(element))


@every_painted_kind
def test_moving_moves_its_bounds_and_nothing_else(element: Element) -> None:
    there = transformed(element, Transform.moving(Point(13.0, -7.0)))
    box = bounds(element).moved(13.0, -7.0)
    assert as_box(there) == pytest.approx(tuple(box))
    assert msgspec.structs.replace(there, geometry=element.geometry) == element


@every_painted_kind
def test_a_quarter_turn_four_times_brings_it_back(element: Element) -> None:
    turned = element
    for _ in range(4):
        turned = transformed(turned, Transform.turning(math.pi / 2, AROUND))
        check_element(turned)
    assert as_box(turned) == pytest.approx(as_box(element), abs=0.5)


@every_painted_kind
def test_twice_as_large_and_half_as_large_brings_it_back(element: Element) -> None:
    larger = transformed(element, Transform.scaling(2.0, 2.0, AROUND))
    check_element(larger)
    assert bounds(larger).width > 1.5 * bounds(element).width
    assert as_box(transformed(larger, Transform.scaling(0.5, 0.5, AROUND))) == pytest.approx(as_box(element), abs=0.5)


WAYS = {
    "moved": Transform.moving(Point(31.0, 8.5)),
    "scaled": Transform.scaling(1.7, 0.6, AROUND),
    "turned": Transform.turning(1.1, AROUND),
    "mirrored": Transform.scaling(-1.0, 1.0, AROUND),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@every_kind
def test_undo_brings_back_exactly_what_was_and_redo_what_became(element: Element, way: Transform) -> None:
    hand = Hand(element)
    hand.editor.submit(patches([element.id], way, hand.editor.document))
    became = hand.element(element.id)
    check_element(became)
    assert (became == element) == (element.kind == PAGE)
    hand.editor.undo()
    assert hand.element(element.id) == element
    hand.editor.redo()
    assert hand.element(element.id) == became


# ---------------------------------------------------------------- copied, grouped, locked


@every_painted_kind
def test_a_copy_is_the_same_but_for_its_id_place_and_order(element: Element) -> None:
    hand = Hand(element)
    copies = copied([element], Point(20.0, 30.0), hand.editor)
    hand.editor.submit(copies.ops)
    (id,) = copies.ids
    copy = hand.element(id)
    assert bounds(copy) == pytest.approx(bounds(element).moved(20.0, 30.0))
    assert alike(copy, element)
    hand.editor.undo()
    assert hand.ids == [element.id]


@every_painted_kind
def test_it_goes_through_the_clipboard(element: Element) -> None:
    hand = Hand()
    carried = unpacked(packed([element]))
    assert carried == (element,)
    copies = pasted(carried, Point(500.0, 500.0), hand.editor)
    hand.editor.submit(copies.ops)
    (id,) = hand.ids
    assert alike(hand.element(id), element)
    assert bounds(hand.element(id)).center == pytest.approx((500.0, 500.0), abs=1.0)


@every_painted_kind
def test_it_is_grouped_and_let_go_and_undone(element: Element) -> None:
    other = msgspec.structs.replace(element, id=ElementId("other"), order="B")
    hand = Hand(element, other)
    both = frozenset([element.id, other.id])
    hand.editor.submit(grouped(both, hand.editor.document, "g"))
    assert {e.group for e in hand.editor.document} == {"g"}
    hand.editor.submit(ungrouped(both, hand.editor.document))
    assert {e.group for e in hand.editor.document} == {""}
    hand.editor.undo()
    hand.editor.undo()
    assert hand.element(element.id) == element


@every_painted_kind
def test_a_locked_one_stays_as_it_is(element: Element) -> None:
    locked = msgspec.structs.replace(element, lock=True)
    hand = Hand(locked)
    hand.editor.select_all()
    assert hand.selected == []
    hand.editor.select(frozenset([locked.id]))
    hand.editor.nudge(Point(5.0, 5.0))
    hand.editor.set_color("#e03131")
    hand.editor.delete_selection()
    middle = bounds(locked).center
    hand.take("select").drag(middle, (middle.x + 60, middle.y + 60))
    hand.take("eraser").drag((middle.x - 80, middle.y - 80), (middle.x + 80, middle.y + 80))
    assert hand.element(locked.id) == locked


@every_kind
def test_removing_is_undone_exactly(element: Element) -> None:
    hand = Hand(element)
    hand.editor.submit([Remove(element.id)])
    assert hand.ids == []
    hand.editor.undo()
    assert hand.element(element.id) == element


@every_kind
def test_each_group_of_its_fields_can_be_written_and_undone(element: Element) -> None:
    style = msgspec.structs.replace(element.style, opacity=0.5)
    writes: Sequence[Op] = [
        Patch(id=element.id, style=style),
        Patch(id=element.id, order="Z"),
        Patch(id=element.id, lock=True),
        Patch(id=element.id, ext={"from": "the future"}),
    ]
    hand = Hand(element)
    for op in writes:
        hand.editor.submit([op])
        check_element(hand.element(element.id))
        assert hand.element(element.id) != element
        hand.editor.undo()
        assert hand.element(element.id) == element


def alike(one: Element, other: Element) -> bool:
    """Whether two elements differ in nothing but id, place and order."""
    g = one.geometry
    geometry = msgspec.structs.replace(other.geometry, x=g.x, y=g.y, parent=g.parent)
    return msgspec.structs.replace(other, id=one.id, geometry=geometry, order=one.order) == one
