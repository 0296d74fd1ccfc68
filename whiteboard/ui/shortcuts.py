"""The keys of the board: every action of the list, except while somebody types text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from .action import Action, BoardParts

_TYPING = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)


class Shortcuts(QObject):
    """Work within one widget and what is inside it."""

    def __init__(self, owner: QWidget, actions: Iterable[Action], board: BoardParts) -> None:
        super().__init__(owner)
        self._owner, self._actions, self._board = owner, tuple(actions), board
        self._shortcuts: list[QShortcut] = []
        self.rebind()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def rebind(self) -> None:
        """Take the keys as the person wants them now."""
        for old in self._shortcuts:
            old.setParent(None)
            old.deleteLater()
        self._shortcuts.clear()
        typing = isinstance(QApplication.focusWidget(), _TYPING)
        for action in self._actions:
            for key in action.keys_now:
                shortcut = QShortcut(QKeySequence(key), self._owner)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.setEnabled(not typing)
                shortcut.activated.connect(partial(action.do, self._board))
                self._shortcuts.append(shortcut)

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        typing = isinstance(now, _TYPING)
        for shortcut in self._shortcuts:
            shortcut.setEnabled(not typing)


def is_asked_for(event: QEvent, *keys: Qt.Key) -> bool:
    """Whether somebody who has the focus is asked to take one of these keys before it is the board's."""
    asked = event.type() == QEvent.Type.ShortcutOverride
    return asked and isinstance(event, QKeyEvent) and event.key() in keys


def is_escape(event: QEvent) -> bool:
    """Whether somebody who lies over the board is asked to take Escape before it is the board's; `accept` to do so."""
    asked = event.type() == QEvent.Type.ShortcutOverride
    return asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
