"""The first page of the settings: who I am, and how the app looks, moves and speaks."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from whiteboard.protocol.identity import person_name
from whiteboard.protocol.limits import MAX_NAME_LENGTH

from .language import LANGUAGES
from .profile import swatches
from .setting_names import MOTIONS, SCHEMES
from .settings_pages import Keeper, SettingsPage
from .theme import BODY_PT, font

_COLUMNS = 12


class GeneralPage(SettingsPage):
    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        me = keeper.settings
        self.name = QLineEdit(me.name)
        self.name.setFont(font(BODY_PT))
        self.name.setMaxLength(MAX_NAME_LENGTH)
        self.name.editingFinished.connect(self._introduce)
        self.add_row(self.tr("Your name"), self.name)
        self.swatches = swatches()
        colors = QWidget()
        grid = QGridLayout(colors)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        for number, swatch in enumerate(self.swatches):
            swatch.setChecked(swatch.color == me.color)
            swatch.clicked.connect(self._introduce)
            grid.addWidget(swatch, number // _COLUMNS, number % _COLUMNS)
        grid.setColumnStretch(_COLUMNS, 1)
        self.add_row(self.tr("Your colour"), colors)
        self.scheme = self.add_choices(self.tr("Look"), "scheme", SCHEMES)
        self.motion = self.add_choices(self.tr("Motion"), "motion", MOTIONS)
        self.language = self.add_choices(self.tr("Language"), "language", LANGUAGES)
        self.add_switch("big_targets")
        self.add_switch("left_handed")
        self.add_words(
            self.tr("What you choose is kept and applies at once; another language when the app starts the next time.")
        )
        self.end()

    def _introduce(self) -> None:
        me = self.keeper.settings
        name = person_name(self.name.text()) or me.name
        color = next((swatch.color for swatch in self.swatches if swatch.isChecked()), me.color)
        if (name, color) != (me.name, me.color):
            self.keeper.introduce(name, color)
