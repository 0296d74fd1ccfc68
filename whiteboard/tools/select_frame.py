"""The frame around what is selected: where it is, how it is turned, and which handles it has."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

import numpy as np

from whiteboard.model.element import CONNECTOR, STROKE, Element
from whiteboard.model.elements import bounds, boxed, connector_line
from whiteboard.model.elements.connector_line import ELBOW
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.transform import Transform

from .events import Device

KNOB_PX = 26.0
"""How far the handle that turns is above the frame."""

ROOM_PX = 24.0
"""A frame with shorter sides keeps its inside for being dragged; its handles reach outwards only."""

SIDE_HANDLES_PX = 48.0
"""Sides of at least this length show a handle in their middle; shorter ones can be pulled all the same."""

BEND_ROOM_PX = 64.0
"""A connector whose ends are nearer to each other is not bent by a handle, but dragged."""

_REACH_PX, _TOUCH_REACH_PX = 8.0, 18.0
"""How far beside a handle a press still means it."""

_SIDE_REACH_PX, _TOUCH_SIDE_REACH_PX = 5.0, 10.0


_ENOUGH_FOR_A_BATCH = 16


class Handle(Enum):
    """A handle, by its place on the frame: -1 left or top, 0 the middle, 1 right or bottom."""

    TOP_LEFT = (-1, -1)
    TOP = (0, -1)
    TOP_RIGHT = (1, -1)
    RIGHT = (1, 0)
    BOTTOM_RIGHT = (1, 1)
    BOTTOM = (0, 1)
    BOTTOM_LEFT = (-1, 1)
    LEFT = (-1, 0)


class Knob(Enum):
    """The handles that do not size."""

    TURN = "turn"
    START = "start of a connector"
    END = "end of a connector"
    BEND = "middle of a connector"
    LOCK = "lock"


Grip = Handle | Knob
"""What of a frame can be taken hold of."""

CORNERS = (Handle.TOP_LEFT, Handle.TOP_RIGHT, Handle.BOTTOM_RIGHT, Handle.BOTTOM_LEFT)
SIDES = (Handle.TOP, Handle.RIGHT, Handle.BOTTOM, Handle.LEFT)


class Span(NamedTuple):
    """A connector's ends, and its middle, which bends it; an elbow has none that does."""

    start: Point
    end: Point
    middle: Point | None

    def handles(self, zoom: float) -> dict[Knob, Point]:
        """Where its handles are; the ends', which lie above, last. The middle's needs some room."""
        shown = {Knob.START: self.start, Knob.END: self.end}
        if self.middle is None or math.dist(self.start, self.end) * zoom < BEND_ROOM_PX:
            return shown
        return {Knob.BEND: self.middle, **shown}


@dataclass(frozen=True, slots=True)
class Frame:
    """`box` turned by `rotation` about its middle. `span` is set for one connector, `locked` for what only unlocks."""

    box: Rect
    rotation: float = 0.0
    span: Span | None = None
    locked: bool = False

    @property
    def center(self) -> Point:
        return self.box.center

    @property
    def corners(self) -> tuple[Point, ...]:
        """Clockwise from the upper left."""
        return tuple(self.place(handle) for handle in CORNERS)

    @property
    def upright(self) -> Rect:
        """The upright box around it."""
        return self.box if not self.rotation else Rect.around(self.corners)

    def transformed(self, by: Transform) -> Frame:
        """The frame around the same elements when they are transformed, or a little larger."""
        a, b, _, d = (by(corner) for corner in self.corners)
        middle = by(self.center)
        half_w, half_h = math.dist(a, b) / 2, math.dist(a, d) / 2
        turned = self.rotation if by.mirrors else math.atan2(b.y - a.y, b.x - a.x)
        box = Rect(middle.x - half_w, middle.y - half_h, middle.x + half_w, middle.y + half_h)
        return Frame(box, turned if abs(turned) > 1e-9 else 0.0, self.span, self.locked)

    def place(self, handle: Handle, out: float = 0.0) -> Point:
        """Where a handle is, `out` board units outside the frame."""
        x, y = handle.value
        c, box = self.center, self.box.grown(out)
        return self.turned(Point(c.x + x * box.width / 2, c.y + y * box.height / 2))

    def knob(self, zoom: float, out_px: float = 0.0) -> Point:
        """Where the handle that turns is."""
        return self.turned(Point(self.center.x, self.box.top - (KNOB_PX + out_px) / zoom))

    def lock_badge(self, zoom: float) -> Point:
        """Where the lock of locked elements is shown."""
        return Point(self.box.right, self.box.top - 14.0 / zoom)

    def turned(self, point: Point) -> Point:
        """Where a point of the box before it was turned is."""
        return Transform.turning(self.rotation, self.center)(point) if self.rotation else point

    def local(self, point: Point) -> Point:
        """The other way round."""
        return Transform.turning(-self.rotation, self.center)(point) if self.rotation else point

    def holds(self, point: Point) -> bool:
        """Whether a point is inside."""
        at = self.local(point)
        return self.box.contains(Rect(at.x, at.y, at.x, at.y))

    def grip(self, at: Point, zoom: float, device: Device, out_px: float) -> Grip | None:
        """What a press here would take hold of; `out_px` is the gap between the elements and the frame."""
        touch = device is Device.TOUCH
        reach = (_TOUCH_REACH_PX if touch else _REACH_PX) / zoom
        if self.locked:
            return Knob.LOCK if math.dist(at, self.lock_badge(zoom)) <= 1.5 * reach else None
        if self.span is not None:
            for knob, place in reversed(self.span.handles(zoom).items()):
                if math.dist(at, place) <= reach:
                    return knob
            return None
        if math.dist(at, self.knob(zoom, out_px)) <= reach:
            return Knob.TURN
        return self._handle(self.local(at), zoom, out_px / zoom, reach, touch)

    def _handle(self, at: Point, zoom: float, out: float, reach: float, touch: bool) -> Handle | None:
        box = self.box.grown(out)
        room = ROOM_PX / zoom
        inside = self.box.left < at.x < self.box.right and self.box.top < at.y < self.box.bottom
        if inside and (box.width < room or box.height < room):
            return None
        for handle in CORNERS:
            x, y = handle.value
            corner = Point(box.right if x > 0 else box.left, box.bottom if y > 0 else box.top)
            if abs(at.x - corner.x) <= reach and abs(at.y - corner.y) <= reach:
                return handle
        near = (_TOUCH_SIDE_REACH_PX if touch else _SIDE_REACH_PX) / zoom
        along_x, along_y = box.left <= at.x <= box.right, box.top <= at.y <= box.bottom
        if along_x and abs(at.y - box.top) <= near:
            return Handle.TOP
        if along_x and abs(at.y - box.bottom) <= near:
            return Handle.BOTTOM
        if along_y and abs(at.x - box.left) <= near:
            return Handle.LEFT
        if along_y and abs(at.x - box.right) <= near:
            return Handle.RIGHT
        return None


def frame_around(elements: Sequence[Element]) -> Frame | None:
    """The frame of these elements; None if there are none.

    Boxes that are turned alike share a frame that is turned with them; any other company has an upright one.
    """
    if not elements:
        return None
    first = elements[0]
    locked = any(element.lock for element in elements)
    if len(elements) == 1 and first.kind == CONNECTOR:
        middle = None if first.content.form == ELBOW else connector_line.middle(first)
        return Frame(bounds(first), 0.0, Span(*connector_line.ends(first), middle), locked)
    rotation = first.geometry.rotation
    if rotation and all(element.geometry.rotation == rotation for element in elements):
        corners = [corner for element in elements for corner in boxed.corners(element.geometry)]
        return _turned_frame(corners, rotation, locked)
    return Frame(_upright(elements), 0.0, None, locked)


def frame_of_parts(parts: Sequence[Frame]) -> Frame | None:
    """The frame of very many elements, from the frames of portions of them."""
    if len(parts) <= 1:
        return parts[0] if parts else None
    rotation, locked = parts[0].rotation, any(part.locked for part in parts)
    if rotation and all(part.rotation == rotation for part in parts):
        return _turned_frame([corner for part in parts for corner in part.corners], rotation, locked)
    return Frame(_around([part.upright for part in parts]), 0.0, None, locked)


def outline(element: Element) -> tuple[Point, ...]:
    """The corners of an element's own box, turned as it is."""
    if element.kind in (STROKE, CONNECTOR):
        return Frame(bounds(element)).corners
    return boxed.corners(element.geometry)


def _turned_frame(corners: Iterable[Point], rotation: float, locked: bool) -> Frame:
    """The smallest frame with this rotation around these places."""
    back = Transform.turning(-rotation, Point(0.0, 0.0))
    box = Rect.around([back(corner) for corner in corners])
    center = Transform.turning(rotation, Point(0.0, 0.0))(box.center)
    half_w, half_h = box.width / 2, box.height / 2
    placed = Rect(center.x - half_w, center.y - half_h, center.x + half_w, center.y + half_h)
    return Frame(placed, rotation, None, locked)


def _upright(elements: Sequence[Element]) -> Rect:
    """The box around elements; strokes, where they are many, are worked out together (0.3 us each)."""
    strokes = [element for element in elements if element.kind == STROKE]
    if len(strokes) < _ENOUGH_FOR_A_BATCH:
        return _around([_box(element) for element in elements])
    boxes = [_box(element) for element in elements if element.kind != STROKE] if len(strokes) < len(elements) else []
    places = [stroke.geometry for stroke in strokes]
    half = np.array([stroke.style.width for stroke in strokes]) / 2
    x, y = np.array([place.x for place in places]), np.array([place.y for place in places])
    right, bottom = x + np.array([place.w for place in places]), y + np.array([place.h for place in places])
    low_x, low_y, high_x, high_y = (x - half).min(), (y - half).min(), (right + half).max(), (bottom + half).max()
    return _around([*boxes, Rect(float(low_x), float(low_y), float(high_x), float(high_y))])


def _box(element: Element) -> Rect:
    return bounds(element) if element.kind in (STROKE, CONNECTOR) else Rect.around(boxed.corners(element.geometry))


def _around(boxes: Sequence[Rect]) -> Rect:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Rect(min(lefts), min(tops), max(rights), max(bottoms))
