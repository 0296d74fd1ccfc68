"""Every page and dialog can be used without a mouse and without seeing it: names, Tab, focus, targets."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QButtonGroup, QPushButton, QWidget

from tests.doubles.desktop import Desktop, desktop
from whiteboard.protocol.link import Link
from whiteboard.ui.app_actions import Wish
from whiteboard.ui.canvas_widget import Canvas
from whiteboard.ui.join_dialog import JoinDialog

pytestmark = pytest.mark.usefixtures("qapp")

LEAST_PX = 32
"""Of a target, either way."""

WISHES = (Wish.EXPORT, Wish.SETTINGS, Wish.COMMANDS, Wish.HELP, Wish.SHARE, Wish.CHECK, Wish.INSPECT)


async def places(app: Desktop) -> AsyncIterator[tuple[str, QWidget]]:
    """Everything that can be shown, one after the other, with its window."""
    view = app.board.view
    app.draw()
    view.editor.select_all()
    view.toggle_look()
    view.pages.strip_wanted.emit()
    view.pages.map_wanted.emit()
    view.finder.open()
    yield "board", app.window
    view.pages.strip_wanted.emit()
    view.pages.map_wanted.emit()
    for wish in WISHES:
        app.shell.fulfil(wish)
        await settled()
        opened = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not app.window]
        for window in opened or [app.window]:
            yield wish.name.lower(), window
            if window is not app.window:
                window.close()
    dialog = JoinDialog(app.window, Link("192.0.2.1", 7440, "Fractions"), ask_code=True)
    dialog.open()
    await settled()
    yield "join", dialog
    dialog.close()
    app.shell.fulfil(Wish.BOARDS)
    await settled()
    yield "start", app.window


async def settled() -> None:
    for _ in range(5):
        QApplication.processEvents()
        await asyncio.sleep(0.05)


def controls(window: QWidget) -> Iterator[QWidget]:
    """What takes the focus, or a click."""
    for each in window.findChildren(QWidget):
        if each.isVisible() and each.isEnabled() and each.window() is window:
            takes_focus = each.focusPolicy() is not Qt.FocusPolicy.NoFocus and each.focusProxy() is None
            if takes_focus or isinstance(each, QAbstractButton):
                yield each


def called(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def in_the_order_of_tab(widget: QWidget) -> bool:
    """Itself, or the group that it is in, which arrow keys go through."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return True
    if not isinstance(widget, QAbstractButton):
        return False
    home = widget.parentWidget()
    if widget.autoExclusive() and home is not None:
        beside = [each for each in home.findChildren(QAbstractButton) if each.autoExclusive()]
    else:
        groups = [group for group in widget.window().findChildren(QButtonGroup) if widget in group.buttons()]
        beside = [each for group in groups for each in group.buttons()]
    return any(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in beside)


def shows_focus(widget: QWidget, window: QWidget) -> bool:
    """Whether it looks other with the keyboard at it than without, if it can be had there now."""
    window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # as Tab does
    window.setFocus()
    before = widget.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return not widget.hasFocus() or widget.grab().toImage() != before


def faults(widget: QWidget, window: QWidget) -> Iterator[str]:
    if not called(widget).strip():
        yield "has no name"
    if not in_the_order_of_tab(widget):
        yield "is not reached by Tab"
    if isinstance(widget, QAbstractButton) and min(widget.width(), widget.height()) < LEAST_PX:
        yield f"is {widget.width()} by {widget.height()} pixels"
    is_list = isinstance(widget, QAbstractItemView)  # shows its current item
    is_board = isinstance(widget, Canvas)  # the keys are the board's unless something else shows that it has them
    is_asked = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not is_list and not is_board
    if is_asked and not shows_focus(widget, window):
        yield "does not show the focus"


async def test_every_control_has_a_name_is_reached_by_tab_shows_it_and_is_large_enough(tmp_path: Path) -> None:
    wrong: list[str] = []
    seen: dict[str, int] = {}
    async with desktop(tmp_path) as app:
        async for place, window in places(app):
            for each in controls(window):
                seen[place] = seen.get(place, 0) + 1
                who = f"{place}: {type(each).__name__} “{called(each)}” in {type(each.parent()).__name__}"
                wrong += [f"{who} {fault}" for fault in faults(each, window)]
    assert not wrong, "\n".join(wrong)
    assert seen["board"] > 50
    assert len(seen) == len(WISHES) + 3


def test_a_control_without_name_tab_focus_or_size_is_found() -> None:
    window = QWidget()
    bad = QPushButton(window)
    bad.setFixedSize(20, 40)
    bad.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    window.show()
    assert list(faults(bad, window)) == ["has no name", "is not reached by Tab", "is 20 by 40 pixels"]
    window.close()
