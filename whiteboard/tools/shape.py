"""Shapes: drag to size one, with Shift as wide as high, with Alt from its middle; a click makes one of a fair size.

Its corners snap to what is near as those of a shape that is sized later do.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import assert_never

from whiteboard.model.element import SHAPE, Element, ElementId
from whiteboard.model.elements.shape import shape_element
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.op import Put

from .events import Contact, Modifiers, PointerCancel, PointerDown, PointerMove, PointerUp
from .snapping import Targets, targets_near
from .step import NOBODY, OVER, STAY, Guide, Preview, Step
from .tool import Surroundings

CLICK_PX = 4.0
"""A hand that only clicks moves no further."""

DEFAULT_PX = 160.0, 100.0
REGULAR_PX = 120.0, 114.0
"""What a click makes, as wide and high on the screen; the latter of what looks odd when it is not regular."""

_REGULAR = ("triangle", "pentagon", "hexagon", "star")


@dataclass(frozen=True, slots=True)
class _Idle:
    pass


@dataclass(frozen=True, slots=True)
class _Sizing:
    """`pressed` is where the pointer went down, `start` the corner that came of it; `dragged` once it is no click."""

    id: ElementId
    order: str
    pressed: Point
    start: Point
    targets: Targets
    dragged: bool = False


class Shape:
    """Draws one shape of a form, and takes the tool `then`."""

    def __init__(self, form: str, then: str) -> None:
        self._form = form
        self._then = then
        self._state: _Idle | _Sizing = _Idle()

    def handle(self, event: Contact, around: Surroundings) -> Step:
        match self._state:
            case _Idle():
                if not isinstance(event, PointerDown):
                    return OVER
                self._state = _begun(event, around)
                return STAY
            case _Sizing() as sizing:
                match event:
                    case PointerMove():
                        return self._size(sizing, event, around)
                    case PointerUp():
                        self._state = _Idle()
                        drag = _is_drag(sizing, event)
                        box = _drawn(sizing, event, around)[0] if drag else self._default(event)
                        element = self._element(sizing, box, around)
                        return Step(ops=(Put(element),), selection=frozenset([element.id]), take=self._then, over=True)
                    case PointerCancel():
                        self._state = _Idle()
                        return OVER
                    case PointerDown():
                        return STAY
                    case _:
                        assert_never(event)
            case _:
                assert_never(self._state)

    def _size(self, sizing: _Sizing, event: PointerMove, around: Surroundings) -> Step:
        if not _is_drag(sizing, event):
            return STAY
        self._state = replace(sizing, dragged=True)
        box, guides = _drawn(sizing, event, around)
        return Step(preview=Preview(elements=(self._element(sizing, box, around),), guides=guides))

    def _default(self, event: PointerUp) -> Rect:
        width, height = (side / event.zoom for side in (REGULAR_PX if self._form in _REGULAR else DEFAULT_PX))
        x, y = event.at
        corners = Point(x - width / 2, y - height / 2), Point(x + width / 2, y + height / 2)
        return Rect.spanned_by(*(on_grid(corner, event.zoom) for corner in corners))

    def _element(self, sizing: _Sizing, box: Rect, around: Surroundings) -> Element:
        style = around.style_of(SHAPE)
        return shape_element(sizing.id, self._form, box, order=sizing.order, style=style, parent=around.page)


def on_grid(point: Point, zoom: float) -> Point:
    """On whole board units, so that edges are crisp; seen from near in sixteenths, as everything on the board."""
    parts = 1 if zoom < 2 else 16
    return Point(round(point.x * parts) / parts, round(point.y * parts) / parts)


def _is_drag(sizing: _Sizing, event: PointerMove | PointerUp) -> bool:
    return sizing.dragged or math.dist(sizing.pressed, event.at) * event.zoom > CLICK_PX


def _begun(event: PointerDown, around: Surroundings) -> _Sizing:
    at = on_grid(event.at, event.zoom)
    here = Rect.spanned_by(at, at)
    targets = targets_near(here, NOBODY, event.zoom, around)
    start, _ = _snapped(at, targets, here, event, around)
    return _Sizing(around.new_id(), around.next_order(), event.at, start, targets)


def _drawn(sizing: _Sizing, event: PointerMove | PointerUp, around: Surroundings) -> tuple[Rect, tuple[Guide, ...]]:
    """The box so far, and what its corner is in line with."""
    at = on_grid(event.at, event.zoom)
    box = _box(sizing.start, at, event.modifiers)
    if event.modifiers.shift:
        return box, ()
    at, guides = _snapped(at, sizing.targets, box, event, around)
    return _box(sizing.start, at, event.modifiers), guides


def _snapped(
    at: Point, targets: Targets, box: Rect, event: PointerDown | PointerMove | PointerUp, around: Surroundings
) -> tuple[Point, tuple[Guide, ...]]:
    if around.snapping == event.modifiers.ctrl:
        return at, ()
    snap = targets.snapped_edges(at, (True, True), box, event.zoom)
    return Point(at.x + snap.by.x, at.y + snap.by.y), snap.guides


def _box(start: Point, at: Point, keys: Modifiers) -> Rect:
    dx, dy = _way(at.x - start.x, at.y - start.y, keys)
    opposite = Point(start.x - dx, start.y - dy) if keys.alt else start
    return Rect.spanned_by(opposite, Point(start.x + dx, start.y + dy))


def _way(dx: float, dy: float, keys: Modifiers) -> tuple[float, float]:
    if not keys.shift:
        return dx, dy
    side = max(abs(dx), abs(dy))
    return math.copysign(side, dx), math.copysign(side, dy)
