"""Size, family, weight and alignment of the letters of what is selected. Pure: elements in, operations out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from whiteboard.model.document import Document
from whiteboard.model.element import ElementId
from whiteboard.model.elements import kind_of
from whiteboard.model.op import Patch
from whiteboard.model.style import MAX_FONT_SIZE, MIN_FONT_SIZE, Font

Lettering = Callable[[Font], Font]

SIZES: tuple[float, ...] = (8, 10, 12, 14, 16, 18, 20, 24, 28, 32, 36, 44, 56, 72, 96, 128, 192, 256)
"""Sizes that larger and smaller go through, in board units."""


def relettered(ids: Iterable[ElementId], document: Document, change: Lettering) -> list[Patch]:
    """Give other letters to those of the elements that can hold text."""
    found = (document.get(id) for id in sorted(ids))
    return [
        Patch(id=e.id, style=msgspec.structs.replace(e.style, font=change(e.style.font or Font())))
        for e in found
        if e is not None and not e.lock and kind_of(e).text
    ]


def larger(font: Font) -> Font:
    return sized(next((size for size in SIZES if size > font.size + 0.01), font.size * 1.25))(font)


def smaller(font: Font) -> Font:
    return sized(next((size for size in reversed(SIZES) if size < font.size - 0.01), font.size / 1.25))(font)


def bold(font: Font) -> Font:
    return msgspec.structs.replace(font, bold=not font.bold)


def italic(font: Font) -> Font:
    return msgspec.structs.replace(font, italic=not font.italic)


def sized(size: float) -> Lettering:
    return lambda font: msgspec.structs.replace(font, size=min(max(size, MIN_FONT_SIZE), MAX_FONT_SIZE))


def aligned(align: str) -> Lettering:
    """One of ALIGNMENTS."""
    return lambda font: msgspec.structs.replace(font, align=align)


def of_family(family: str) -> Lettering:
    """One of FAMILIES."""
    return lambda font: msgspec.structs.replace(font, family=family)
