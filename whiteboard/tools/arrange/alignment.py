"""Aligning, distributing and flipping what is selected; a group is moved as one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum

import numpy as np

from whiteboard.ink.arrays import Floats
from whiteboard.model.document import Document
from whiteboard.model.element import Element, ElementId
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.op import Patch
from whiteboard.model.transform import Transform

from ..bulk import Portions, at_once, in_order_of, is_much, picking, portioned
from ..select_frame import Frame, frame_around, frame_of_parts
from .groups import opening, units
from .transforming import moved, present, transformed, transforming

_MEASURED_AT_ONCE = 500
"""So many elements are measured one by one in 2 ms."""


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
    return tuple(at_once(aligning(ids, side, document)))


def aligning(ids: frozenset[ElementId], side: Side, document: Document) -> Portions[Iterator[Patch]]:
    """The same in portions."""
    parts, boxes = yield from _parts(ids, document)
    if len(parts) < 2:
        return iter(())
    around = Rect(*boxes[:, :2].min(axis=0).tolist(), *boxes[:, 2:].max(axis=0).tolist())
    way = _WAYS[side]
    return (
        patch
        for part, box in zip(parts, boxes, strict=True)
        for patch in moved([element.id for element in part], way(Rect(*box.tolist()), around), document)
    )


def distributed(ids: frozenset[ElementId], document: Document, *, down: bool) -> tuple[Patch, ...]:
    """Operations that make the gaps between what is selected alike, side by side or `down`; the outermost two stay."""
    return tuple(at_once(distributing(ids, document, down=down)))


def distributing(ids: frozenset[ElementId], document: Document, *, down: bool) -> Portions[Iterator[Patch]]:
    """The same in portions."""
    parts, boxes = yield from _parts(ids, document)
    if len(parts) < 3:
        return iter(())
    axis = 1 if down else 0
    middles = ((boxes[:, axis] + boxes[:, axis + 2]) / 2).tolist()
    order = yield from in_order_of(range(len(parts)), lambda part: (middles[part], parts[part][0].id))
    if is_much(parts):
        yield
    starts, ends = boxes[np.fromiter(order, np.int64, len(order))][:, [axis, axis + 2]].T
    befores, sizes = starts.tolist(), (ends - starts).tolist()
    begin, end = starts.min().item(), ends.max().item()
    if starts[0] == begin and ends[-1] == end:
        places = _by_gaps(sizes, begin, (end - begin - sum(sizes)) / (len(parts) - 1))
    else:  # one reaches beyond the outermost two: their middles are spread instead
        first, last = middles[order[0]], middles[order[-1]]
        step = (last - first) / (len(parts) - 1)
        places = (first + number * step - size / 2 for number, size in enumerate(sizes))
    ways = (place - before for place, before in zip(places, befores, strict=True))
    return (
        patch
        for number, way in zip(order, ways, strict=True)
        if abs(way) > 1e-6
        for patch in moved([e.id for e in parts[number]], Point(0.0, way) if down else Point(way, 0.0), document)
    )


def flipped(ids: frozenset[ElementId], document: Document, *, down: bool) -> tuple[Patch, ...]:
    """Operations that mirror what is selected as a whole: left and right, or upside `down`."""
    frame = frame_around(present(ids, document))
    return () if frame is None else transformed(ids, _mirror(frame, down=down), document)


def flipping(ids: frozenset[ElementId], document: Document, *, down: bool) -> Portions[Iterator[Patch]]:
    """The same in portions."""
    if not is_much(ids):
        return iter(flipped(ids, document, down=down))
    elements = yield from picking(ids, document)
    frames = []
    for some in portioned(elements):
        yield
        frames.append(frame_around(some))
    frame = frame_of_parts([part for part in frames if part is not None])
    if frame is None:
        return iter(())
    return (yield from transforming(ids, _mirror(frame, down=down), document))


def _mirror(frame: Frame, *, down: bool) -> Transform:
    return Transform.scaling(1.0 if down else -1.0, -1.0 if down else 1.0, frame.upright.center)


def _parts(ids: frozenset[ElementId], document: Document) -> Portions[tuple[list[Sequence[Element]], Floats]]:
    """What is moved as one, and the boxes around that: (n, 4) left, top, right, bottom."""
    elements = yield from picking(ids, document)
    within = yield from opening(ids, document)
    parts = yield from units(elements, within)
    boxes = np.empty((len(parts), 4))
    looked_at = 0
    for number, part in enumerate(parts):
        frame = frame_around(part)
        assert frame is not None  # no part is empty
        boxes[number] = frame.upright
        looked_at += len(part)
        if looked_at >= _MEASURED_AT_ONCE:
            looked_at = 0
            yield
    return parts, boxes


def _by_gaps(sizes: Iterable[float], begin: float, gap: float) -> Iterator[float]:
    for size in sizes:
        yield begin
        begin += size + gap
