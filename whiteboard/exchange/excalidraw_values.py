"""The values of an `.excalidraw` file as those of a board. ValueError and the like for what is none."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from whiteboard.model.element import Geometry
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.style import ALIGNMENTS, COLORS, MAX_WIDTH, Font, Style

FORMS = {"rectangle": "rectangle", "ellipse": "ellipse", "diamond": "diamond"}
_FAMILIES = {1: "hand", 3: "mono", 5: "hand", 8: "mono"}

EDGE = 0.25
"""How wide the outline of a shape is that has none."""

STEPS = 8
"""Points from corner to corner of a rounded line."""


def number(source: dict[str, Any], name: str, default: float = 0.0) -> float:
    value = source.get(name, default)
    number = float(default if value is None else value)
    if not math.isfinite(number):
        raise ValueError(name)
    return number


def box(source: dict[str, Any]) -> Geometry:
    w, h = abs(number(source, "width")), abs(number(source, "height"))
    angle = math.remainder(number(source, "angle"), math.tau)
    return Geometry(number(source, "x"), number(source, "y"), w, h, angle)


def points(source: dict[str, Any]) -> list[Point]:
    """The points on the board, turned as the element is."""
    x, y, angle = number(source, "x"), number(source, "y"), number(source, "angle")
    points = [Point(x + float(px), y + float(py)) for px, py, *_ in source["points"]]
    if not points:
        raise ValueError("no points")
    if not angle:
        return points
    middle = Rect.around(points).center
    cos, sin = math.cos(angle), math.sin(angle)
    return [
        Point(
            middle.x + (p.x - middle.x) * cos - (p.y - middle.y) * sin,
            middle.y + (p.x - middle.x) * sin + (p.y - middle.y) * cos,
        )
        for p in points
    ]


def bend(points: Sequence[Point]) -> float:
    """How far the middle point lies beside the straight line, as a share of its length."""
    start, middle, end = points
    dx, dy = end.x - start.x, end.y - start.y
    length = math.hypot(dx, dy)
    if not length:
        return 0.0
    beside = (dx * (middle.y - start.y) - dy * (middle.x - start.x)) / length
    return min(max(beside / length, -2.0), 2.0)


def color(color: object, default: str = COLORS[0]) -> str:
    text = str(color or "").lower()
    if text.startswith("#") and len(text) in (4, 5) and all(c in "0123456789abcdef" for c in text[1:]):
        return "#" + "".join(2 * c for c in text[1:4])
    if text.startswith("#") and len(text) in (7, 9) and all(c in "0123456789abcdef" for c in text[1:]):
        return text[:7]
    return default


def opacity(source: dict[str, Any]) -> float:
    return min(max(number(source, "opacity", 100.0) / 100, 0.0), 1.0)


def fill(source: dict[str, Any]) -> str:
    ground = source.get("backgroundColor")
    return "" if ground in (None, "", "transparent") else color(ground)


def is_unseen(kind: str, source: dict[str, Any]) -> bool:
    bare = source.get("strokeColor") == "transparent"
    return bare and (kind in ("text", "freedraw", "arrow") or (kind in (*FORMS, "line") and not fill(source)))


def rounded(corners: Sequence[complex]) -> list[complex]:
    """The closed curve through the corners (Catmull and Rom 1974), as points."""
    made = []
    count = len(corners)
    for n, here in enumerate(corners):
        before, after, beyond = corners[n - 1], corners[(n + 1) % count], corners[(n + 2) % count]
        for step in range(STEPS):
            s = step / STEPS
            made.append(
                here
                + (after - before) * s / 2
                + (before - 2.5 * here + 2 * after - beyond / 2) * s**2
                + (1.5 * (here - after) + (beyond - before) / 2) * s**3
            )
    return made


def style(source: dict[str, Any]) -> Style:
    dash, inside = str(source.get("strokeStyle") or ""), fill(source)
    bare = source.get("strokeColor") == "transparent"
    return Style(
        color=inside if bare and inside else color(source.get("strokeColor")),
        width=EDGE if bare else min(max(number(source, "strokeWidth", 2.0), 0.5), MAX_WIDTH),
        opacity=opacity(source),
        fill=inside,
        dash=dash if dash in ("dashed", "dotted") else "",
    )


def font(source: dict[str, Any], align: str) -> Font:
    wanted = str(source.get("textAlign") or align)
    family = source.get("fontFamily")
    return Font(
        size=min(max(number(source, "fontSize", 20.0), 1.0), 2000.0),
        family=_FAMILIES.get(family, "") if isinstance(family, int) else "",
        align=wanted if wanted in ALIGNMENTS else align,
    )
