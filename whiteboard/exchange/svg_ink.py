"""Ink as SVG paths, thousands of strokes a second: what Qt would be asked point by point, numpy says at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from whiteboard.model.element import Element
from whiteboard.render.painters import stroke

from .svg_device import Write

GRID = 32
"""Positions are whole numbers of this fraction of a board unit, each written as the way from the one before."""


def write(write: Write, elements: Sequence[Element], sharpness: float) -> None:
    """Write strokes, in their order; `sharpness` is the zoom that they are made for."""
    for picture in stroke.pictures(elements, sharpness):
        color = picture.color
        paint = f' fill="{color.name()}"'
        if color.alphaF() < 1:
            paint += f' fill-opacity="{color.alphaF():.3g}"'
        if picture.tints:
            paint += ' style="mix-blend-mode:multiply"'
        places = np.round(np.column_stack([picture.outline.real, picture.outline.imag]) * GRID).astype(np.int64)
        ways = np.diff(places, axis=0)
        ways = ways[ways.any(axis=1)]
        begin = f"{places[0, 0]} {places[0, 1]}"
        on = " ".join(map(str, ways.ravel().tolist()))
        place = f'transform="matrix({1 / GRID:g} 0 0 {1 / GRID:g} {picture.x:.10g} {picture.y:.10g})"'
        write(f'<path d="m{begin}l{on}z"{paint} {place}/>\n')
