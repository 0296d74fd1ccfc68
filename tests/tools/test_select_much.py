"""Very much at once: dragged, sized, turned and copied as little is, put down in portions, and undone as one."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.doubles.board import stroke
from tests.doubles.hand import ALT, CTRL, SHIFT, Hand
from tests.doubles.seat import Company, Seat
from tests.tools.boxes import box, shape
from whiteboard.editor import Editor, conductor, undertakings
from whiteboard.model.content import Binding, Content
from whiteboard.model.document import Document
from whiteboard.model.element import CONNECTOR, Element, ElementId, Geometry
from whiteboard.model.elements.connector_line import ends
from whiteboard.model.geometry import Point
from whiteboard.model.op import Patch, Put, Remove
from whiteboard.tools import bulk
from whiteboard.tools.arrange import alignment, groups, locking, stacking
from whiteboard.tools.arrange.alignment import Side
from whiteboard.tools.attaching import led
from whiteboard.tools.bulk import Portions, at_once
from whiteboard.tools.select_frame import KNOB_PX, frame_around
from whiteboard.tools.step import NOBODY


@pytest.fixture(autouse=True)
def three_are_very_many() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bulk, "MUCH", 2)
        for module in (conductor, undertakings):
            patch.setattr(module, "PORTION", 2)
        yield


def row() -> list[Element]:
    """Five boxes, 100 by 60, side by side."""
    return [shape(f"box{i}", 200.0 * i, 100.0, order=f"A{i + 1}") for i in range(5)]


def before(*elements: Element) -> Hand:
    """A hand with the select tool, all of it selected."""
    hand = Hand(*elements).take("select")
    hand.editor.snapping = False
    hand.editor.select_all()
    hand.editor.complete()
    return hand


def board(hand: Hand) -> dict[str, Element]:
    return {element.id: element for element in hand.editor.document}


Act = Callable[[Hand], None]

GESTURES: dict[str, Act] = {
    "drag": lambda hand: hand.drag((50, 130), (70, 150), (83, 171)),
    "drag along one axis": lambda hand: hand.drag((50, 130), (70, 140), (83, 144), keys=SHIFT),
    "drag without moving": lambda hand: hand.drag((50, 130), (70, 150), (50, 130)),
    "size": lambda hand: hand.drag((903, 163), (950, 170), (1000, 200)),
    "size in proportion": lambda hand: hand.drag((903, 163), (950, 170), (1000, 200), keys=SHIFT),
    "size about the middle": lambda hand: hand.drag((903, 163), (950, 170), (1000, 200), keys=ALT),
    "mirror": lambda hand: hand.drag((903, 130), (400, 130), (-300, 130)),
    "turn": lambda hand: hand.drag((450, 100 - KNOB_PX), (600, 90), (700, 130)),
}


@pytest.mark.parametrize("act", GESTURES.values(), ids=GESTURES)
@pytest.mark.parametrize("strokes", [False, True])
def test_very_much_comes_to_where_little_would(act: Act, strokes: bool) -> None:
    ink = [stroke(f"s{i}", 150.0 * i, 110.0, order=f"B{i + 1}") for i in range(6)] if strokes else []
    much = before(*row(), *ink)
    there = board(much)
    act(much)
    shown = much.preview()
    much.editor.complete()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bulk, "MUCH", 500)
        patch.setattr(conductor, "PORTION", 500)
        little = before(*row(), *ink)
        act(little)
    assert board(much) == board(little)
    assert much.editor.selection_frame == little.editor.selection_frame
    assert much.selected == little.selected
    assert much.preview() == little.preview()
    if board(much) != there:
        assert shown.landing
        much.editor.undo()
        much.editor.complete()
        assert not much.editor.history.can_undo
    assert board(much) == there


def test_what_is_put_down_is_shown_there_until_the_document_has_all_of_it() -> None:
    hand = before(*row())
    hand.drag((50, 130), (70, 150), (90, 170))
    frame = hand.editor.selection_frame
    assert frame is not None
    places = []
    while hand.editor.unfinished:
        shown = hand.preview()
        assert shown.landing
        assert shown.moved == frozenset(board(hand))
        assert shown.moved_by == Point(40, 40)
        assert hand.editor.selection_frame == frame
        places.append(sum(element.geometry.y == 140 for element in hand.editor.document))
        hand.editor.go_on()
    assert places == [0, 2, 4]
    assert hand.preview().moved == NOBODY
    assert hand.editor.selection_frame == frame_around(list(hand.editor.document))


def test_copies_of_very_much_are_dragged_out_and_selected() -> None:
    hand = before(*row())
    there = board(hand)
    hand.drag((50, 130), (70, 150), (60, 430), keys=ALT)
    assert hand.preview().copies
    hand.editor.complete()
    copies = {id: element for id, element in board(hand).items() if id not in there}
    assert len(copies) == 5
    assert {element.geometry.y for element in copies.values()} == {400}
    assert hand.selected == sorted(copies)
    hand.editor.undo()
    hand.editor.complete()
    assert board(hand) == there


def test_escape_and_undo_in_the_midst_of_a_drag_give_only_that_up() -> None:
    for give_up in (Editor.cancel, Editor.undo):
        hand = before(*row())
        there = board(hand)
        hand.press(50, 130)
        hand.move(90, 170)
        assert len(hand.preview().moved) == 5
        give_up(hand.editor)
        hand.lift(95, 175)
        assert not hand.editor.unfinished
        assert hand.preview().moved == NOBODY
        assert board(hand) == there


def test_undo_while_it_is_being_put_down_takes_all_of_it_back() -> None:
    hand = before(*row())
    there = board(hand)
    hand.drag((50, 130), (90, 170))
    hand.editor.go_on()
    hand.editor.undo()
    hand.editor.complete()
    assert board(hand) == there


def test_what_is_still_being_put_down_cannot_be_taken_up_but_the_pen_draws() -> None:
    hand = before(*row())
    hand.drag((50, 130), (90, 170))
    hand.press(95, 150)  # in the frame, wherever that is
    hand.move(300, 300)
    assert not hand.editor.busy
    hand.lift(300, 300)
    assert hand.draw((0, 500), (30, 510)).id in hand.editor.document
    hand.editor.complete()
    assert {hand.element(f"box{i}").geometry.y for i in range(5)} == {140}
    hand.take("select")
    hand.editor.select_all()
    hand.editor.complete()
    hand.drag((95, 175), (105, 185))
    hand.editor.complete()
    assert {hand.element(f"box{i}").geometry.y for i in range(5)} == {150}


def test_it_snaps_except_with_ctrl() -> None:
    aside = shape("aside", 300, 400, 100, 60)
    for keys, x in ((None, 300.0), (CTRL, 303.0)):
        hand = before(*row()[:3])
        hand.editor.submit([Put(aside)])
        hand.editor.snapping = True
        if keys is None:
            hand.drag((50, 130), (300, 800), (353, 800))
        else:
            hand.drag((50, 130), (300, 800), (353, 800), keys=keys)
        hand.editor.complete()
        assert hand.element("box0").geometry.x == x


def test_what_is_locked_stays_where_it_is() -> None:
    hand = before(*row())
    hand.editor.submit([Patch(id=ElementId("box4"), lock=True)])
    hand.drag((50, 102), (70, 150), (90, 142))
    hand.editor.complete()
    assert {hand.element(f"box{i}").geometry.y for i in range(4)} == {140}
    assert hand.element("box4").geometry.y == 100


def test_very_much_that_is_locked_is_unlocked_by_its_lock() -> None:
    hand = before(*row())
    hand.editor.submit([Patch(id=ElementId(f"box{i}"), lock=True) for i in range(5)])
    hand.editor.complete()
    frame = hand.editor.selection_frame
    assert frame is not None
    hand.click(*frame.lock_badge(1.0))
    hand.editor.complete()
    assert not any(element.lock for element in hand.editor.document)


def test_what_would_become_too_large_is_not_sized() -> None:
    hand = before(*row(), stroke("s", 0, 100))
    there = board(hand)
    hand.drag((903, 163), (950, 170), (5e8, 2e8))
    hand.editor.complete()
    assert board(hand) == there
    assert not hand.editor.history.can_undo
    assert hand.preview().moved == NOBODY


# ---------------------------------------------------------------- arrows


def joined(first: Element, second: Element) -> Element:
    content = Content(form="straight", start=Binding(to=first.id), end=Binding(to=second.id))
    id = ElementId(f"arrow-{first.id}-{second.id}")
    arrow = Element(id=id, kind=CONNECTOR, geometry=Geometry(0.0, 0.0), order="B", content=content)
    return led(arrow, {first.id: first, second.id: second}.get)


@pytest.mark.parametrize("through", ["drag", "size", "turn"])
def test_arrows_follow_what_is_taken_along_and_are_shown_to(through: str) -> None:
    boxes, aside = row(), shape("aside", 200, 600)
    arrows = [joined(boxes[0], aside), joined(boxes[1], boxes[2])]
    hand = before(*boxes, aside, *arrows)
    hand.editor.select(frozenset([*(element.id for element in boxes), arrows[1].id]))
    hand.editor.complete()
    start, end = {"drag": ((50, 102), (90, 242)), "size": ((903, 163), (1000, 300)), "turn": ((450, 74), (700, 130))}[
        through
    ]
    hand.press(*start)
    hand.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    hand.move(*end)
    followers = {element.id: element for element in hand.preview().elements}
    assert arrows[0].id in followers
    hand.lift(*end)
    while hand.editor.unfinished:
        assert {element.id: element for element in hand.preview().elements} == followers
        hand.editor.go_on()
    for arrow in arrows:
        now = hand.element(arrow.id)
        assert now.content.start
        assert now.content.end
        wanted = ends(led(now, hand.editor.document.get))
        assert all(math.dist(a, b) < 0.1 for a, b in zip(ends(now), wanted, strict=True))
    assert ends(hand.element(arrows[0].id)) == ends(followers[arrows[0].id])


# ---------------------------------------------------------------- others


@pytest.fixture
def company() -> Company:
    return Company()


@pytest.fixture
def ann(company: Company) -> Seat:
    seat = company.sit_down(*row())
    seat.take("select")
    seat.editor.snapping = False
    seat.editor.select_all()
    seat.editor.complete()
    return seat


@pytest.fixture
def bob(company: Company, ann: Seat) -> Seat:
    seat = company.sit_down()
    seat.take("select")
    seat.editor.snapping = False
    return seat


def alike(company: Company, ann: Seat, bob: Seat) -> None:
    for seat in (ann, bob):
        seat.editor.complete()
    company.settle()
    assert board(ann) == board(bob)


def test_somebody_removes_some_of_what_i_drag(company: Company, ann: Seat, bob: Seat) -> None:
    ann.press(50, 130)
    ann.move(90, 170)
    bob.editor.submit([Remove(ElementId("box3"))])
    company.settle()
    assert ann.preview().moved == {f"box{i}" for i in (0, 1, 2, 4)}
    bob.editor.undo()
    company.settle()
    assert ann.preview().moved == {f"box{i}" for i in range(5)}
    bob.editor.redo()
    company.settle()
    ann.lift(90, 170)
    alike(company, ann, bob)
    assert ann.ids == ["box0", "box1", "box2", "box4"]
    assert box(bob, "box4") == (840, 140, 100, 60)


def test_somebody_removes_some_of_it_while_it_is_put_down(company: Company, ann: Seat, bob: Seat) -> None:
    ann.drag((50, 130), (90, 170))
    ann.editor.go_on()
    ann.editor.go_on()
    bob.editor.submit([Remove(ElementId("box0")), Remove(ElementId("box4"))])
    company.settle()
    alike(company, ann, bob)
    assert ann.ids == ["box1", "box2", "box3"]
    assert box(bob, "box3") == (640, 140, 100, 60)
    assert ann.selected == ["box1", "box2", "box3"]


def test_somebody_moves_some_of_it_and_both_ways_add_up(company: Company, ann: Seat, bob: Seat) -> None:
    ann.press(50, 130)
    ann.move(90, 170)
    bob.drag((250, 102), (250, 202))
    company.settle()
    ann.lift(90, 170)
    alike(company, ann, bob)
    assert box(ann, "box1") == (240, 240, 100, 60)
    assert box(ann, "box2") == (440, 140, 100, 60)


def test_what_others_draw_meanwhile_is_not_taken_along(company: Company, ann: Seat, bob: Seat) -> None:
    ann.press(50, 130)
    ann.move(90, 170)
    drawn = bob.draw((0, 0), (30, 10))
    company.settle()
    assert drawn.id not in ann.preview().moved
    ann.lift(90, 170)
    alike(company, ann, bob)
    assert bob.element(drawn.id) == drawn


def test_it_is_put_down_though_the_connection_is_gone(company: Company, ann: Seat, bob: Seat) -> None:
    ann.drag((50, 130), (90, 170))
    ann.editor.go_on()
    ann.editor.disconnected()
    ann.editor.complete()
    assert ann.preview().moved == NOBODY
    assert box(ann, "box4") == (840, 140, 100, 60)


# ---------------------------------------------------------------- commands

Found = Callable[[frozenset[ElementId], Document, Callable[[], int]], Portions[Iterator[Patch]]]


def _align(
    side: Side, ids: frozenset[ElementId], board: Document, chance: Callable[[], int]
) -> Portions[Iterator[Patch]]:
    return alignment.aligning(ids, side, board)


COMMANDS: dict[str, Found] = {
    **{f"align {side.value}": partial(_align, side) for side in Side},
    "distribute": lambda ids, board, _: alignment.distributing(ids, board, down=False),
    "distribute down": lambda ids, board, _: alignment.distributing(ids, board, down=True),
    "flip": lambda ids, board, _: alignment.flipping(ids, board, down=False),
    "flip down": lambda ids, board, _: alignment.flipping(ids, board, down=True),
    "front": stacking.fronting,
    "back": stacking.backing,
    "forward": stacking.lifting,
    "backward": stacking.lowering,
    "group": lambda ids, board, _: groups.grouping(ids, board, "new"),
    "ungroup": lambda ids, board, _: groups.ungrouping(ids, board),
    "lock": lambda ids, board, _: locking.locking(ids, board),
    "unlock": lambda ids, board, _: locking.unlocking(ids, board),
}

boxes = st.builds(
    lambda x, y, w, group, lock: (20.0 * x, 20.0 * y, 10.0 + 10 * w, group, lock),
    st.integers(0, 12),
    st.integers(0, 12),
    st.integers(0, 5),
    st.sampled_from(["", "", "g", "g/h", "i"]),
    st.sampled_from([False, False, False, True]),
)


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
@given(drawn=st.lists(boxes, min_size=1, max_size=14), chosen=st.sets(st.integers(0, 13)))
def test_a_command_for_very_much_does_what_it_does_for_little(
    command: Found, drawn: list[tuple[float, float, float, str, bool]], chosen: set[int]
) -> None:
    elements = [
        shape(f"b{i}", x, y, w, 30.0, order=f"A{i // 3 + 1}", group=group, lock=lock)
        for i, (x, y, w, group, lock) in enumerate(drawn)
    ]
    ids = frozenset(element.id for i, element in enumerate(elements) if i in chosen)
    results = []
    for much in (2, 500):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(bulk, "MUCH", much)
            patch.setattr(bulk, "LOOKED_AT", 3 if much == 2 else 2500)
            document, chances = Document(elements), count(1)
            ops = at_once(command(ids, document, lambda: next(chances) * 2711 % 3843))  # noqa: B023
            document.apply(list(ops))
            results.append(document)
    assert {e.id: _rounded(e) for e in results[0]} == {e.id: _rounded(e) for e in results[1]}


def _rounded(element: Element) -> tuple[object, ...]:
    """All that a command changes; sums of sizes in another order differ in their last digit."""
    g = element.geometry
    places = tuple(round(value, 6) for value in (g.x, g.y, g.w, g.h, g.rotation))
    return (*places, element.order, element.group, element.lock)


def test_commands_for_very_much_do_a_portion_at_a_time_and_are_undone_as_one() -> None:
    hand = before(*row())
    there = board(hand)
    hand.editor.begin(hand.editor.arranging(stacking.backing(hand.editor.selection, hand.editor.document, lambda: 7)))
    assert hand.editor.unfinished
    hand.editor.complete()
    hand.editor.begin(hand.editor.arranging(alignment.aligning(hand.editor.selection, Side.LEFT, hand.editor.document)))
    hand.editor.complete()
    assert {element.geometry.x for element in hand.editor.document} == {0.0}
    for _ in range(2):
        hand.editor.undo()
        hand.editor.complete()
    assert board(hand) == there


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_command_for_little_is_done_at_once(command: Found) -> None:
    hand = before(*row())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bulk, "MUCH", 500)
        patch.setattr(conductor, "PORTION", 500)
        patch.setattr(undertakings, "PORTION", 500)
        editor = hand.editor
        editor.begin(editor.arranging(command(editor.selection, editor.document, editor.chance)))
        assert not editor.unfinished
