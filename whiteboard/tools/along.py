"""Drawing along the edge of an instrument: which edge a pen is near, and where on it its ink belongs."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from whiteboard.model.element import Element
from whiteboard.model.elements import instrument
from whiteboard.model.geometry import Point

OUTSIDE_PX, INSIDE_PX = 14.0, 9.0
"""A stroke that begins so near to an edge, beside the instrument or on it, runs along it."""


@dataclass(frozen=True, slots=True)
class StraightEdge:
    """From a to b on the board; `outward` is the unit vector that leads off the instrument."""

    a: Point
    b: Point
    outward: Point

    def distance(self, at: Point) -> float:
        """How far off the instrument the point is: negative upon it; infinite beyond the edge's ends."""
        share = self._share(at)
        length = math.dist(self.a, self.b)
        if not -OUTSIDE_PX <= share * length <= length + OUTSIDE_PX:
            return math.inf
        return (at.x - self.a.x) * self.outward.x + (at.y - self.a.y) * self.outward.y

    def along(self, at: Point, beside: float) -> Point:
        """The place on the edge next to the point, moved off the instrument by `beside`."""
        share = min(max(self._share(at), 0.0), 1.0)
        return Point(
            self.a.x + share * (self.b.x - self.a.x) + beside * self.outward.x,
            self.a.y + share * (self.b.y - self.a.y) + beside * self.outward.y,
        )

    def _share(self, at: Point) -> float:
        way = Point(self.b.x - self.a.x, self.b.y - self.a.y)
        squared = way.x**2 + way.y**2
        return ((at.x - self.a.x) * way.x + (at.y - self.a.y) * way.y) / squared if squared else 0.0


@dataclass(frozen=True, slots=True)
class ArcEdge:
    """Half a circle, of a protractor that is turned by `rotation`."""

    center: Point
    radius: float
    rotation: float

    def distance(self, at: Point) -> float:
        if not -math.pi - 0.1 <= self._angle(at) <= 0.1:
            return math.inf
        return math.dist(at, self.center) - self.radius

    def along(self, at: Point, beside: float) -> Point:
        angle = self._angle(at)
        if angle > 0:
            angle = 0.0 if angle < math.pi / 2 else -math.pi
        angle += self.rotation
        reach = self.radius + beside
        return Point(self.center.x + reach * math.cos(angle), self.center.y + reach * math.sin(angle))

    def _angle(self, at: Point) -> float:
        """-pi (left) to 0 (right) over the arc; up to pi below it."""
        return math.remainder(math.atan2(at.y - self.center.y, at.x - self.center.x) - self.rotation, math.tau)


Edge = StraightEdge | ArcEdge


def edges(element: Element) -> list[Edge]:
    """The edges of an instrument that one can draw along; a compass has none."""
    g = element.geometry
    there = instrument.to_board(g)
    match element.content.form:
        case "ruler":
            upper_left, upper_right, lower_right, lower_left = (there(corner) for corner in instrument.outline(element))
            return [_straight(upper_left, upper_right), _straight(lower_right, lower_left)]
        case "set_square":
            top, right, corner = (there(corner) for corner in instrument.outline(element))
            return [_straight(top, right), _straight(right, corner), _straight(corner, top)]
        case "protractor":
            base = _straight(there(Point(g.w, g.h)), there(Point(0, g.h)))
            return [ArcEdge(there(instrument.protractor_center(g)), g.w / 2, g.rotation), base]
        case _:
            return []


def edge_near(instruments: Iterable[Element], at: Point, zoom: float) -> Edge | None:
    """The edge that a stroke which begins here runs along, if any; `zoom` in screen pixels a board unit."""
    found = [
        (abs(away), number, edge)
        for number, edge in enumerate(edge for element in instruments for edge in edges(element))
        if -INSIDE_PX / zoom <= (away := edge.distance(at)) <= OUTSIDE_PX / zoom
    ]
    return min(found)[2] if found else None


def _straight(a: Point, b: Point) -> StraightEdge:
    """An edge of an outline that is listed clockwise on the screen."""
    length = math.dist(a, b) or 1.0
    return StraightEdge(a, b, Point((b.y - a.y) / length, -(b.x - a.x) / length))
