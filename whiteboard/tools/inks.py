"""The pencil case: every ink, and every kind of thing that is drawn, keeps its own look, as the pens on a desk do."""

from __future__ import annotations

from typing import Any

import msgspec

from whiteboard.model.element import CONNECTOR, NOTE, SHAPE, TEXT
from whiteboard.model.style import (
    COLORS,
    HIGHLIGHTER,
    HIGHLIGHTER_WIDTH_FACTOR,
    LASER,
    MARKER,
    PEN,
    WIDTHS,
    Font,
    Style,
)

NOTE_COLOR = "#ffe066"


class Inks:
    """A look for each case, and which was used last. Widths are nominal: one of WIDTHS, usually.

    `eraser` is the nominal width of the erasers.
    """

    def __init__(self) -> None:
        self.last = PEN
        self.eraser = WIDTHS[1]
        self._styles = {
            PEN: Style(ink=PEN),
            HIGHLIGHTER: Style(color=COLORS[2], ink=HIGHLIGHTER),
            MARKER: Style(width=WIDTHS[2], ink=MARKER),
            LASER: Style(color=COLORS[1], ink=LASER),
            SHAPE: Style(font=Font(align="center")),
            CONNECTOR: Style(head="arrow", font=Font(align="center")),
            TEXT: Style(font=Font()),
            NOTE: Style(color=NOTE_COLOR, font=Font(align="center")),
        }

    @property
    def style(self) -> Style:
        """The look that was used last, with its nominal width."""
        return self._styles[self.last]

    @property
    def color(self) -> str:
        return self.style.color

    @property
    def width(self) -> float:
        """The nominal width: what the width buttons show."""
        return self.style.width

    def change(self, **looks: Any) -> None:
        """Write fields of the look that was used last."""
        self._styles[self.last] = msgspec.structs.replace(self.style, **looks)

    def style_of(self, case: str) -> Style:
        style = self._styles[case]
        return msgspec.structs.replace(style, width=ink_width(style.ink, style.width))


def ink_width(ink: str, nominal: float) -> float:
    """The diameter in board units of ink that was chosen with a nominal width."""
    return nominal * HIGHLIGHTER_WIDTH_FACTOR if ink == HIGHLIGHTER else nominal
