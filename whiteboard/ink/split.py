"""Rubs a piece out of a stroke: what is left of its points when a round eraser has passed over it.

A stroke is cut along the curve that is painted, not along the chords between its few kept points, so what stays keeps
its shape. Points and places are in 1/16 board unit relative to the stroke's origin, as `InkPoint` is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from whiteboard.model.points import MAX_PRESSURE, InkPoint

from . import curve
from .arrays import Floats, Mask, Points, offsets_of, places_within

_FINE = 3
"""Places on the curve are looked at so many times a radius of the eraser."""

_FINEST = 4.0
"""... but no nearer together than this, in 1/16 board unit."""

_MOST = 4096
"""Places of one segment that are looked at, at most."""

_BESIDE_CUT = 3
"""Points that hold the curve in shape between the last kept point and the cut."""


@dataclass(frozen=True, slots=True)
class _Line:
    """Places along a stroke's curve: where, how firmly pressed, and which of them are the stroke's own points."""

    places: Points
    presses: Floats
    own: Mask


def rubbed(
    points: Sequence[InkPoint], a: complex, b: complex, radius: float, crumb: float = 0.0
) -> list[list[InkPoint]] | None:
    """The parts of a stroke that are left when an eraser of this radius goes from a to b; None if it misses.

    Parts no longer than `crumb` are gone too. An empty list: nothing is left.
    """
    line = _line_along(points, radius)
    away = _distances(line.places, a, b)
    gone = away < radius
    if not gone.any():
        return None
    parts = []
    for begin, end in _runs(~gone):
        part = _part(line, away, begin, end, radius)
        if len(part) > 1 and sum(abs(complex(q.x - p.x, q.y - p.y)) for p, q in pairwise(part)) > crumb:
            parts.append(part)
    return parts


def _line_along(points: Sequence[InkPoint], radius: float) -> _Line:
    rows = np.array(points, np.float64)
    raw = rows[:, 0] + 1j * rows[:, 1]
    centre, presses, offsets = curve.distinct(raw, rows[:, 2], np.array([0, len(points)]))
    cubics = curve.held_in_box(curve.through(centre, presses, offsets))
    step = max(radius / _FINE, _FINEST)
    counts = np.clip(np.ceil(np.abs(np.diff(centre)) / step), 1, _MOST).astype(np.int64)
    at = places_within(counts) / np.repeat(counts, counts)
    back = 1 - at
    weights = (back**3, 3 * back**2 * at, 3 * back * at**2, at**3)
    nothing = np.zeros((3, len(at)))
    x, y, firm = sum((c.repeat(counts, axis=1) * w for c, w in zip(cubics.controls, weights, strict=True)), nothing)
    own = np.zeros(len(at) + 1, bool)
    own[offsets_of(counts)] = True
    return _Line(np.append(x + 1j * y, centre[-1]), np.append(firm, presses[-1]), own)


def _distances(places: Points, a: complex, b: complex) -> Floats:
    """From the segment a to b."""
    way = b - a
    along = np.clip(((places - a) * way.conjugate()).real / max(abs(way) ** 2, 1e-12), 0, 1)
    result: Floats = np.abs(places - (a + along * way))
    return result


def _runs(stay: Mask) -> list[tuple[int, int]]:
    """First and last index of each run."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], stay, [False]]).astype(np.int8)))
    return [(int(begin), int(end) - 1) for begin, end in edges.reshape(-1, 2)]


def _part(line: _Line, away: Floats, begin: int, end: int, radius: float) -> list[InkPoint]:
    """The points of one part: the stroke's own, and where it was cut, the cut and a few before it."""
    own = np.flatnonzero(line.own[begin : end + 1]) + begin
    first, last = (int(own[0]), int(own[-1])) if len(own) else (end, end)
    keep = set(own.tolist())
    if begin > 0:
        keep |= _some(begin, first)
    if end < len(away) - 1:
        keep |= _some(last if len(own) else begin, end)
    part = [_ink(complex(line.places[i]), float(line.presses[i])) for i in sorted(keep)]
    if begin > 0:
        part.insert(0, _cut(line, away, begin, begin - 1, radius))
    if end < len(away) - 1:
        part.append(_cut(line, away, end, end + 1, radius))
    return [point for number, point in enumerate(part) if number == 0 or point[:2] != part[number - 1][:2]]


def _some(begin: int, end: int) -> set[int]:
    """A few indices from begin to end."""
    return {begin + round((end - begin) * share / _BESIDE_CUT) for share in range(_BESIDE_CUT + 1)}


def _cut(line: _Line, away: Floats, outside: int, inside: int, radius: float) -> InkPoint:
    """Where the edge of the eraser is, between two neighbouring places."""
    share = (away[outside] - radius) / max(away[outside] - away[inside], 1e-9)
    place = line.places[outside] + share * (line.places[inside] - line.places[outside])
    return _ink(complex(place), float(line.presses[outside] + share * (line.presses[inside] - line.presses[outside])))


def _ink(place: complex, pressure: float) -> InkPoint:
    return InkPoint(round(place.real), round(place.imag), min(max(round(pressure), 0), MAX_PRESSURE))
