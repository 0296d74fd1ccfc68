"""Selecting in a real window: handles, keys that are pressed in the middle of a drag, what is shown meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.doubles.board import stroke
from tests.doubles.page import INK, PAPER, Page, page
from tests.doubles.patience import until
from tests.tools.boxes import shape
from whiteboard.editor import conductor
from whiteboard.model.element import Element, ElementId, in_paint_order
from whiteboard.model.geometry import Point
from whiteboard.model.op import Put, Remove
from whiteboard.render.viewport import Viewport
from whiteboard.tools import bulk
from whiteboard.ui.arrange_actions import take_look
from whiteboard.ui.lifted import MOST_SINGLY

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def board() -> Iterator[Page]:
    with page(shape("a", 200, 200, 100, 60)) as shown:
        shown.editor.select(frozenset([ElementId("a")]))
        shown.editor.snapping = False
        yield shown


def geometry(board: Page) -> tuple[float, float, float, float]:
    g = board.drawn[0].geometry
    return g.x, g.y, g.w, g.h


async def test_a_handle_makes_larger_and_that_is_seen_at_once(board: Page) -> None:
    await board.shows(300, 215, INK)
    board.press(304, 264)
    board.move(354, 314)
    await board.shows(350, 215, INK)
    await board.shows(300, 215, PAPER)
    assert geometry(board) == (200, 200, 100, 60)
    board.lift(354, 314)
    assert geometry(board) == (200, 200, 150, 110)


def test_shift_in_the_middle_of_a_drag_counts_at_once(board: Page) -> None:
    board.press(304, 264)
    board.move(350, 266)
    board.move(404, 270)
    by = board.editor.preview.through
    assert by is not None
    assert by.a != by.d
    QTest.keyPress(board.view.canvas, Qt.Key.Key_Shift)
    kept = board.editor.preview.through
    assert kept is not None
    assert kept.a == kept.d == 2
    QTest.keyRelease(board.view.canvas, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)
    assert board.editor.preview.through == by
    board.lift(404, 270)


def test_a_modifier_in_the_middle_of_a_stroke_does_no_harm(board: Page) -> None:
    board.editor.choose("pen")
    board.press(400, 400)
    board.move(450, 400)
    QTest.keyPress(board.view.canvas, Qt.Key.Key_Control)
    QTest.keyRelease(board.view.canvas, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    board.lift(500, 400)
    assert len(board.drawn) == 2


async def test_very_much_is_sized_as_one_picture_and_lands_where_it_was_shown() -> None:
    many = [stroke(f"s{i}", 40 + 20 * (i % 20), 40 + 20 * (i // 20), order=f"A{i}") for i in range(2 * MOST_SINGLY)]
    with page(*many) as board:
        await board.shows(45, 44, INK)
        board.editor.select_all()
        frame = board.editor.selection_frame
        assert frame is not None
        corner = round(frame.box.right + 3), round(frame.box.bottom + 3)
        to = corner[0] + round(frame.box.width / 2), corner[1] + round(frame.box.height / 2)
        board.press(*corner)
        board.move(corner[0] + 30, corner[1] + 20)
        board.move(*to)
        pixel = round(frame.box.left + 1.5 * (425 - frame.box.left)), round(frame.box.top + 1.5 * (44 - frame.box.top))
        await board.shows(*pixel, INK)
        assert board.drawn[0].geometry.w == 10
        board.lift(*to)
        await board.shows(*pixel, INK)
        assert board.drawn[0].geometry.w == pytest.approx(15, abs=0.2)
        assert board.editor.history.can_undo


def heap() -> list[Element]:
    """Twice as many strokes as are moved one by one, 20 apart, from (40, 40) on."""
    return [stroke(f"s{i}", 40 + 20 * (i % 20), 40 + 20 * (i // 20), order=f"A{i}") for i in range(2 * MOST_SINGLY)]


@pytest.fixture
def much() -> Iterator[Page]:
    """All of it is selected, and more than one thing is to be done in portions."""
    with page(*heap()) as shown, pytest.MonkeyPatch.context() as patch:
        patch.setattr(bulk, "MUCH", 1)
        patch.setattr(conductor, "PORTION", 20)
        shown.editor.snapping = False
        shown.editor.select_all()
        shown.editor.complete()
        yield shown


async def test_very_much_that_is_dragged_is_nowhere_else_and_never_missing_when_it_is_put_down(much: Page) -> None:
    await much.shows(45, 44, INK)
    much.press(100, 100)
    much.move(200, 250)
    await much.shows(145, 374, INK)
    await much.shows(145, 44, PAPER)
    much.move(200, 350)
    await much.shows(145, 474, INK)
    much.lift(200, 350)
    assert much.editor.unfinished
    seen = []

    def down() -> bool:
        seen.append(much.pixel(145, 474).lightnessF() < 0.5)
        return not much.editor.unfinished and not much.view.canvas.unfinished

    await until(down, what="all of it put down and painted")
    assert all(seen)
    await much.shows(145, 474, INK)
    await much.shows(145, 44, PAPER)
    assert much.drawn[0].geometry.y == 290
    much.editor.undo()
    await much.shows(45, 44, INK)
    await much.shows(145, 474, PAPER)
    assert much.drawn == sorted(heap(), key=in_paint_order)


async def test_very_much_whose_drag_is_given_up_is_where_it_was(much: Page) -> None:
    await much.shows(45, 44, INK)
    much.press(100, 100)
    much.move(200, 350)
    await much.shows(145, 474, INK)
    await much.shows(145, 44, PAPER)
    much.key(Qt.Key.Key_Escape)
    await much.shows(145, 44, INK)
    await much.shows(145, 474, PAPER)
    much.lift(200, 350)
    assert much.drawn == sorted(heap(), key=in_paint_order)


async def test_what_becomes_of_very_much_meanwhile_is_seen(much: Page) -> None:
    much.press(100, 100)
    much.move(200, 350)
    await much.shows(145, 294, INK)
    await much.shows(45, 44, PAPER)
    much.editor.submit([Remove(ElementId("s0"))])
    await much.shows(145, 294, PAPER)
    await much.shows(165, 294, INK)
    much.view.canvas.look(Viewport(50, 50, 1))  # the pointer stays over the same place of the board
    await much.shows(115, 244, INK)
    much.view.canvas.look(Viewport(0, 0, 2))
    await much.shows(331, 588, INK)
    much.editor.cancel()


async def test_what_is_not_dragged_stays_in_its_place(much: Page) -> None:
    much.editor.select(frozenset(element.id for element in much.drawn if element.geometry.y < 100))
    much.editor.complete()
    much.press(100, 50)
    much.move(100, 350)
    await much.shows(45, 344, INK)
    await much.shows(45, 44, PAPER)
    await much.shows(45, 104, INK)
    much.lift(100, 350)
    await until(lambda: not much.editor.unfinished, what="all of it put down")
    await much.shows(45, 344, INK)
    await much.shows(45, 44, PAPER)
    await much.shows(45, 104, INK)


async def test_what_is_copied_by_a_drag_is_seen_before_it_is_dropped(board: Page) -> None:
    board.press(250, 230)
    board.move(260, 330)
    QTest.keyPress(board.view.canvas, Qt.Key.Key_Alt)
    await board.shows(310, 330, INK)
    await board.shows(300, 215, INK)
    QTest.keyRelease(board.view.canvas, Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier)
    await board.shows(300, 215, PAPER)
    board.lift(260, 330)
    assert len(board.drawn) == 1


def test_the_eyedropper_gives_a_look_to_the_selection_or_to_what_is_drawn_next(board: Page) -> None:
    board.editor.submit([Put(stroke("s", 100, 100, order="S", color="#2f9e44"))])
    board.editor.select(frozenset([ElementId("a")]))
    take_look(board.view, Point(105, 104))
    assert board.drawn[0].style.color == "#2f9e44"
    board.editor.select(frozenset())
    take_look(board.view, Point(105, 104))
    assert (board.editor.tool, board.editor.color) == ("pen", "#2f9e44")
