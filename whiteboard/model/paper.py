"""What a page is printed with: rulings in board units, endless in all directions. Nothing here paints.

A page has no border: its paper goes on as far as anybody draws. Positions count from the board's origin, so that a
paper is the same on every screen and in every file.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from .content import PAPERS

MILLIMETRE = 4.0
"""Board units. A centimetre on paper, a ruler and a printed page is 40 of them."""

GONE_GAP_PX, FULL_GAP_PX = 3.0, 8.0
"""Rulings closer together than this are not seen, and seen fully."""

PAPER_NAMES: dict[str, str] = {
    "": "Plain",
    "squared": "Squared",
    "ruled": "Ruled",
    "dotted": "Dotted",
    "graph": "Graph",
    "music": "Music",
    "seyes": "Seyès",
}


class Way(Enum):
    """Which way a ruling goes."""

    ACROSS = "across"
    DOWN = "down"
    DOTS = "dots"


class Ruling(NamedTuple):
    """Lines at offset + n * spacing for every whole n, or dots at such places both ways; `width` is their thickness.

    `gap` decides when it is too fine to be seen (`strength`); 0: its spacing does.
    """

    way: Way
    spacing: float
    color: str
    width: float = 0.5
    offset: float = 0.0
    gap: float = 0.0

    def strength(self, zoom: float) -> float:
        """How much of its colour shows at `zoom` pixels a board unit, 0..1; the rest is the paper's white."""
        gap_px = (self.gap or self.spacing) * zoom
        return min(max((gap_px - GONE_GAP_PX) / (FULL_GAP_PX - GONE_GAP_PX), 0.0), 1.0)


def _grid(spacing_mm: float, color: str, width: float = 0.5) -> tuple[Ruling, Ruling]:
    spacing = spacing_mm * MILLIMETRE
    return Ruling(Way.ACROSS, spacing, color, width), Ruling(Way.DOWN, spacing, color, width)


def _across(spacing_mm: float, color: str, *offsets_mm: float, gap_mm: float, width: float = 0.5) -> list[Ruling]:
    gap = gap_mm * MILLIMETRE
    spacing = spacing_mm * MILLIMETRE
    return [Ruling(Way.ACROSS, spacing, color, width, offset * MILLIMETRE, gap) for offset in offsets_mm]


RULINGS: dict[str, tuple[Ruling, ...]] = {
    "": (),
    "squared": _grid(5, "#c5d5e6"),
    "ruled": (Ruling(Way.ACROSS, 8 * MILLIMETRE, "#bccfe3"),),
    "dotted": (Ruling(Way.DOTS, 5 * MILLIMETRE, "#9aa8b6", 1.6),),
    "graph": (*_grid(1, "#f5e2d4", 0.25), *_grid(5, "#eecbb0"), *_grid(10, "#dfa883")),
    "music": tuple(_across(24, "#a3abb3", 0, 2, 4, 6, 8, gap_mm=4)),
    "seyes": (*_across(8, "#cfd9f2", 2, 4, 6, gap_mm=2, width=0.4), *_grid(8, "#a5b3dc")),
}
"""The rulings of each paper, to be painted in this order."""


def rulings(paper: str) -> tuple[Ruling, ...]:
    """The rulings of a paper; a paper that only a newer version knows is plain."""
    return RULINGS.get(paper, ())


assert tuple(RULINGS) == PAPERS == tuple(PAPER_NAMES)
