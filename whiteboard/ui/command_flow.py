"""Opens the palette, the help sheet and the settings, and does what is chosen there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from .app_actions import Wish
from .board_window import BoardView
from .desk import Desk
from .help_sheet import HelpSheet
from .palette import Palette
from .palette_entries import entries
from .settings_dialog import SettingsDialog

MOST_RECENT = 6


class CommandFlow(QObject):
    """`fulfil` does what the app does besides drawing."""

    def __init__(self, desk: Desk, fulfil: Callable[[Wish], None]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._fulfil = fulfil
        self._palette: Palette | None = None

    @property
    def _view(self) -> BoardView | None:
        return None if self._desk.current is None else self._desk.current.view

    def show_palette(self) -> None:
        desk = self._desk
        self._palette = self._palette or Palette(desk.window, self._remember)
        offered = entries(
            self._view,
            desk.settings,
            fulfil=self._fulfil,
            change=desk.keep_settings,
            open_settings=self.show_settings,
        )
        self._palette.open(offered, desk.settings.recent)

    def show_help(self) -> None:
        sheet = HelpSheet(self._desk.window, self._desk.settings)
        sheet.change.clicked.connect(sheet.reject)
        sheet.change.clicked.connect(lambda _: self.show_settings("keys"))
        sheet.open()

    def show_settings(self, page: str = "general") -> None:
        """Show a page of `setting_names.PAGES`."""
        dialog = SettingsDialog(self._desk.window, self._desk, self._view)
        dialog.show_page(page)
        dialog.open()

    def _remember(self, name: str) -> None:
        others = [each for each in self._desk.settings.recent if each != name]
        self._desk.keep_settings(recent=(name, *others)[:MOST_RECENT])
