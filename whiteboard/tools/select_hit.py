"""What a press with the select tool is about: a handle, an element, its group, what lies beneath it, or nothing."""

from __future__ import annotations

import math

from whiteboard.model.element import SHAPE, Element, ElementId
from whiteboard.model.elements.shape import outline_of
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.path import encloses

from .arrange.groups import clicked
from .events import Device, PointerDown, PointerHover
from .select_frame import Frame, Grip, Knob
from .tool import Cursor, Surroundings

TOLERANCE_PX = 6.0
TOUCH_TOLERANCE_PX = 14.0
"""How far beside an element a click still means it."""

GAP_PX = 4.0
"""Between what is selected and its frame."""


def grip_at(event: PointerDown | PointerHover, around: Surroundings) -> Grip | None:
    """What of the selection's frame the pointer is over."""
    frame = around.selection_frame
    return None if frame is None else frame.grip(event.at, event.zoom, event.device, GAP_PX)


def is_within(event: PointerDown | PointerHover, around: Surroundings) -> bool:
    """Whether the pointer is inside the frame of something that can be dragged."""
    frame = around.selection_frame
    return frame is not None and not frame.locked and frame.holds(event.at)


def hit(event: PointerDown | PointerHover, around: Surroundings) -> Element | None:
    """The uppermost element under the pointer that is not locked."""
    top = around.index.at(event.at, _tolerance(event))
    element = None if top is None else around.document.get(top)
    if element is None or not element.lock:
        return element
    beneath = under(event, around)
    return beneath[0] if beneath else None


def locked_hit(event: PointerDown, around: Surroundings) -> ElementId | None:
    """The uppermost element under the pointer, if it is locked."""
    top = around.index.at(event.at, _tolerance(event))
    element = None if top is None else around.document.get(top)
    return element.id if element is not None and element.lock else None


def under(event: PointerDown | PointerHover, around: Surroundings) -> list[Element]:
    """All elements under the pointer that are not locked, the uppermost first."""
    found = [around.document.get(id) for id in around.index.touching(event.at, event.at, _tolerance(event))]
    return [element for element in reversed(found) if element is not None and not element.lock]


def around_which(event: PointerDown, around: Surroundings) -> Element | None:
    """The smallest shape that is not locked and has the pointer inside: an open one is hit at its outline alone."""
    at = event.at
    found = [around.document.get(id) for id in around.index.meeting(Rect(at.x, at.y, at.x, at.y))]
    shapes = [element for element in found if element is not None and element.kind == SHAPE and not element.lock]
    holding = [element for element in shapes if encloses(outline_of(element).flattened(), at)]
    return min(holding, key=lambda element: element.geometry.w * element.geometry.h, default=None)


def meant(event: PointerDown, element: Element, around: Surroundings) -> frozenset[ElementId]:
    """What a click on the element selects: its group as a whole; with Ctrl what is hit inside of it."""
    if event.modifiers.ctrl:
        return frozenset([element.id])
    return clicked(element, around.selection, around.document)


def deeper(event: PointerDown, around: Surroundings) -> frozenset[ElementId]:
    """What the next click with Ctrl or Alt at this place selects: what lies beneath what is selected, in a round."""
    layers: list[frozenset[ElementId]] = []
    for element in under(event, around):
        layer = meant(event, element, around)
        if layer not in layers:
            layers.append(layer)
    place = layers.index(around.selection) + 1 if around.selection in layers else 0
    return layers[place % len(layers)] if layers else frozenset()


def cursor_over(event: PointerHover, around: Surroundings) -> Cursor:
    """Four arrows where a drag would move something, two where it would make it larger or smaller."""
    grip = grip_at(event, around)
    frame = around.selection_frame
    if grip is not None and frame is not None:
        return _cursor_for(grip, frame)
    if is_within(event, around) or hit(event, around) is not None:
        return Cursor.MOVE
    return Cursor.ARROW


def cursor_over_lasso(event: PointerHover, around: Surroundings) -> Cursor:
    """A cross wherever a drag would begin a lasso."""
    if grip_at(event, around) is not None or is_within(event, around):
        return cursor_over(event, around)
    return Cursor.CROSS


def _cursor_for(grip: Grip, frame: Frame) -> Cursor:
    """The shape of the pointer over a handle: its arrows lie as the frame does."""
    if isinstance(grip, Knob):
        return {Knob.TURN: Cursor.TURN, Knob.LOCK: Cursor.ARROW}.get(grip, Cursor.CROSS)
    x, y = grip.value
    eighth = round((math.atan2(y, x) + frame.rotation) / (math.pi / 4)) % 4
    return (Cursor.SIZE_WE, Cursor.SIZE_NWSE, Cursor.SIZE_NS, Cursor.SIZE_NESW)[eighth]


def _tolerance(event: PointerDown | PointerHover) -> float:
    return (TOUCH_TOLERANCE_PX if event.device is Device.TOUCH else TOLERANCE_PX) / event.zoom


def way_between(start: Point, at: Point) -> Point:
    """How far elements are moved: in sixteenths, as everything on the board."""
    return Point(round((at.x - start.x) * 16) / 16, round((at.y - start.y) * 16) / 16)
