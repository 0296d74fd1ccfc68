"""Select: click, Shift-click, drag a box, and drag what is selected to another place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot
from typing import assert_never

import msgspec

from whiteboard.model.document import Document
from whiteboard.model.element import ElementId
from whiteboard.model.elements import bounds
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.op import Patch

from .eraser import unlocked
from .events import Contact, Device, PointerCancel, PointerDown, PointerHover, PointerMove, PointerUp
from .step import NOBODY, NOT_MOVED, OVER, STAY, Preview, Step
from .tool import Cursor, Surroundings

TOLERANCE_PX = 6.0
TOUCH_TOLERANCE_PX = 14.0
"""How far beside an element a click still means it."""

DRAG_PX = 3.0
TOUCH_DRAG_PX = 9.0
"""A press that moves further is a drag."""


@dataclass(frozen=True, slots=True)
class _Idle:
    pass


@dataclass(frozen=True, slots=True)
class _Pressing:
    """Down, not moved: a click selects `then`; a drag moves `grabbed` or, if that is nothing, adds a box to `then`."""

    start: Point
    before: frozenset[ElementId]
    then: frozenset[ElementId]
    grabbed: frozenset[ElementId]


@dataclass(frozen=True, slots=True)
class _Boxing:
    start: Point
    before: frozenset[ElementId]
    kept: frozenset[ElementId]


@dataclass(frozen=True, slots=True)
class _Dragging:
    start: Point
    ids: frozenset[ElementId]


class Select:
    """Selects or moves with one drag."""

    def __init__(self) -> None:
        self._state: _Idle | _Pressing | _Boxing | _Dragging = _Idle()

    def handle(self, event: Contact, around: Surroundings) -> Step:
        match self._state:
            case _Idle():
                return self._press(event, around) if isinstance(event, PointerDown) else OVER
            case _Pressing() as pressing:
                match event:
                    case PointerMove():
                        return STAY if _is_near(pressing.start, event) else self._drag(pressing, event, around)
                    case PointerUp():
                        return self._end(Step(selection=pressing.then, over=True))
                    case PointerCancel():
                        return self._end(Step(selection=pressing.before, over=True))
                    case PointerDown():
                        return STAY
                    case _:
                        assert_never(event)
            case _Boxing() as boxing:
                match event:
                    case PointerMove():
                        return Step(preview=_box(boxing, event), selection=_boxed(boxing, event, around))
                    case PointerUp():
                        return self._end(Step(selection=_boxed(boxing, event, around), over=True))
                    case PointerCancel():
                        return self._end(Step(selection=boxing.before, over=True))
                    case PointerDown():
                        return STAY
                    case _:
                        assert_never(event)
            case _Dragging(start, ids):
                match event:
                    case PointerMove():
                        return Step(preview=Preview(moved=ids, moved_by=_way(start, event.at)))
                    case PointerUp():
                        return self._end(Step(ops=moved(ids, _way(start, event.at), around.document), over=True))
                    case PointerCancel():
                        return self._end(OVER)
                    case PointerDown():
                        return STAY
                    case _:
                        assert_never(event)
            case _:
                assert_never(self._state)

    def _end(self, step: Step) -> Step:
        self._state = _Idle()
        return step

    def _press(self, event: PointerDown, around: Surroundings) -> Step:
        selected = around.selection
        hit = _hit(event, around)
        if event.modifiers.shift and hit is not None:
            then = selected ^ {hit}
            self._state = _Pressing(event.at, selected, then, selected | {hit})
            return STAY
        if event.modifiers.shift:
            self._state = _Pressing(event.at, selected, selected, NOBODY)
            return STAY
        then = NOBODY if hit is None else frozenset([hit])
        if (hit is not None and hit in selected) or (hit is None and _is_within(around.selection_box, event.at)):
            self._state = _Pressing(event.at, selected, then, selected)
            return STAY
        self._state = _Pressing(event.at, selected, then, then)
        return Step(selection=then)

    def _drag(self, pressing: _Pressing, event: PointerMove, around: Surroundings) -> Step:
        if not pressing.grabbed:
            self._state = boxing = _Boxing(pressing.start, pressing.before, kept=pressing.then)
            return Step(preview=_box(boxing, event), selection=_boxed(boxing, event, around))
        self._state = _Dragging(pressing.start, pressing.grabbed)
        shown = Preview(moved=pressing.grabbed, moved_by=_way(pressing.start, event.at))
        return Step(preview=shown, selection=pressing.grabbed)


def cursor_over(event: PointerHover, around: Surroundings) -> Cursor:
    """Four arrows where a drag would move something."""
    if _hit(event, around) is not None or _is_within(around.selection_box, event.at):
        return Cursor.MOVE
    return Cursor.ARROW


def moved(ids: Iterable[ElementId], by: Point, document: Document) -> tuple[Patch, ...]:
    """The operations that move elements from where they are now; those that somebody removed meanwhile stay removed."""
    if by == NOT_MOVED:
        return ()
    elements = [element for id in sorted(ids) if (element := document.get(id)) is not None]
    return tuple(
        Patch(id=e.id, geometry=msgspec.structs.replace(e.geometry, x=e.geometry.x + by.x, y=e.geometry.y + by.y))
        for e in elements
    )


def box_around(ids: Iterable[ElementId], document: Document) -> Rect | None:
    """The box around the pictures of these elements; None if there are none."""
    boxes = [bounds(element) for id in ids if (element := document.get(id)) is not None]
    if not boxes:
        return None
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Rect(min(lefts), min(tops), max(rights), max(bottoms))


def _is_within(box: Rect | None, at: Point) -> bool:
    return box is not None and box.contains(Rect(at.x, at.y, at.x, at.y))


def _box(boxing: _Boxing, event: PointerMove) -> Preview:
    return Preview(box=Rect.spanned_by(boxing.start, event.at))


def _boxed(boxing: _Boxing, event: PointerMove | PointerUp, around: Surroundings) -> frozenset[ElementId]:
    return boxing.kept | unlocked(around.index.inside(Rect.spanned_by(boxing.start, event.at)), around)


def _hit(event: PointerDown | PointerHover, around: Surroundings) -> ElementId | None:
    tolerance_px = TOUCH_TOLERANCE_PX if event.device is Device.TOUCH else TOLERANCE_PX
    id = around.index.at(event.at, tolerance_px / event.zoom)
    return id if id is not None and unlocked([id], around) else None


def _is_near(start: Point, event: PointerMove) -> bool:
    limit_px = TOUCH_DRAG_PX if event.device is Device.TOUCH else DRAG_PX
    return hypot(event.at.x - start.x, event.at.y - start.y) * event.zoom < limit_px


def _way(start: Point, at: Point) -> Point:
    """How far elements move: in sixteenths, as everything on the board."""
    return Point(round((at.x - start.x) * 16) / 16, round((at.y - start.y) * 16) / 16)
