"""Moving, scaling and turning of points and directions in the plane."""

from __future__ import annotations

import math
from typing import NamedTuple, Self

from .geometry import Point


class Transform(NamedTuple):
    """x' = a x + c y + e, y' = b x + d y + f. Angles are in radians, clockwise on the screen."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    @classmethod
    def moving(cls, by: Point) -> Self:
        return cls(e=by.x, f=by.y)

    @classmethod
    def turning(cls, angle: float, about: Point) -> Self:
        return cls(math.cos(angle), math.sin(angle), -math.sin(angle), math.cos(angle)).about(about)

    @classmethod
    def scaling(cls, sx: float, sy: float, about: Point, axes: float = 0.0) -> Self:
        """Scale by `sx` and `sy` along two axes that are turned by the angle `axes`; a negative factor mirrors."""
        cos, sin = math.cos(axes), math.sin(axes)
        mixed = (sx - sy) * sin * cos
        return cls(sx * cos * cos + sy * sin * sin, mixed, mixed, sx * sin * sin + sy * cos * cos).about(about)

    def about(self, center: Point) -> Self:
        """The same about this point instead of the origin."""
        x, y = self.direction(center)
        return self._replace(e=self.e + center.x - x, f=self.f + center.y - y)

    def after(self, first: Transform) -> Transform:
        """First the other one, then this."""
        x_axis, y_axis = self.direction(Point(first.a, first.b)), self.direction(Point(first.c, first.d))
        return Transform(*x_axis, *y_axis, *self(Point(first.e, first.f)))

    def __call__(self, point: Point) -> Point:
        return Point(self.a * point.x + self.c * point.y + self.e, self.b * point.x + self.d * point.y + self.f)

    def direction(self, vector: Point) -> Point:
        """What becomes of a vector, which has no place."""
        return Point(self.a * vector.x + self.c * vector.y, self.b * vector.x + self.d * vector.y)

    @property
    def size(self) -> float:
        """By how much it enlarges, on the whole."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))

    @property
    def mirrors(self) -> bool:
        return self.a * self.d < self.b * self.c

    @property
    def only_moves(self) -> bool:
        return self[:4] == (1.0, 0.0, 0.0, 1.0)
