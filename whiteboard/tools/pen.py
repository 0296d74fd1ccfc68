"""Pen and highlighter: a stroke begins with the first touch and becomes an element when the pen lifts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

import msgspec

from whiteboard.ink.samples import PenSample
from whiteboard.ink.stroke_builder import StrokeBuilder
from whiteboard.model.element import STROKE, Element, ElementId
from whiteboard.model.op import Put
from whiteboard.model.style import Style

from .events import Contact, PointerCancel, PointerDown, PointerMove, PointerUp
from .step import OVER, STAY, Preview, Step, Trail, WetStroke
from .tool import Surroundings


@dataclass(frozen=True, slots=True)
class _Idle:
    pass


@dataclass(frozen=True, slots=True)
class _Drawing:
    """The builder collects; `shown` is how many of its points the others were told of."""

    id: ElementId
    style: Style
    builder: StrokeBuilder
    shown: int = 0


class Pen:
    """Draws one stroke with the given ink."""

    def __init__(self, ink: str) -> None:
        self._ink = ink
        self._state: _Idle | _Drawing = _Idle()

    def handle(self, event: Contact, around: Surroundings) -> Step:
        match self._state:
            case _Idle():
                if not isinstance(event, PointerDown):
                    return OVER
                style = around.style_of(self._ink)
                drawing = _Drawing(around.new_id(), style, StrokeBuilder(style.width, event.zoom))
                return self._draw(drawing, event)
            case _Drawing() as drawing:
                match event:
                    case PointerMove():
                        return self._draw(drawing, event)
                    case PointerUp():
                        drawing.builder.add(_sample(event))
                        self._state = _Idle()
                        return Step(ops=(Put(_element(drawing, around)),), trail_over=drawing.id, over=True)
                    case PointerCancel():
                        self._state = _Idle()
                        return Step(trail_over=drawing.id, over=True)
                    case PointerDown():
                        return STAY
                    case _:
                        assert_never(event)
            case _:
                assert_never(self._state)

    def _draw(self, drawing: _Drawing, event: PointerDown | PointerMove) -> Step:
        builder = drawing.builder
        builder.add(_sample(event))
        wet = WetStroke(drawing.id, drawing.style, builder.origin, builder.points)
        fresh = builder.points[drawing.shown :]
        self._state = _Drawing(drawing.id, drawing.style, builder, len(builder))
        return Step(preview=Preview(strokes=(wet,)), trail=Trail(wet, fresh) if fresh else None)


def _sample(event: PointerDown | PointerMove | PointerUp) -> PenSample:
    return PenSample(event.at.x, event.at.y, event.pressure, event.seconds)


def _element(drawing: _Drawing, around: Surroundings) -> Element:
    stroke = drawing.builder.finish()
    return Element(
        id=drawing.id,
        kind=STROKE,
        geometry=msgspec.structs.replace(stroke.geometry, parent=around.page),
        order=around.next_order(),
        style=drawing.style,
        points=stroke.points,
    )
