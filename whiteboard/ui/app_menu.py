"""The menu behind the three lines: what the app does besides drawing, and how it looks."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from whiteboard.words import t

from . import icons
from .app_actions import APP_ACTIONS
from .theme import THEME, Scheme

SCHEMES = {Scheme.SYSTEM: "Like the system", Scheme.LIGHT: "Light", Scheme.DARK: "Dark"}


class AppMenu(QMenu):
    """Made anew each time it opens: icons follow the theme."""

    wished = Signal(object)
    scheme_chosen = Signal(object)

    def __init__(self, parent: QWidget, *, on_board: bool) -> None:
        super().__init__(parent)
        for action in APP_ACTIONS:
            if action.on_board and not on_board:
                continue
            item = self.addAction(icons.icon(action.icon, THEME.colors.text), action.label)
            if action.keys_now:
                item.setShortcut(QKeySequence(action.keys_now[0]))
                item.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # the window's own keys do it
                item.setShortcutVisibleInContextMenu(True)
            item.triggered.connect(lambda _, wish=action.wish: self.wished.emit(wish))
        self.insertSeparator(self.actions()[-1])
        look = QMenu(self.tr("Look"), self)
        group = QActionGroup(look)
        for scheme, label in SCHEMES.items():
            item = look.addAction(t(label))
            item.setCheckable(True)
            item.setChecked(scheme is THEME.scheme)
            item.setActionGroup(group)
            item.triggered.connect(lambda _, chosen=scheme: self.scheme_chosen.emit(chosen))
        self.insertMenu(self.actions()[-2], look)
        self.aboutToHide.connect(self.deleteLater)

    def open_below(self, anchor: QWidget) -> None:
        corner = anchor.mapToGlobal(QPoint(anchor.width(), anchor.height()))
        self.popup(corner - QPoint(self.sizeHint().width(), 0))
