"""What is selected is dragged to another place: it snaps, Shift keeps to one axis, Alt leaves the original behind."""

from __future__ import annotations

from dataclasses import dataclass

from whiteboard.model.element import ElementId
from whiteboard.model.geometry import Point, Rect

from .arrange.copies import copied
from .arrange.transforming import moved, present
from .events import PointerMove, PointerUp
from .select_frame import frame_around
from .select_hit import way_between
from .snapping import Snap, Targets, targets_near
from .step import NOT_MOVED, OVER, Guide, Preview, Step
from .tool import Surroundings


@dataclass(frozen=True, slots=True)
class Dragging:
    """`box` is around what is dragged, before it is."""

    start: Point
    ids: frozenset[ElementId]
    box: Rect
    targets: Targets

    def moved(self, event: PointerMove, around: Surroundings) -> Step:
        way, guides = self._way(event, around)
        shown = Preview(moved=self.ids, moved_by=way, copies=event.modifiers.alt, guides=guides)
        return Step(preview=shown)

    def lifted(self, event: PointerUp, around: Surroundings) -> Step:
        way, _ = self._way(event, around)
        if not event.modifiers.alt:
            return Step(ops=moved(self.ids, way, around.document), over=True)
        if way == NOT_MOVED:
            return OVER
        copies = copied(present(self.ids, around.document), way, around)
        return Step(ops=copies.ops, selection=copies.ids, over=True)

    def cancelled(self) -> Step:
        return OVER

    def _way(self, event: PointerMove | PointerUp, around: Surroundings) -> tuple[Point, tuple[Guide, ...]]:
        """What others removed meanwhile is no longer led by guides."""
        way = way_between(self.start, event.at)
        if not any(id in around.document for id in self.ids):
            return NOT_MOVED, ()
        if event.modifiers.shift:
            sideways = abs(way.x) >= abs(way.y)
            return (Point(way.x, 0.0) if sideways else Point(0.0, way.y)), ()
        if around.snapping == event.modifiers.ctrl or way == NOT_MOVED:
            return way, ()
        snap: Snap = self.targets.snapped(self.box.moved(*way), event.zoom)
        return Point(way.x + snap.by.x, way.y + snap.by.y), snap.guides


def dragging(start: Point, ids: frozenset[ElementId], zoom: float, around: Surroundings) -> Dragging | None:
    """The beginning of a drag of these elements; None if none of them is there or may be moved."""
    elements = present(ids, around.document)
    frame = frame_around(elements)
    if frame is None:
        return None
    box = frame.upright
    return Dragging(start, frozenset(e.id for e in elements), box, targets_near(box, ids, zoom, around))
