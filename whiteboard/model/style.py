"""The look of an element: which ink, its colour and its width."""

from __future__ import annotations

import msgspec

PEN = "pen"
HIGHLIGHTER = "highlighter"

COLORS: tuple[str, ...] = (
    "#1e1e1e",
    "#e03131",
    "#f08c00",
    "#2f9e44",
    "#1971c2",
    "#7048e8",
    "#c2255c",
    "#868e96",
)
"""The palette of the toolbar, in the order shown. Any other `#rrggbb` is valid on the wire."""

WIDTHS: tuple[float, ...] = (2.0, 4.0, 8.0, 16.0)
"""The four pen widths, in board units, chosen with the keys 1 to 4."""

HIGHLIGHTER_WIDTH_FACTOR = 5.0
"""A highlighter is this many times as wide as a pen of the same chosen width."""

MAX_WIDTH = 512.0


class Style(msgspec.Struct, frozen=True, gc=False, omit_defaults=True, forbid_unknown_fields=True):
    """The `style` group. `width` is the diameter of the ink at full pressure, in board units."""

    color: str = COLORS[0]
    width: float = WIDTHS[1]
    ink: str = PEN
