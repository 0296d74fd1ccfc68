"""The help sheet: all keys and gestures on one sheet, derived from the lists of what there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from whiteboard.files.settings import Settings

from .buttons import button, words
from .commands import Group, commands
from .gestures import gestures
from .key_caps import KeyCaps
from .keymap import shown
from .target_button import IconButton
from .theme import GAP_PX, HEADING_PT, MARGIN_PX, THEME, TITLE_PT

COLUMN_PX = 320
"""A column is at least so wide."""

MOST_COLUMNS = 3
WIDEST_PX = 1160
_TITLE_ROWS = 2
"""A title takes the room of so many rows."""


@dataclass(frozen=True, slots=True)
class Row:
    """`keys` are as they are shown; a gesture has words there."""

    what: str
    keys: tuple[str, ...]
    is_gesture: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    rows: tuple[Row, ...]


def sections(settings: Settings) -> list[Section]:
    """All commands that have a key now, and all gestures, in groups."""
    everything = commands()
    found: list[Section] = []
    for group in Group:
        having = [each for each in everything if each.group is group and each.keys_now]
        found.append(Section(group.title, tuple(Row(each.label, tuple(map(shown, each.keys_now))) for each in having)))
    for title, ways in gestures(settings).items():
        found.append(Section(title, tuple(Row(way.what, (way.how,), is_gesture=True) for way in ways)))
    return [section for section in found if section.rows]


def columns(among: Sequence[Section], count: int) -> list[list[Section]]:
    """The sections in so many columns, in their order, the longest column as short as can be."""
    heights = [len(section.rows) + _TITLE_ROWS for section in among]
    for most in range(max(heights, default=0), sum(heights) + 1):
        filled: list[list[Section]] = [[]]
        height = 0
        for section, rows in zip(among, heights, strict=True):
            if height + rows > most:
                filled.append([])
                height = 0
            filled[-1].append(section)
            height += rows
        if len(filled) <= count:
            return filled
    return [list(among)]


class HelpSheet(QDialog):
    """As large as it needs to be, within its window; then it scrolls."""

    def __init__(self, parent: QWidget, settings: Settings) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        title = self.tr("Keys and gestures")
        self.setWindowTitle(title)
        top = QHBoxLayout()
        top.setContentsMargins(GAP_PX, 0, 0, 0)
        top.addWidget(words(title, HEADING_PT, bold=True), 1)
        self.change = button(self.tr("Change keys…"), "quiet")
        top.addWidget(self.change)
        top.addWidget(IconButton("close", self.tr("Close"), self.tr("Close (Esc)"), self.reject))
        room = parent.window().size() - QSize(4 * MARGIN_PX, 4 * MARGIN_PX)
        width = min(room.width(), WIDEST_PX)
        count = min(max((width - 3 * MARGIN_PX) // round(COLUMN_PX * THEME.letters), 1), MOST_COLUMNS)
        sheet = QWidget()
        sheet.setAutoFillBackground(False)
        side_by_side = QHBoxLayout(sheet)
        side_by_side.setContentsMargins(GAP_PX, GAP_PX, MARGIN_PX, 0)  # room for the ring that shows the focus
        side_by_side.setSpacing(3 * MARGIN_PX)
        for column in columns(sections(settings), count):
            side_by_side.addLayout(_column(column), 1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(sheet)
        self.area.viewport().setAutoFillBackground(False)
        self.area.setAccessibleName(title)
        self.area.setProperty("kind", "reading")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * MARGIN_PX - GAP_PX, MARGIN_PX, MARGIN_PX, 2 * MARGIN_PX)
        outer.setSpacing(GAP_PX)
        outer.addLayout(top)
        outer.addWidget(self.area, 1)
        height = top.sizeHint().height() + sheet.sizeHint().height() + GAP_PX + 3 * MARGIN_PX
        self.resize(width, min(room.height(), height))
        self.area.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.area.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case _:
                super().keyPressEvent(event)


def _column(among: Sequence[Section]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(GAP_PX)
    for section in among:
        column.addWidget(words(section.title, TITLE_PT, bold=True))
        rows = QVBoxLayout()
        rows.setSpacing(2)
        for row in section.rows:
            line = QHBoxLayout()
            line.setSpacing(GAP_PX)
            line.addWidget(words(row.what), 1)
            how: QWidget = _how(row.keys[0]) if row.is_gesture else KeyCaps(row.keys)
            line.addWidget(how, 0, Qt.AlignmentFlag.AlignVCenter)
            rows.addLayout(line)
        column.addLayout(rows)
        column.addSpacing(MARGIN_PX)
    column.addStretch()
    return column


def _how(text: str) -> QLabel:
    label = words(text, muted=True)
    label.setWordWrap(False)
    return label
