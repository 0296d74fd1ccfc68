"""Pen, highlighter and marker: a stroke begins with the first touch and becomes an element when the pen lifts.

With Shift its end is straight. Near an instrument it runs along the edge. Held still at its end, it becomes the figure
that it was meant to be, if it was: that is then another gesture, `tuning.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import dist, inf
from typing import assert_never

import msgspec

from whiteboard.ink.samples import PenSample
from whiteboard.ink.stroke_builder import FinishedStroke, StrokeBuilder
from whiteboard.model.element import STROKE, Element, ElementId
from whiteboard.model.geometry import Point
from whiteboard.model.op import Put
from whiteboard.model.points import MAX_PRESSURE, UNITS_PER_BOARD_UNIT, unpack
from whiteboard.model.style import Style

from .along import Edge, edge_near
from .events import Contact, PointerCancel, PointerDown, PointerMove, PointerRest, PointerUp
from .step import NOT_MOVED, OVER, STAY, Preview, Step, Trail, WetStroke
from .straight import places, stepped
from .tool import Surroundings
from .tuning import STILL_PX, Tuning, meant, tuned

HOLD = 0.5
"""So many seconds the pen must be still before its stroke becomes a figure."""

_NEARLY = HOLD - 1e-3
"""The same, for times that were added up."""

CLICK_PX = 4.0


@dataclass(frozen=True, slots=True)
class _Idle:
    pass


@dataclass(frozen=True, slots=True)
class _Drawing:
    """The builder collects; `shown` is how many of its points the others were told of.

    With an `edge` of an instrument it runs along that. While Shift is held, it goes straight from `corner` to `end`: an
    element of its own on the screen, with the id `line`. `still` is where the pen has been since `since`; infinite, if
    it rested there in vain.
    """

    id: ElementId
    style: Style
    builder: StrokeBuilder
    zoom: float
    start: Point
    still: Point
    since: float
    edge: Edge | None = None
    shown: int = 0
    corner: Point | None = None
    end: Point = NOT_MOVED
    line: ElementId | None = None


class Pen:
    """Draws one stroke with the given ink."""

    def __init__(self, ink: str) -> None:
        self._ink = ink
        self._state: _Idle | _Drawing | Tuning = _Idle()

    def handle(self, event: Contact, around: Surroundings) -> Step:
        match self._state:
            case _Idle():
                return self._begin(event, around) if isinstance(event, PointerDown) else OVER
            case _Drawing() as drawing:
                match event:
                    case PointerMove():
                        self._state = drawing = _noted(drawing, event)
                        held = event.seconds - drawing.since >= HOLD
                        return (held and self._recognize(drawing, event.at, around)) or self._draw(event, around)
                    case PointerUp():
                        self._state = _Idle()
                        return _finished(drawing, event, around)
                    case PointerCancel():
                        self._state = _Idle()
                        return Step(trail_over=drawing.id, over=True)
                    case PointerDown():
                        return STAY
                    case _:
                        assert_never(event)
            case Tuning() as tuning:
                match event:
                    case PointerMove():
                        element = tuned(tuning, event.at, event.modifiers.shift)
                        return Step(preview=Preview(elements=(element,)))
                    case PointerUp():
                        self._state = _Idle()
                        element = tuned(tuning, event.at, event.modifiers.shift)
                        return Step(ops=(Put(element),), trail_over=tuning.ink.id, over=True)
                    case PointerCancel():
                        self._state = _Idle()
                        return Step(ops=(Put(tuning.ink),), trail_over=tuning.ink.id, over=True)
                    case PointerDown():
                        return STAY
                    case _:
                        assert_never(event)
            case _:
                assert_never(self._state)

    def rest(self, event: PointerRest, around: Surroundings) -> Step:
        """The pen has been where it is for a while, and said nothing because nothing changed."""
        match self._state:
            case _Drawing() as drawing if event.seconds - drawing.since >= _NEARLY:
                return self._recognize(drawing, drawing.still, around) or STAY
            case _:
                return STAY

    def _begin(self, event: PointerDown, around: Surroundings) -> Step:
        style = around.style_of(self._ink)
        builder = StrokeBuilder(style.width, event.zoom)
        edge = edge_near(around.instruments, event.at, event.zoom)
        drawing = _Drawing(around.new_id(), style, builder, event.zoom, event.at, event.at, event.seconds, edge)
        self._state = drawing
        return self._draw(event, around)

    def _draw(self, event: PointerDown | PointerMove, around: Surroundings) -> Step:
        drawing = self._state
        assert isinstance(drawing, _Drawing)
        elements: tuple[Element, ...] = ()
        if event.modifiers.shift and drawing.edge is None and len(drawing.builder):
            corner = drawing.corner or _end(drawing.builder)
            end = stepped(corner, event.at)
            drawing = replace(drawing, corner=corner, end=end, line=drawing.line or around.new_id())
            elements = (_line(drawing, corner, end, around),)
        else:
            if drawing.corner is not None:
                _draw_line(drawing.builder, drawing.corner, drawing.end)
                drawing = replace(drawing, corner=None)
            drawing.builder.add(_sample(drawing, event))
        builder = drawing.builder
        wet = WetStroke(drawing.id, drawing.style, builder.origin, builder.points)
        fresh = builder.points[drawing.shown :]
        self._state = replace(drawing, shown=len(builder))
        return Step(preview=Preview(strokes=(wet,), elements=elements), trail=Trail(wet, fresh) if fresh else None)

    def _recognize(self, drawing: _Drawing, at: Point, around: Surroundings) -> Step | None:
        """What the stroke so far was meant to be takes its place; None if nobody knows, or it is none of our business.

        The others see the ink until the pen lifts.
        """
        if drawing.edge is not None or drawing.corner is not None or not around.holding_shapes:
            return None
        builder = drawing.builder
        figure = meant(builder.points, builder.origin, drawing.zoom)
        if figure is None:
            self._state = replace(drawing, since=inf)
            return None
        ink = _element(drawing, builder.finish(), around)
        self._state = tuning = Tuning(ink, around.new_id(), figure, at, drawing.zoom)
        return Step(preview=Preview(elements=(tuned(tuning, at, False),)))


def _noted(drawing: _Drawing, event: PointerMove) -> _Drawing:
    """The same, with where and since when the pen is still."""
    if dist(drawing.still, event.at) * event.zoom > STILL_PX:
        return replace(drawing, still=event.at, since=event.seconds)
    return drawing


def _finished(drawing: _Drawing, event: PointerUp, around: Surroundings) -> Step:
    builder = drawing.builder
    if drawing.corner is not None:
        end = stepped(drawing.corner, event.at) if event.modifiers.shift else drawing.end
        _draw_line(builder, drawing.corner, end)
    elif event.modifiers.shift and dist(drawing.start, event.at) * event.zoom < CLICK_PX and drawing.edge is None:
        builder = _from_the_last(drawing, event.at, around) or builder
    else:
        builder.add(_sample(drawing, event))
    element = _element(drawing, builder.finish(), around)
    return Step(ops=(Put(element),), trail_over=drawing.id, over=True)


def _from_the_last(drawing: _Drawing, at: Point, around: Surroundings) -> StrokeBuilder | None:
    """A straight line from the end of the stroke that I drew last to a click with Shift."""
    last = around.last_stroke
    if last is None or not last.points:
        return None
    before = StrokeBuilder(drawing.style.width, drawing.zoom)
    end, pressure = end_of(last)
    before.add(PenSample(end.x, end.y, pressure, 0.0))
    _draw_line(before, end, at)
    return before


def end_of(stroke: Element) -> tuple[Point, float]:
    """Where a stroke ends, and how firmly, 0..1."""
    point = unpack(stroke.points)[-1]
    g = stroke.geometry
    place = Point(g.x + point.x / UNITS_PER_BOARD_UNIT, g.y + point.y / UNITS_PER_BOARD_UNIT)
    return place, point.pressure / MAX_PRESSURE


def _sample(drawing: _Drawing, event: PointerDown | PointerMove | PointerUp) -> PenSample:
    at = event.at if drawing.edge is None else drawing.edge.along(event.at, drawing.style.width / 2)
    return PenSample(at.x, at.y, event.pressure, event.seconds)


def _end(builder: StrokeBuilder) -> Point:
    x, y, _ = builder.points[-1]
    return Point(builder.origin.x + x / UNITS_PER_BOARD_UNIT, builder.origin.y + y / UNITS_PER_BOARD_UNIT)


def _draw_line(builder: StrokeBuilder, corner: Point, end: Point) -> None:
    pressure = builder.points[-1].pressure / MAX_PRESSURE
    for place in places(corner, end):
        builder.add(PenSample(place.x, place.y, pressure, 0.0))


def _line(drawing: _Drawing, corner: Point, end: Point, around: Surroundings) -> Element:
    """The straight end of a stroke, as long as it may still change."""
    line = StrokeBuilder(drawing.style.width, drawing.zoom)
    pressure = drawing.builder.points[-1].pressure / MAX_PRESSURE
    for place in (corner, end):
        line.add(PenSample(place.x, place.y, pressure, 0.0))
    return _element(replace(drawing, id=drawing.line or drawing.id), line.finish(), around)


def _element(drawing: _Drawing, stroke: FinishedStroke, around: Surroundings) -> Element:
    return Element(
        id=drawing.id,
        kind=STROKE,
        geometry=msgspec.structs.replace(stroke.geometry, parent=around.page),
        order=around.next_order(),
        style=drawing.style,
        points=stroke.points,
    )
