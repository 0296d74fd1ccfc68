"""Where rectangles of a drawing come to lie: what an `svg` element fits into, and shapes that keep their form."""

from __future__ import annotations

import cmath
import math
import re
from collections.abc import Mapping
from dataclasses import replace

from .figure import Box
from .paint import length
from .style_sheet import Stated
from .transform import Transform

_SPLIT = re.compile(r"[\s,]+")


def room(stated: Mapping[str, str], outer: complex) -> complex:
    """The size that percentages within an `svg` element are of."""
    try:
        _, _, w, h = (float(part) for part in _SPLIT.split(stated.get("viewBox", "").strip()))
    except ValueError:
        w, h = length(stated.get("width", ""), outer.real), length(stated.get("height", ""), outer.imag)
    return complex(w, h) if math.isfinite(w) and math.isfinite(h) else 0j


def view(stated: Mapping[str, str], inner: bool) -> Transform:
    """How the contents of an `svg` element are placed (SVG 1.1, 7.7): fitted, in the middle."""
    x = length(stated.get("x", ""), 0.0) if inner else 0.0
    y = length(stated.get("y", ""), 0.0) if inner else 0.0
    try:
        left, top, w, h = (float(part) for part in _SPLIT.split(stated.get("viewBox", "").strip()))
    except ValueError:
        return Transform(e=x, f=y)
    if not (w > 0 and h > 0 and all(map(math.isfinite, (left, top, w, h)))):
        return Transform(e=x, f=y)
    width, height = length(stated.get("width", ""), w), length(stated.get("height", ""), h)
    sx, sy = width / w, height / h
    if stated.get("preserveAspectRatio", "").strip() != "none":
        sx = sy = min(sx, sy)
    return Transform(sx, 0.0, 0.0, sy, x + (width - w * sx) / 2 - left * sx, y + (height - h * sy) / 2 - top * sy)


def form(tag: str, stated: Stated, transform: Transform) -> Box | None:
    """The box of a rectangle or an ellipse that is still one on the board."""

    def at(name: str) -> float:
        return length(stated.get(name, ""), 0.0)

    match tag:
        case "rect" if not (at("rx") or at("ry")):
            return upright(at("x"), at("y"), at("width"), at("height"), transform)
        case "circle" | "ellipse":
            rx, ry = (at("r"), at("r")) if tag == "circle" else (at("rx"), at("ry"))
            box = upright(at("cx") - rx, at("cy") - ry, 2 * rx, 2 * ry, transform)
            return None if box is None else replace(box, form="ellipse")
        case _:
            return None


def upright(x: float, y: float, w: float, h: float, transform: Transform) -> Box | None:
    """A rectangle after a transformation; None if it is none any more."""
    corner, right, below = transform(complex(x, y)), transform(complex(x + w, y)), transform(complex(x, y + h))
    along, down = right - corner, below - corner
    if not (cmath.isfinite(along) and cmath.isfinite(down)):
        return None
    if abs((along.conjugate() * down).real) > 1e-3 * abs(along) * abs(down):
        return None
    turn = cmath.phase(along) if along else 0.0
    return Box(corner + (along + down) / 2, abs(along), abs(down), 0.0 if abs(turn) < 1e-9 else turn)
