"""Instruments: laying one on the board, and what one does with it there, whatever tool is in hand.

It is moved by its body, turned by its handle, put away by its cross; a compass draws with its pencil.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from typing import assert_never

import msgspec

from whiteboard.ink.samples import PenSample
from whiteboard.ink.stroke_builder import StrokeBuilder
from whiteboard.model.element import STROKE, Element, ElementId
from whiteboard.model.elements import instrument
from whiteboard.model.geometry import Point
from whiteboard.model.op import Op, Patch, Put, Remove
from whiteboard.model.style import Style

from .events import Contact, PointerCancel, PointerDown, PointerHover, PointerMove, PointerUp
from .step import OVER, STAY, Preview, Step, Trail, WetStroke
from .straight import STEP
from .tool import Cursor, Surroundings

HANDLE = 12.0
"""Half the size of a handle, in board units."""

HANDLE_PX = 14.0
"""It can be taken from so far on the screen, however small it is shown."""

MILLIMETRE = instrument.CM / 10
_DEGREE = math.radians(1)
_UPRIGHT = math.radians(2.5)
"""So near to a multiple of 45 degrees an instrument stands at that."""

_ARC_STEP = math.radians(2)

TELL_SECONDS = 0.1
"""How often the others hear where an instrument is that is being moved."""


class Grip(Enum):
    """Where an instrument was taken."""

    BODY = "body"
    TURN = "turn"
    CLOSE = "close"
    DRAW = "draw"


class Lay:
    """Lays an instrument on the board where the pointer lifts."""

    def __init__(self, form: str, back_to: str) -> None:
        self._form = form
        self._back_to = back_to
        self._id: ElementId | None = None

    def handle(self, event: Contact, around: Surroundings) -> Step:
        match event:
            case PointerDown():
                self._id = self._id or around.new_id()
            case PointerMove() | PointerUp() if self._id is not None:
                pass
            case _:
                return OVER
        element = instrument.laid(self._id, self._form, event.at, around.next_order(), around.page)
        if isinstance(event, PointerUp):
            return Step(ops=(Put(element),), take=self._back_to, over=True)
        return Step(preview=Preview(elements=(element,)))


@dataclass(frozen=True, slots=True)
class _Held:
    """`element` as it was when it was taken at `start`; `told`: when the others were told where it is, and `tells`
    whether they were."""

    element: Element
    grip: Grip
    start: Point
    shown: Element
    told: float
    tells: bool = False


@dataclass(frozen=True, slots=True)
class _Compassing:
    """A compass draws: from the angle `begin` over `swept` radians so far; `told` of the ink's points are sent."""

    element: Element
    id: ElementId
    style: Style
    builder: StrokeBuilder
    begin: float
    swept: float
    shown: Element
    told: int = 0


class Handling:
    """One drag on an instrument that lies there. `ink` is what a compass draws with."""

    def __init__(self, ink: str) -> None:
        self._ink = ink
        self._state: _Held | _Compassing | None = None

    def handle(self, event: Contact, around: Surroundings) -> Step:
        match self._state:
            case None:
                return self._take(event, around) if isinstance(event, PointerDown) else OVER
            case _Held() as held:
                match event:
                    case PointerMove():
                        held = replace(held, shown=_dragged(held, event))
                        ops: tuple[Op, ...] = ()
                        if event.seconds - held.told >= TELL_SECONDS:
                            ops = _put_to(held.shown, around)
                        step = Step(ops=ops, joins=held.tells, preview=Preview(elements=(held.shown,)))
                        self._state = replace(held, told=event.seconds, tells=True) if ops else held
                        return step
                    case PointerUp():
                        self._state = None
                        return Step(ops=_ops(held, event, around), joins=held.tells, over=True)
                    case PointerCancel():
                        self._state = None
                        return Step(ops=_put_to(held.element, around), joins=True, over=True)
                    case PointerDown():
                        return STAY
                    case _:
                        assert_never(event)
            case _Compassing() as drawing:
                match event:
                    case PointerMove():
                        return self._sweep(drawing, event)
                    case PointerUp():
                        self._state = None
                        return _drawn(drawing, around)
                    case PointerCancel():
                        self._state = None
                        return Step(trail_over=drawing.id, over=True)
                    case PointerDown():
                        return STAY
                    case _:
                        assert_never(event)
            case _:
                assert_never(self._state)

    def _take(self, event: PointerDown, around: Surroundings) -> Step:
        found = grip_at(around.instruments, event.at, event.zoom)
        if found is None:
            return OVER
        element, grip = found
        if grip is not Grip.DRAW:
            self._state = _Held(element, grip, event.at, element, event.seconds)
            return Step(preview=Preview(elements=(element,)))
        style = around.style_of(self._ink)
        builder = StrokeBuilder(style.width, event.zoom)
        tip = instrument.pencil(element.geometry)
        builder.add(PenSample(tip.x, tip.y, 0.6, 0.0))
        drawing = _Compassing(element, around.new_id(), style, builder, element.geometry.rotation, 0.0, element)
        return self._sweep(drawing, event)

    def _sweep(self, drawing: _Compassing, event: PointerDown | PointerMove) -> Step:
        """Go on around the needle to where the pointer is, by the shorter way; once around at most."""
        g = drawing.element.geometry
        middle = instrument.needle(g)
        angle = math.atan2(event.at.y - middle.y, event.at.x - middle.x)
        step = math.remainder(angle - drawing.begin - drawing.swept, math.tau)
        if isinstance(event, PointerDown):
            step = 0.0
        swept = drawing.swept + step
        first, last = (min(max(angle, -math.tau), math.tau) for angle in (drawing.swept, swept))
        count = math.ceil(abs(last - first) / _ARC_STEP)
        for number in range(1, count + 1):
            at = drawing.begin + first + (last - first) * number / count
            x, y = middle.x + g.w * math.cos(at), middle.y + g.w * math.sin(at)
            drawing.builder.add(PenSample(x, y, 0.6, 0.0))
        shown = instrument.opened(drawing.element, g.w, drawing.begin + swept)
        wet = WetStroke(drawing.id, drawing.style, drawing.builder.origin, drawing.builder.points)
        fresh = drawing.builder.points[drawing.told :]
        self._state = replace(drawing, swept=swept, shown=shown, told=len(drawing.builder))
        return Step(preview=Preview(strokes=(wet,), elements=(shown,)), trail=Trail(wet, fresh) if fresh else None)


def grip_at(instruments: Iterable[Element], at: Point, zoom: float) -> tuple[Element, Grip] | None:
    """The uppermost instrument under this place that is not locked, and where that takes it."""
    reach = max(HANDLE, HANDLE_PX / zoom)
    for element in reversed(list(instruments)):
        if element.lock:
            continue
        there = instrument.to_board(element.geometry)
        if math.dist(there(instrument.closer(element)), at) <= reach:
            return element, Grip.CLOSE
        if math.dist(there(instrument.turner(element)), at) <= reach:
            return element, Grip.TURN
        if element.content.form == "compass" and math.dist(instrument.pencil(element.geometry), at) <= reach:
            return element, Grip.DRAW
        if instrument.covers(element, at):
            return element, Grip.BODY
    return None


CURSORS = {Grip.BODY: Cursor.MOVE, Grip.TURN: Cursor.TURN, Grip.CLOSE: Cursor.ARROW, Grip.DRAW: Cursor.INK}


def cursor_over(event: PointerHover, around: Surroundings) -> Cursor | None:
    """What a press on an instrument would do; None where there is none."""
    found = grip_at(around.instruments, event.at, event.zoom)
    return None if found is None else CURSORS[found[1]]


def _dragged(held: _Held, event: PointerMove | PointerUp) -> Element:
    element, at = held.element, event.at
    if held.grip is not Grip.TURN:
        by = Point(at.x - held.start.x, at.y - held.start.y)
        return instrument.moved(element, by) if held.grip is Grip.BODY else element
    if element.content.form == "compass":
        tip, middle = instrument.pencil(element.geometry), instrument.needle(element.geometry)
        x, y = tip.x + at.x - held.start.x - middle.x, tip.y + at.y - held.start.y - middle.y
        radius = MILLIMETRE * round(math.hypot(x, y) / MILLIMETRE)
        return instrument.opened(element, radius, _stepped(math.atan2(y, x), event.modifiers.shift))
    g = element.geometry
    middle = Point(g.x + g.w / 2, g.y + g.h / 2)
    before = math.atan2(held.start.y - middle.y, held.start.x - middle.x)
    now = math.atan2(at.y - middle.y, at.x - middle.x)
    return instrument.turned(element, _stepped(g.rotation + now - before, event.modifiers.shift))


def _stepped(angle: float, shift: bool) -> float:
    """In whole degrees; in steps of 15 with Shift; upright, level and half between, if it is nearly so."""
    if shift:
        return STEP * round(angle / STEP)
    eighth = math.radians(45) * round(angle / math.radians(45))
    return eighth if abs(angle - eighth) <= _UPRIGHT else _DEGREE * round(angle / _DEGREE)


def _ops(held: _Held, event: PointerUp, around: Surroundings) -> tuple[Op, ...]:
    element = held.element
    if element.id not in around.document:
        return ()
    if held.grip is Grip.CLOSE:
        found = grip_at([element], event.at, event.zoom)
        return (Remove(element.id),) if found is not None and found[1] is Grip.CLOSE else ()
    return _put_to(_dragged(held, event), around)


def _put_to(shown: Element, around: Surroundings) -> tuple[Op, ...]:
    """Let the instrument be where it is shown; nothing, if it is there, or is no more."""
    there = around.document.get(shown.id)
    return (Patch(id=shown.id, geometry=shown.geometry),) if there and there.geometry != shown.geometry else ()


def _drawn(drawing: _Compassing, around: Surroundings) -> Step:
    """The arc, and the compass where it was turned to; nothing, if it was only touched."""
    if not drawing.swept:
        return Step(trail_over=drawing.id, over=True)
    stroke = drawing.builder.finish()
    ink = Element(
        id=drawing.id,
        kind=STROKE,
        geometry=msgspec.structs.replace(stroke.geometry, parent=around.page),
        order=around.next_order(),
        style=drawing.style,
        points=stroke.points,
    )
    ops: tuple[Op, ...] = (Put(ink),)
    if drawing.element.id in around.document:
        ops = (*ops, Patch(id=drawing.element.id, geometry=drawing.shown.geometry))
    return Step(ops=ops, trail_over=drawing.id, over=True)
