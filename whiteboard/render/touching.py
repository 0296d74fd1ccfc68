"""Which elements a point or a sweep of the eraser touches: ink to its very edge, other kinds as they say themselves."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from whiteboard.ink import hit, shape
from whiteboard.model.element import STROKE, Element
from whiteboard.model.elements import kind_of
from whiteboard.model.geometry import Point
from whiteboard.model.style import EVEN_INKS


def touching(elements: Sequence[Element], a: Point, b: Point, radius: float) -> list[Element]:
    """Those of the elements that come within `radius` board units of the segment a to b, in their order."""
    strokes = [element for element in elements if element.kind == STROKE]
    touched = {stroke.id for stroke, near in zip(strokes, _ink_near(strokes, a, b, radius), strict=True) if near}
    touched |= {e.id for e in elements if e.kind != STROKE and kind_of(e).touches(e, a, b, radius)}
    return [element for element in elements if element.id in touched]


def _ink_near(strokes: Sequence[Element], a: Point, b: Point, radius: float) -> list[bool]:
    if not strokes:
        return []
    widths = np.array([stroke.style.width for stroke in strokes])
    pens = np.array([stroke.style.ink not in EVEN_INKS for stroke in strokes])
    origins = np.array([complex(stroke.geometry.x, stroke.geometry.y) for stroke in strokes])
    lines = shape.unpacked([stroke.points for stroke in strokes], widths, pens)
    near: list[bool] = (hit.distances(lines, origins, a, b) <= radius).tolist()
    return near
