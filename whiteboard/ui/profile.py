"""Who I am to the others: a friendly name and a colour, given at the first start and changed in place."""

from __future__ import annotations

import random

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QLineEdit, QWidget

from whiteboard.model.style import COLORS
from whiteboard.protocol.identity import person_name
from whiteboard.protocol.limits import MAX_NAME_LENGTH

from .buttons import words
from .popover import Popover
from .theme import SMALL_PT, THEME

PERSON_COLORS = (*COLORS[1:7], "#0c8599", "#846358", "#5c940d", "#364fc7", "#9c36b5", "#d9480f")
"""The ink palette without black and grey, which would not tell people apart, and as many more that white is read on."""

COLOR_NAMES = (
    "Red", "Orange", "Green", "Blue", "Violet", "Pink", "Teal", "Brown", "Olive", "Navy", "Purple", "Rust",
)  # fmt: skip
_COLUMNS = 6

ADJECTIVES = (
    "Brave", "Bright", "Calm", "Cheerful", "Clever", "Curious", "Daring", "Eager", "Gentle", "Happy", "Helpful",
    "Jolly", "Kind", "Lively", "Lucky", "Merry", "Nimble", "Patient", "Quick", "Quiet", "Sunny", "Swift",
    "Thoughtful", "Witty",
)  # fmt: skip
ANIMALS = (
    "Badger", "Beaver", "Dolphin", "Falcon", "Fox", "Gecko", "Hedgehog", "Heron", "Ibex", "Koala", "Lynx", "Marmot",
    "Mole", "Narwhal", "Octopus", "Otter", "Owl", "Panda", "Penguin", "Puffin", "Raven", "Seal", "Swallow", "Turtle",
)  # fmt: skip


def friendly_name(chance: random.Random) -> str:
    """A name like "Curious Otter", for whoever has not chosen one."""
    return f"{chance.choice(ADJECTIVES)} {chance.choice(ANIMALS)}"


class Swatch(QAbstractButton):
    """A colour to choose."""

    def __init__(self, color: str, name: str) -> None:
        super().__init__()
        self.color = color
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedSize(QSize(36, 40))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(4, 6, -4, -6)
            if self.isChecked() or self.hasFocus():
                painter.setPen(QPen(QColor(THEME.colors.text), 2))
                painter.drawEllipse(box)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.color))
            painter.drawEllipse(box.adjusted(4, 4, -4, -4))


def swatches() -> list[Swatch]:
    """The colours that a person may have, in one group."""
    pairs = zip(PERSON_COLORS, COLOR_NAMES, strict=True)
    return [Swatch(color, QCoreApplication.translate("ProfileEditor", name)) for color, name in pairs]


class ProfileEditor(Popover):
    """Name and colour; `chosen` tells both, once, when it closes and something changed."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._before = ("", "")
        self.name = QLineEdit()
        self.name.setMaxLength(MAX_NAME_LENGTH)
        self.name.setAccessibleName(self.tr("Your name"))
        self.name.returnPressed.connect(self.close)
        self.swatches = swatches()
        colors = QGridLayout()
        colors.setSpacing(0)
        for i, swatch in enumerate(self.swatches):
            colors.addWidget(swatch, i // _COLUMNS, i % _COLUMNS)
        colors.setColumnStretch(_COLUMNS, 1)
        self.column.addWidget(words(self.tr("Your name, as the others see it"), SMALL_PT, muted=True))
        self.column.addWidget(self.name)
        self.column.addWidget(words(self.tr("Your colour"), SMALL_PT, muted=True))
        self.column.addLayout(colors)

    def show_profile(self, name: str, color: str) -> None:
        self._before = (name, color)
        self.name.setText(name)
        self.name.selectAll()
        self.name.setFocus()
        for swatch in self.swatches:
            swatch.setChecked(swatch.color == color)

    def hideEvent(self, event: object) -> None:
        name = person_name(self.name.text()) or self._before[0]
        color = next((swatch.color for swatch in self.swatches if swatch.isChecked()), self._before[1])
        if (name, color) != self._before:
            self._before = (name, color)
            self.chosen.emit(name, color)
