"""Aligning, distributing and flipping what is selected; a group is moved as one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from whiteboard.model.document import Document
from whiteboard.model.element import Element, ElementId
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.op import Patch
from whiteboard.model.transform import Transform

from ..select_frame import frame_around
from .groups import open_group, units
from .transforming import moved, present, transformed


class Side(Enum):
    """Where things are aligned to."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


_WAYS: dict[Side, Callable[[Rect, Rect], Point]] = {
    Side.LEFT: lambda box, all: Point(all.left - box.left, 0.0),
    Side.CENTER: lambda box, all: Point(all.center.x - box.center.x, 0.0),
    Side.RIGHT: lambda box, all: Point(all.right - box.right, 0.0),
    Side.TOP: lambda box, all: Point(0.0, all.top - box.top),
    Side.MIDDLE: lambda box, all: Point(0.0, all.center.y - box.center.y),
    Side.BOTTOM: lambda box, all: Point(0.0, all.bottom - box.bottom),
}


def aligned(ids: frozenset[ElementId], side: Side, document: Document) -> tuple[Patch, ...]:
    """Operations that bring what is selected to one side, or to the middle, of the box around it."""
    parts = _parts(ids, document)
    if len(parts) < 2:
        return ()
    around = _around([box for _, box in parts])
    return tuple(
        patch for part, box in parts for patch in moved([e.id for e in part], _WAYS[side](box, around), document)
    )


def distributed(ids: frozenset[ElementId], document: Document, *, down: bool) -> tuple[Patch, ...]:
    """Operations that make the gaps between what is selected alike, side by side or `down`; the outermost two stay."""
    parts = _parts(ids, document)
    if len(parts) < 3:
        return ()
    axis = 1 if down else 0
    parts.sort(key=lambda part: (part[1].center[axis], part[0][0].id))
    begin = min(box[axis] for _, box in parts)
    end = max(box[axis + 2] for _, box in parts)
    first, last = parts[0][1], parts[-1][1]
    filled = sum(box[axis + 2] - box[axis] for _, box in parts)
    if first[axis] == begin and last[axis + 2] == end:
        gap = (end - begin - filled) / (len(parts) - 1)
        places = _by_gaps([box[axis + 2] - box[axis] for _, box in parts], begin, gap)
    else:  # one reaches beyond the outermost two: their middles are spread instead
        step = (last.center[axis] - first.center[axis]) / (len(parts) - 1)
        places = [
            first.center[axis] + number * step - (box[axis + 2] - box[axis]) / 2
            for number, (_, box) in enumerate(parts)
        ]
    ops: list[Patch] = []
    for (part, box), place in zip(parts, places, strict=True):
        way = place - box[axis]
        by = Point(0.0, way) if down else Point(way, 0.0)
        ops.extend(moved([element.id for element in part], by, document) if abs(way) > 1e-6 else ())
    return tuple(ops)


def flipped(ids: frozenset[ElementId], document: Document, *, down: bool) -> tuple[Patch, ...]:
    """Operations that mirror what is selected as a whole: left and right, or upside `down`."""
    frame = frame_around(present(ids, document))
    if frame is None:
        return ()
    middle = frame.upright.center
    return transformed(ids, Transform.scaling(1.0 if down else -1.0, -1.0 if down else 1.0, middle), document)


def _parts(ids: frozenset[ElementId], document: Document) -> list[tuple[list[Element], Rect]]:
    parts = []
    for part in units(present(ids, document), open_group(ids, document)):
        frame = frame_around(part)
        if frame is not None:
            parts.append((part, frame.upright))
    return parts


def _around(boxes: Sequence[Rect]) -> Rect:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Rect(min(lefts), min(tops), max(rights), max(bottoms))


def _by_gaps(sizes: Sequence[float], begin: float, gap: float) -> list[float]:
    places = []
    for size in sizes:
        places.append(begin)
        begin += size + gap
    return places
