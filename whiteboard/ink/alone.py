"""The polygon of one stroke by itself, in plain arithmetic: numpy takes longer to be called than a few points take.

A stroke that was just finished comes alone, in the midst of a frame. What this module makes of it is what the batch
of `shape.ink` makes, step by step; `tests/ink/test_alone.py` holds the two together. Many strokes belong there.
"""

from __future__ import annotations

from bisect import bisect_left
from cmath import exp, phase
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from math import acos, ceil, floor, pi, sqrt
from typing import TypeVar

import numpy as np

from whiteboard.model.points import MAX_PRESSURE, UNITS_PER_BOARD_UNIT, unpack

from . import pressure
from .arrays import Points
from .curve import MAX_SAMPLES, SHORTEST
from .outline import DISC_SPACING, DOT, MAX_CAP_POINTS, STEEPEST
from .shape import SMALL_PICTURE, TOLERANCE_PX

MOST_BYTES = 300
"""Longer strokes, of more than 90 points or so, are quicker in a batch of one."""

Value = TypeVar("Value", complex, float)


@dataclass(slots=True)
class _Samples:
    """Points along the curve, the unit direction of travel at each, and the radius of the ink."""

    places: list[complex]
    directions: list[complex]
    radii: list[float]


def is_for(packed: bytes, zoom: float) -> bool:
    """Whether `outline` is the quicker way for this stroke, and knows what a picture at this zoom needs."""
    return len(packed) <= MOST_BYTES and zoom >= SMALL_PICTURE


def outline(packed: bytes, width: float, pen: bool, zoom: float) -> Points:
    """The polygon of a packed stroke, (m,) points relative to its origin: see `shape.unpacked` and `shape.ink`."""
    samples = _sampled(*_distinct(packed, width, pen), zoom / TOLERANCE_PX)
    if pen:
        _run_out(samples, width)
    _make_disc_of_dot(samples)
    return _polygon(samples, zoom)


def _distinct(packed: bytes, width: float, pen: bool) -> tuple[list[complex], list[float]]:
    """The points and their radii; of points in one place, which are one point, the widest."""
    radius_at = _radii(width)
    places: list[complex] = []
    radii: list[float] = []
    for x, y, press in unpack(packed or b"\0\0\0"):
        place, radius = complex(x, y) / UNITS_PER_BOARD_UNIT, radius_at[press if pen else MAX_PRESSURE]
        if places and place == places[-1]:
            radii[-1] = max(radii[-1], radius)
        else:
            places.append(place)
            radii.append(radius)
    return (places, radii) if len(places) > 1 else (places * 2, radii * 2)


@lru_cache(maxsize=32)
def _radii(width: float) -> Sequence[float]:
    """The radius at every pressure 0..MAX_PRESSURE."""
    radii: list[float] = pressure.radius(width, np.arange(MAX_PRESSURE + 1) / MAX_PRESSURE).tolist()
    return radii


# ------------------------------------------------------------ the curve, as in curve.py


def _sampled(places: Sequence[complex], radii: Sequence[float], sharpness: float) -> _Samples:
    """Points along the curve, so close that it is off by 1 / `sharpness` board units at most."""
    chords = [b - a for a, b in pairwise(places)]
    roots = [sqrt(max(abs(chord), 1e-9)) for chord in chords]
    knots = [root * sqrt(root) for root in roots]
    velocities = _velocities(chords, knots)
    slopes = _velocities([b - a for a, b in pairwise(radii)], knots)
    held = _Box.around(places).held
    samples = _Samples([], [], [])
    last = len(chords) - 1
    for i, knot in enumerate(knots):
        third = knot / 3
        start, stop, narrow, wide = places[i], places[i + 1], radii[i], radii[i + 1]
        leave, arrive = held(start + velocities[i] * third), held(stop - velocities[i + 1] * third)
        a, b, c = leave - start, arrive - leave, stop - arrive
        turn = abs(phase(b * a.conjugate())) + abs(phase(c * b.conjugate()))
        needed = sqrt((0.75 * max(abs(b - a), abs(c - b)) + 0.125 * narrow * turn * turn) * sharpness)
        steps = min(max(ceil(needed), 1), MAX_SAMPLES)
        linear, square, cube = 3 * a, 3 * (b - a), (c - b) - (b - a)

        low, high = min(narrow, wide), max(narrow, wide)
        widen = min(max(narrow + slopes[i] * third, low), high) - narrow
        widened = wide - min(max(wide - slopes[i + 1] * third, low), high)
        middle = wide - narrow - widen - widened
        r1, r2, r3 = 3 * widen, 3 * (middle - widen), (widened - middle) - (middle - widen)
        for step in range(steps + (i == last)):
            at = step / steps
            speed = (3 * cube * at + 2 * square) * at + linear
            length = abs(speed)
            samples.places.append(((cube * at + square) * at + linear) * at + start)
            samples.directions.append(speed / length if length >= 1e-9 else 1.0)
            samples.radii.append(((r3 * at + r2) * at + r1) * at + narrow)
    return samples


def _velocities(chords: Sequence[Value], knots: Sequence[float]) -> list[Value]:
    """Derivatives by the knot parameter at every point: Catmull-Rom inside, parabolic at both ends."""
    rates = [chord / knot for chord, knot in zip(chords, knots, strict=True)]
    if len(rates) == 1:
        return rates * 2
    velocities: list[Value] = [
        before + after - (chords[i] + chords[i + 1]) / (knots[i] + knots[i + 1])
        for i, (before, after) in enumerate(pairwise(rates))
    ]
    velocities.insert(0, 2 * rates[0] - velocities[0])
    velocities.append(2 * rates[-1] - velocities[-1])
    return velocities


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, places: Sequence[complex]) -> _Box:
        x, y = [place.real for place in places], [place.imag for place in places]
        return cls(min(x), min(y), max(x), max(y))

    def held(self, place: complex) -> complex:
        """The place, or the nearest one in the box."""
        x, y = place.real, place.imag
        if self.left <= x <= self.right and self.top <= y <= self.bottom:
            return place
        return complex(min(max(x, self.left), self.right), min(max(y, self.top), self.bottom))


# ------------------------------------------------------------ its tips, as in shape.py


def _run_out(samples: _Samples, width: float) -> None:
    """Make the radii smaller at both ends, with other samples there."""
    places, directions, radii = samples.places, samples.directions, samples.radii
    way = list(accumulate((abs(b - a) for a, b in pairwise(places)), initial=0.0))
    length = way[-1]
    reach = min(pressure.TIP_LENGTH * width, pressure.TIP_SHARE * length)
    tip = 1 - (1 - pressure.TIP) * min(length / (2 * width), 1)
    marks = [share * reach for share in pressure.TIP_SAMPLES]
    marks += [length - mark for mark in reversed(marks)]
    between = []
    for mark in marks:
        if SHORTEST < mark < length - SHORTEST:
            i = bisect_left(way, mark)
            share = (mark - way[i - 1]) / max(way[i] - way[i - 1], 1e-9)
            ahead = directions[i - 1] + share * (directions[i] - directions[i - 1])
            place = places[i - 1] + share * (places[i] - places[i - 1])
            radius = radii[i - 1] + share * (radii[i] - radii[i - 1])
            between.append((i, mark, place, ahead / abs(ahead) if abs(ahead) >= 1e-9 else 1.0, radius))
    for i, mark, place, direction, radius in reversed(between):
        way.insert(i, mark)
        places.insert(i, place)
        directions.insert(i, direction)
        radii.insert(i, radius)
    for i, along in enumerate(way):
        inwards = min(along, length - along) / max(reach, 1e-9)
        if inwards < 1:
            radii[i] *= 1 - (1 - tip) * (1 - inwards) ** 2


# ------------------------------------------------------------ its edge, as in outline.py


def _make_disc_of_dot(samples: _Samples) -> None:
    """Move all samples of a stroke that stays well inside its own ink to its widest."""
    places, radii = samples.places, samples.radii
    widest = max(radii)
    first, near = places[0], DOT * widest
    if abs(places[-1] - first) < near and all(abs(place - first) < near for place in places):
        count, here = len(places), places[radii.index(widest)]
        samples.places, samples.directions, samples.radii = [here] * count, [1.0] * count, [widest] * count


def _polygon(samples: _Samples, zoom: float) -> Points:
    """Left side with its discs, end cap, right side backwards, start cap."""
    places, radii = samples.places, samples.radii
    sideways = [direction * (1j * radius) for direction, radius in zip(samples.directions, radii, strict=True)]
    left = [place + aside for place, aside in zip(places, sideways, strict=True)]
    right = [place - aside for place, aside in zip(places, sideways, strict=True)]
    if turns := _disc_places(places, radii, sideways):
        disc = _disc(_cap_points(max(radii[turn] for turn in turns) * zoom))
        for turn in reversed(turns):
            place, aside = places[turn], sideways[turn]
            left[turn + 1 : turn + 1] = [place + aside * point for point in disc]
    cap = _half_circle(_cap_points(max(radii[0], radii[-1]) * zoom))
    left += [places[-1] + sideways[-1] * point for point in cap]
    left += reversed(right)
    left += [places[0] - sideways[0] * point for point in cap]
    return np.array(left)


def _disc_places(places: Sequence[complex], radii: Sequence[float], sideways: Sequence[complex]) -> list[int]:
    """The samples where a full disc is needed, each once, in their order."""
    chosen: list[int] = []
    way, group, before = 0.0, -1, -2
    for i in range(len(places) - 1):
        travel, aside = places[i + 1] - places[i], sideways[i + 1] - sideways[i]
        length, widening = abs(travel), radii[i + 1] - radii[i]
        way += length
        against = aside.real * travel.real + aside.imag * travel.imag
        if abs(against) <= length * length and abs(widening) <= STEEPEST * length:
            continue
        turn = i + (widening >= 0)
        slot = floor(way / max(DISC_SPACING * radii[turn], 0.02))
        if slot != group or i != before + 1:
            chosen.append(turn)
        elif radii[turn] >= radii[chosen[-1]]:
            chosen[-1] = turn
        group, before = slot, i
    return sorted(set(chosen))


def _cap_points(radius_px: float) -> int:
    """Points inside a half circle so that its chords stay within the tolerance."""
    half_step = acos(1 - TOLERANCE_PX / max(radius_px, 1.01 * TOLERANCE_PX))
    return min(max(ceil(pi / (2 * half_step)) - 1, 1), MAX_CAP_POINTS)


@lru_cache(maxsize=64)
def _half_circle(count: int) -> Sequence[complex]:
    """So many points from left to right around the direction of travel, to be turned as what lies sideways is."""
    return [exp(-1j * pi * k / (count + 1)) for k in range(1, count + 1)]


@lru_cache(maxsize=64)
def _disc(count: int) -> Sequence[complex]:
    """A full circle of twice so many points and two, from what lies sideways back to it."""
    half = count + 1
    return [exp(-1j * pi * k / half) for k in range(1, 2 * half + 1)]
