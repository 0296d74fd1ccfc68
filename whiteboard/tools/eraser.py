"""The eraser takes away whole elements: it marks what it touches, and one edit removes them when it lifts.

With Alt held it un-marks what it touches.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from whiteboard.model.element import ElementId
from whiteboard.model.geometry import Point
from whiteboard.model.op import Remove

from .events import Contact, Device, PointerCancel, PointerDown, PointerMove, PointerUp
from .step import NOBODY, OVER, STAY, Preview, Step
from .tool import Surroundings

TOUCH_MORE_PX = 10.0
"""An eraser reaches so much further under a finger, which sees less of what it rubs out."""


@dataclass(frozen=True, slots=True)
class _Idle:
    pass


@dataclass(frozen=True, slots=True)
class _Rubbing:
    last: Point
    marked: frozenset[ElementId]


class Eraser:
    """Marks elements along one drag."""

    def __init__(self) -> None:
        self._state: _Idle | _Rubbing = _Idle()

    def handle(self, event: Contact, around: Surroundings) -> Step:
        match self._state:
            case _Idle():
                if not isinstance(event, PointerDown):
                    return OVER
                return self._rub(event.at, NOBODY, event, around)
            case _Rubbing(last, marked):
                match event:
                    case PointerMove():
                        return self._rub(last, marked, event, around)
                    case PointerUp():
                        touched = _touched(last, event, around) if event.at != last else NOBODY  # Alt may be up first
                        marked = marked - touched if event.modifiers.alt else marked | touched
                        self._state = _Idle()
                        return Step(ops=tuple(Remove(id) for id in sorted(marked) if id in around.document), over=True)
                    case PointerCancel():
                        self._state = _Idle()
                        return OVER
                    case PointerDown():
                        return STAY
                    case _:
                        assert_never(event)
            case _:
                assert_never(self._state)

    def _rub(
        self, last: Point, marked: frozenset[ElementId], event: PointerDown | PointerMove, around: Surroundings
    ) -> Step:
        now = _touched(last, event, around)
        now = marked - now if event.modifiers.alt else marked | now
        self._state = _Rubbing(event.at, now)
        return Step(preview=Preview(marked=now)) if now != marked else STAY


def _touched(last: Point, event: PointerDown | PointerMove | PointerUp, around: Surroundings) -> frozenset[ElementId]:
    return unlocked(around.index.touching(last, event.at, radius_of(event, around)), around)


def radius_of(event: PointerDown | PointerMove | PointerUp, around: Surroundings) -> float:
    """How far an eraser reaches, in board units: on the screen the same at any zoom."""
    return (around.eraser_px + (TOUCH_MORE_PX if event.device is Device.TOUCH else 0.0)) / event.zoom


def unlocked(ids: Iterable[ElementId], around: Surroundings) -> frozenset[ElementId]:
    """Those of the elements that are on the board and not locked."""
    return frozenset(id for id in ids if (element := around.document.get(id)) is not None and not element.lock)
