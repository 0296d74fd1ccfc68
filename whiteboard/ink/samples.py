"""What the pen, mouse or finger said: one sample, before anything is made of it."""

from __future__ import annotations

from typing import NamedTuple


class PenSample(NamedTuple):
    """A position in board units; pressure 0..1, or None where the device has none; seconds by any steady clock."""

    x: float
    y: float
    pressure: float | None
    seconds: float
