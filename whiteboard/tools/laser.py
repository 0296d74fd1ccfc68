"""The laser: ink that everybody sees and that fades. It is only ever a trail, and changes nothing on the board."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from whiteboard.ink.samples import PenSample
from whiteboard.ink.stroke_builder import StrokeBuilder
from whiteboard.model.element import ElementId
from whiteboard.model.style import LASER, Style

from .events import Contact, PointerCancel, PointerDown, PointerMove, PointerUp
from .step import OVER, STAY, Preview, Step, Trail, WetStroke
from .tool import Surroundings


@dataclass(frozen=True, slots=True)
class _Idle:
    pass


@dataclass(frozen=True, slots=True)
class _Pointing:
    """`shown` is how many points the others were told of."""

    id: ElementId
    style: Style
    builder: StrokeBuilder
    shown: int = 0


class Laser:
    """One stroke of light."""

    def __init__(self) -> None:
        self._state: _Idle | _Pointing = _Idle()

    def handle(self, event: Contact, around: Surroundings) -> Step:
        match self._state:
            case _Idle():
                if not isinstance(event, PointerDown):
                    return OVER
                style = around.style_of(LASER)
                return self._point(_Pointing(around.new_id(), style, StrokeBuilder(style.width, event.zoom)), event)
            case _Pointing() as pointing:
                match event:
                    case PointerMove():
                        return self._point(pointing, event)
                    case PointerUp() | PointerCancel():
                        self._state = _Idle()
                        return Step(trail_over=pointing.id, over=True)
                    case PointerDown():
                        return STAY
                    case _:
                        assert_never(event)
            case _:
                assert_never(self._state)

    def _point(self, pointing: _Pointing, event: PointerDown | PointerMove) -> Step:
        builder = pointing.builder
        builder.add(PenSample(event.at.x, event.at.y, event.pressure, event.seconds))
        wet = WetStroke(pointing.id, pointing.style, builder.origin, builder.points)
        fresh = builder.points[pointing.shown :]
        self._state = _Pointing(pointing.id, pointing.style, builder, len(builder))
        return Step(preview=Preview(strokes=(wet,)), trail=Trail(wet, fresh) if fresh else None)
