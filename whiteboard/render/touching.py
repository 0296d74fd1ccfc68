"""Which elements a point or a sweep of the eraser touches: ink to its very edge, other kinds as they say themselves."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

import numpy as np

from whiteboard.ink import hit, shape
from whiteboard.model.element import STROKE, Element
from whiteboard.model.elements import kind_of
from whiteboard.model.geometry import Point
from whiteboard.model.style import EVEN_INKS

MOST_CURVES = 400
"""Strokes near the pointer whose curves are kept: 2 MB; more, while one sweep is near more."""

_Ink = tuple[bytes, float, bool]
"""All that the curve of a stroke depends on: its packed points, its width, and whether pressure counts."""


class Touching:
    """Keeps the curves of strokes that were looked at lately: a pointer mostly moves among the same ones."""

    def __init__(self) -> None:
        self._curves: OrderedDict[_Ink, hit.Trace] = OrderedDict()

    def __call__(self, elements: Sequence[Element], a: Point, b: Point, radius: float) -> list[Element]:
        """Those of the elements that come within `radius` board units of the segment a to b, in their order."""
        strokes = [element for element in elements if element.kind == STROKE]
        touched = {
            stroke.id for stroke, near in zip(strokes, self._ink_near(strokes, a, b, radius), strict=True) if near
        }
        touched |= {e.id for e in elements if e.kind != STROKE and kind_of(e).touches(e, a, b, radius)}
        return [element for element in elements if element.id in touched]

    def _ink_near(self, strokes: Sequence[Element], a: Point, b: Point, radius: float) -> list[bool]:
        if not strokes:
            return []
        origins = np.array([complex(stroke.geometry.x, stroke.geometry.y) for stroke in strokes])
        near: list[bool] = hit.touched(self._traces(strokes), origins, a, b, radius).tolist()
        return near

    def _traces(self, strokes: Sequence[Element]) -> list[hit.Trace]:
        inks = [(stroke.points, stroke.style.width, stroke.style.ink not in EVEN_INKS) for stroke in strokes]
        known = self._curves
        if new := list({ink for ink in inks if ink not in known}):
            packed, widths, pens = zip(*new, strict=True)
            lines = shape.unpacked(packed, np.array(widths), np.array(pens))
            known.update(zip(new, hit.traces(lines), strict=True))
        for ink in inks:
            known.move_to_end(ink)
        while len(known) > max(MOST_CURVES, len(inks)):
            known.popitem(last=False)
        return [known[ink] for ink in inks]
