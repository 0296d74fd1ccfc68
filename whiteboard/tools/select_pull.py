"""One end of a connector is dragged: it sticks to what is there, except with Ctrl. Or its middle, which bends it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from whiteboard.model.element import Element, ElementId
from whiteboard.model.elements.connector_line import ends, middle
from whiteboard.model.geometry import Point

from .connecting import bent, end_moved, rewritten, sticks_at, targets_of
from .events import PointerMove, PointerUp
from .select_frame import Knob
from .select_size import STEP
from .step import OVER, Preview, Step
from .tool import Surroundings

_REACH_PX = 10.0
"""How far beside an outline an end still sticks to it."""


@dataclass(frozen=True, slots=True)
class Pulling:
    """`start` is where the pointer went down, `end` says which one is dragged."""

    start: Point
    id: ElementId
    end: Knob

    def moved(self, event: PointerMove, around: Surroundings) -> Step:
        connector = around.document.get(self.id)
        if connector is None:
            return Step(preview=Preview())
        pulled = self._pulled(connector, event, around)
        return Step(preview=Preview(elements=(pulled,), targets=targets_of(pulled)))

    def lifted(self, event: PointerUp, around: Surroundings) -> Step:
        connector = around.document.get(self.id)
        if connector is None or event.at == self.start:
            return OVER
        return Step(ops=tuple(rewritten(connector, self._pulled(connector, event, around))), over=True)

    def cancelled(self) -> Step:
        return OVER

    def _pulled(self, connector: Element, event: PointerMove | PointerUp, around: Surroundings) -> Element:
        """The connector as it is now, with its end, or its middle, where the pointer is."""
        if self.end is Knob.BEND:
            way = Point(event.at.x - self.start.x, event.at.y - self.start.y)
            x, y = middle(connector)
            return bent(connector, Point(x + way.x, y + way.y), around.document.get)
        head = self.end is Knob.END
        start, end = ends(connector)
        held, loose = (start, end) if head else (end, start)
        to = Point(loose.x + event.at.x - self.start.x, loose.y + event.at.y - self.start.y)
        if event.modifiers.shift:
            to = in_steps(held, to)
        sticks = None
        if not event.modifiers.ctrl:
            sticks = sticks_at(to, _REACH_PX / event.zoom, around, but=connector.id)
        return end_moved(connector, to, around.document.get, head=head, sticks=sticks)


def in_steps(held: Point, to: Point) -> Point:
    """The place that is as far from `held`, in the nearest direction of 15 degree steps."""
    far = math.dist(held, to)
    angle = round(math.atan2(to.y - held.y, to.x - held.x) / STEP) * STEP
    return Point(held.x + far * math.cos(angle), held.y + far * math.sin(angle))
