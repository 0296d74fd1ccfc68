"""What the palette offers about the look of things: fills, dashes, tips, forms, letters and the papers of notes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication

from whiteboard.model.elements.note import NOTE_COLORS
from whiteboard.model.style import FAMILIES, FONT_SIZES, TIPS
from whiteboard.words import t

from .actions import BoardParts
from .look import sections as words
from .look.restyle import choose
from .look.subject import subject_of
from .look.traits import Trait, Value
from .palette_entry import Entry
from .swatches import COLOR_NAMES

translate = QCoreApplication.translate


def look_entries(board: BoardParts) -> list[Entry]:
    """All there are; those that mean nothing for what is selected or in hand say so."""
    values = subject_of(board.editor).values
    return [
        Entry(
            f"look.{trait.name.lower()}.{value}",
            label,
            partial(choose, board, trait, value),
            icon="edit",
            why_not="" if trait in values else translate("Palette", "Not for what is selected or in hand"),
            on=(trait in values and values[trait] == value) or None,
        )
        for trait, value, label in _offered()
    ]


def _offered() -> Iterator[tuple[Trait, Value, str]]:
    for color, name in words.FILLS.items():
        yield Trait.FILL, color, _look(name) if name else translate("Palette", "Fill: {}").format(_color(str(color)))
    for dash, name in words.DASH_NAMES.items():
        yield Trait.DASH, dash, _look(name)
    for form, (_, name) in words.LINE_NAMES.items():
        yield Trait.LINE, form, translate("Palette", "Course of the line: {}").format(_look(name))
    for tip, name in zip(TIPS, words.TIP_NAMES, strict=True):
        yield Trait.TAIL, tip, translate("Palette", "Start of the line: {}").format(_look(name))
        yield Trait.HEAD, tip, translate("Palette", "End of the line: {}").format(_look(name))
    for form, name in words.FORM_NAMES.items():
        yield Trait.FORM, form, _look(name)
    for size, (_, name) in zip(FONT_SIZES, words.SIZE_NAMES, strict=True):
        yield Trait.SIZE, size, _look(name)
    for family, name in zip(FAMILIES, words.FAMILY_NAMES, strict=True):
        yield Trait.FAMILY, family, _look(name)
    for color in NOTE_COLORS:
        yield Trait.PAPER, color, translate("Palette", "Colour of the note: {}").format(_color(color))


def _color(color: str) -> str:
    return t(COLOR_NAMES.get(color, color))


def _look(name: str) -> str:
    return QCoreApplication.translate("Look", name)
