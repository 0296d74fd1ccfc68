"""A handle of the frame is dragged: what is selected gets larger or smaller, or turns.

Shift keeps the proportions (of pictures and texts: a corner does so without it), Alt keeps the middle where it is.
Turning goes in steps of 15 degrees with Shift.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from whiteboard.model.element import IMAGE, NOTE, STROKE, TEXT, Element, ElementId
from whiteboard.model.elements.boxed import wrapped
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.transform import Transform

from .arrange.transforming import BATCH, present, transformed, transforming
from .bulk import Bulk, is_much
from .events import PointerMove, PointerUp
from .select_frame import CORNERS, Frame, Handle
from .snapping import NO_SNAP, Snap, Targets, targets_near
from .step import OVER, Guide, Preview, Step
from .tool import Surroundings

STEP = math.pi / 12
"""15 degrees."""

_SMALLEST_PX = 4.0
"""No side of the frame gets shorter than this on the screen."""

_QUARTER = math.pi / 2


class Proportion(NamedTuple):
    """Whether a corner keeps the proportions: `always`, or `usually`, which Shift turns round."""

    always: bool
    usually: bool


@dataclass(frozen=True, slots=True)
class Sizing:
    """`start` is where the pointer went down: the handle keeps its distance from it."""

    start: Point
    frame: Frame
    handle: Handle
    ids: frozenset[ElementId]
    proportion: Proportion
    targets: Targets

    def moved(self, event: PointerMove, around: Surroundings) -> Step:
        by, guides = self._transform(event, around)
        return Step(preview=Preview(moved=self.ids, through=by, guides=guides))

    def lifted(self, event: PointerUp, around: Surroundings) -> Step:
        by, _ = self._transform(event, around)
        return _put_down(self.ids, by, around)

    def cancelled(self) -> Step:
        return OVER

    def _transform(self, event: PointerMove | PointerUp, around: Surroundings) -> tuple[Transform, tuple[Guide, ...]]:
        frame, (x, y) = self.frame, self.handle.value
        box, middle = frame.box, frame.center
        begin, now = frame.local(self.start), frame.local(event.at)
        at = Point(middle.x + x * box.width / 2 + now.x - begin.x, middle.y + y * box.height / 2 + now.y - begin.y)
        held = middle if event.modifiers.alt else Point(middle.x - x * box.width / 2, middle.y - y * box.height / 2)
        keeps = self._keeps_proportion(event)
        snap = NO_SNAP if keeps else self._snap(at, held, event, around)
        sx = _factor(at.x + snap.by.x - held.x, middle.x + x * box.width / 2 - held.x, box.width, event.zoom)
        sy = _factor(at.y + snap.by.y - held.y, middle.y + y * box.height / 2 - held.y, box.height, event.zoom)
        if keeps:
            sx, sy = _alike(sx, sy, self.handle)
        return Transform.scaling(sx, sy, frame.turned(held), frame.rotation), snap.guides

    def _keeps_proportion(self, event: PointerMove | PointerUp) -> bool:
        if self.handle not in CORNERS:
            return event.modifiers.shift
        return self.proportion.always or self.proportion.usually != event.modifiers.shift

    def _snap(self, at: Point, held: Point, event: PointerMove | PointerUp, around: Surroundings) -> Snap:
        if self.frame.rotation or around.snapping == event.modifiers.ctrl:
            return NO_SNAP
        x, y = self.handle.value
        box = self.frame.box
        grown = Rect.spanned_by(
            Point(at.x if x else box.left, at.y if y else box.top),
            Point(held.x if x else box.right, held.y if y else box.bottom),
        )
        return self.targets.snapped_edges(at, (x != 0, y != 0), grown, event.zoom)


@dataclass(frozen=True, slots=True)
class Turning:
    """About the middle of the frame."""

    start: Point
    frame: Frame
    ids: frozenset[ElementId]

    def moved(self, event: PointerMove, around: Surroundings) -> Step:
        angle = self._angle(event)
        by = Transform.turning(angle, self.frame.center)
        return Step(preview=Preview(moved=self.ids, through=by, turning=wrapped(self.frame.rotation + angle)))

    def lifted(self, event: PointerUp, around: Surroundings) -> Step:
        angle = self._angle(event)
        return _put_down(self.ids, Transform.turning(angle, self.frame.center) if angle else Transform(), around)

    def cancelled(self) -> Step:
        return OVER

    def _angle(self, event: PointerMove | PointerUp) -> float:
        """By how much it turns."""
        middle, rotation = self.frame.center, self.frame.rotation
        begin = math.atan2(self.start.y - middle.y, self.start.x - middle.x)
        angle = math.atan2(event.at.y - middle.y, event.at.x - middle.x) - begin
        if event.modifiers.shift:
            angle = round((rotation + angle) / STEP) * STEP - rotation
        return wrapped(angle)


def sizing(start: Point, handle: Handle, frame: Frame, zoom: float, around: Surroundings) -> Sizing:
    """The beginning of a drag of a handle."""
    ids, others = _free(around)
    targets = Targets() if frame.rotation else targets_near(frame.box, ids, zoom, around)
    return Sizing(start, frame, handle, ids, _proportion(others, len(ids), frame), targets)


def turning(start: Point, frame: Frame, around: Surroundings) -> Turning:
    """The beginning of a drag of the handle above."""
    return Turning(start, frame, _free(around)[0])


def _free(around: Surroundings) -> tuple[frozenset[ElementId], list[Element]]:
    """What is selected and not locked (very much is not, or its frame would have no handles); what of it is not ink."""
    ids, document = around.selection, around.document
    if is_much(ids):
        return ids, [element for element in document if element.kind != STROKE and element.id in ids]
    elements = present(ids, document)
    return frozenset(e.id for e in elements), [element for element in elements if element.kind != STROKE]


def _put_down(ids: frozenset[ElementId], by: Transform, around: Surroundings) -> Step:
    if by == Transform():
        return OVER
    if is_much(ids):
        bulk = Bulk(ids, partial(transforming, ids, by), in_portion=BATCH)
        return Step(preview=Preview(moved=ids, through=by), bulk=bulk, over=True)
    return Step(ops=transformed(ids, by, around.document), over=True)


def _proportion(others: Sequence[Element], count: int, frame: Frame) -> Proportion:
    """Letters are not stretched, and what lies askew in the frame would be sheared.

    Of `count` elements, the `others` are not ink.
    """
    texts = any(element.kind in (TEXT, NOTE) for element in others)
    askew = any(abs(math.remainder(e.geometry.rotation - frame.rotation, _QUARTER)) > 1e-6 for e in others)
    pictures = len(others) == count > 0 and all(element.kind == IMAGE for element in others)
    alone = count == 1 and any(element.kind == TEXT for element in others)
    return Proportion(always=alone or askew or (texts and count > 1), usually=pictures)


def _factor(now: float, before: float, side: float, zoom: float) -> float:
    """How much longer a side gets: never so short that one cannot take hold of it; below 0 where it is mirrored."""
    if not before or side < 1e-6:
        return 1.0
    factor = now / before
    least = min(_SMALLEST_PX / zoom / side, 1.0)
    return factor if abs(factor) >= least else math.copysign(least, factor)


def _alike(sx: float, sy: float, handle: Handle) -> tuple[float, float]:
    """Both factors as large as the larger; of a side that is dragged alone, the other one follows."""
    x, y = handle.value
    if not x:
        return abs(sy), sy
    if not y:
        return sx, abs(sx)
    most = max(abs(sx), abs(sy))
    return math.copysign(most, sx), math.copysign(most, sy)
