"""What the pages of the settings are made of: rows with a label and a choice, which is kept as soon as it is made."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from whiteboard.files.settings import Settings

from .buttons import words
from .choices import Choices
from .setting_names import SWITCHES, title
from .switch import Switch
from .theme import GAP_PX, MARGIN_PX, THEME


class Keeper(Protocol):
    """Who keeps the settings and puts them to work."""

    settings: Settings

    def keep_settings(self, **new: object) -> None: ...

    def introduce(self, name: str, color: str) -> None: ...


class SettingsPage(QWidget):
    """Rows from above to below."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.keeper = keeper
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, GAP_PX, 0)
        self._column.setSpacing(GAP_PX)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(2 * MARGIN_PX)
        self._rows.setVerticalSpacing(MARGIN_PX)
        self._rows.setColumnStretch(1, 1)
        self._column.addLayout(self._rows)
        self.switches: dict[str, Switch] = {}

    def add_row(self, label: str, content: QWidget) -> None:
        name = words(label)
        name.setWordWrap(False)
        name.setBuddy(content)
        top = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        row = self._rows.rowCount()
        self._rows.addWidget(name, row, 0, top)
        self._rows.addWidget(content, row, 1)
        if not content.accessibleName():
            content.setAccessibleName(label)

    def add_words(self, text: str) -> None:
        """Something to know, below all rows so far."""
        self._column.addWidget(words(text, muted=True))

    def add_widget(self, widget: QWidget) -> None:
        self._column.addWidget(widget)

    def add_switch(self, field: str) -> Switch:
        """A switch of `SWITCHES`."""
        switch = Switch(title(SWITCHES[field][0]))
        switch.setChecked(bool(getattr(self.keeper.settings, field)))
        switch.clicked.connect(lambda on: self.keeper.keep_settings(**{field: on}))
        self.switches[field] = switch
        self._column.addWidget(switch)
        return switch

    def add_choices(self, label: str, field: str, options: Mapping[str, str]) -> Choices:
        """A few options side by side. `options` are marked words by value."""
        choices = Choices({value: title(text) for value, text in options.items()}, label)
        choices.choose(getattr(self.keeper.settings, field))
        choices.changed.connect(lambda: self.keeper.keep_settings(**{field: choices.choice}))
        self.add_row(label, choices)
        return choices

    def add_list(self, label: str, field: str, options: Mapping[str, str]) -> QComboBox:
        """More options, in a list that folds out."""
        box = QComboBox()
        box.setMinimumHeight(THEME.target_px - 4)
        for value, text in options.items():
            box.addItem(title(text), value)
        box.setCurrentIndex(box.findData(getattr(self.keeper.settings, field)))
        box.activated.connect(partial(self._keep_item, box, field))
        self.add_row(label, box)
        return box

    def end(self) -> None:
        """All is there: what room is left stays below."""
        self._column.addStretch()

    def _keep_item(self, box: QComboBox, field: str, row: int) -> None:
        self.keeper.keep_settings(**{field: box.itemData(row)})
