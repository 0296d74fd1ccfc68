"""Fingers: one draws, two move and zoom the view; where somebody writes with a pen, fingers never draw.

A second finger that lands soon after the first takes its stroke back and makes it a pinch. One that lands later, beside
somebody who is drawing already, is another person's and draws too; beside a finger that moves the view it pinches.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import hypot, inf

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEventPoint, QTouchEvent

from whiteboard.render.viewport import Viewport
from whiteboard.tools.events import (
    Device,
    Modifiers,
    PointerCancel,
    PointerDown,
    PointerEvent,
    PointerMove,
    PointerUp,
)

from .pointer import modifiers_of, on_board

FIRST_FINGER = 1000

PINCH_SECONDS = 0.3
"""A second finger within this time of the first means a pinch."""

_MIN_SPREAD_PX = 20.0
"""Fingers closer than this do not zoom: their distance is mostly noise."""


@dataclass(slots=True)
class Answer:
    """What a touch event means: pointer events, and the view afterwards if fingers move it."""

    events: list[PointerEvent] = field(default_factory=list)
    view: Viewport | None = None


class FingerInput:
    """Follows all fingers on the board. `may_draw` False keeps them to moving the view."""

    def __init__(self) -> None:
        self.may_draw = True
        self._drawing: dict[int, float] = {}  # finger: until when a second one makes it a pinch, seconds
        self._moving: dict[int, QPointF] = {}  # finger: where it was last

    def handle(self, event: QTouchEvent, view: Viewport, *, panning: bool = False, pen_near: bool = False) -> Answer:
        """`panning`: the tool in hand moves the view. While a pen writes or hovers, fingers that do not draw do
        nothing: a palm lies there.
        """
        answer = Answer()
        seconds, modifiers = event.timestamp() / 1000, modifiers_of(event.modifiers())
        if event.type() == QEvent.Type.TouchCancel:
            answer.events += [PointerCancel(pointer=FIRST_FINGER + finger) for finger in self._drawing]
            self._drawing.clear()
            self._moving.clear()
            return answer
        places = {point.id(): point.position() for point in event.points()}
        resting = pen_near and not self.may_draw
        if resting:
            self._moving.clear()
        until = inf if panning else seconds + PINCH_SECONDS
        for point in event.points():
            if point.state() == QEventPoint.State.Pressed and not resting:
                self._land(point, places, seconds, until, modifiers, view, answer)
        self._draw(event.points(), seconds, modifiers, view, answer)
        answer.view = self._move(places, view)
        for point in event.points():
            if point.state() == QEventPoint.State.Released:
                self._lift(point, seconds, modifiers, view, answer)
        return answer

    def stop_drawing(self) -> list[PointerEvent]:
        """From now on fingers only move the view; what they are drawing just now, a palm most likely, is given up."""
        self.may_draw = False
        cancelled: list[PointerEvent] = [PointerCancel(pointer=FIRST_FINGER + finger) for finger in self._drawing]
        self._drawing.clear()
        return cancelled

    def _land(
        self,
        point: QEventPoint,
        places: dict[int, QPointF],
        seconds: float,
        until: float,
        modifiers: Modifiers,
        view: Viewport,
        answer: Answer,
    ) -> None:
        finger = point.id()
        hasty = [other for other, end in self._drawing.items() if seconds < end]
        if self._moving or not self.may_draw or (hasty and len(self._drawing) == 1):
            for other in hasty:
                del self._drawing[other]
                answer.events.append(PointerCancel(pointer=FIRST_FINGER + other))
                self._moving[other] = places[other]
            self._moving[finger] = point.position()
            return
        self._drawing[finger] = until
        answer.events.append(
            PointerDown(
                at=on_board(point.position(), view),
                seconds=seconds,
                pointer=FIRST_FINGER + finger,
                zoom=view.zoom,
                modifiers=modifiers,
                device=Device.TOUCH,
            )
        )

    def _draw(
        self, points: list[QEventPoint], seconds: float, modifiers: Modifiers, view: Viewport, answer: Answer
    ) -> None:
        for point in points:
            if point.id() in self._drawing and point.state() == QEventPoint.State.Updated:
                answer.events.append(
                    PointerMove(
                        at=on_board(point.position(), view),
                        seconds=seconds,
                        pointer=FIRST_FINGER + point.id(),
                        zoom=view.zoom,
                        modifiers=modifiers,
                        device=Device.TOUCH,
                    )
                )

    def _move(self, places: dict[int, QPointF], view: Viewport) -> Viewport | None:
        """The view after the moving fingers took it along."""
        fingers = [finger for finger in self._moving if finger in places]
        before = [self._moving[finger] for finger in fingers]
        after = [places[finger] for finger in fingers]
        self._moving.update(zip(fingers, after, strict=True))
        if before == after:
            return None
        old, new = _middle(before), _middle(after)
        moved = view.panned(new.x() - old.x(), new.y() - old.y())
        spread = _spread(before, old)
        if len(fingers) > 1 and spread >= _MIN_SPREAD_PX:
            moved = moved.zoomed_at((new.x(), new.y()), _spread(after, new) / spread)
        return moved

    def _lift(self, point: QEventPoint, seconds: float, modifiers: Modifiers, view: Viewport, answer: Answer) -> None:
        finger = point.id()
        self._moving.pop(finger, None)
        if self._drawing.pop(finger, None) is not None:
            answer.events.append(
                PointerUp(
                    at=on_board(point.position(), view),
                    seconds=seconds,
                    pointer=FIRST_FINGER + finger,
                    zoom=view.zoom,
                    modifiers=modifiers,
                    device=Device.TOUCH,
                )
            )


def _middle(places: list[QPointF]) -> QPointF:
    return QPointF(sum(p.x() for p in places) / len(places), sum(p.y() for p in places) / len(places))


def _spread(places: list[QPointF], middle: QPointF) -> float:
    """Mean distance from the middle, in pixels."""
    return sum(hypot(p.x() - middle.x(), p.y() - middle.y()) for p in places) / len(places)
