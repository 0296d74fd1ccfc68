"""Affine transformations, and the `transform` attribute (SVG 1.1, 7.6)."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

_CALL = re.compile(r"[\s,]*([A-Za-z]+)\s*\(([^()]*)\)")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")


class BadTransform(ValueError):
    """The text is no transformation."""


class Transform(NamedTuple):
    """x' = a x + c y + e, y' = b x + d y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def __call__(self, place: complex) -> complex:
        x, y = place.real, place.imag
        return complex(self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)

    def after(self, inner: Transform) -> Transform:
        """First `inner`, then this."""
        a, b, c, d, e, f = inner
        return Transform(
            self.a * a + self.c * b,
            self.b * a + self.d * b,
            self.a * c + self.c * d,
            self.b * c + self.d * d,
            self.a * e + self.c * f + self.e,
            self.b * e + self.d * f + self.f,
        )

    @property
    def size(self) -> float:
        """By how much it enlarges, on the whole."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))


def parsed(text: str) -> Transform:
    """The transformation of a `transform` attribute; BadTransform if it is none."""
    whole, position = Transform(), 0
    while (call := _CALL.match(text, position)) is not None:
        whole = whole.after(_one(call[1], [float(number) for number in _NUMBER.findall(call[2])]))
        position = call.end()
    if text[position:].strip(" \t\r\n,"):
        raise BadTransform(text[:60])
    return whole


def _one(name: str, numbers: list[float]) -> Transform:
    match name, numbers:
        case "matrix", [a, b, c, d, e, f]:
            return Transform(a, b, c, d, e, f)
        case "translate", [x, *rest] if len(rest) < 2:
            return Transform(e=x, f=rest[0] if rest else 0.0)
        case "scale", [x, *rest] if len(rest) < 2:
            return Transform(a=x, d=rest[0] if rest else x)
        case "rotate", [degrees]:
            cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
            return Transform(cos, sin, -sin, cos)
        case "rotate", [degrees, x, y]:
            return Transform(e=x, f=y).after(_one(name, [degrees])).after(Transform(e=-x, f=-y))
        case "skewX", [degrees]:
            return Transform(c=math.tan(math.radians(degrees)))
        case "skewY", [degrees]:
            return Transform(b=math.tan(math.radians(degrees)))
        case _:
            raise BadTransform(name)
