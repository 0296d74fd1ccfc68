"""Curves as points, close enough that nobody sees the difference, with corners that stay sharp on a board."""

from __future__ import annotations

import cmath
import math
from itertools import pairwise

from .path_data import SubPath
from .transform import Transform

TOLERANCE = 0.2
"""How far a chord may be from its curve, in board units."""

FEWEST, MOST = 4, 256
"""Chords of one curve. A board draws a smooth line through the points, which needs a few of them."""

CORNER = math.radians(35)
"""From this turn on, a point is a corner."""

SHARP = 0.5
"""A corner gets neighbours so near, in board units: the board's smooth line cannot round it off any further."""


def flattened(path: SubPath, transform: Transform) -> list[complex]:
    """Points along a path, in board units, each different from the one before; OverflowError if they are too far."""
    points = [transform(path.start)]
    for a, b, end in path.curves:
        if a is None or b is None:
            points.append(transform(end))
        else:
            points += _chords(points[-1], transform(a), transform(b), transform(end))
    if not all(map(cmath.isfinite, points)):
        raise OverflowError("a point that is not finite")
    return [point for i, point in enumerate(points) if i == 0 or point != points[i - 1]]


def overlapping(points: list[complex], length: float) -> list[complex]:
    """A closed line that goes on over its beginning for so long: ink runs out in a fine tip, which would be a gap."""
    made = list(points)
    for before, here in pairwise(points):
        step = abs(here - before)
        if step >= length:
            made.append(before + (here - before) / step * length)
            break
        made.append(here)
        length -= step
    return made


def with_sharp_corners(points: list[complex]) -> list[complex]:
    """The same points, with close neighbours before and after every corner."""
    if len(points) < 3:
        return points
    made = [points[0]]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        arriving, leaving = here - before, after - here
        corner = abs(cmath.phase(leaving / arriving)) >= CORNER
        if corner and abs(arriving) > 2 * SHARP:
            made.append(here - arriving / abs(arriving) * SHARP)
        made.append(here)
        if corner and abs(leaving) > 2 * SHARP:
            made.append(here + leaving / abs(leaving) * SHARP)
    return [*made, points[-1]]


def _chords(start: complex, a: complex, b: complex, end: complex) -> list[complex]:
    """The ends of the chords of one Bezier curve. Their number follows from its second differences."""
    bend = max(abs(start - 2 * a + b), abs(a - 2 * b + end))
    if not math.isfinite(bend):
        raise OverflowError("a point that is not finite")
    count = min(MOST, max(FEWEST, math.ceil(math.sqrt(0.75 * bend / TOLERANCE))))
    points = []
    for i in range(1, count):
        t = i / count
        u = 1 - t
        points.append(u**3 * start + 3 * u * u * t * a + 3 * u * t * t * b + t**3 * end)
    return [*points, end]
