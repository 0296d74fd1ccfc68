"""The settings: what is chosen is kept and applies at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.doubles.desktop import desktop
from tests.doubles.patience import until
from whiteboard.files.settings import Settings
from whiteboard.ui.app_actions import Wish
from whiteboard.ui.board_window import BoardView
from whiteboard.ui.commands import commands, own_keys
from whiteboard.ui.key_catcher import spelled
from whiteboard.ui.keymap import KEYS
from whiteboard.ui.motion import MOTION
from whiteboard.ui.settings_dialog import SettingsDialog
from whiteboard.ui.settings_general import GeneralPage
from whiteboard.ui.settings_keys import KeysPage
from whiteboard.ui.settings_pen import PenPage
from whiteboard.ui.target_button import IconButton
from whiteboard.ui.theme import BIG_LETTERS, THEME

pytestmark = pytest.mark.usefixtures("qapp")

CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


class Kept:
    """Keeps settings in hand, and the keys as the app does."""

    def __init__(self) -> None:
        self.settings = Settings(name="Ms Lee", color="#e03131")

    def keep_settings(self, **new: object) -> None:
        self.settings = msgspec.structs.replace(self.settings, **new)
        KEYS.apply(self.settings.keys, single_keys=self.settings.single_keys, bindable=commands())

    def introduce(self, name: str, color: str) -> None:
        self.keep_settings(name=name, color=color)


@pytest.fixture
def kept() -> Iterator[Kept]:
    yield Kept()
    KEYS.apply({}, single_keys=True, bindable=())


@pytest.fixture
def keys(kept: Kept) -> Iterator[KeysPage]:
    page = KeysPage(kept)
    page.resize(600, 500)
    page.show()
    yield page
    page.close()
    page.deleteLater()


def choose(page: KeysPage, label: str) -> None:
    """Find an action and click it."""
    page.field.clear()
    QTest.keyClicks(page.field, label)
    place = page.table.visualRect(page.model.index(0, 0)).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    assert page.chosen is not None
    assert page.chosen.label == label


def test_a_key_is_given_by_pressing_it(keys: KeysPage, kept: Kept) -> None:
    choose(keys, "Star")
    QTest.keyClick(keys.catcher, Qt.Key.Key_8, CTRL)
    assert kept.settings.keys == {"tool.star": ("Ctrl+8",)}
    assert keys.catcher.isHidden()
    assert keys.model.data(keys.model.index(0, 1)) == "Ctrl+8"


def test_the_keyboard_alone_does_it(keys: KeysPage, kept: Kept) -> None:
    QTest.keyClicks(keys.field, "star")
    QTest.keyClick(keys.field, Qt.Key.Key_Return)
    QTest.keyClick(keys.catcher, Qt.Key.Key_P)
    assert keys.give.isVisible()
    QTest.keyClick(keys.give, Qt.Key.Key_Return)
    assert kept.settings.keys == {"tool.star": ("P",), "tool.pen": ()}


def test_a_key_that_is_taken_is_asked_about(keys: KeysPage, kept: Kept) -> None:
    choose(keys, "Star")
    QTest.keyClick(keys.catcher, Qt.Key.Key_P)
    assert kept.settings.keys == {}
    assert "“Pen”" in keys.word.text()
    keys.leave.click()
    assert kept.settings.keys == {}
    choose(keys, "Star")
    QTest.keyClick(keys.catcher, Qt.Key.Key_P)
    keys.give.click()
    assert kept.settings.keys == {"tool.star": ("P",), "tool.pen": ()}
    choose(keys, "Pen")
    keys.own.click()
    assert kept.settings.keys == {}


def test_escape_and_keys_with_a_meaning_everywhere_are_not_taken(keys: KeysPage, kept: Kept) -> None:
    choose(keys, "Star")
    QTest.keyClick(keys.catcher, Qt.Key.Key_Space)
    assert not keys.catcher.isHidden()
    QTest.keyClick(keys.catcher, Qt.Key.Key_Tab)
    assert not keys.catcher.isHidden()
    QTest.keyClick(keys.catcher, Qt.Key.Key_Escape)
    assert keys.catcher.isHidden()
    assert kept.settings.keys == {}
    assert "cancel" not in {each.name for each in keys.model.rows}


def test_a_key_can_be_taken_away_and_all_reset(keys: KeysPage, kept: Kept) -> None:
    choose(keys, "Pen")
    keys.none.click()
    assert kept.settings.keys == {"tool.pen": ()}
    keys.all_own.click()
    assert kept.settings.keys == {}
    assert not keys.all_own.isEnabled()


def test_actions_are_found_by_their_key(keys: KeysPage) -> None:
    QTest.keyClicks(keys.field, "ctrl+d")
    assert keys.model.rows[0].label == "Duplicate"


@pytest.mark.parametrize(
    ("key", "held", "scan", "platform", "expected"),
    [
        (Qt.Key.Key_A, NONE, 0, "offscreen", "A"),
        (Qt.Key.Key_A, CTRL | SHIFT, 0, "xcb", "Ctrl+Shift+A"),
        (Qt.Key.Key_Question, SHIFT, 61, "xcb", "?"),
        (Qt.Key.Key_Exclam, SHIFT, 10, "xcb", "Shift+1"),
        (Qt.Key.Key_ParenRight, SHIFT, 11, "windows", "Shift+0"),
        (Qt.Key.Key_5, Qt.KeyboardModifier.KeypadModifier, 84, "xcb", "5"),
        (Qt.Key.Key_F5, SHIFT, 0, "xcb", "Shift+F5"),
    ],
)
def test_keys_are_spelled_as_shortcuts_are(
    key: Qt.Key, held: Qt.KeyboardModifier, scan: int, platform: str, expected: str
) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, held, scan, 0, 0)
    assert spelled(event, platform) == expected


def test_the_pen_page_keeps_what_is_chosen(kept: Kept) -> None:
    page = PenPage(kept, print)
    page.firmness.slider.setValue(10)
    page.barrel.setCurrentIndex(page.barrel.findData("laser"))
    page.barrel.activated.emit(page.barrel.currentIndex())
    page.switches["hold_to_shape"].click()
    assert (kept.settings.pen_firmness, kept.settings.barrel, kept.settings.hold_to_shape) == (1.0, "laser", False)


def test_every_page_fits_a_small_window(kept: Kept) -> None:
    window = QWidget()
    window.resize(1024, 600)
    dialog = SettingsDialog(window, kept, None)
    dialog.show()
    for page in ("general", "pen", "test", "keys"):
        dialog.show_page(page)
        QApplication.processEvents()
        assert dialog.height() <= window.height(), page
        assert dialog.width() <= window.width(), page
    dialog.close()
    window.deleteLater()


# ---------------------------------------------------------------- in the app


def tooltip(view: BoardView, name: str) -> str:
    (button,) = [b for b in view.findChildren(IconButton) if b.accessibleName() == name]
    return button.toolTip()


async def test_keys_apply_at_once_everywhere_and_are_kept(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        canvas = app.board.view.canvas
        assert tooltip(app.board.view, "Hand") == "Hand (H)"
        app.shell.desk.keep_settings(keys={"tool.hand": ("J",), "app.new": ("Ctrl+J",)})
        assert tooltip(app.board.view, "Hand") == "Hand (J)"
        QTest.keyClick(canvas, Qt.Key.Key_H)
        assert app.board.editor.tool == "pen"
        QTest.keyClick(canvas, Qt.Key.Key_J)
        assert app.board.editor.tool == "hand"
        first = app.board.id
        QTest.keyClick(app.board.view.canvas, Qt.Key.Key_J, CTRL)
        assert app.board.id != first
        assert tooltip(app.board.view, "Hand") == "Hand (J)"
    async with desktop(tmp_path) as app:
        assert tooltip(app.board.view, "Hand") == "Hand (J)"
        QTest.keyClick(app.board.view.canvas, Qt.Key.Key_J)
        assert app.board.editor.tool == "hand"
        app.shell.desk.keep_settings(keys={}, single_keys=False)
        QTest.keyClick(app.board.view.canvas, Qt.Key.Key_P)
        assert app.board.editor.tool == "hand"
        app.shell.desk.keep_settings(single_keys=True)
        QTest.keyClick(app.board.view.canvas, Qt.Key.Key_P)
        assert app.board.editor.tool == "pen"


async def test_the_rest_applies_at_once_too_and_to_the_next_board(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        keep = app.shell.desk.keep_settings
        keep(scheme="dark", motion="reduced", pen_firmness=0.5, snapping=False, hold_to_shape=False)
        assert THEME.is_dark
        assert MOTION.reduced
        for _ in range(2):
            view = app.board.view
            assert view.canvas.pen.firmness == 0.5
            assert not view.editor.snapping
            assert not view.editor.holding_shapes
            app.shell.fulfil(Wish.NEW)
        keep(scheme="light", motion="system")
        assert not THEME.is_dark


async def test_snapping_by_key_is_kept(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        QTest.keyClick(app.board.view.canvas, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier | SHIFT)
        assert not app.board.editor.snapping
        app.shell.fulfil(Wish.NEW)
        assert not app.board.editor.snapping


async def test_the_dialog_the_palette_and_the_sheet_open_by_key(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        window = app.window
        QTest.keyClick(window, Qt.Key.Key_Comma, CTRL)
        dialog = app.found(SettingsDialog)
        assert dialog.general.name.text() == app.shell.desk.settings.name
        dialog.close()
        await until(window.isActiveWindow)
        for key in (Qt.Key.Key_F1, Qt.Key.Key_Question):
            QTest.keyClick(window, key)
            sheet = next(w for w in window.findChildren(QWidget) if type(w).__name__ == "HelpSheet" and w.isVisible())
            sheet.close()
            await until(window.isActiveWindow)
        QTest.keyClick(window, Qt.Key.Key_K, CTRL)
        flow = app.shell.command_flow
        assert flow._palette is not None
        QTest.keyClicks(flow._palette.field, "large but")
        QTest.keyClick(flow._palette.field, Qt.Key.Key_Return)
        assert app.shell.desk.settings.big_targets
        assert app.shell.desk.settings.recent == ("set.big_targets",)
        app.shell.desk.keep_settings(big_targets=False)


async def test_letters_change_their_size_at_once_on_pages_that_nobody_has_seen_too(tmp_path: Path) -> None:
    async with desktop(tmp_path) as app:
        desk, share = app.shell.desk, app.board.share

        def sizes() -> list[float]:
            return [label.font().pointSizeF() for label in (share, *app.shell.start.findChildren(QLabel))]

        before = sizes()
        larger = [pytest.approx(BIG_LETTERS * size) for size in before]
        desk.keep_settings(big_targets=True)
        try:
            assert sizes()[0] == larger[0]
            app.window.show_page(app.shell.start, "")
            await until(app.shell.start.isVisible)
            assert sizes()[1:] == larger[1:]
        finally:
            desk.keep_settings(big_targets=False)
        assert sizes()[1:] == [pytest.approx(size) for size in before[1:]]


def test_own_keys_are_those_of_the_lists() -> None:
    assert own_keys() == {each.name: each.keys for each in commands()}


def test_a_new_name_is_kept_and_an_empty_one_is_not(kept: Kept) -> None:
    page = GeneralPage(kept)
    page.name.setText("Mr Kim")
    page.name.editingFinished.emit()
    assert (kept.settings.name, kept.settings.color) == ("Mr Kim", "#e03131")
    page.name.setText("  ")
    page.name.editingFinished.emit()
    assert kept.settings.name == "Mr Kim"
    page.deleteLater()
