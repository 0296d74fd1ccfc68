"""Strokes that are thinner than a pixel or so: plain lines, thousands at once, a tenth of the price of their polygons.

Seen from far away a board has all of its strokes in view; their outlines would take seconds and show nothing more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, inf

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from whiteboard.ink import curve, shape, simplify
from whiteboard.ink.arrays import Points, kept
from whiteboard.model.element import STROKE, Element

from ..qt_paths import draw_lines
from .stroke import ink_color

HAIR_PX = 1.3
"""Ink of less device pixels than this is drawn as a hairline."""

_ERROR_PX = 0.3
_FAINTNESS = 4


@dataclass(frozen=True, slots=True)
class HairlinesPicture:
    """Lines of one colour: (m, 2) begins and ends in board units."""

    pen: QPen
    ends: Points

    def paint(self, painter: QPainter) -> None:
        painter.setPen(self.pen)
        draw_lines(painter, self.ends)
        painter.setPen(Qt.PenStyle.NoPen)

    def moved(self, dx: float, dy: float) -> HairlinesPicture:
        return HairlinesPicture(self.pen, self.ends + complex(dx, dy))


def thickness(element: Element) -> float:
    """Width in board units of an element that may be drawn as a hairline; infinite for any other."""
    return element.style.width if element.kind == STROKE else inf


def hairlines(elements: Sequence[Element], zoom: float) -> list[HairlinesPicture]:
    """Pictures of many thin strokes together, for this zoom; which lies above which is not kept."""
    widths = np.array([element.style.width for element in elements])
    lines = shape.unpacked([element.points for element in elements], widths, np.zeros(len(elements), bool))
    points, _, offsets = curve.distinct(lines.points, lines.radii, lines.offsets)
    keep = simplify.worth_keeping(points, np.zeros(len(points)), offsets, _ERROR_PX / zoom)
    points, offsets = points[keep], kept(keep, offsets)
    counts = np.diff(offsets)
    points = points + np.repeat([complex(element.geometry.x, element.geometry.y) for element in elements], counts)
    ends = np.stack([points[:-1], points[1:]], axis=1)
    owner = np.repeat(np.arange(len(elements)), counts)[:-1]
    inside = np.ones(len(ends), bool)
    inside[offsets[1:-1] - 1] = False

    looks: dict[tuple[int, int], list[int]] = {}
    for place, element in enumerate(elements):
        cover = min(_FAINTNESS, ceil(element.style.width * zoom * 0.7 * _FAINTNESS))
        looks.setdefault((ink_color(element.style).rgb(), cover), []).append(place)
    made = []
    for (rgb, cover), places in looks.items():
        color = QColor.fromRgb(rgb)
        color.setAlphaF(cover / _FAINTNESS)
        mine = np.zeros(len(elements), bool)
        mine[places] = True
        made.append(HairlinesPicture(QPen(color, 0), np.ascontiguousarray(ends[inside & mine[owner]])))
    return made
