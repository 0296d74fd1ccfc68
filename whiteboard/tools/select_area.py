"""Selecting by area: the box takes what lies wholly inside, with Ctrl all it touches; the lasso what it mostly holds.

The box is Excalidraw's; a box that touches is tldraw's. The lasso asks for half of an element, so that a hasty loop
around a word takes its letters and leaves the line above.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from whiteboard.ink.arrays import Mask, Points
from whiteboard.ink.packed import unpack_coarsely
from whiteboard.model.element import CONNECTOR, STROKE, Element, ElementId
from whiteboard.model.elements import connector
from whiteboard.model.geometry import Point, Rect

from .eraser import unlocked
from .events import PointerMove, PointerUp
from .select_frame import outline
from .step import Preview, Step
from .tool import Surroundings

_STEP_PX = 3.0
"""The lasso gets a corner every so often."""

_LIVE = 400_000
"""Up to so many elements times corners of the lasso, what it holds is shown while it is drawn."""

_UNPACKING = 50
"""What it costs to unpack an element, in corners of the lasso."""

_CELL = 6.0
"""Places on ink that are looked at, in board units of way apart."""


@dataclass(frozen=True, slots=True)
class Boxing:
    """`before` was selected, `kept` stays so."""

    start: Point
    before: frozenset[ElementId]
    kept: frozenset[ElementId]

    def moved(self, event: PointerMove, around: Surroundings) -> Step:
        return Step(preview=Preview(box=Rect.spanned_by(self.start, event.at)), selection=self._held(event, around))

    def lifted(self, event: PointerUp, around: Surroundings) -> Step:
        return Step(selection=self._held(event, around), over=True)

    def cancelled(self) -> Step:
        return Step(selection=self.before, over=True)

    def _held(self, event: PointerMove | PointerUp, around: Surroundings) -> frozenset[ElementId]:
        box = Rect.spanned_by(self.start, event.at)
        held = list(around.index.inside(box))
        if event.modifiers.ctrl:
            a, b, c, d = (Point(box[x], box[y]) for x, y in ((0, 1), (2, 1), (2, 3), (0, 3)))
            for begin, end in ((a, b), (b, c), (c, d), (d, a)):
                held.extend(around.index.touching(begin, end, 0.0))
        return self.kept | unlocked(held, around)


@dataclass(frozen=True, slots=True)
class Lassoing:
    """The same with a line around: `line` grows as it is drawn."""

    before: frozenset[ElementId]
    kept: frozenset[ElementId]
    line: list[Point] = field(default_factory=list)

    def moved(self, event: PointerMove, around: Surroundings) -> Step:
        last = self.line[-1] if self.line else None
        if last is None or max(abs(event.at.x - last.x), abs(event.at.y - last.y)) * event.zoom >= _STEP_PX:
            self.line.append(event.at)
        held = self._held(around, at_most=_LIVE)
        return Step(preview=Preview(lasso=tuple(self.line)), selection=held)

    def lifted(self, event: PointerUp, around: Surroundings) -> Step:
        self.line.append(event.at)
        return Step(selection=self._held(around), over=True)

    def cancelled(self) -> Step:
        return Step(selection=self.before, over=True)

    def _held(self, around: Surroundings, at_most: int | None = None) -> frozenset[ElementId] | None:
        """What the lasso holds; None if that is too much to find out in a moment."""
        near = unlocked(around.index.meeting(Rect.around(self.line)), around)
        if len(self.line) < 3 or not near:
            return self.kept
        elements = [element for id in near if (element := around.document.get(id)) is not None]
        if at_most is not None and len(elements) * (len(self.line) + _UNPACKING) > at_most:
            return None
        return self.kept | {element.id for element, yes in zip(elements, held(elements, self.line), strict=True) if yes}


def held(elements: list[Element], line: list[Point]) -> list[bool]:
    """Whether at least half of each element is inside the closed line."""
    corners = np.array([complex(*point) for point in line])
    strokes = [element for element in elements if element.kind == STROKE]
    shares: dict[ElementId, bool] = {}
    if strokes:
        points, offsets = unpack_coarsely([stroke.points for stroke in strokes], _CELL)
        origins = np.array([complex(stroke.geometry.x, stroke.geometry.y) for stroke in strokes])
        points += np.repeat(origins, np.diff(offsets))
        inside = np.add.reduceat(_is_inside(points, corners), offsets[:-1], dtype=np.int64)
        enough = (2 * inside >= np.diff(offsets)).tolist()
        shares = {stroke.id: yes for stroke, yes in zip(strokes, enough, strict=True)}
    for element in elements:
        if element.kind != STROKE:
            inside = _is_inside(_samples(element), corners)
            shares[element.id] = bool(2 * inside.sum() >= len(inside))
    return [shares[element.id] for element in elements]


def _samples(element: Element) -> Points:
    """Places all over an element that is not ink."""
    if element.kind == CONNECTOR:
        start, end = (complex(*point) for point in connector.ends(element))
        return np.array([start + share / 8 * (end - start) for share in range(9)])
    a, b, _, d = (complex(*corner) for corner in outline(element))
    across, down = np.meshgrid(np.linspace(0.1, 0.9, 5), np.linspace(0.1, 0.9, 5))
    grid: Points = (a + across * (b - a) + down * (d - a)).ravel()
    return grid


def _is_inside(points: Points, corners: Points) -> Mask:
    """Which points the closed line holds, by the even-odd rule."""
    inside = np.zeros(len(points), bool)
    x, y = points.real, points.imag
    for begin, end in zip(corners, np.roll(corners, -1), strict=True):
        if begin.imag == end.imag:
            continue
        between = (begin.imag > y) != (end.imag > y)
        cross = begin.real + (y - begin.imag) * ((end.real - begin.real) / (end.imag - begin.imag))
        inside ^= between & (x < cross)
    return inside
