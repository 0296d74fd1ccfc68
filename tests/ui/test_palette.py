"""The palette: found by a few letters, done by Enter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.doubles.board import stroke
from tests.doubles.page import Page, page
from whiteboard.files.settings import Settings
from whiteboard.model.element import FIRST_PAGE
from whiteboard.ui.app_actions import Wish
from whiteboard.ui.commands import commands
from whiteboard.ui.palette import Palette, spoken
from whiteboard.ui.palette_entries import entries
from whiteboard.ui.palette_entry import Entry

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def board() -> Iterator[Page]:
    with page(stroke("a", 100, 100), stroke("b", 200, 100)) as shown:
        yield shown


def offered(board: Page | None, fulfil: Callable[[Wish], None] = print) -> list[Entry]:
    view = None if board is None else board.view
    return entries(view, Settings(scheme="dark"), fulfil=fulfil, change=print, open_settings=print)


def opened(board: Page, entries: Sequence[Entry], done: Callable[[str], None], recent: Sequence[str] = ()) -> Palette:
    palette = Palette(board.view, done)
    palette.open(entries, recent)
    return palette


def current(palette: Palette) -> str:
    assert palette.current is not None
    return palette.current.label


def test_everything_is_there_once(board: Page) -> None:
    names = [entry.name for entry in offered(board)]
    assert len(names) == len(set(names))
    assert {each.name for each in commands()} - set(names) == {"app.commands"}
    assert {f"go.{FIRST_PAGE}", "color.#e03131", "set.left_handed", "set.scheme.dark", "settings.keys"} <= set(names)


def test_typing_and_enter_do_it(board: Page) -> None:
    done: list[str] = []
    palette = opened(board, offered(board), done.append)
    QTest.keyClicks(palette.field, "rubber")
    assert current(palette) == "Eraser"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isHidden()
    assert board.editor.tool == "eraser"
    assert done == ["tool.eraser"]


def test_arrows_go_up_and_down_and_round(board: Page) -> None:
    palette = opened(board, offered(board), print)
    first = current(palette)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    second = current(palette)
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert current(palette) == first != second
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == palette.model.rowCount() - 1
    palette.close()


def test_escape_leaves_everything_as_it_is(board: Page) -> None:
    board.editor.select_all()
    palette = opened(board, offered(board), print)
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert board.editor.selection


def test_what_cannot_be_done_says_why_and_does_nothing(board: Page) -> None:
    done: list[str] = []
    palette = opened(board, offered(board), done.append)
    QTest.keyClicks(palette.field, "align left")
    assert palette.current is not None
    assert palette.current.why_not == "Select something first"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isHidden()
    assert done == []
    palette.close()


def test_without_a_board_only_the_apps_own_things_can_be_done() -> None:
    wishes: list[Wish] = []
    can = {entry.name: entry for entry in offered(None, wishes.append) if not entry.why_not}
    assert {"app.new", "app.open", "app.quit", "set.scheme.light"} <= set(can)
    assert not {"tool.pen", "app.share", "undo"} & set(can)
    can["app.new"].do()
    assert wishes == [Wish.NEW]


def test_what_was_done_last_comes_first(board: Page) -> None:
    palette = opened(board, offered(board), print, recent=("zoom.in", "undo"))
    assert [entry.name for entry in palette.model.entries[:2]] == ["zoom.in", "undo"]
    palette.close()


def test_nothing_found_says_so(board: Page) -> None:
    palette = opened(board, offered(board), print)
    QTest.keyClicks(palette.field, "xqzw")
    assert palette.current is None
    assert palette.nothing.isVisible()
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isHidden()
    palette.close()


def test_switches_say_how_they_stand(board: Page) -> None:
    by_name = {entry.name: entry for entry in offered(board)}
    assert by_name["set.scheme.dark"].on
    assert by_name["set.left_handed"].on is False
    assert by_name["snap"].on
    assert spoken(by_name["snap"]) == "Snap to what is near, on, Alt+Shift+S"
    assert spoken(by_name["group"]) == "Group, Ctrl+G, Select something first"


def test_the_look_of_things_can_be_chosen_there(board: Page) -> None:
    by_name = {entry.name: entry for entry in offered(board)}
    assert by_name["look.dash.dashed"].why_not == "Not for what is selected or in hand"
    board.editor.choose("rectangle")
    by_name = {entry.name: entry for entry in offered(board)}
    assert not by_name["look.dash.dashed"].why_not
    assert by_name["look.dash."].on
    by_name["look.dash.dashed"].do()
    board.drag((300, 300), (400, 400))
    assert board.drawn[-1].style.dash == "dashed"


def test_what_can_be_done_comes_before_what_fits_a_little_better(board: Page) -> None:
    palette = opened(board, offered(board), print)
    QTest.keyClicks(palette.field, "al")
    assert current(palette) == "Select all"
    QTest.keyClicks(palette.field, "ign left")
    assert current(palette) == "Align left"
    palette.close()
