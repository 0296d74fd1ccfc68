"""Changing a connector by hand: what an end sticks to, an end that is moved, a line that is bent."""

from __future__ import annotations

import math

import msgspec

from whiteboard.model.content import Binding
from whiteboard.model.element import SHAPE, Element, ElementId
from whiteboard.model.elements import kind_of
from whiteboard.model.elements.boxed import center
from whiteboard.model.elements.connector import between
from whiteboard.model.elements.connector_line import CURVED, ends
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.path import distance, encloses
from whiteboard.model.transform import Transform
from whiteboard.model.validate import MAX_BEND

from .attaching import Find, edge, led
from .tool import Surroundings

MIDDLE = 1 / 6
"""Dropped so near to the middle, as a share of width and height, an end aims at the middle itself."""

STRAIGHTENS = 0.03
"""A bend of less, as a share of the length, is none."""


def sticks_at(at: Point, tolerance: float, around: Surroundings, *, but: ElementId | None = None) -> Binding | None:
    """What an end dropped at this place sticks to: the uppermost filled element, or a smaller open one above it.

    `tolerance` in board units is how far beside the outline it still counts; it never sticks to `but`.
    """
    best: Element | None = None
    for id in reversed(around.index.meeting(Rect(at.x, at.y, at.x, at.y).grown(tolerance))):
        element = around.document.get(id)
        if element is None or id == but or not kind_of(element).bindable or not _is_at(element, at, tolerance):
            continue
        if best is None or _area(element) < _area(best):
            best = element
        if element.kind != SHAPE or element.style.fill:
            break
    return None if best is None else _binding(best, at)


def targets_of(connector: Element) -> frozenset[ElementId]:
    """The elements that its ends stick to."""
    bindings = (connector.content.start, connector.content.end)
    return frozenset(ElementId(binding.to) for binding in bindings if binding is not None)


def end_moved(connector: Element, at: Point, find: Find, *, head: bool, sticks: Binding | None = None) -> Element:
    """The connector with its start, or its end if `head`, taken to a place on the board.

    `sticks` is what `sticks_at` says of that place; an end cannot stick to what the other end sticks to.
    """
    content = connector.content
    other = content.start if head else content.end
    if sticks is not None and other is not None and sticks.to == other.to:
        sticks = None
    start, end = ends(connector)
    moved = between(connector, start if head else at, at if head else end, [])
    content = msgspec.structs.replace(content, **{"end" if head else "start": sticks})
    return led(msgspec.structs.replace(moved, content=content), find)


def bent(connector: Element, at: Point, find: Find) -> Element:
    """The connector curved so that its middle is as near to a place as it can be; straight if that is near its line."""
    start, end = ends(connector)
    w, h = end.x - start.x, end.y - start.y
    length = math.hypot(w, h) or 1.0
    beside = ((at.y - start.y - h / 2) * w - (at.x - start.x - w / 2) * h) / length
    bend = min(max(beside / length, -MAX_BEND), MAX_BEND)
    bend = 0.0 if abs(bend) < STRAIGHTENS else bend
    content = msgspec.structs.replace(connector.content, form=CURVED, bend=bend)
    return led(msgspec.structs.replace(connector, content=content, points=b""), find)


def _is_at(element: Element, point: Point, tolerance: float) -> bool:
    g = element.geometry
    reach = math.hypot(g.w, g.h) / 2 + tolerance
    if math.dist(center(g), point) > reach:
        return False
    line = edge(element)
    return encloses(line, point) or distance(line, point, point) <= tolerance


def _area(element: Element) -> float:
    return element.geometry.w * element.geometry.h


def _binding(element: Element, point: Point) -> Binding:
    g = element.geometry
    upright = Transform.turning(-g.rotation, center(g))(point)
    u = min(max((upright.x - g.x) / g.w, 0.0), 1.0) if g.w else 0.5
    v = min(max((upright.y - g.y) / g.h, 0.0), 1.0) if g.h else 0.5
    if abs(u - 0.5) <= MIDDLE and abs(v - 0.5) <= MIDDLE:
        return Binding(element.id)
    return Binding(element.id, round(u, 4), round(v, 4))
