"""Where the ends of a connector lie that stick to elements: it aims at a place in each and stops short of its outline.

The figures are those of PROTOCOL.md, section 7.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

from whiteboard.model.content import Binding
from whiteboard.model.element import SHAPE, Element, ElementId, page_of
from whiteboard.model.elements import boxed, kind_of, shape
from whiteboard.model.elements.connector import between
from whiteboard.model.elements.connector_line import CURVED, ELBOW, control, ends
from whiteboard.model.geometry import Point
from whiteboard.model.path import Path, crossings, distance
from whiteboard.model.points import UNITS_PER_BOARD_UNIT
from whiteboard.model.transform import Transform

from .elbow import Outlet, route

GAP = 4.0
"""Between a connector's end and the outline that it points at, besides half the widths of both, in board units."""

CLEAR, MOST_GAPS = 0.9, 4.0
"""An end is clear of an outline that is this share of the gap away; it goes no further for it than so many gaps."""

Find = Callable[[ElementId], Element | None]
"""How to get an element by its id."""


def led(connector: Element, find: Find) -> Element:
    """The connector with its ends where those of its bindings want them that can be followed; the others stay."""
    content = connector.content
    start, end = ends(connector)
    tail, head = stuck_to(connector, content.start, find), stuck_to(connector, content.end, find)
    if tail is None and head is None:
        return connector
    tail_focus = start if tail is None or content.start is None else focus(tail, content.start)
    head_focus = end if head is None or content.end is None else focus(head, content.end)
    if content.form == ELBOW:
        stations = route(
            _outlet(connector, tail, content.start, tail_focus), _outlet(connector, head, content.end, head_focus)
        )
        return between(connector, stations[0], stations[-1], stations[1:-1])
    line = _aimed(tail_focus, head_focus, content.bend if content.form == CURVED else 0.0)
    whole = _length(line)
    begin = 0.0 if tail is None else _leaves(line, tail, _gap(connector, tail))
    finish = whole - (0.0 if head is None else _leaves(line[::-1], head, _gap(connector, head)))
    if begin >= finish:  # so near each other that there is no room between them
        begin, finish = 0.0, whole
    return between(
        connector,
        start if tail is None else rounded(_along(line, begin)),
        end if head is None else rounded(_along(line, finish)),
    )


def stuck_to(connector: Element, binding: Binding | None, find: Find) -> Element | None:
    """The element that an end follows: it must be there, on the same page, and of a kind that can be stuck to."""
    target = None if binding is None else find(ElementId(binding.to))
    if target is None or not kind_of(target).bindable or page_of(target) != page_of(connector):
        return None
    return target


def focus(target: Element, binding: Binding) -> Point:
    """The place on the board that a binding means."""
    g = target.geometry
    place = Point(g.x + binding.u * g.w, g.y + binding.v * g.h)
    return Transform.turning(g.rotation, boxed.center(g))(place) if g.rotation else place


def edge(target: Element) -> list[Point]:
    """The closed line around an element that connectors stop at."""
    if target.kind == SHAPE:
        return shape.outline_of(target).flattened()
    return Path.through(boxed.corners(target.geometry), closed=True).flattened()


def rounded(point: Point) -> Point:
    """In sixteenths, as everything on the board: so that the legs of an elbow are upright, and everybody's the same."""
    unit = UNITS_PER_BOARD_UNIT
    return Point(round(point.x * unit) / unit, round(point.y * unit) / unit)


def _outlet(connector: Element, target: Element | None, binding: Binding | None, at: Point) -> Outlet:
    if target is None or binding is None:
        return Outlet(at)
    return Outlet(at, boxed.bounds(target), tuple(edge(target)), _gap(connector, target), _side(target, binding))


def _side(target: Element, binding: Binding) -> Point | None:
    """The direction in which an elbow leaves: across the side that is nearest; None if it aims at the middle."""
    if (binding.u, binding.v) == (0.5, 0.5):
        return None
    g = target.geometry
    u, v = binding.u * g.w, binding.v * g.h
    sides = ((u, -1, 0), (g.w - u, 1, 0), (v, 0, -1), (g.h - v, 0, 1))
    _, x, y = min(sides)
    turned = Transform.turning(round(g.rotation / (math.pi / 2)) * math.pi / 2, Point(0.0, 0.0)).direction(Point(x, y))
    return Point(float(round(turned.x)), float(round(turned.y)))


def _gap(connector: Element, target: Element) -> float:
    painted = target.style.width if target.kind == SHAPE else 0.0
    return GAP + (painted + connector.style.width) / 2


def _aimed(start: Point, end: Point, bend: float) -> list[Point]:
    if not bend:
        return [start, end]
    return Path.bent(start, control(start, end, bend), end).flattened()


def _leaves(line: Sequence[Point], target: Element, gap: float) -> float:
    """How far along the line it is out of the element for good, and clear of it; 0 if it does not leave.

    A line that leaves at a sharp angle goes on until it is clear, in steps of a board unit, but not for ever.
    """
    outline = edge(target)
    passed = last = 0.0
    found = False
    for p, q in pairwise(line):
        length = math.dist(p, q)
        shares = crossings(outline, p, q)
        if shares:
            last, found = passed + shares[-1] * length, True
        passed += length
    if not found:
        return 0.0
    far = gap
    while far < MOST_GAPS * gap:
        at = _along(line, last + far)
        if distance(outline, at, at) >= CLEAR * gap:
            break
        far += 1.0
    return last + far


def _along(line: Sequence[Point], far: float) -> Point:
    """The point so far along the line."""
    for p, q in pairwise(line):
        length = math.dist(p, q)
        if length and far <= length:
            share = max(far, 0.0) / length
            return Point(p.x + share * (q.x - p.x), p.y + share * (q.y - p.y))
        far -= length
    return line[-1]


def _length(line: Sequence[Point]) -> float:
    return sum(math.dist(p, q) for p, q in pairwise(line))
