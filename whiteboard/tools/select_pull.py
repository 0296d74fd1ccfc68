"""One end of a connector is dragged to another place."""

from __future__ import annotations

import math
from dataclasses import dataclass

import msgspec

from whiteboard.model.element import Element, ElementId
from whiteboard.model.elements import connector
from whiteboard.model.geometry import Point

from .arrange.transforming import difference
from .events import PointerMove, PointerUp
from .select_frame import Knob
from .select_size import STEP
from .step import OVER, Preview, Step
from .tool import Surroundings


@dataclass(frozen=True, slots=True)
class Pulling:
    """`start` is where the pointer went down, `end` says which one is dragged."""

    start: Point
    id: ElementId
    end: Knob

    def moved(self, event: PointerMove, around: Surroundings) -> Step:
        pulled = self._pulled(event, around)
        return Step(preview=Preview(elements=() if pulled is None else (pulled,)))

    def lifted(self, event: PointerUp, around: Surroundings) -> Step:
        before, pulled = around.document.get(self.id), self._pulled(event, around)
        patch = None if before is None or pulled is None or event.at == self.start else difference(before, pulled)
        return Step(ops=(patch,) if patch is not None else (), over=True)

    def cancelled(self) -> Step:
        return OVER

    def _pulled(self, event: PointerMove | PointerUp, around: Surroundings) -> Element | None:
        """The connector as it is now, with its end where the pointer is; None if somebody removed it."""
        element = around.document.get(self.id)
        if element is None:
            return None
        start, end = connector.ends(element)
        at_start = self.end is Knob.START
        held, loose = (end, start) if at_start else (start, end)
        to = Point(loose.x + event.at.x - self.start.x, loose.y + event.at.y - self.start.y)
        if event.modifiers.shift:
            to = in_steps(held, to)
        freed = msgspec.structs.replace(
            element.content,
            start=None if at_start else element.content.start,
            end=element.content.end if at_start else None,
        )
        moved = connector.between(element, to, end) if at_start else connector.between(element, start, to)
        return msgspec.structs.replace(moved, content=freed)


def in_steps(held: Point, to: Point) -> Point:
    """The place that is as far from `held`, in the nearest direction of 15 degree steps."""
    far = math.dist(held, to)
    angle = round(math.atan2(to.y - held.y, to.x - held.x) / STEP) * STEP
    return Point(held.x + far * math.cos(angle), held.y + far * math.sin(angle))
