"""The hand takes hold of the board and moves the view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from whiteboard.model.geometry import Point

from .events import Contact, PointerCancel, PointerDown, PointerMove, PointerUp
from .step import OVER, STAY, Step
from .tool import Surroundings


@dataclass(frozen=True, slots=True)
class _Idle:
    pass


@dataclass(frozen=True, slots=True)
class _Holding:
    """The place of the board that stays beneath the pointer: after each pan, the pointer is over it again."""

    at: Point


class Hand:
    """Pans during one drag."""

    def __init__(self) -> None:
        self._state: _Idle | _Holding = _Idle()

    def handle(self, event: Contact, around: Surroundings) -> Step:
        match self._state:
            case _Idle():
                if not isinstance(event, PointerDown):
                    return OVER
                self._state = _Holding(event.at)
                return STAY
            case _Holding(at):
                match event:
                    case PointerMove():
                        return Step(pan=Point(at.x - event.at.x, at.y - event.at.y))
                    case PointerUp():
                        self._state = _Idle()
                        return Step(pan=Point(at.x - event.at.x, at.y - event.at.y), over=True)
                    case PointerCancel():
                        self._state = _Idle()
                        return OVER
                    case PointerDown():
                        return STAY
                    case _:
                        assert_never(event)
            case _:
                assert_never(self._state)
