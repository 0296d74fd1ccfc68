"""The outlines of shapes, each in a box of width w and height h with its upper left corner at the origin.

The figures are those of PROTOCOL.md, section 7.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from .geometry import Point, Rect
from .path import KAPPA, Leg, Path, ring

ROUNDING = 0.25
"""The radius of a rounded rectangle's corners, as a share of its shorter side, but at most MOST_ROUNDING."""

MOST_ROUNDING = 32.0
"""Board units."""

STAR_DEPTH = (3 - math.sqrt(5)) / 2
"""The inner radius of a star as a share of the outer one: that of the pentagram."""


def _stretched(points: Sequence[tuple[float, float]]) -> tuple[Point, ...]:
    """The points as shares of the box around them."""
    xs, ys = zip(*points, strict=True)
    left, top, width, height = min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
    return tuple(Point((x - left) / (width or 1), (y - top) / (height or 1)) for x, y in points)


def _around(count: int, radii: Sequence[float]) -> tuple[Point, ...]:
    """Corners at equal angles, from the top clockwise, at these radii in turn."""
    turns = ((-math.pi / 2 + math.tau * i / count, radii[i % len(radii)]) for i in range(count))
    return _stretched([(radius * math.cos(turn), radius * math.sin(turn)) for turn, radius in turns])


CORNERS: dict[str, tuple[Point, ...]] = {
    "rectangle": (Point(0, 0), Point(1, 0), Point(1, 1), Point(0, 1)),
    "triangle": (Point(0.5, 0), Point(1, 1), Point(0, 1)),
    "diamond": (Point(0.5, 0), Point(1, 0.5), Point(0.5, 1), Point(0, 0.5)),
    "pentagon": _around(5, (1.0,)),
    "hexagon": (Point(0.25, 0), Point(0.75, 0), Point(1, 0.5), Point(0.75, 1), Point(0.25, 1), Point(0, 0.5)),
    "star": _around(10, (1.0, STAR_DEPTH)),
}
"""The corners of the forms that have some, as shares of width and height."""

LABELS: dict[str, Rect] = {
    "ellipse": Rect(0.15, 0.15, 0.85, 0.85),
    "triangle": Rect(0.25, 0.5, 0.75, 1.0),
    "diamond": Rect(0.25, 0.25, 0.75, 0.75),
    "pentagon": Rect(0.15, 0.3, 0.85, 0.95),
    "hexagon": Rect(0.2, 0.1, 0.8, 0.9),
    "star": Rect(0.28, 0.38, 0.72, 0.78),
    "polygon": Rect(0.15, 0.15, 0.85, 0.85),
}
"""Where in the box a label has its place, as shares; the whole box for the other forms."""


def outline(form: str, w: float, h: float, corners: Sequence[Point] = ()) -> Path:
    """The closed outline of a form; `corners` are a polygon's, stretched to the box. A form not known: a rectangle."""
    match form:
        case "ellipse":
            return ring(Point(w / 2, h / 2), w / 2, h / 2)
        case "rounded":
            return _rounded(w, h, min(ROUNDING * min(w, h), MOST_ROUNDING))
        case "polygon" if len(corners) > 1:
            shares: Sequence[Point] = _stretched(corners)
        case _:
            shares = CORNERS.get(form, CORNERS["rectangle"])
    return Path.through([Point(x * w, y * h) for x, y in shares], closed=True)


def label_room(form: str, w: float, h: float) -> Rect:
    """The part of the box that a form's label is written in."""
    share = LABELS.get(form, Rect(0, 0, 1, 1))
    return Rect(share.left * w, share.top * h, share.right * w, share.bottom * h)


def _rounded(w: float, h: float, r: float) -> Path:
    k = r * (1 - KAPPA)
    return Path(
        Point(r, 0),
        (
            Leg(Point(w - r, 0)),
            Leg(Point(w, r), Point(w - k, 0), Point(w, k)),
            Leg(Point(w, h - r)),
            Leg(Point(w - r, h), Point(w, h - k), Point(w - k, h)),
            Leg(Point(r, h)),
            Leg(Point(0, h - r), Point(k, h), Point(0, h - k)),
            Leg(Point(0, r)),
            Leg(Point(r, 0), Point(0, k), Point(k, 0)),
        ),
        closed=True,
    )
