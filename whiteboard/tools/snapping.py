"""Snapping to edges and middles of things nearby, and to gaps as wide as those between them; and the guides for it.

Handwriting is no target: it is everywhere, and whoever writes would be caught at every letter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from whiteboard.model.element import CONNECTOR, ElementId
from whiteboard.model.geometry import Point, Rect

from .select_frame import frame_around
from .step import NOT_MOVED, Guide
from .tool import Surroundings

SNAP_PX = 6.0
"""How near an edge must come."""

_FAR_PX = 1600.0
"""What is further away is not on the screen, mostly."""

_MOST_TARGETS = 150

X, Y = 0, 1
Axis = int
"""X: left and right are looked at; Y: top and bottom."""


class Snap(NamedTuple):
    """How far to move so that something fits (0 where nothing is near), and why."""

    by: Point = NOT_MOVED
    guides: tuple[Guide, ...] = ()


NO_SNAP = Snap()


@dataclass(frozen=True, slots=True)
class Targets:
    """The boxes of what can be snapped to, in board units."""

    boxes: tuple[Rect, ...] = ()

    def snapped(self, box: Rect, zoom: float) -> Snap:
        """What becomes of a box that is dragged."""
        ways, guides = [0.0, 0.0], []
        for axis in (X, Y):
            edges = (box[axis], (box[axis] + box[axis + 2]) / 2, box[axis + 2])
            aligned = self._nearest(edges, axis, SNAP_PX / zoom)
            even = self._even(box, axis, SNAP_PX / zoom)
            if aligned is not None and (even is None or abs(aligned) <= abs(even)):
                ways[axis] = aligned
            elif even is not None:
                ways[axis] = even
        placed = box.moved(*ways)
        for axis in (X, Y):
            guides += self._lines(placed, axis, zoom)
            guides += self._gaps(placed, axis, zoom)
        return Snap(Point(*ways), tuple(guides))

    def snapped_edges(self, edges: Point, moving: tuple[bool, bool], box: Rect, zoom: float) -> Snap:
        """What becomes of a corner or side that is dragged; `moving` says along which axes, `box` is the whole."""
        ways = [0.0, 0.0]
        guides: list[Guide] = []
        for axis in (X, Y):
            way = self._nearest((edges[axis],), axis, SNAP_PX / zoom) if moving[axis] else None
            if way is not None:
                ways[axis] = way
                guides += self._at(edges[axis] + way, box, axis, zoom)
        return Snap(Point(*ways), tuple(guides))

    def _nearest(self, edges: Iterable[float], axis: Axis, reach: float) -> float | None:
        best: float | None = None
        for edge in edges:
            for target in self.boxes:
                for place in (target[axis], (target[axis] + target[axis + 2]) / 2, target[axis + 2]):
                    way = place - edge
                    if abs(way) <= (reach if best is None else abs(best)):
                        best = way
        return best

    def _lines(self, box: Rect, axis: Axis, zoom: float) -> list[Guide]:
        """Guides for all that the box is in line with."""
        lines: dict[float, Guide] = {}
        for edge in (box[axis], (box[axis] + box[axis + 2]) / 2, box[axis + 2]):
            for guide in self._at(edge, box, axis, zoom):
                lines[round(edge, 3)] = guide
        return list(lines.values())

    def _at(self, edge: float, box: Rect, axis: Axis, zoom: float) -> list[Guide]:
        """The guide along this edge, as long as what it connects."""
        near = 0.05 / zoom
        across = 1 - axis
        fits = [
            target
            for target in self.boxes
            if any(abs(p - edge) <= near for p in (target[axis], target.center[axis], target[axis + 2]))
        ]
        if not fits:
            return []
        begin = min(box[across], *(target[across] for target in fits))
        end = max(box[across + 2], *(target[across + 2] for target in fits))
        return [_guide(axis, edge, begin, end)]

    # ------------------------------------------------------------ even gaps

    def _even(self, box: Rect, axis: Axis, reach: float) -> float | None:
        """How far to move so that a gap beside the box is as wide as another one in the same row."""
        best: float | None = None
        for way, _ in self._even_places(box, axis):
            if abs(way) <= (reach if best is None else abs(best)):
                best = way
        return best

    def _even_places(self, box: Rect, axis: Axis) -> list[tuple[float, tuple[tuple[float, float], ...]]]:
        """(way, gaps) of each place in its row where the box would make even gaps."""
        row = self._row(box, axis)
        size = box[axis + 2] - box[axis]
        places: list[tuple[float, tuple[tuple[float, float], ...]]] = []
        for first, second in pairwise(row):
            gap = second[axis] - first[axis + 2]
            if gap <= 0:
                continue
            inner = (first[axis + 2], second[axis])
            after, before = second[axis + 2] + gap, first[axis] - gap
            places.append((after - box[axis], (inner, (second[axis + 2], after))))
            places.append((before - box[axis + 2], ((before, first[axis]), inner)))
            if gap > size:
                half = (gap - size) / 2
                place = first[axis + 2] + half
                places.append((place - box[axis], ((first[axis + 2], place), (place + size, second[axis]))))
        return places

    def _row(self, box: Rect, axis: Axis) -> list[Rect]:
        """What lies in the same row (or column) as the box, in order."""
        across = 1 - axis
        row = [t for t in self.boxes if t[across] <= box[across + 2] and t[across + 2] >= box[across]]
        return sorted(row, key=lambda target: target[axis])

    def _gaps(self, box: Rect, axis: Axis, zoom: float) -> list[Guide]:
        """Guides across the gaps that are even now."""
        across = 1 - axis
        for way, gaps in self._even_places(box, axis):
            if abs(way) <= 0.05 / zoom:
                middle = (box[across] + box[across + 2]) / 2
                return [_guide(across, middle, begin, end) for begin, end in gaps]
        return []


def targets_near(box: Rect, moving: frozenset[ElementId], zoom: float, around: Surroundings) -> Targets:
    """What can be snapped to around a box: all but ink, lines and what moves itself; the nearest if it is much."""
    found = around.index.solid(box.grown(_FAR_PX / zoom))
    boxes = []
    for id in found:
        element = around.document.get(id)
        if element is None or id in moving or element.kind == CONNECTOR:
            continue
        frame = frame_around([element])
        if frame is not None:
            boxes.append(frame.upright)
    if len(boxes) > _MOST_TARGETS:
        boxes.sort(key=lambda target: _apart(target, box))
    return Targets(tuple(boxes[:_MOST_TARGETS]))


def _guide(axis: Axis, at: float, begin: float, end: float) -> Guide:
    """A line across this axis."""
    return Guide(Point(at, begin), Point(at, end)) if axis == X else Guide(Point(begin, at), Point(end, at))


def _apart(a: Rect, b: Rect) -> float:
    return abs(a.center.x - b.center.x) + abs(a.center.y - b.center.y)
