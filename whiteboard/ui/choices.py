"""A few things of which one is chosen, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from .buttons import button
from .theme import GAP_PX


class Choices(QWidget):
    """Buttons of which one is down."""

    changed = Signal()

    def __init__(self, options: Mapping[Any, str], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_PX)
        self._group = QButtonGroup(self)
        self._buttons: dict[object, QPushButton] = {}
        self.choice: object = None
        for option, label in options.items():
            made = button(label)
            made.setCheckable(True)
            made.clicked.connect(partial(self.choose, option))
            self._group.addButton(made)
            self._buttons[option] = made
            row.addWidget(made, 1)
            if len(self._buttons) == 1:
                self.setFocusProxy(made)

    def choose(self, option: object, _: bool = False) -> None:
        if option in self._buttons and self._buttons[option].isEnabled():
            self._buttons[option].setChecked(True)
            if option != self.choice:
                self.choice = option
                self.changed.emit()

    def offer(self, option: object, *, on: bool) -> None:
        self._buttons[option].setEnabled(on)
