"""The part eraser rubs away what its circle passes over: strokes split, everything else is left alone.

One edit removes each stroke and puts what is left of it, so undo brings the one stroke back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import assert_never

import msgspec

from whiteboard.ink.split import rubbed
from whiteboard.model.element import STROKE, Element, ElementId
from whiteboard.model.elements import bounds
from whiteboard.model.elements.stroke import placed
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.op import Op, Put, Remove
from whiteboard.model.points import UNITS_PER_BOARD_UNIT, InkPoint, unpack

from .eraser import radius_of, unlocked
from .events import Contact, PointerCancel, PointerDown, PointerMove, PointerUp
from .step import OVER, STAY, Preview, Step
from .tool import Surroundings

_INTO_INK = 0.5
"""The ink's middle goes where the eraser covers so much of the ink on its side, as a share of half its width."""

_CRUMB = 0.4
"""What is left and shorter than so many widths of the ink goes too."""


@dataclass(frozen=True, slots=True)
class _Idle:
    pass


@dataclass(frozen=True, slots=True)
class _Rest:
    """What is left of one stroke: its parts, with points relative to the stroke's own place."""

    stroke: Element
    parts: tuple[tuple[ElementId, tuple[InkPoint, ...], Element], ...]


@dataclass(frozen=True, slots=True)
class _Rubbing:
    last: Point
    rests: dict[ElementId, _Rest] = field(default_factory=dict)


class PartEraser:
    """Rubs along one drag. With Alt held it gives back the strokes that it touches."""

    def __init__(self) -> None:
        self._state: _Idle | _Rubbing = _Idle()

    def handle(self, event: Contact, around: Surroundings) -> Step:
        match self._state:
            case _Idle():
                if not isinstance(event, PointerDown):
                    return OVER
                return self._rub(_Rubbing(event.at), event, around)
            case _Rubbing() as rubbing:
                match event:
                    case PointerMove():
                        return self._rub(rubbing, event, around)
                    case PointerUp():
                        self._state = _Idle()
                        moved = event.at != rubbing.last  # else Alt may have been up first
                        rests = _rest(rubbing, event, around) if moved else rubbing.rests
                        return Step(ops=_ops(rests, around), over=True)
                    case PointerCancel():
                        self._state = _Idle()
                        return OVER
                    case PointerDown():
                        return STAY
                    case _:
                        assert_never(event)
            case _:
                assert_never(self._state)

    def _rub(self, rubbing: _Rubbing, event: PointerDown | PointerMove, around: Surroundings) -> Step:
        rests = _rest(rubbing, event, around)
        self._state = _Rubbing(event.at, rests)
        return Step(preview=_preview(rests)) if rests != rubbing.rests else STAY


def _rest(
    rubbing: _Rubbing, event: PointerDown | PointerMove | PointerUp, around: Surroundings
) -> dict[ElementId, _Rest]:
    """What is left of the strokes that were touched so far, now that the eraser has come here."""
    radius = radius_of(event, around)
    sweep = Rect.spanned_by(rubbing.last, event.at).grown(radius)
    rests = dict(rubbing.rests)
    for id, rest in rubbing.rests.items():
        if not bounds(rest.stroke).intersects(sweep):
            continue
        if event.modifiers.alt:
            if _rubbed(_whole(rest.stroke), rubbing.last, event.at, radius, around) is not None:
                del rests[id]
        elif (left := _rubbed(rest, rubbing.last, event.at, radius, around)) is not None:
            rests[id] = left
    if event.modifiers.alt:
        return rests
    for id in unlocked(around.index.touching(rubbing.last, event.at, radius), around) - rests.keys():
        stroke = around.document.get(id)
        if stroke is None or stroke.kind != STROKE:
            continue
        if (left := _rubbed(_whole(stroke), rubbing.last, event.at, radius, around)) is not None:
            rests[id] = left
    return rests


def _whole(stroke: Element) -> _Rest:
    return _Rest(stroke, ((stroke.id, tuple(unpack(stroke.points)), stroke),))


def _rubbed(rest: _Rest, a: Point, b: Point, radius: float, around: Surroundings) -> _Rest | None:
    """What is left then; None if nothing was touched."""
    g, width = rest.stroke.geometry, rest.stroke.style.width
    unit = UNITS_PER_BOARD_UNIT
    begin, end = complex(a.x - g.x, a.y - g.y) * unit, complex(b.x - g.x, b.y - g.y) * unit
    reach = (radius + _INTO_INK * width / 2) * unit
    parts: list[tuple[ElementId, tuple[InkPoint, ...], Element]] = []
    touched = False
    sweep = Rect.spanned_by(a, b).grown(radius)
    for id, points, element in rest.parts:
        left = (
            None if not bounds(element).intersects(sweep) else rubbed(points, begin, end, reach, _CRUMB * width * unit)
        )
        if left is None:
            parts.append((id, points, element))
            continue
        touched = True
        for piece in left:
            fresh = around.new_id()
            parts.append((fresh, tuple(piece), _element(fresh, piece, rest.stroke)))
    return replace(rest, parts=tuple(parts)) if touched else None


def _element(id: ElementId, points: Sequence[InkPoint], stroke: Element) -> Element:
    """A part of a stroke: where that was, looking as it did, at its place in the pile."""
    g = stroke.geometry
    geometry, packed = placed(list(points), (g.x, g.y))
    return msgspec.structs.replace(
        stroke, id=id, geometry=msgspec.structs.replace(geometry, parent=g.parent), points=packed
    )


def _preview(rests: dict[ElementId, _Rest]) -> Preview:
    return Preview(
        hidden=frozenset(rests), elements=tuple(element for rest in rests.values() for _, _, element in rest.parts)
    )


def _ops(rests: dict[ElementId, _Rest], around: Surroundings) -> tuple[Op, ...]:
    """What somebody removed meanwhile stays removed, what they moved or restyled is cut as it is now; a stroke that
    has other points, or is locked, is left alone."""
    ops: list[Op] = []
    for id, rest in sorted(rests.items()):
        now = around.document.get(id)
        if now is None or now.lock or now.points != rest.stroke.points:
            continue
        ops.append(Remove(id))
        ops += [
            Put(element if now is rest.stroke else _element(part, points, now)) for part, points, element in rest.parts
        ]
    return tuple(ops)
