"""What is selected is dragged to another place: it snaps, Shift keeps to one axis, Alt leaves the original behind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from whiteboard.model.element import ElementId
from whiteboard.model.geometry import Point, Rect

from .arrange.copies import copied, copying
from .arrange.transforming import moved, moving, present
from .bulk import Bulk, free, is_much
from .events import PointerMove, PointerUp
from .select_frame import frame_around
from .select_hit import way_between
from .snapping import Snap, Targets, targets_near
from .step import NOT_MOVED, OVER, Guide, Preview, Step
from .tool import Surroundings


@dataclass(frozen=True, slots=True)
class Dragging:
    """`box` is around what is dragged, before it is; None: not known yet, so that it cannot snap."""

    start: Point
    ids: frozenset[ElementId]
    box: Rect | None
    targets: Targets

    def moved(self, event: PointerMove, around: Surroundings) -> Step:
        way, guides = self._way(event, around)
        return Step(preview=Preview(moved=self.ids, moved_by=way, copies=event.modifiers.alt, guides=guides))

    def lifted(self, event: PointerUp, around: Surroundings) -> Step:
        way, _ = self._way(event, around)
        if is_much(self.ids):
            return OVER if way == NOT_MOVED else self._put_down(way, event.modifiers.alt, around)
        if not event.modifiers.alt:
            return Step(ops=moved(self.ids, way, around.document), over=True)
        if way == NOT_MOVED:
            return OVER
        copies = copied(present(self.ids, around.document), way, around)
        return Step(ops=copies.ops, selection=copies.ids, over=True)

    def cancelled(self) -> Step:
        return OVER

    def _put_down(self, way: Point, copies: bool, around: Surroundings) -> Step:
        shown = Preview(moved=self.ids, moved_by=way, copies=copies)
        if copies:
            bulk = Bulk(self.ids, lambda document: copying(self.ids, document, way, around), selects=True)
        else:
            bulk = Bulk(self.ids, partial(moving, self.ids, way))
        return Step(preview=shown, bulk=bulk, over=True)

    def _way(self, event: PointerMove | PointerUp, around: Surroundings) -> tuple[Point, tuple[Guide, ...]]:
        """What others removed meanwhile is no longer led by guides."""
        way = way_between(self.start, event.at)
        if not any(id in around.document for id in self.ids):
            return NOT_MOVED, ()
        if event.modifiers.shift:
            sideways = abs(way.x) >= abs(way.y)
            return (Point(way.x, 0.0) if sideways else Point(0.0, way.y)), ()
        if self.box is None or around.snapping == event.modifiers.ctrl or way == NOT_MOVED:
            return way, ()
        snap: Snap = self.targets.snapped(self.box.moved(*way), event.zoom)
        return Point(way.x + snap.by.x, way.y + snap.by.y), snap.guides


def dragging(start: Point, ids: frozenset[ElementId], zoom: float, around: Surroundings) -> Dragging | None:
    """The beginning of a drag of these elements; None if none of them is there or may be moved."""
    if is_much(ids):
        return _dragging_much(start, ids, zoom, around)
    elements = present(ids, around.document)
    frame = frame_around(elements)
    if frame is None:
        return None
    box = frame.upright
    return Dragging(start, frozenset(e.id for e in elements), box, targets_near(box, ids, zoom, around))


def _dragging_much(start: Point, ids: frozenset[ElementId], zoom: float, around: Surroundings) -> Dragging | None:
    """The same of very many, which are not looked at one by one if it is known that none of them is locked."""
    frame = around.selection_frame if ids is around.selection else None
    if frame is None or frame.locked:
        ids = free(ids, around.document)
        return Dragging(start, ids, None, Targets()) if ids else None
    box = frame.upright
    return Dragging(start, ids, box, targets_near(box, ids, zoom, around))
