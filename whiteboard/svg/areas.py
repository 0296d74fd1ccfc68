"""Areas as polygons of few corners. Those of a board have no holes: each hole is cut open by a slit of no width."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

FINEST = 0.1
"""How far a corner that is left out may lie from the polygon, in board units, if there is room for that many."""

Ring = Sequence[complex]
"""Points once around; the last is not the first again."""


def effort(rings: Sequence[Ring]) -> int:
    """About how many steps it takes to find out which ring is in which."""
    return len(rings) * sum(map(len, rings)) if len(rings) > 1 else 0


def areas(rings: Sequence[Ring], most: int, *, even_odd: bool, nested: bool = True) -> list[list[complex]]:
    """What these rings fill together, as polygons of at most `most` corners each.

    Unless they are `nested`, nobody looks which ring is a hole in which other.
    """
    rings = [ring for ring in rings if len(ring) > 2 and _size(ring)]
    if len(rings) == 1 or not nested:
        return [fewer(ring, most) for ring in rings]
    outer: dict[int, list[Ring]] = {}
    holes: list[int] = []
    boxes = [_box(ring) for ring in rings]
    for number, ring in enumerate(rings):
        at = ring[0]
        others = (other for n, other in enumerate(rings) if n != number and _is_in(at, boxes[n]))
        around = sum(winding(other, at) for other in others)
        within = around + (1 if _size(ring) > 0 else -1)
        if not _fills(around, even_odd) and _fills(within, even_odd):
            outer[number] = []
        elif _fills(around, even_odd) and not _fills(within, even_odd):
            holes.append(number)
    for number in holes:
        homes = [each for each in outer if winding(rings[each], rings[number][0])]
        if homes:
            outer[min(homes, key=lambda each: abs(_size(rings[each])))].append(rings[number])
    return [_with_holes(rings[number], within, most) for number, within in outer.items()]


def fewer(ring: Ring, most: int) -> list[complex]:
    """The ring with at most `most` corners, as near to it as they allow; at least 3."""
    tolerance = FINEST
    made = _thinned(ring, tolerance)
    while len(made) > most:
        tolerance *= 1.5
        made = _thinned(made, tolerance)
    return made if len(made) > 2 else [ring[0], ring[len(ring) // 3], ring[2 * len(ring) // 3]]


def winding(ring: Ring, at: complex) -> int:
    """How often the ring goes around a point."""
    turns = 0
    for p, q in pairwise((*ring, ring[0])):
        if (p.imag > at.imag) != (q.imag > at.imag):
            across = p.real + (at.imag - p.imag) / (q.imag - p.imag) * (q.real - p.real)
            if at.real < across:
                turns += 1 if q.imag > p.imag else -1
    return turns


def _box(ring: Ring) -> tuple[complex, complex]:
    xs, ys = [point.real for point in ring], [point.imag for point in ring]
    return complex(min(xs), min(ys)), complex(max(xs), max(ys))


def _is_in(at: complex, box: tuple[complex, complex]) -> bool:
    low, high = box
    return low.real <= at.real <= high.real and low.imag <= at.imag <= high.imag


def _fills(turns: int, even_odd: bool) -> bool:
    return bool(turns % 2 if even_odd else turns)


def _size(ring: Ring) -> float:
    """Twice the area, positive clockwise on a screen."""
    first = ring[0]
    return sum(((p - first).conjugate() * (q - first)).imag for p, q in pairwise(ring))


def _with_holes(ring: Ring, holes: list[Ring], most: int) -> list[complex]:
    """Around the ring, and through a slit around each hole the other way."""
    if 5 * len(holes) + 3 > most:  # more holes than corners: the largest ones are left
        holes = sorted(holes, key=lambda hole: -abs(_size(hole)))[: (most - 3) // 5]
    each = [ring, *holes]
    spare = most - 2 * len(holes)
    lengths = [len(one) for one in each]
    shares = [max(3, min(length, int(spare * length / sum(lengths)))) for length in lengths]
    made, *within = (fewer(one, share) for one, share in zip(each, shares, strict=True))
    clockwise = _size(ring) > 0
    for hole in within:
        if (_size(hole) > 0) == clockwise:
            hole.reverse()
        _, a, b = min((abs(p - q), i, j) for i, p in enumerate(made) for j, q in enumerate(hole))
        made[a + 1 : a + 1] = [*hole[b:], *hole[: b + 1], made[a]]
    return made


def _thinned(ring: Ring, tolerance: float) -> list[complex]:
    """The corners from which straight lines pass all others within the tolerance (Zhao and Saalfeld 1997: sleeves)."""
    made = [ring[0]]
    low, high, axis = -math.pi, math.pi, 0.0
    last = ring[0]
    for point in (*ring[1:], ring[0]):
        way = point - made[-1]
        if abs(way) > tolerance:
            if high - low > math.pi:
                axis = _direction(way)
                low, high = -math.pi / 2, math.pi / 2
            turn = math.remainder(_direction(way) - axis, math.tau)
            if not low <= turn <= high:
                made.append(last)
                way = point - last
                axis, low, high = (_direction(way) if way else 0.0), -math.pi, math.pi
                turn = 0.0
            if abs(way) > tolerance:
                half = math.asin(tolerance / abs(way))
                low, high = max(low, turn - half), min(high, turn + half)
        last = point
    return made


def _direction(way: complex) -> float:
    """In radians. `cmath.phase` fails where one part is smaller than numbers ought to be."""
    return math.atan2(way.imag, way.real)
