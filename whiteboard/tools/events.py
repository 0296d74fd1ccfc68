"""What a hand does on the board, as values: the only thing that tools ever hear of mouse, pen and fingers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from whiteboard.model.geometry import Point


class Device(Enum):
    """What touches the board."""

    MOUSE = "mouse"
    PEN = "pen"
    TOUCH = "touch"


@dataclass(frozen=True, slots=True)
class Modifiers:
    """The keys held down meanwhile."""

    shift: bool = False
    ctrl: bool = False
    alt: bool = False


PointerId = int
"""Tells several pens and fingers at once apart; the mouse is 0."""

NO_TILT = Point(0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sample:
    """Where and how: `at` in board units, `zoom` in screen pixels a board unit, `pressure` 0..1 or None if the device
    has none, `tilt` in degrees from upright, `seconds` by any steady clock."""

    at: Point
    seconds: float
    pointer: PointerId = 0
    zoom: float = 1.0
    pressure: float | None = None
    tilt: Point = NO_TILT
    modifiers: Modifiers = Modifiers()
    device: Device = Device.MOUSE


@dataclass(frozen=True, slots=True, kw_only=True)
class PointerDown(_Sample):
    """A gesture begins. `tool` names the tool of this gesture alone (the pen's eraser end, a pan with the space bar);
    None: the chosen one. `clicks` is 2 where it follows a click at the same place at once."""

    tool: str | None = None
    clicks: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PointerMove(_Sample):
    """The pointer moves while it is down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointerUp(_Sample):
    """The gesture ends as meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointerCancel:
    """The gesture is off: Escape, a second finger, a lost device. It must leave no trace."""

    pointer: PointerId = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PointerRest:
    """The pointer is down and has said nothing for a while, because it did not move; `seconds` by its own clock."""

    seconds: float
    pointer: PointerId = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PointerHover:
    """The pointer moves above the board without touching it."""

    at: Point
    zoom: float = 1.0
    device: Device = Device.MOUSE


@dataclass(frozen=True, slots=True, kw_only=True)
class PointerLeft:
    """The pointer is no longer over the board."""


Contact = PointerDown | PointerMove | PointerUp | PointerCancel
"""What makes up a gesture, from the first to the last."""

PointerEvent = Contact | PointerRest | PointerHover | PointerLeft
