"""Lines and curves as values: what outlines, connectors and their tips are made of, in whatever units their maker says.

Painting, exporting, hit testing and connecting all start from these, so that they agree.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple, Self

from .geometry import Point
from .transform import Transform

FLATNESS = 0.1
"""How far a chord may lie from its curve, where nobody says otherwise."""

_MOST_CHORDS = 64

KAPPA = 4 / 3 * (math.sqrt(2) - 1)
"""The handles of a Bezier curve that is a quarter of a circle, as a share of its radius."""


class Leg(NamedTuple):
    """On to the point `end`: straight without handles, else a cubic Bezier curve with the handles `a` and `b`."""

    end: Point
    a: Point | None = None
    b: Point | None = None


class Path(NamedTuple):
    """One line without gaps; a closed one ends where it started, without saying so by a leg of its own."""

    start: Point
    legs: tuple[Leg, ...]
    closed: bool = False

    @classmethod
    def through(cls, points: Sequence[Point], *, closed: bool = False) -> Self:
        """Straight from point to point; IndexError if there is none."""
        return cls(points[0], tuple(Leg(point) for point in points[1:]), closed)

    @classmethod
    def bent(cls, start: Point, control: Point, end: Point) -> Self:
        """The quadratic Bezier curve with this control point."""
        a = Point(start.x + (control.x - start.x) * 2 / 3, start.y + (control.y - start.y) * 2 / 3)
        b = Point(end.x + (control.x - end.x) * 2 / 3, end.y + (control.y - end.y) * 2 / 3)
        return cls(start, (Leg(end, a, b),))

    @property
    def end(self) -> Point:
        return self.legs[-1].end if self.legs and not self.closed else self.start

    def transformed(self, by: Transform) -> Path:
        legs = tuple(
            Leg(by(end), None if a is None else by(a), None if b is None else by(b)) for end, a, b in self.legs
        )
        return Path(by(self.start), legs, self.closed)

    def flattened(self, flatness: float = FLATNESS) -> list[Point]:
        """Points that straight lines lead through; of a closed path the last is the first again."""
        points = [self.start]
        for end, a, b in self.legs:
            if a is None or b is None:
                points.append(end)
            else:
                points += _chords(points[-1], a, b, end, flatness)
        if self.closed and points[-1] != self.start:
            points.append(self.start)
        return points


def ring(center: Point, rx: float, ry: float) -> Path:
    """The ellipse with these half axes, as four Bezier curves from its uppermost point clockwise."""
    x, y = center
    kx, ky = rx * KAPPA, ry * KAPPA
    top, right, bottom, left = Point(x, y - ry), Point(x + rx, y), Point(x, y + ry), Point(x - rx, y)
    return Path(
        top,
        (
            Leg(right, Point(x + kx, y - ry), Point(x + rx, y - ky)),
            Leg(bottom, Point(x + rx, y + ky), Point(x + kx, y + ry)),
            Leg(left, Point(x - kx, y + ry), Point(x - rx, y + ky)),
            Leg(top, Point(x - rx, y - ky), Point(x - kx, y - ry)),
        ),
        closed=True,
    )


def distance(line: Sequence[Point], a: Point, b: Point) -> float:
    """The distance from the segment a to b to the line through these points; ValueError if there are none."""
    pieces = list(pairwise(line)) or [(point, point) for point in line]
    return min(_between(p, q, a, b) for p, q in pieces)


def encloses(line: Sequence[Point], at: Point) -> bool:
    """Whether the point lies within the closed line through these points (by the rule of non-zero winding)."""
    turns = 0
    for p, q in pairwise(line):
        if (p.y > at.y) != (q.y > at.y):
            right = at.x < p.x + (at.y - p.y) / (q.y - p.y) * (q.x - p.x)
            turns += (1 if q.y > p.y else -1) if right else 0
    return turns != 0


def crossings(line: Iterable[Point], a: Point, b: Point) -> list[float]:
    """Where the segment a to b crosses the line through these points, as shares of its length, in order."""
    found = []
    way = Point(b.x - a.x, b.y - a.y)
    for p, q in pairwise(line):
        side = Point(q.x - p.x, q.y - p.y)
        across = way.x * side.y - way.y * side.x
        if across == 0:
            continue
        along = ((p.x - a.x) * side.y - (p.y - a.y) * side.x) / across
        there = ((p.x - a.x) * way.y - (p.y - a.y) * way.x) / across
        if 0 <= along <= 1 and 0 <= there <= 1:
            found.append(along)
    return sorted(found)


def _chords(start: Point, a: Point, b: Point, end: Point, flatness: float) -> list[Point]:
    """The ends of the chords of one curve; their number follows from its second differences."""
    bend = max(
        math.hypot(start.x - 2 * a.x + b.x, start.y - 2 * a.y + b.y),
        math.hypot(a.x - 2 * b.x + end.x, a.y - 2 * b.y + end.y),
    )
    count = min(_MOST_CHORDS, max(1, math.ceil(math.sqrt(0.75 * bend / flatness))))
    points = []
    for i in range(1, count):
        t = i / count
        u = 1 - t
        p, q, r, s = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        points.append(
            Point(
                p * start.x + q * a.x + r * b.x + s * end.x,
                p * start.y + q * a.y + r * b.y + s * end.y,
            )
        )
    return [*points, end]


def _between(p: Point, q: Point, a: Point, b: Point) -> float:
    """The distance of two segments."""
    if crossings((p, q), a, b):
        return 0.0
    return min(_to_segment(p, a, b), _to_segment(q, a, b), _to_segment(a, p, q), _to_segment(b, p, q))


def _to_segment(point: Point, a: Point, b: Point) -> float:
    wx, wy = b.x - a.x, b.y - a.y
    length = wx * wx + wy * wy
    share = min(max(((point.x - a.x) * wx + (point.y - a.y) * wy) / length, 0.0), 1.0) if length else 0.0
    return math.hypot(a.x + share * wx - point.x, a.y + share * wy - point.y)
