"""How a connector runs: its line, its tips and its middle. The figures are those of PROTOCOL.md, section 7."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from whiteboard.model.content import CONNECTOR_FORMS
from whiteboard.model.element import Element
from whiteboard.model.geometry import Point
from whiteboard.model.path import Leg, Path
from whiteboard.model.points import UNITS_PER_BOARD_UNIT, BadPoints, InkPoint, pack, unpack
from whiteboard.model.tips import Tip, tip, tip_length

STRAIGHT, CURVED, ELBOW = CONNECTOR_FORMS


def ends(element: Element) -> tuple[Point, Point]:
    """Where it begins and where it ends."""
    g = element.geometry
    return Point(g.x, g.y), Point(g.x + g.w, g.y + g.h)


def line_of(element: Element) -> Path:
    """The line from start to end, without its tips."""
    start, end = ends(element)
    if (beside := _control_of(element)) is not None:
        return Path.bent(start, beside, end)
    if element.content.form == ELBOW:
        return Path.through([start, *(corners_of(element) or _default_corners(start, end)), end])
    return Path.through([start, end])


def control(start: Point, end: Point, bend: float) -> Point:
    """The control point of a curved connector: twice as far beside the middle as the curve itself."""
    w, h = end.x - start.x, end.y - start.y
    return Point(start.x + w / 2 - 2 * bend * h, start.y + h / 2 + 2 * bend * w)


def corners_of(element: Element) -> list[Point]:
    """The corners that an elbow keeps, on the board."""
    try:
        points = unpack(element.points)
    except BadPoints:  # a patch of the points alone is checked without knowing whose they are
        return []
    g, unit = element.geometry, UNITS_PER_BOARD_UNIT
    return [Point(g.x + x / unit, g.y + y / unit) for x, y, _ in points]


def packed_corners(corners: Sequence[Point], start: Point) -> bytes:
    """The `points` of an elbow that starts there; BadPoints if they are too far away."""
    unit = UNITS_PER_BOARD_UNIT
    return pack(InkPoint(round((x - start.x) * unit), round((y - start.y) * unit), 0) for x, y in corners)


def tips_of(element: Element) -> list[Tip]:
    """The tips of its ends, at most two."""
    return [made for made in (_tip(element, head=False), _tip(element, head=True)) if made is not None]


def drawn_line(element: Element) -> Path:
    """The line as it is drawn: it ends inside those tips that are filled."""
    line, beside = line_of(element), _control_of(element)
    tail, head = _tip(element, head=False), _tip(element, head=True)
    if beside is not None:
        begin, end = 0.0 if tail is None else tail.share, 1.0 if head is None else 1 - head.share
        return _part(line.start, beside, line.end, begin, end)
    start = line.start if tail is None else tail.line_end
    return Path(start, (*line.legs[:-1], Leg(line.end if head is None else head.line_end)))


def middle(element: Element) -> Point:
    """The middle of the line, by its length: the middle of its label."""
    line = line_of(element).flattened()
    rest = _length(line) / 2
    for p, q in pairwise(line):
        length = math.dist(p, q)
        if length and rest <= length:
            share = rest / length
            return Point(p.x + share * (q.x - p.x), p.y + share * (q.y - p.y))
        rest -= length
    return line[-1]


def _tip(element: Element, *, head: bool) -> Tip | None:
    style = element.style
    name = style.head if head else style.tail
    if not name:
        return None
    line, beside = line_of(element), _control_of(element)
    length = tip_length(style.width, _length(line.flattened()))
    stations = [line.start, *(leg.end for leg in line.legs)]
    if not head:
        stations.reverse()
    if beside is None:
        return tip(name, stations[-1], stations[-2], length)
    start, end = stations
    share = min(0.5, length / (2 * math.dist(beside, end) or 1.0))
    return tip(name, end, _on_curve(start, beside, end, 1 - share, 1 - share), length, share)


def _control_of(element: Element) -> Point | None:
    """The control point of a curved connector that is not straight."""
    content = element.content
    return control(*ends(element), content.bend) if content.form == CURVED and content.bend else None


def _part(start: Point, beside: Point, end: Point, s: float, t: float) -> Path:
    """The part of a quadratic curve between two values of its parameter."""
    first, last = _on_curve(start, beside, end, s, s), _on_curve(start, beside, end, t, t)
    return Path.bent(first, _on_curve(start, beside, end, s, t), last)


def _on_curve(start: Point, beside: Point, end: Point, s: float, t: float) -> Point:
    """The blossom of a quadratic curve: with s = t the point there, else the control point of the part between."""
    a, b, c = (1 - s) * (1 - t), s * (1 - t) + t * (1 - s), s * t
    return Point(a * start.x + b * beside.x + c * end.x, a * start.y + b * beside.y + c * end.y)


def _length(line: Sequence[Point]) -> float:
    return sum(math.dist(p, q) for p, q in pairwise(line))


def _default_corners(start: Point, end: Point) -> list[Point]:
    """Of an elbow that keeps none: out along its longer side, across in the middle."""
    x, y = (start.x + end.x) / 2, (start.y + end.y) / 2
    if start.x == end.x or start.y == end.y:
        return []
    if abs(end.x - start.x) >= abs(end.y - start.y):
        return [Point(x, start.y), Point(x, end.y)]
    return [Point(start.x, y), Point(end.x, y)]
