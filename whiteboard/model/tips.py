"""The tips of connectors: arrow, triangle, dot, bar and diamond, at the end of a line that comes from somewhere.

The figures are those of PROTOCOL.md, section 7.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from .geometry import Point
from .path import Leg, Path, ring
from .transform import Transform

SPREAD = 0.5
"""Half the width of an arrow as a share of its length."""

TRIANGLE_SPREAD, BAR_SPREAD, DIAMOND_SPREAD = 0.45, 0.45, 0.32
DOT_RADIUS = 0.3

_LINE_ENDS: dict[str, float] = {"triangle": 0.8, "diamond": 0.8, "dot": DOT_RADIUS}
"""How far before the end the line stops, as a share of the tip's length: inside the tips that are filled."""


@dataclass(frozen=True, slots=True)
class Tip:
    """A tip on the board. `line_end` is where a line of straight legs ends for it, and `share` how much of a curve's
    parameter is cut off for it."""

    path: Path
    filled: bool
    line_end: Point
    share: float = 0.0


def tip_length(width: float, line: float) -> float:
    """The length of a tip on a line of this width and length, in board units."""
    return min(6.0 + 4.0 * width, line / 2)


def tip(name: str, end: Point, before: Point, length: float, share: float = 0.0) -> Tip:
    """The tip of this name at `end` of a line that comes from `before`; `share` of a curve's parameter lies between."""
    turn = math.atan2(end.y - before.y, end.x - before.x)
    place = Transform.moving(end).after(Transform.turning(turn, Point(0.0, 0.0)))
    back = _LINE_ENDS.get(name, 0.0)
    return Tip(
        _shape(name, length).transformed(place), name in _LINE_ENDS, place(Point(-back * length, 0.0)), back * share
    )


def _shape(name: str, length: float) -> Path:
    """With its end at the origin, pointing to the right."""
    apex = Point(0.0, 0.0)
    match name:
        case "triangle":
            half = TRIANGLE_SPREAD * length
            return Path.through([apex, Point(-length, half), Point(-length, -half)], closed=True)
        case "diamond":
            half = DIAMOND_SPREAD * length
            left = Point(-length / 2, half), Point(-length, 0.0), Point(-length / 2, -half)
            return Path.through([apex, *left], closed=True)
        case "dot":
            radius = DOT_RADIUS * length
            return ring(Point(-radius, 0.0), radius, radius)
        case "bar":
            half = BAR_SPREAD * length
            return Path(Point(0.0, -half), (Leg(Point(0.0, half)),))
        case _:
            half = SPREAD * length
            return Path.through([Point(-length, -half), apex, Point(-length, half)])
