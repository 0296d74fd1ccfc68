"""The keys of the board, as they are pressed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from tests.doubles.board import stroke
from tests.doubles.page import Page, page
from whiteboard.model.style import WIDTHS
from whiteboard.tools.registry import TOOLS
from whiteboard.tools.tool import ToolInfo
from whiteboard.ui.actions import ACTIONS
from whiteboard.ui.panel import Panel
from whiteboard.ui.popover import Popover

pytestmark = pytest.mark.usefixtures("qapp")

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def board() -> Iterator[Page]:
    with page(stroke("a", 100, 100), stroke("b", 200, 100)) as shown:
        yield shown


def test_no_key_means_two_things() -> None:
    keys = [QKeySequence(key).toString() for action in ACTIONS for key in action.keys]
    assert len(keys) == len(set(keys))
    assert all(keys)


def test_the_keys_that_were_promised_are_there() -> None:
    promised = {"P", "H", "E", "V", "1", "2", "3", "4", "Ctrl+Z", "Ctrl+Shift+Z", "Shift+1", "Ctrl+0"}
    assert promised <= {key for action in ACTIONS for key in action.keys}


@pytest.mark.parametrize("tool", [tool for tool in TOOLS if tool.key], ids=lambda tool: tool.name)
def test_every_tool_has_its_key(board: Page, tool: ToolInfo) -> None:
    board.editor.choose("hand" if tool.name != "hand" else "pen")
    combination = cast("Sequence[QKeyCombination]", QKeySequence(tool.key))[0]  # the stubs do not say so
    board.key(combination.key(), combination.keyboardModifiers())
    assert board.editor.tool == tool.name


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_digits_choose_widths(board: Page, number: int) -> None:
    board.key(Qt.Key(ord(str(number))))
    assert board.editor.width == WIDTHS[number - 1]


@pytest.mark.parametrize(("key", "keys"), [(Qt.Key.Key_Z, CTRL | SHIFT), (Qt.Key.Key_Y, CTRL)])
def test_undo_and_redo(board: Page, key: Qt.Key, keys: Qt.KeyboardModifier) -> None:
    board.drag((50, 50), (80, 50))
    board.key(Qt.Key.Key_Z, CTRL)
    assert len(board.drawn) == 2
    board.lift(400, 400)
    board.key(key, keys)
    assert len(board.drawn) == 3


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_select_all_and_delete(board: Page, key: Qt.Key) -> None:
    board.key(Qt.Key.Key_A, CTRL)
    assert board.editor.selection == {"a", "b"}
    assert board.editor.tool == "select"
    board.key(key)
    assert board.drawn == []


def test_arrows_move_what_is_selected(board: Page) -> None:
    board.key(Qt.Key.Key_A, CTRL)
    board.key(Qt.Key.Key_Left)
    board.key(Qt.Key.Key_Down, SHIFT)
    assert [(e.geometry.x, e.geometry.y) for e in board.drawn] == [(99, 110), (199, 110)]


def test_escape_selects_nothing(board: Page) -> None:
    board.key(Qt.Key.Key_A, CTRL)
    board.key(Qt.Key.Key_Escape)
    assert not board.editor.selection


def test_escape_puts_the_tool_away_once_there_is_nothing_else_to_give_up(board: Page) -> None:
    board.key(Qt.Key.Key_R)
    board.press(300, 300)
    board.move(400, 400)
    board.key(Qt.Key.Key_Escape)
    assert board.editor.tool == "rectangle"
    assert len(board.drawn) == 2
    board.lift(400, 400)
    board.key(Qt.Key.Key_Escape)
    assert board.editor.tool == "select"


@pytest.mark.parametrize(("key", "tool"), [(Qt.Key.Key_E, "eraser"), (Qt.Key.Key_H, "hand")])
def test_the_key_of_eraser_and_hand_gives_the_tool_before_back(board: Page, key: Qt.Key, tool: str) -> None:
    board.key(Qt.Key.Key_O)
    board.key(key)
    assert board.editor.tool == tool
    board.key(key)
    assert board.editor.tool == "ellipse"


def test_zoom_keys(board: Page) -> None:
    canvas = board.view.canvas
    board.key(Qt.Key.Key_Plus, CTRL)
    assert canvas.view.zoom == pytest.approx(1.25)
    board.key(Qt.Key.Key_Minus, CTRL)
    board.key(Qt.Key.Key_Minus, CTRL)
    assert canvas.view.zoom == pytest.approx(0.8)
    board.key(Qt.Key.Key_0, CTRL)
    assert canvas.view.zoom == pytest.approx(1)
    board.key(Qt.Key.Key_1, SHIFT)
    assert canvas.view.zoom == 2
    seen = canvas.view.visible((canvas.width(), canvas.height()))
    assert seen.left < 100 < 210 < seen.right


def test_keys_are_letters_while_the_title_is_typed(board: Page) -> None:
    title = board.view.top_bar.title
    board.key(Qt.Key.Key_A, CTRL)
    title.setFocus()
    title.selectAll()
    QTest.keyClick(title, Qt.Key.Key_Up)
    assert board.drawn[0].geometry.y == 100
    title.selectAll()
    QTest.keyClicks(title, "Pie 1234 PEHM")
    QTest.keyClick(title, Qt.Key.Key_Backspace)
    QTest.keyClick(title, Qt.Key.Key_A, CTRL)
    QTest.keyClick(title, Qt.Key.Key_Y, CTRL)
    assert title.text() == "Pie 1234 PEH"
    assert board.editor.tool == "select"
    assert board.editor.selection == {"a", "b"}
    QTest.keyClick(title, Qt.Key.Key_Return)
    board.key(Qt.Key.Key_E)
    assert board.editor.tool == "eraser"


# ---------------------------------------------------------------- what lies over the board


def test_escape_closes_a_popover_and_leaves_the_selection(board: Page) -> None:
    board.editor.select_all()
    popover = Popover(board.view)
    popover.open_below(board.view.top_bar.title)
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert popover.isHidden()
    assert board.editor.selection


def test_escape_closes_a_panel_while_the_board_has_the_keys(board: Page) -> None:
    board.editor.select_all()
    panel = Panel(board.view, width_px=300)
    panel.show()
    board.view.canvas.setFocus()
    board.key(Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert board.editor.selection
    board.key(Qt.Key.Key_Escape)
    assert not board.editor.selection


def test_escape_in_the_title_gives_up_the_title_and_leaves_the_panel(board: Page) -> None:
    panel = Panel(board.view, width_px=300)
    panel.show()
    board.view.top_bar.title.setFocus()
    board.key(Qt.Key.Key_Escape)
    assert not panel.isHidden()
    assert board.view.canvas.hasFocus()
