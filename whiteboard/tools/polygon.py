"""The polygon: corner by corner, by clicks or drags; closed by a click on its first corner, or a double click."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import assert_never

from whiteboard.model.element import SHAPE, Element, ElementId
from whiteboard.model.elements.shape import FEWEST_CORNERS, MOST_CORNERS, polygon_element
from whiteboard.model.geometry import Point
from whiteboard.model.op import Put

from .events import Contact, Device, PointerCancel, PointerDown, PointerMove, PointerUp
from .shape import CLICK_PX, on_grid
from .step import OVER, STAY, Preview, Step
from .straight import stepped
from .tool import Surroundings

CLOSING_PX, TOUCH_CLOSING_PX = 10.0, 20.0
"""A click so near to the first corner closes the polygon."""


@dataclass(frozen=True, slots=True)
class _Idle:
    pass


@dataclass(frozen=True, slots=True)
class _Placing:
    """The corners so far; the pointer, down or not, is about to place the next."""

    id: ElementId
    order: str
    corners: tuple[Point, ...]
    pressed: Point


class Polygon:
    """Draws one polygon with several clicks, and takes the tool `then`."""

    def __init__(self, then: str) -> None:
        self._then = then
        self._state: _Idle | _Placing = _Idle()

    def handle(self, event: Contact, around: Surroundings) -> Step:
        match self._state:
            case _Idle():
                if not isinstance(event, PointerDown):
                    return OVER
                at = on_grid(event.at, event.zoom)
                self._state = _Placing(around.new_id(), around.next_order(), (at,), event.at)
                return STAY
            case _Placing() as placing:
                match event:
                    case PointerDown():
                        return self._press(placing, event, around)
                    case PointerMove():
                        return self._show(placing, _next(placing, event), around)
                    case PointerUp():
                        if math.dist(placing.pressed, event.at) * event.zoom <= CLICK_PX:
                            return STAY
                        return self._place(placing, _next(placing, event), around)
                    case PointerCancel():
                        self._state = _Idle()
                        return OVER
                    case _:
                        assert_never(event)
            case _:
                assert_never(self._state)

    def _press(self, placing: _Placing, event: PointerDown, around: Surroundings) -> Step:
        placing = replace(placing, pressed=event.at)
        closing = TOUCH_CLOSING_PX if event.device is Device.TOUCH else CLOSING_PX
        at_first = math.dist(placing.corners[0], event.at) * event.zoom <= closing
        if event.clicks > 1 or at_first:
            return self._close(placing, around)
        return self._place(placing, _next(placing, event), around)

    def _place(self, placing: _Placing, corner: Point, around: Surroundings) -> Step:
        if corner != placing.corners[-1]:
            placing = replace(placing, corners=(*placing.corners, corner))
        if len(placing.corners) == MOST_CORNERS:
            return self._close(placing, around)
        return self._show(placing, corner, around)

    def _show(self, placing: _Placing, at: Point, around: Surroundings) -> Step:
        self._state = placing
        corners = placing.corners if at == placing.corners[-1] else (*placing.corners, at)
        return Step(preview=Preview(elements=(_element(placing, corners, around),) if len(corners) > 1 else ()))

    def _close(self, placing: _Placing, around: Surroundings) -> Step:
        """Of too few corners nothing comes."""
        if len(placing.corners) < FEWEST_CORNERS:
            self._state = placing
            return STAY
        self._state = _Idle()
        element = _element(placing, placing.corners, around)
        return Step(ops=(Put(element),), selection=frozenset([element.id]), take=self._then, over=True)


def _next(placing: _Placing, event: PointerDown | PointerMove | PointerUp) -> Point:
    at = stepped(placing.corners[-1], event.at) if event.modifiers.shift else event.at
    return on_grid(at, event.zoom)


def _element(placing: _Placing, corners: tuple[Point, ...], around: Surroundings) -> Element:
    style = around.style_of(SHAPE)
    return polygon_element(placing.id, corners, order=placing.order, style=style, parent=around.page)
