"""Strokes that are thinner than a pixel or so: plain lines, thousands at once, a tenth of the price of their polygons.

Seen from far away a board has all of its strokes in view; their outlines would take seconds and show nothing more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil, inf

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from whiteboard.ink import simplify
from whiteboard.ink.arrays import Points, kept
from whiteboard.ink.packed import unpack_coarsely
from whiteboard.model.element import STROKE, Element
from whiteboard.model.style import HIGHLIGHTER, Style

from ..qt_paths import draw_lines
from .stroke import COVER, TINT, ink_color

HAIR_PX = 1.5
"""Ink of less device pixels than this is drawn as a hairline."""

_CELL_PX = 1.2
"""Points nearer together than this are one, before any is looked at."""

_ERROR_PX = 0.35
_FAINTNESS = 4


@dataclass(frozen=True, slots=True)
class HairlinesPicture:
    """Lines of one colour: (m, 2) begins and ends in board units."""

    pen: QPen
    ends: Points
    tints: bool

    def paint(self, painter: QPainter) -> None:
        painter.setPen(self.pen)
        painter.setCompositionMode(TINT if self.tints else COVER)
        draw_lines(painter, self.ends)
        painter.setCompositionMode(COVER)
        painter.setPen(Qt.PenStyle.NoPen)

    def moved(self, dx: float, dy: float) -> HairlinesPicture:
        return replace(self, ends=self.ends + complex(dx, dy))


def thickness(element: Element) -> float:
    """Width in board units of an element that may be drawn as a hairline; infinite for any other."""
    return element.style.width if element.kind == STROKE else inf


def hairlines(elements: Sequence[Element], zoom: float) -> list[HairlinesPicture]:
    """Pictures of many thin strokes together, for this zoom; which lies above which is not kept."""
    points, offsets = unpack_coarsely([element.points or b"\0\0\0" for element in elements], _CELL_PX / zoom)
    keep = simplify.worth_keeping(points, None, offsets, _ERROR_PX / zoom)
    points, offsets = points[keep], kept(keep, offsets)
    counts = np.diff(offsets)
    places = [element.geometry for element in elements]
    origins = np.array([place.x for place in places]) + 1j * np.array([place.y for place in places])
    points += np.repeat(origins, counts)
    inside = np.ones(len(points), bool)
    inside[offsets[1:] - 1] = False
    begins = np.flatnonzero(inside)
    ends = np.empty((len(begins), 2), np.complex128)
    ends[:, 0] = points[begins]
    ends[:, 1] = points[begins + 1]

    pens: dict[tuple[str, str, float], int] = {}
    looks = [(style.color, style.ink, style.width) for style in [element.style for element in elements]]
    numbers = np.array([pens.setdefault(look, len(pens)) for look in looks])
    numbers = np.repeat(numbers, counts - 1)
    ends = ends[np.argsort(numbers, kind="stable")]
    cuts = np.append(0, np.cumsum(np.bincount(numbers, minlength=len(pens)))).tolist()
    return [
        HairlinesPicture(_pen(color, ink, ceil(width * zoom * 0.7 * _FAINTNESS)), ends[begin:end], ink == HIGHLIGHTER)
        for (color, ink, width), begin, end in zip(pens, cuts, cuts[1:], strict=False)
    ]


@lru_cache(maxsize=256)
def _pen(name: str, ink: str, cover: int) -> QPen:
    """A pen of one device pixel; `cover` of _FAINTNESS is how much of it the ink fills."""
    color = QColor(ink_color(Style(name, ink=ink)))
    color.setAlphaF(min(cover, _FAINTNESS) / _FAINTNESS)
    return QPen(color, 0)
