"""How wide the ink is: from pressure to radius, from a mouse's speed to pressure, and the fine tips of a stroke."""

from __future__ import annotations

from math import exp, log2

import numpy as np

from .arrays import Floats

THINNEST = 0.16
"""Radius without any pressure, as a share of the radius at full pressure."""

TIP = 0.6
"""Radius at the very end of a pen's stroke, as a share of what its pressure gives."""

TIP_LENGTH = 1.25
"""How far the tip reaches into the stroke, in stroke widths."""

TIP_SHARE = 0.35
"""The tip of a short stroke reaches no further than this share of its length."""

RESTING = 0.62
"""Pressure of a mouse that does not move: the stroke is a little thinner than its nominal width."""

_SLOWEST, _FASTEST = 0.80, 0.34
_SLOW_PX, _FAST_PX = 90.0, 2600.0
_SETTLING = 0.05
_MAX_CHANGE_PER_PX = 0.012


def radius(width: Floats | float, pressure: Floats) -> Floats:
    """Radius in board units for pressures 0..1; half the width at full pressure, half of the range at a third."""
    soft = pressure * (1.7 - 0.7 * pressure)
    result: Floats = (0.5 * width) * (THINNEST + (1 - THINNEST) * soft)
    return result


def tip_factor(to_nearest_end: Floats, length: Floats, tip: Floats | float = TIP) -> Floats:
    """Share of the radius at this distance along the stroke from its nearest end; 1 from `length` on."""
    inwards = np.minimum(to_nearest_end / np.maximum(length, 1e-9), 1.0)
    result: Floats = 1.0 - (1.0 - tip) * (1.0 - inwards) ** 2
    return result


class SpeedPressure:
    """The pressure of a stroke drawn with a mouse or a finger: quick strokes are thinner, as those of a pen are.

    The result travels as pressure, so that everybody sees the same stroke.
    """

    def __init__(self) -> None:
        self._pressure = RESTING
        self._speed = 0.0
        self._seconds: float | None = None

    def next(self, moved_px: float, seconds: float) -> float:
        """Pressure 0..1 of a sample that lies `moved_px` screen pixels from the one before."""
        elapsed = 0.0 if self._seconds is None else max(0.0, seconds - self._seconds)
        self._seconds = seconds
        if elapsed > 0:
            settled = 1 - exp(-elapsed / _SETTLING)
            self._speed += settled * (moved_px / elapsed - self._speed)
        aim = pressure_at_speed(self._speed) if moved_px else self._pressure
        step = _MAX_CHANGE_PER_PX * moved_px
        self._pressure += min(max(aim - self._pressure, -step), step)
        return self._pressure


def pressure_at_speed(speed_px: float) -> float:
    """The pressure that a steady speed in screen pixels a second stands for; falls with its logarithm."""
    share = log2(max(speed_px, _SLOW_PX) / _SLOW_PX) / log2(_FAST_PX / _SLOW_PX)
    return _SLOWEST + (_FASTEST - _SLOWEST) * min(share, 1.0)
