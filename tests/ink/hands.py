"""Strokes as people draw them: shapes sampled over time, with the jitter of a hand, for a mouse or a pen."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin, sqrt

import numpy as np

from whiteboard.ink.samples import PenSample
from whiteboard.ink.stroke_builder import StrokeBuilder

Shape = Callable[[float], tuple[float, float]]
"""The place on the screen, in pixels, at each part 0..1 of the time."""


def word(part: float) -> tuple[float, float]:
    turn = (part - 0.045 * sin(4 * pi * part)) * 10 * pi
    return 20 + part * 210 + 9 * sin(turn), 60 + 16 * cos(turn) + 10 * sin(turn / 2)


def zigzag(part: float) -> tuple[float, float]:
    leg, share = divmod(part * 6.999, 1.0)
    return 20 + (leg + share) * 22, 40 + 46 * (share if leg % 2 == 0 else 1 - share)


def loops(part: float) -> tuple[float, float]:
    return 40 + part * 130 + 24 * sin(part * 6 * pi), 62 - 26 * cos(part * 6 * pi)


def hairpin(part: float) -> tuple[float, float]:
    return 20 + 120 * (1 - abs(2 * part - 1)), 65.0 if part < 0.5 else 68.0


def spiral(part: float) -> tuple[float, float]:
    return 60 + (2 + part * 30) * cos(part * 20), 75 + (2 + part * 30) * sin(part * 20)


def dot(part: float) -> tuple[float, float]:
    return 30 + part * 0.4, 40.0


SHAPES: dict[str, Shape] = {shape.__name__: shape for shape in (word, zigzag, loops, hairpin, spiral, dot)}


def firm(part: float) -> float:
    """The pressure of a pen: light at both ends, firmer and uneven between."""
    return 0.12 + 0.55 * sqrt(max(0.0, sin(pi * part))) + 0.12 * sin(part * 31) * sin(pi * part)


def drawn(
    shape: Shape, seconds: float = 1.0, *, pen: bool = False, rate: float = 125.0, zoom: float = 1.0, seed: int = 1
) -> list[PenSample]:
    """Samples of the shape in board units: a mouse's on whole screen pixels, a pen's finer and with pressure."""
    chance = np.random.default_rng(seed)
    count = max(2, int(seconds * rate))
    samples = []
    for i in range(count):
        part = i / (count - 1)
        x, y = np.array(shape(part)) + chance.normal(0, 0.2, 2)
        if not pen:
            x, y = round(x), round(y)
        samples.append(PenSample(x / zoom, y / zoom, firm(part) if pen else None, i / rate))
    return samples


def built(samples: list[PenSample], width: float = 4.0, zoom: float = 1.0) -> StrokeBuilder:
    builder = StrokeBuilder(width, zoom)
    for sample in samples:
        builder.add(sample)
    return builder
