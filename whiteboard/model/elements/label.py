"""About how much room a label takes, where no letters can be measured: for hit tests, and for the room it gets."""

from __future__ import annotations

import math

from whiteboard.model.style import Font

LINE = 1.4
"""The height of a line as a share of the font's size: as much as any family needs."""

_NARROW, _WIDE = 0.62, 1.05
"""The width of a letter as a share of the font's size: of most alphabets, and of those that fill a square."""

_FIRST_WIDE = 0x1100


def label_size(text: str, font: Font | None, width: float) -> tuple[float, float]:
    """Width and height in board units of a text that is broken to lines no wider than `width`, on the generous side."""
    size = (font or Font()).size
    lines = [sum(_WIDE if ord(c) >= _FIRST_WIDE else _NARROW for c in line) * size for line in text.split("\n")]
    fit = max(width, size)
    count = sum(max(1, math.ceil(line / fit)) for line in lines)
    return min(max(lines), fit), count * size * LINE
