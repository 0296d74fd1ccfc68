"""Strokes that are thinner than a pixel or so: plain lines, thousands at once, a tenth of the price of their polygons.

Seen from far away a board has all of its strokes in view; their outlines would take seconds and show nothing more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil

import numpy as np
from PySide6.QtGui import QColor, QPainter, QPen

from whiteboard.ink import simplify
from whiteboard.ink.arrays import Indices, Points, kept
from whiteboard.ink.packed import unpack_coarsely
from whiteboard.model.element import Element
from whiteboard.model.style import HIGHLIGHTER, Style

from ..qt_paths import draw_lines
from .stroke import COVER, TINT, ink_color

HAIR_PX = 1.5
"""Ink of less device pixels than this is drawn as a hairline."""

_CELL_PX = 1.2
"""Points nearer together than this are one, before any is looked at."""

_ERROR_PX = 0.35
_TINY = 0.125
"""Below this zoom letters are a few pixels high, and there are tens of thousands: what is left out is not looked at."""

_TINY_CELL_PX = 2.2
_FAINTNESS = 4
"""Steps of transparency, for ink that fills less than a pixel."""

_SHARE = 0.7
"""Width of usual handwriting as a share of its nominal one."""

MOST_RUNS = 100
"""So many pieces of one look after each other are painted in their order; more are gathered, a colour at a time."""

Look = tuple[str, str, float, int]
"""Colour, ink, opacity, and how many of _FAINTNESS parts of a pixel are filled."""


@dataclass(frozen=True, slots=True)
class HairlinesPicture:
    """Lines of one colour: (m, 2) begins and ends in board units."""

    pen: QPen
    ends: Points
    tints: bool

    def paint(self, painter: QPainter) -> None:
        painter.setPen(self.pen)
        if self.tints:
            painter.setCompositionMode(TINT)
        draw_lines(painter, self.ends)
        if self.tints:
            painter.setCompositionMode(COVER)

    def moved(self, dx: float, dy: float) -> HairlinesPicture:
        return replace(self, ends=self.ends + complex(dx, dy))


def hairlines(elements: Sequence[Element], zoom: float, places: Indices) -> list[tuple[int, HairlinesPicture]]:
    """Pictures of many thin strokes for this zoom, each with its place among all that is painted.

    `places` (n,) ascend and say where each stroke stands there: between two that are not neighbours others are painted.
    Where looks change so often that single strokes would be painted one by one, what is above what is only kept for a
    colour in the mean.
    """
    ends, line_offsets = _lines(elements, zoom)
    looks, numbers = _looks([element.style for element in elements], zoom)
    fresh = np.ones(len(elements), bool)
    fresh[1:] = (numbers[1:] != numbers[:-1]) | (np.diff(places) > 1)
    begins = np.flatnonzero(fresh)
    if len(begins) <= MOST_RUNS:
        cuts = np.append(line_offsets[begins], len(ends)).tolist()
        return [
            (place, _picture(looks[number], ends[begin:end]))
            for place, number, begin, end in zip(
                places[begins].tolist(), numbers[begins].tolist(), cuts, cuts[1:], strict=False
            )
        ]
    owners = np.repeat(numbers, np.diff(line_offsets))
    ends = ends[np.argsort(owners, kind="stable")]
    cuts = np.append(0, np.cumsum(np.bincount(owners, minlength=len(looks)))).tolist()
    strokes = np.bincount(numbers, minlength=len(looks))
    middles = np.bincount(numbers, weights=places, minlength=len(looks)) / np.maximum(strokes, 1)
    last = int(places[-1]) + 1
    return [
        (last, _picture(looks[number], ends[cuts[number] : cuts[number + 1]]))
        for number in np.argsort(middles, kind="stable").tolist()
    ]


def _lines(elements: Sequence[Element], zoom: float) -> tuple[Points, Indices]:
    """Begins and ends of all lines (m, 2) in board units, and offsets (n + 1,) of the strokes in them."""
    cell = (_TINY_CELL_PX if zoom < _TINY else _CELL_PX) / zoom
    points, offsets = unpack_coarsely([element.points or b"\0\0\0" for element in elements], cell)
    if zoom >= _TINY:
        keep = simplify.worth_keeping(points, None, offsets, _ERROR_PX / zoom)
        points, offsets = points[keep], kept(keep, offsets)
    places = [element.geometry for element in elements]
    origins = np.empty(len(places), np.complex128)
    origins.real, origins.imag = [place.x for place in places], [place.y for place in places]
    points += np.repeat(origins, np.diff(offsets))
    inside = np.ones(len(points), bool)
    inside[offsets[1:] - 1] = False
    begins = np.flatnonzero(inside)
    ends = np.empty((len(begins), 2), np.complex128)
    ends[:, 0] = points[begins]
    ends[:, 1] = points[begins + 1]
    return ends, offsets - np.arange(len(offsets))


def _looks(styles: Sequence[Style], zoom: float) -> tuple[list[Look], Indices]:
    """The looks that there are, and the number of each stroke's (n,).

    Strokes share their styles (`model.sharing`), so these are told apart by where they are kept first.
    """
    known: dict[Look, int] = {}
    places = list(map(id, styles))
    numbers: dict[int, int] = {}
    for place, style in dict(zip(places, styles, strict=True)).items():
        cover = min(max(ceil(style.width * zoom * _SHARE * _FAINTNESS), 1), _FAINTNESS)
        look = style.color, style.ink, style.opacity, cover
        numbers[place] = known.setdefault(look, len(known))
    return list(known), np.fromiter(map(numbers.__getitem__, places), np.int64, len(places))


def _picture(look: Look, ends: Points) -> HairlinesPicture:
    return HairlinesPicture(_pen(look), ends, look[1] == HIGHLIGHTER)


@lru_cache(maxsize=256)
def _pen(look: Look) -> QPen:
    """A pen of one device pixel, as strong as the ink fills it."""
    name, ink, opacity, cover = look
    color = QColor(ink_color(Style(name, ink=ink)))
    color.setAlphaF(opacity * cover / _FAINTNESS)
    return QPen(color, 0)
