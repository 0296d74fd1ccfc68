"""Ink on the board. A pen's ink covers; a highlighter's tints, as a real one does.

A highlighter is painted with Multiply: whatever is dark stays dark, so ink written before it or after it stays readable
without changing the order of painting, one stroke never darkens itself (it is one polygon) and two strokes do. Its
colour is lightened first, since the colours of the palette are those of pens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor, QPainter

from whiteboard.ink import shape
from whiteboard.model.element import Element
from whiteboard.model.style import EVEN_INKS, HIGHLIGHTER, Style

from ..qt_paths import fill_polygon

HIGHLIGHTER_STRENGTH = 0.48
"""Share of the chosen colour in a highlighter's tint; the rest is white."""

COVER = QPainter.CompositionMode.CompositionMode_SourceOver
TINT = QPainter.CompositionMode.CompositionMode_Multiply


@dataclass(frozen=True, slots=True)
class InkPicture:
    """The polygon of a stroke relative to its origin (x, y), which is where it moves with.

    Kept as (m,) complex64, a third of the memory of a QPainterPath.
    """

    outline: npt.NDArray[np.complex64]
    x: float
    y: float
    color: QColor
    tints: bool

    def paint(self, painter: QPainter) -> None:
        painter.save()
        painter.translate(self.x, self.y)
        if self.tints:
            painter.setCompositionMode(TINT)
        fill_polygon(painter, self.outline, self.color)
        painter.restore()

    def moved(self, dx: float, dy: float) -> InkPicture:
        return replace(self, x=self.x + dx, y=self.y + dy)


def pictures(elements: Sequence[Element], zoom: float) -> list[InkPicture]:
    widths = np.array([element.style.width for element in elements])
    tints = [element.style.ink == HIGHLIGHTER for element in elements]
    pens = np.array([element.style.ink not in EVEN_INKS for element in elements])
    lines = shape.unpacked([element.points for element in elements], widths, pens)
    points, offsets = shape.ink(lines, zoom)
    cuts = offsets.tolist()
    return [
        InkPicture(
            points[begin:end].astype(np.complex64),
            element.geometry.x,
            element.geometry.y,
            ink_color(element.style),
            tint,
        )
        for element, tint, begin, end in zip(elements, tints, cuts, cuts[1:], strict=False)
    ]


def ink_color(style: Style) -> QColor:
    """The colour that a style's ink is painted with; a highlighter's is to be multiplied."""
    return _color(style.color, style.ink == HIGHLIGHTER, style.opacity)


@lru_cache(maxsize=256)
def _color(name: str, tint: bool, opacity: float) -> QColor:
    color = QColor(name)
    if not tint:
        color.setAlphaF(opacity)
        return color
    strength = HIGHLIGHTER_STRENGTH * opacity
    red, green, blue = (
        round(255 - strength * (255 - channel)) for channel in (color.red(), color.green(), color.blue())
    )
    return QColor(red, green, blue)
