"""Text: a click begins a text that grows with what is typed, a drag one whose lines end at the width that was drawn."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import assert_never

import msgspec

from whiteboard.model.element import TEXT, Element
from whiteboard.model.elements.text import text_element
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.op import Put
from whiteboard.model.style import Font

from .events import Contact, Device, PointerCancel, PointerDown, PointerMove, PointerUp
from .step import OVER, STAY, Preview, Step
from .tool import Surroundings

DRAG_PX = 12.0
"""A press that moves further draws the width."""

LEAST_WIDTH_EM = 2.0
TOLERANCE_PX = 4.0


@dataclass(frozen=True, slots=True)
class _Idle:
    pass


@dataclass(frozen=True, slots=True)
class _Pressing:
    start: Point


@dataclass(frozen=True, slots=True)
class _Widening:
    start: Point


class Text:
    """Makes a text for the window to let the person type into; a click on a text lets them type into that."""

    def __init__(self) -> None:
        self._state: _Idle | _Pressing | _Widening = _Idle()

    def handle(self, event: Contact, around: Surroundings) -> Step:
        match self._state:
            case _Idle():
                if not isinstance(event, PointerDown):
                    return OVER
                self._state = _Pressing(event.at)
                return STAY
            case _Pressing(start):
                match event:
                    case PointerMove():
                        if hypot(event.at.x - start.x, event.at.y - start.y) * event.zoom < DRAG_PX:
                            return STAY
                        self._state = _Widening(start)
                        return Step(preview=Preview(box=_box(start, event.at, around)))
                    case PointerUp():
                        return self._end(_begun(_hit(event, around) or _made(start, None, around), around))
                    case PointerCancel():
                        return self._end(OVER)
                    case PointerDown():
                        return STAY
                    case _:
                        assert_never(event)
            case _Widening(start):
                match event:
                    case PointerMove():
                        return Step(preview=Preview(box=_box(start, event.at, around)))
                    case PointerUp():
                        box = _box(start, event.at, around)
                        first_line = Point(box.left, box.top + box.height / 2)
                        return self._end(_begun(_made(first_line, box.width, around), around))
                    case PointerCancel():
                        return self._end(OVER)
                    case PointerDown():
                        return STAY
                    case _:
                        assert_never(event)
            case _:
                assert_never(self._state)

    def _end(self, step: Step) -> Step:
        self._state = _Idle()
        return step


def _begun(element: Element, around: Surroundings) -> Step:
    """Type into this text, which may be new."""
    ops = () if element.id in around.document else (Put(element),)
    return Step(ops=ops, write=element.id, selection=frozenset([element.id]), take="select", over=True)


def _made(at: Point, width: float | None, around: Surroundings) -> Element:
    x, y = (round(at.x * 16) / 16, round(at.y * 16) / 16)
    made = text_element(
        around.new_id(),
        Point(x, y),
        order=around.next_order(),
        style=around.style_of(TEXT),
        parent=around.page,
        width=width,
    )
    if width is not None:
        return made
    share = {"center": 0.5, "right": 1.0}.get(_font(around).align, 0.0)
    return msgspec.structs.replace(made, geometry=msgspec.structs.replace(made.geometry, x=x - share))


def _hit(event: PointerUp, around: Surroundings) -> Element | None:
    """The text under the pointer, if it is one that may be changed."""
    reach = TOLERANCE_PX * (2 if event.device is Device.TOUCH else 1)
    id = around.index.at(event.at, reach / event.zoom)
    element = around.document.get(id) if id is not None else None
    return element if element is not None and element.kind == TEXT and not element.lock else None


def _box(start: Point, at: Point, around: Surroundings) -> Rect:
    """One line high, as wide as it was drawn, in whole units."""
    font = _font(around)
    width = max(abs(round(at.x - start.x)), LEAST_WIDTH_EM * font.size)
    left = start.x if at.x >= start.x else start.x - width
    return Rect(left, start.y, left + width, start.y + font.size * 1.3)


def _font(around: Surroundings) -> Font:
    return around.style_of(TEXT).font or Font()
