"""Lines and arrows: drag from place to place; ends that are dropped on something stick to it, except with Ctrl."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import assert_never

import msgspec

from whiteboard.model.content import Binding
from whiteboard.model.element import CONNECTOR, Element, ElementId
from whiteboard.model.elements.connector import connector_element
from whiteboard.model.elements.connector_line import CURVED
from whiteboard.model.geometry import Point
from whiteboard.model.op import Put

from .attaching import led, rounded
from .connector_ends import sticks_at, targets_of
from .events import Contact, Device, PointerCancel, PointerDown, PointerMove, PointerUp
from .step import OVER, STAY, Preview, Step
from .straight import stepped
from .tool import Surroundings

CLICK_PX, TOUCH_CLICK_PX = 4.0, 9.0
"""A hand that only clicks moves no further: that draws nothing."""

STICKS_PX, TOUCH_STICKS_PX = 10.0, 18.0
"""An end sticks to what it is so near to."""

FIRST_BEND = 0.2
"""How much a curved connector is bent when it is drawn."""


@dataclass(frozen=True, slots=True)
class _Idle:
    pass


@dataclass(frozen=True, slots=True)
class _Drawing:
    """From `start`, which would stick to `tail`."""

    id: ElementId
    order: str
    start: Point
    tail: Binding | None
    dragged: bool = False


class Connect:
    """Draws one connector of a form, with or without tips, and takes the tool `then`."""

    def __init__(self, form: str, then: str, *, tips: bool = True) -> None:
        self._form = form
        self._then = then
        self._tips = tips
        self._state: _Idle | _Drawing = _Idle()

    def handle(self, event: Contact, around: Surroundings) -> Step:
        match self._state:
            case _Idle():
                return self._begin(event, around) if isinstance(event, PointerDown) else OVER
            case _Drawing() as drawing:
                match event:
                    case PointerMove() if not _is_drag(drawing, event):
                        return STAY
                    case PointerMove():
                        self._state = _Drawing(drawing.id, drawing.order, drawing.start, drawing.tail, dragged=True)
                        element = self._element(drawing, event, around)
                        return Step(preview=Preview(elements=(element,), targets=targets_of(element)))
                    case PointerUp() if not _is_drag(drawing, event):
                        return self._end(OVER)
                    case PointerUp():
                        element = self._element(drawing, event, around)
                        chosen = frozenset([element.id])
                        return self._end(Step(ops=(Put(element),), selection=chosen, take=self._then, over=True))
                    case PointerCancel():
                        return self._end(OVER)
                    case PointerDown():
                        return STAY
                    case _:
                        assert_never(event)
            case _:
                assert_never(self._state)

    def _begin(self, event: PointerDown, around: Surroundings) -> Step:
        self._state = _Drawing(around.new_id(), around.next_order(), rounded(event.at), _sticks(event, around))
        return STAY

    def _end(self, step: Step) -> Step:
        self._state = _Idle()
        return step

    def _element(self, drawing: _Drawing, event: PointerMove | PointerUp, around: Surroundings) -> Element:
        tail, head = drawing.tail, _sticks(event, around)
        if tail is not None and head is not None and tail.to == head.to:
            tail = head = None  # a line within one element belongs to nobody
        end = stepped(drawing.start, event.at) if event.modifiers.shift and head is None else event.at
        style = around.style_of(CONNECTOR)
        element = connector_element(
            drawing.id,
            self._form,
            drawing.start,
            rounded(end),
            order=drawing.order,
            style=style if self._tips else msgspec.structs.replace(style, tail="", head=""),
            parent=around.page,
            bend=FIRST_BEND if self._form == CURVED else 0.0,
            start_binding=tail,
            end_binding=head,
        )
        return led(element, around.document.get)


def _sticks(event: PointerDown | PointerMove | PointerUp, around: Surroundings) -> Binding | None:
    if event.modifiers.ctrl:
        return None
    near_px = TOUCH_STICKS_PX if event.device is Device.TOUCH else STICKS_PX
    return sticks_at(event.at, near_px / event.zoom, around)


def _is_drag(drawing: _Drawing, event: PointerMove | PointerUp) -> bool:
    limit_px = TOUCH_CLICK_PX if event.device is Device.TOUCH else CLICK_PX
    return drawing.dragged or math.dist(drawing.start, event.at) * event.zoom > limit_px
