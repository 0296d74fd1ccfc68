"""The look of an element: its ink, colours, line and letters."""

from __future__ import annotations

import msgspec

PEN = "pen"
HIGHLIGHTER = "highlighter"
MARKER = "marker"
LASER = "laser"
"""Ink that fades: it is only ever a trail, never an element."""

INKS: tuple[str, ...] = (PEN, HIGHLIGHTER, MARKER)
"""The inks that a stroke may have."""

EVEN_INKS: tuple[str, ...] = (HIGHLIGHTER, MARKER, LASER)
"""Inks as wide as their style says, however firmly one presses."""

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

DASHES: tuple[str, ...] = ("", "dashed", "dotted")
TIPS: tuple[str, ...] = ("", "arrow", "triangle", "dot", "bar", "diamond")
"""What the ends of a connector may carry."""

ALIGNMENTS: tuple[str, ...] = ("left", "center", "right")
FAMILIES: tuple[str, ...] = ("", "serif", "mono", "hand")
"""Families of letters; "" is the plain one. Each system has its own of each."""

FONT_SIZES: tuple[float, ...] = (16.0, 24.0, 36.0, 56.0)
"""Small, medium, large, extra large: heights of the em square in board units."""

MIN_FONT_SIZE, MAX_FONT_SIZE = 1.0, 2000.0


class Font(msgspec.Struct, frozen=True, gc=False, omit_defaults=True, forbid_unknown_fields=True):
    """The letters of an element with text; `size` is the em square in board units."""

    size: float = FONT_SIZES[1]
    family: str = ""
    align: str = ALIGNMENTS[0]
    bold: bool = False
    italic: bool = False


class Style(msgspec.Struct, frozen=True, gc=False, omit_defaults=True, forbid_unknown_fields=True):
    """The `style` group. Each kind uses what makes sense for it.

    `color` is that of ink, outline or letters, and a note's paper; `width` the diameter of the ink at full pressure, or
    of the outline, in board units; `fill` the inside of a shape ("" leaves it open); `opacity` 0..1 of the whole.
    `tail` and `head` are the tips at the beginning and at the end of a connector. `font` None means that of Font().
    """

    color: str = COLORS[0]
    width: float = WIDTHS[1]
    ink: str = PEN
    opacity: float = 1.0
    fill: str = ""
    dash: str = ""
    tail: str = ""
    head: str = ""
    font: Font | None = None
