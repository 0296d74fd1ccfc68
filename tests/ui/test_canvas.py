"""The canvas: what real events do to the document and to the pixels."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.doubles.board import OTHER, entry, snapshot, stroke, tick, welcome
from tests.doubles.page import INK, PAPER, Page, page
from tests.doubles.patience import until
from whiteboard.model.element import ElementId
from whiteboard.model.op import Put, Remove
from whiteboard.model.style import Style
from whiteboard.protocol.messages import Member, PresenceOf, Tick, TrailBegun, TrailChunk
from whiteboard.render.renderer import OPENED_AT_ONCE
from whiteboard.tools.tool import Cursor
from whiteboard.ui.lifted import MOST_SINGLY

pytestmark = pytest.mark.usefixtures("qapp")

RED = "#e03131"


@pytest.fixture
def board() -> Iterator[Page]:
    with page() as shown:
        yield shown


# ---------------------------------------------------------------- drawing


async def test_a_mouse_draws_where_it_was(board: Page) -> None:
    board.editor.set_width(8.0)
    board.drag((100, 100), (200, 100), (300, 100))
    (drawn,) = board.drawn
    assert (drawn.geometry.x, drawn.geometry.y) == (100.0, 100.0)
    assert drawn.geometry.w == pytest.approx(200.0)
    await board.shows(200, 100, INK)
    await board.shows(200, 120, PAPER)


async def test_wet_ink_shows_before_the_button_is_released_and_vanishes_on_escape(board: Page) -> None:
    board.editor.set_width(8.0)
    board.press(100, 100)
    board.move(200, 100)
    board.move(300, 100)
    await board.shows(200, 100, INK)
    assert board.drawn == []
    board.key(Qt.Key.Key_Escape)
    await board.shows(200, 100, PAPER)
    board.lift(300, 100)
    assert board.drawn == []


async def test_undo_takes_the_ink_off_the_screen(board: Page) -> None:
    board.editor.set_width(8.0)
    board.drag((100, 100), (200, 100), (300, 100))
    await board.shows(200, 100, INK)
    board.editor.undo()
    await board.shows(200, 100, PAPER)


@pytest.mark.usefixtures("board")
def test_no_sample_of_mouse_or_pen_is_left_out() -> None:
    attributes = Qt.ApplicationAttribute
    for compressing in (attributes.AA_CompressHighFrequencyEvents, attributes.AA_CompressTabletEvents):
        assert not QCoreApplication.testAttribute(compressing)


def test_the_right_button_draws_nothing(board: Page) -> None:
    board.drag((100, 100), (200, 100), button=Qt.MouseButton.RightButton)
    assert board.drawn == []


async def test_what_the_eraser_has_touched_is_faded_until_it_lifts(board: Page) -> None:
    board.editor.set_width(16.0)
    board.drag((100, 100), (200, 100), (300, 100))
    await board.shows(200, 100, INK)
    board.editor.choose("eraser")
    board.press(150, 80)
    board.move(150, 120)
    await until(lambda: board.pixel(250, 100).lightness() > 150, what="the mark")
    assert board.pixel(250, 100) != PAPER
    board.key(Qt.Key.Key_Escape)
    await board.shows(250, 100, INK)
    board.lift(150, 120)
    board.drag((150, 80), (150, 120))
    await board.shows(250, 100, PAPER)
    assert board.drawn == []


async def test_what_is_dragged_moves_with_the_pointer(board: Page) -> None:
    board.editor.set_width(16.0)
    board.drag((100, 100), (200, 100), (300, 100))
    board.editor.choose("select")
    board.press(250, 100)
    board.move(250, 150)
    board.move(250, 200)
    await board.shows(150, 200, INK)
    await board.shows(150, 100, PAPER)
    board.key(Qt.Key.Key_Escape)
    await board.shows(150, 100, INK)
    board.lift(250, 200)
    board.drag((250, 100), (250, 150), (250, 200))
    await board.shows(150, 200, INK)
    await board.shows(150, 100, PAPER)


async def test_very_much_is_dragged_as_one_picture_and_lands_where_it_was_shown() -> None:
    many = [stroke(f"s{i}", 40 + 20 * (i % 20), 40 + 20 * (i // 20), order=f"A{i}") for i in range(2 * MOST_SINGLY)]
    with page(*many) as board:
        await board.shows(45, 44, INK)
        board.editor.select_all()
        board.press(45, 44)
        board.move(100, 300)
        board.move(345, 344)
        await board.shows(345, 344, INK)
        await board.shows(45, 44, PAPER)
        board.key(Qt.Key.Key_Escape)
        await board.shows(45, 44, INK)
        board.lift(345, 344)
        board.drag((45, 44), (100, 300), (345, 344))
        await board.shows(345, 344, INK)
        await board.shows(45, 44, PAPER)
        assert board.drawn[0].geometry.x == 340


# ---------------------------------------------------------------- the view


def test_the_wheel_zooms_at_the_pointer(board: Page) -> None:
    canvas = board.view.canvas
    before = canvas.view.to_board((300, 200))
    board.wheel(300, 200, (0, 120))
    assert canvas.view.zoom > 1
    assert canvas.view.to_board((300, 200)) == pytest.approx(before)
    board.wheel(300, 200, (0, -120))
    assert canvas.view.zoom == pytest.approx(1)


def test_two_fingers_on_a_trackpad_move_the_view_and_zoom_with_ctrl(board: Page) -> None:
    canvas = board.view.canvas
    board.wheel(300, 200, (0, 30), pixels=(10, -20))
    assert (canvas.view.left, canvas.view.top, canvas.view.zoom) == (-10, 20, 1)
    board.wheel(300, 200, (0, 120), pixels=(0, 20), keys=Qt.KeyboardModifier.ControlModifier)
    assert canvas.view.zoom > 1


def test_shift_and_the_wheel_go_sideways(board: Page) -> None:
    board.wheel(300, 200, (0, -120), keys=Qt.KeyboardModifier.ShiftModifier)
    view = board.view.canvas.view
    assert view.left > 0
    assert (view.top, view.zoom) == (0, 1)


def test_the_middle_button_moves_the_view(board: Page) -> None:
    board.drag((100, 100), (150, 90), (160, 80), button=Qt.MouseButton.MiddleButton)
    view = board.view.canvas.view
    assert (view.left, view.top) == (-60, 20)
    assert board.drawn == []
    assert board.editor.tool == "pen"


def test_the_space_bar_turns_the_pen_into_a_hand(board: Page) -> None:
    canvas = board.view.canvas
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    assert canvas.cursor().shape() == Qt.CursorShape.OpenHandCursor
    board.press(100, 100)
    assert canvas.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    board.move(130, 100)
    board.lift(130, 100)
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.view.left == -30
    assert board.drawn == []
    assert canvas.cursor().shape() == Qt.CursorShape.BitmapCursor
    board.drag((100, 100), (150, 100))
    assert len(board.drawn) == 1


def test_fit_shows_everything_clear_of_the_tools() -> None:
    with page(stroke("a", -5000, 0), stroke("b", 5000, 300)) as board:
        canvas = board.view.canvas
        canvas.fit()
        seen = canvas.view.visible((canvas.width(), canvas.height() - canvas.bottom_inset_px))
        assert seen.left < -5000
        assert seen.right > 5010


def test_a_board_opens_with_all_of_it_in_the_middle_of_the_window() -> None:
    with page(stroke("a", -900, 40), stroke("b", 700, 300), view=None) as board:
        opened = board.view.canvas.view
        assert opened.zoom < 1
        board.view.canvas.fit()
        assert opened == board.view.canvas.view


async def test_a_very_large_board_is_fitted_once_all_of_it_is_known() -> None:
    crowd = [stroke(f"{i:05}", i % 100 * 60, i // 100 * 40) for i in range(OPENED_AT_ONCE + 2500)]
    with page(*crowd, stroke("far", 12_000, 700), view=None) as board:
        canvas = board.view.canvas
        await until(lambda: not canvas.renderer.taking_in)
        await until(lambda: canvas.view.visible((canvas.width(), canvas.height())).right > 12_000)
        await until(lambda: canvas.renderer.crisp)


def test_a_board_that_opens_is_not_magnified() -> None:
    with page(stroke("a", 100, 100), view=None) as board:
        assert board.view.canvas.view.zoom == 1
        board.view.canvas.fit()
        assert board.view.canvas.view.zoom == 2


def test_a_window_made_larger_leaves_the_board_where_it_is() -> None:
    with page(stroke("a"), view=None) as board:
        board.view.canvas.grab()
        opened = board.view.canvas.view
        board.view.resize(1300, 900)
        assert board.view.canvas.view == opened


def test_what_a_joined_board_has_on_it_is_brought_into_view() -> None:
    with page(attached=True, view=None) as board:
        board.editor.receive(welcome(), 0.0)
        board.editor.load(snapshot(stroke("far", 50_000, -20_000)))
        size = (board.view.canvas.width(), board.view.canvas.height())
        seen = board.view.canvas.view.visible(size)
        assert seen.left < 50_000 < seen.right
        assert seen.top < -20_000 < seen.bottom


def test_an_empty_board_begins_in_the_middle(board: Page) -> None:
    canvas = board.view.canvas
    canvas.zoom_by(3.0)
    canvas.fit()
    assert canvas.view.zoom == 1
    assert canvas.view.visible((canvas.width(), canvas.height() - canvas.bottom_inset_px)).center == (0, 0)


def test_the_pens_pointer_has_the_inks_size_and_colour(board: Page) -> None:
    canvas = board.view.canvas
    board.editor.set_width(16.0)
    small = canvas.cursor().pixmap().width()
    canvas.zoom_by(2.0)
    assert canvas.cursor().pixmap().width() > small
    board.editor.set_color(RED)
    picture = canvas.cursor().pixmap().toImage()
    assert picture.pixelColor(picture.width() // 2, picture.height() // 2) == QColor(RED)
    board.editor.choose("select")
    assert board.editor.cursor is Cursor.ARROW
    assert canvas.cursor().shape() == Qt.CursorShape.ArrowCursor


# ---------------------------------------------------------------- the others


@pytest.fixture
def shared() -> Iterator[Page]:
    """A board on a server, with one other person, number 2."""
    with page(attached=True) as shown:
        members = tuple(Member(no=no, author=OTHER, name=name, color=RED) for no, name in ((1, "Me"), (2, "Bea")))
        shown.editor.receive(msgspec.structs.replace(welcome(), members=members), 0.0)
        shown.editor.load(snapshot())
        yield shown


async def test_ink_of_others_flows_in_and_becomes_an_element_without_a_gap(shared: Page) -> None:
    style = Style(color=RED, width=16.0)
    begun = TrailBegun(trail=5, member=2, id=ElementId("x"), x=100.0, y=100.0, style=style, points=(0, 0, 200))
    shared.editor.receive(Tick(seq=0, hash="hash-0", begun=(begun,)), 0.0)
    far = TrailChunk(5, 1, (1600, 0, 0, 1600, 0, 0))
    shared.editor.receive(Tick(seq=0, hash="hash-0", trails=(far,)), 0.0)
    await shared.shows(200, 100, RED)
    final = stroke("x", 100, 100, color=RED)
    shared.editor.receive(tick(entry(1, Put(final))), 0.0)
    await shared.shows(105, 104, RED)
    await shared.shows(200, 100, PAPER)  # this element is shorter than the trail was


async def test_others_pointers_glide_and_vanish(shared: Page) -> None:
    for x in (300.0, 400.0):
        shared.editor.receive(Tick(seq=0, hash="hash-0", presence=(PresenceOf(2, x, 200.0, "pen"),)), 0.0)
    await shared.shows(402, 208, RED)
    shared.editor.receive(Tick(seq=0, hash="hash-0", presence=(PresenceOf(2, None, None, ""),)), 0.0)
    await shared.shows(402, 208, PAPER)


async def test_what_somebody_erases_while_i_drag_it_is_gone(shared: Page) -> None:
    shared.editor.receive(tick(entry(1, Put(stroke("x", 100, 100)))), 0.0)
    shared.editor.choose("select")
    shared.press(105, 104)
    shared.move(150, 200)
    shared.editor.receive(tick(entry(2, Remove(ElementId("x")))), 0.0)
    shared.lift(150, 200)
    assert shared.drawn == []
    await until(lambda: shared.pixel(155, 204) == PAPER)


# ---------------------------------------------------------------- idle


def busy_timers(board: Page) -> list[QTimer]:
    return [timer for timer in board.view.canvas.findChildren(QTimer) if timer.isActive()]


async def test_an_idle_canvas_has_nothing_to_do(shared: Page) -> None:
    shared.drag((100, 100), (200, 100))
    shared.editor.receive(Tick(seq=0, hash="hash-0", presence=(PresenceOf(2, 5.0, 5.0, "pen"),)), 0.0)
    await until(lambda: not busy_timers(shared), what="quiet")


async def test_a_hidden_canvas_paints_nothing_and_shows_everything_later(shared: Page) -> None:
    await until(lambda: not busy_timers(shared))
    shared.view.hide()
    shared.editor.receive(tick(entry(1, Put(stroke("x", 100, 100, color=RED)))), 0.0)
    assert all(timer.interval() >= 1000 for timer in busy_timers(shared))
    shared.view.show()
    await shared.shows(105, 104, RED)


# ---------------------------------------------------------------- mishaps


def test_a_release_that_got_lost_ends_the_stroke_with_the_next_move(board: Page) -> None:
    board.press(100, 100)
    board.move(150, 100)
    none, canvas = Qt.MouseButton.NoButton, board.view.canvas
    at = QPointF(200, 100)
    unpressed = QMouseEvent(
        QEvent.Type.MouseMove, at, canvas.mapToGlobal(at), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(canvas, unpressed)
    assert len(board.drawn) == 1
    assert not board.editor.busy
    board.drag((100, 200), (150, 200))
    assert len(board.drawn) == 2


def test_a_second_button_does_not_disturb_a_stroke(board: Page) -> None:
    board.press(100, 100)
    board.press(120, 100, Qt.MouseButton.MiddleButton)
    assert board.editor.busy
    board.lift(120, 100, Qt.MouseButton.MiddleButton)
    assert board.drawn == []
    board.press(130, 100)
    board.lift(150, 100)
    assert board.view.canvas.view.left == 0
