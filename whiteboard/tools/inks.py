"""The inks in the pencil case: each keeps its own colour and width, as the pens on a desk do."""

from __future__ import annotations

from whiteboard.model.style import COLORS, HIGHLIGHTER, HIGHLIGHTER_WIDTH_FACTOR, PEN, WIDTHS, Style


class Inks:
    """Colour and nominal width (one of WIDTHS, usually) of every ink, and which was used last."""

    def __init__(self) -> None:
        self.last = PEN
        self._colors = {PEN: COLORS[0], HIGHLIGHTER: COLORS[2]}
        self._widths = {PEN: WIDTHS[1], HIGHLIGHTER: WIDTHS[1]}

    @property
    def color(self) -> str:
        return self._colors[self.last]

    @property
    def width(self) -> float:
        """The nominal width: what the width buttons show."""
        return self._widths[self.last]

    def set_color(self, color: str) -> None:
        self._colors[self.last] = color

    def set_width(self, width: float) -> None:
        self._widths[self.last] = width

    def style_of(self, ink: str) -> Style:
        return Style(color=self._colors[ink], width=ink_width(ink, self._widths[ink]), ink=ink)


def ink_width(ink: str, nominal: float) -> float:
    """The diameter in board units of ink that was chosen with a nominal width."""
    return nominal * HIGHLIGHTER_WIDTH_FACTOR if ink == HIGHLIGHTER else nominal
