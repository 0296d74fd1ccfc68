"""What to export, and as what: a few choices that are right for most people as they stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from whiteboard.words import t

from .buttons import words
from .choices import Choices
from .dialog import Dialog
from .switch import Switch


class Part(Enum):
    """What of the board is exported."""

    BOARD = "board"
    PAGE = "page"
    SELECTION = "selection"


@dataclass(frozen=True, slots=True)
class Choice:
    """`ending` of the file's name, with its dot; `scale` in pixels a board unit for PNG."""

    part: Part
    ending: str
    scale: float
    carries: bool


FORMATS = {
    ".png": ("PNG", "A picture of one page."),
    ".svg": ("SVG", "A drawing of one page that is sharp in any size, for browsers and Inkscape."),
    ".pdf": ("PDF", "A document with one page for each page of the board. Its text can be selected."),
    ".json": ("JSON", "Everything on the board as data, for scripts."),
}
_SCALES = {1.0: "1×", 2.0: "2×", 4.0: "4×"}
_PICTURES = (".png", ".svg")


class ExportDialog(Dialog):
    """`chosen` says what the person wants; then the place of the file is asked for."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, *, pages: int, selected: int) -> None:
        """`pages` of the board, and how many elements are `selected`."""
        super().__init__(parent, QCoreApplication.translate("ExportDialog", "Export"), width_px=440)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._several = pages > 1
        self._selected = selected
        self._formats = Choices({ending: label for ending, (label, _) in FORMATS.items()}, self.tr("Kind of file"))
        self._parts = Choices(
            {Part.BOARD: self.tr("All pages"), Part.PAGE: self.tr("This page"), Part.SELECTION: self.tr("Selection")},
            self.tr("What to export"),
        )
        self._scales = Choices(_SCALES, self.tr("Size"))
        self._about = words(muted=True)
        self._scale_words = words(self.tr("Size"))
        self.carries = Switch(self.tr("Can be opened again in Whiteboard"))
        self.carries.setChecked(True)
        self.column.addWidget(self._formats)
        self.column.addWidget(self._about)
        self.column.addWidget(words(self.tr("What to export")))
        self.column.addWidget(self._parts)
        self.column.addWidget(self._scale_words)
        self.column.addWidget(self._scales)
        self.column.addWidget(self.carries)
        self.add_button(self.tr("Cancel"), self.reject, "quiet")
        self.go = self.add_button(self.tr("Export…"), self._choose, "accent")
        self.go.setDefault(True)
        for row in (self._formats, self._parts):
            row.changed.connect(self._refresh)
        self._formats.choose(".png" if selected else ".pdf")
        self._parts.choose(Part.SELECTION if selected else Part.PAGE if pages == 1 else Part.BOARD)
        self._scales.choose(2.0)
        self._refresh()

    def choose(self, *options: object) -> None:
        """Choose among formats (".png" ...), parts and scales, as a click does."""
        for option in options:
            for row in (self._formats, self._parts, self._scales):
                row.choose(option)
        self._refresh()

    def _refresh(self) -> None:
        ending = self._formats.choice
        self._about.setText(t(FORMATS[str(ending)][1]))
        is_picture = ending in _PICTURES
        self._parts.offer(Part.BOARD, on=not is_picture and self._several)
        self._parts.offer(Part.SELECTION, on=bool(self._selected))
        if self._parts.choice is Part.BOARD and (is_picture or not self._several):
            self._parts.choose(Part.PAGE)
        self.carries.setVisible(is_picture)
        for part in (self._scale_words, self._scales):
            part.setVisible(ending == ".png")

    def _choose(self) -> None:
        part, scale = self._parts.choice, self._scales.choice
        assert isinstance(part, Part)
        assert isinstance(scale, float)
        self.chosen.emit(Choice(part, str(self._formats.choice), scale, self.carries.isChecked()))
        self.accept()
