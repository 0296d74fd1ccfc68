"""Select: click, Shift-click, drag a box or a lasso; drag what is selected, its handles, and its ends."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import assert_never

from whiteboard.model.element import ElementId
from whiteboard.model.elements import kind_of
from whiteboard.model.geometry import Point
from whiteboard.model.op import Patch

from .arrange.groups import entered
from .arrange.locking import unlocking
from .bulk import Bulk, is_much
from .events import Contact, Device, PointerCancel, PointerDown, PointerMove, PointerUp
from .select_area import Boxing, Lassoing
from .select_drag import Dragging, dragging
from .select_frame import Frame, Grip, Handle, Knob
from .select_hit import around_which, deeper, grip_at, hit, is_within, locked_hit, meant
from .select_pull import Pulling
from .select_size import Sizing, Turning, sizing, turning
from .step import NOBODY, OVER, STAY, Step
from .tool import Surroundings

DRAG_PX = 3.0
TOUCH_DRAG_PX = 9.0
"""A press that moves further is a drag."""


@dataclass(frozen=True, slots=True)
class _Idle:
    pass


@dataclass(frozen=True, slots=True)
class _Pressing:
    """Down, not moved: a click selects `then`; a drag moves `grabbed` or, if that is nothing, adds to `kept`."""

    start: Point
    before: frozenset[ElementId]
    then: frozenset[ElementId]
    grabbed: frozenset[ElementId] = NOBODY
    kept: frozenset[ElementId] = NOBODY


_Gesture = Boxing | Lassoing | Dragging | Sizing | Turning | Pulling


class Select:
    """Selects or changes what is selected with one drag. With `lasso` an area is a line around, instead of a box."""

    def __init__(self, *, lasso: bool = False) -> None:
        self._lasso = lasso
        self._state: _Idle | _Pressing | _Gesture = _Idle()

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
            case gesture:
                match event:
                    case PointerMove():
                        return gesture.moved(event, around)
                    case PointerUp():
                        return self._end(gesture.lifted(event, around))
                    case PointerCancel():
                        return self._end(gesture.cancelled())
                    case PointerDown():
                        return STAY
                    case _:
                        assert_never(event)

    def _end(self, step: Step) -> Step:
        self._state = _Idle()
        return step

    def _press(self, event: PointerDown, around: Surroundings) -> Step:
        frame, grip = around.selection_frame, grip_at(event, around)
        selected, keys = around.selection, event.modifiers
        element = hit(event, around)
        opens = event.clicks == 2 and element is not None and isinstance(grip, Handle)
        if frame is not None and grip is not None and not opens:
            return self._grip(grip, frame, event, around)
        if event.clicks == 2 and element is not None and not keys.shift:
            inner = entered(element, selected, around.document)
            if inner == selected and kind_of(element).text:
                return Step(write=element.id, selection=inner, over=True)
            self._state = _Pressing(event.at, selected, inner, inner)
            return Step(selection=inner)
        if event.clicks == 2 and element is None and (shape := around_which(event, around)) is not None:
            return Step(write=shape.id, selection=frozenset([shape.id]), over=True)
        if keys.shift:
            meaning = NOBODY if element is None else meant(event, element, around)
            then = selected - meaning if meaning <= selected else selected | meaning
            self._state = _Pressing(event.at, selected, then, selected | meaning if meaning else NOBODY, selected)
            return STAY
        if element is None and not is_within(event, around):
            return self._press_beside(event, around)
        then = NOBODY if element is None else meant(event, element, around)
        grabs_selected = is_within(event, around) if element is None else element.id in selected
        if self._lasso and not grabs_selected:
            self._state = _Pressing(event.at, selected, then)
            return STAY
        if keys.ctrl or keys.alt:
            then = deeper(event, around)
        if grabs_selected:
            self._state = _Pressing(event.at, selected, then, selected)
            return STAY
        self._state = _Pressing(event.at, selected, then, then)
        return Step(selection=then)

    def _press_beside(self, event: PointerDown, around: Surroundings) -> Step:
        """A press on nothing, or on something locked: once nothing is selected, a click selects that."""
        selected = around.selection
        locked = None if selected else locked_hit(event, around)
        self._state = _Pressing(event.at, selected, NOBODY if locked is None else frozenset([locked]))
        return Step(selection=NOBODY)

    def _grip(self, grip: Grip, frame: Frame, event: PointerDown, around: Surroundings) -> Step:
        match grip:
            case Handle():
                self._state = sizing(event.at, grip, frame, event.zoom, around)
            case Knob.TURN:
                self._state = turning(event.at, frame, around)
            case Knob.START | Knob.END | Knob.BEND:
                (id,) = around.selection
                self._state = Pulling(event.at, id, grip)
            case Knob.LOCK:
                return _unlocked(around.selection)
            case _:
                assert_never(grip)
        return STAY

    def _drag(self, pressing: _Pressing, event: PointerMove, around: Surroundings) -> Step:
        held = dragging(pressing.start, pressing.grabbed, event.zoom, around) if pressing.grabbed else None
        if held is not None:
            self._state = held
            step = held.moved(event, around)
            return Step(preview=step.preview, selection=held.ids)
        area: Boxing | Lassoing
        if self._lasso:
            area = Lassoing(pressing.before, pressing.kept, [pressing.start])
        else:
            area = Boxing(pressing.start, pressing.before, pressing.kept)
        self._state = area
        return area.moved(event, around)


def _unlocked(ids: frozenset[ElementId]) -> Step:
    if is_much(ids):
        return Step(bulk=Bulk(ids, lambda document: unlocking(ids, document)), over=True)
    return Step(ops=tuple(Patch(id=id, lock=False) for id in sorted(ids)), over=True)


def _is_near(start: Point, event: PointerMove) -> bool:
    limit_px = TOUCH_DRAG_PX if event.device is Device.TOUCH else DRAG_PX
    return hypot(event.at.x - start.x, event.at.y - start.y) * event.zoom < limit_px
