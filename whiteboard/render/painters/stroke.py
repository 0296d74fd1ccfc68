"""Ink on the board. A pen's ink covers; a highlighter's tints, as a real one does.

A highlighter is painted with Multiply: whatever is dark stays dark, so ink written before it or after it stays readable
without changing the order of painting, one stroke never darkens itself (it is one polygon) and two strokes do. Its
colour is lightened first, since the colours of the palette are those of pens.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from PySide6.QtGui import QColor, QPainter

from whiteboard.ink import shape
from whiteboard.ink.arrays import Indices, Points
from whiteboard.model.element import Element
from whiteboard.model.style import EVEN_INKS, HIGHLIGHTER, Style

from ..qt_paths import Steps, fill_steps

HIGHLIGHTER_STRENGTH = 0.48
"""Share of the chosen colour in a highlighter's tint; the rest is white."""

MOST_STEPS = 32767
LONGEST_STEP_PX = 1 / 64
"""Qt's rasteriser knows no finer one."""

_SHORTEST = 1e-12
"""Of a polygon that is a point."""

COVER = QPainter.CompositionMode.CompositionMode_SourceOver
TINT = QPainter.CompositionMode.CompositionMode_Multiply


@dataclass(frozen=True, slots=True)
class InkPicture:
    """The polygon of a stroke relative to its origin (x, y), which is where it moves with.

    Kept as (2 m,) numbers of `step` board units, mostly of 16 bits: a sixth of the memory of a QPainterPath.
    """

    steps: Steps
    step: float
    x: float
    y: float
    color: QColor
    tints: bool

    def paint(self, painter: QPainter) -> None:
        painter.save()
        painter.translate(self.x, self.y)
        if self.tints:
            painter.setCompositionMode(TINT)
        fill_steps(painter, self.steps, self.step, self.color)
        painter.restore()

    @property
    def outline(self) -> Points:
        """(m,) points in board units."""
        return (self.steps * np.float64(self.step)).view(np.complex128)

    def moved(self, dx: float, dy: float) -> InkPicture:
        return replace(self, x=self.x + dx, y=self.y + dy)


def pictures(elements: Sequence[Element], zoom: float) -> list[InkPicture]:
    widths = np.array([element.style.width for element in elements])
    tints = [element.style.ink == HIGHLIGHTER for element in elements]
    pens = np.array([element.style.ink not in EVEN_INKS for element in elements])
    lines = shape.unpacked([element.points for element in elements], widths, pens)
    points, offsets = shape.ink(lines, zoom)
    return [
        InkPicture(steps, step, element.geometry.x, element.geometry.y, ink_color(element.style), tint)
        for element, tint, (steps, step) in zip(elements, tints, _in_steps(points, offsets, zoom), strict=True)
    ]


def _in_steps(points: Points, offsets: Indices, zoom: float) -> Iterator[tuple[Steps, float]]:
    """Each stroke's polygon in steps as short as its reach allows; where they are too long, as floats in steps of 1."""
    numbers = points.view(np.float64)
    cuts = 2 * offsets
    lengths = np.maximum(np.maximum.reduceat(np.abs(numbers), cuts[:-1]) / MOST_STEPS, _SHORTEST)
    exact = numbers * np.repeat(1 / lengths, np.diff(cuts))
    whole = np.rint(exact, out=exact).astype(np.int16)
    ends = cuts.tolist()
    for begin, end, length in zip(ends, ends[1:], lengths.tolist(), strict=False):
        if length * zoom <= LONGEST_STEP_PX:
            yield whole[begin:end].copy(), length
        else:
            yield numbers[begin:end].astype(np.float32), 1.0


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
