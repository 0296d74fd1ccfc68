"""Strokes that are thinner than a pixel or so: plain lines, thousands at once, a tenth of the price of their polygons.

Seen from far away a board has all of its strokes in view; their outlines would take seconds and show nothing more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from whiteboard.ink import simplify
from whiteboard.ink.arrays import Points, kept
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
_FAINTNESS = 4
"""Steps of transparency, for ink that fills less than a pixel."""

_SHARE = 0.7
"""Width of usual handwriting as a share of its nominal one."""


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

    styles = [element.style for element in elements]
    inks: dict[tuple[str, str], int] = {}
    looks = np.array([inks.setdefault((style.color, style.ink), len(inks)) for style in styles]) * (_FAINTNESS + 1)
    covers = np.ceil(np.array([style.width for style in styles]) * (zoom * _SHARE * _FAINTNESS))
    looks += np.clip(covers, 1, _FAINTNESS).astype(np.int64)
    owners = np.repeat(looks, counts - 1)
    ends = ends[np.argsort(owners, kind="stable")]
    cuts = np.append(0, np.cumsum(np.bincount(owners, minlength=len(inks) * (_FAINTNESS + 1) + 1))).tolist()
    return [
        HairlinesPicture(_pen(color, ink, cover), ends[cuts[look] : cuts[look + 1]], ink == HIGHLIGHTER)
        for (color, ink), number in inks.items()
        for cover in range(1, _FAINTNESS + 1)
        if cuts[look := number * (_FAINTNESS + 1) + cover] < cuts[look + 1]
    ]


@lru_cache(maxsize=256)
def _pen(name: str, ink: str, cover: int) -> QPen:
    """A pen of one device pixel; `cover` of _FAINTNESS is how much of it the ink fills."""
    color = QColor(ink_color(Style(name, ink=ink)))
    color.setAlphaF(cover / _FAINTNESS)
    return QPen(color, 0)
