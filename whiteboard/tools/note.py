"""Sticky notes: a click puts one, a drag places it; near others it snaps into the row. Tab makes the next one."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import assert_never

import msgspec

from whiteboard.model.document import Document
from whiteboard.model.element import NOTE, Element, ElementId, page_of
from whiteboard.model.elements.boxed import center
from whiteboard.model.elements.note import SIDE, note_element
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.op import Put
from whiteboard.model.transform import Transform

from .events import Contact, PointerCancel, PointerDown, PointerMove, PointerUp
from .step import OVER, STAY, Preview, Step
from .tool import Surroundings

GAP = 0.1
"""Between two notes of a row, as a share of their width."""

SNAP_PX = 10.0


class Way(Enum):
    """Where the next note goes: of the note's own box, before it is turned."""

    RIGHT = (1, 0)
    LEFT = (-1, 0)
    BELOW = (0, 1)
    ABOVE = (0, -1)


class Note:
    """Makes a note, and lets the window let the person write on it."""

    def __init__(self) -> None:
        self._made: Element | None = None

    def handle(self, event: Contact, around: Surroundings) -> Step:
        match event:
            case PointerDown() if self._made is None:
                self._made = note_element(
                    around.new_id(),
                    _place(event, around),
                    order=around.next_order(),
                    style=around.style_of(NOTE),
                    parent=around.page,
                    by=around.signature,
                )
                return Step(preview=Preview(elements=(self._made,)))
            case PointerDown():
                return STAY
            case PointerMove() if self._made is not None:
                self._made = _moved(self._made, _place(event, around))
                return Step(preview=Preview(elements=(self._made,)))
            case PointerUp() if self._made is not None:
                made, self._made = _moved(self._made, _place(event, around)), None
                return Step(ops=(Put(made),), write=made.id, selection=frozenset([made.id]), take="select", over=True)
            case PointerMove() | PointerUp() | PointerCancel():
                self._made = None
                return OVER
            case _:
                assert_never(event)


def next_note(note: Element, way: Way, around: Surroundings) -> Element:
    """The note beside another one: the one that is there, or a new one of the same look for an empty place."""
    place = slot(note, way)
    there = _note_at(place, _notes(around.document, page_of(note)), note.geometry.w / 4)
    if there is not None:
        return there
    made = note_element(
        around.new_id(),
        place,
        order=around.next_order(),
        style=note.style,
        parent=note.geometry.parent,
        by=around.signature,
    )
    w = note.geometry.w
    geometry = msgspec.structs.replace(
        made.geometry, x=place.x - w / 2, y=place.y - w / 2, w=w, h=w, rotation=note.geometry.rotation
    )
    return msgspec.structs.replace(made, geometry=geometry)


def slot(note: Element, way: Way) -> Point:
    """The middle of a note of the same width that is its neighbour."""
    g = note.geometry
    x, y = way.value
    gap = g.w * GAP
    upright = Point(x * (g.w + gap), y * ((g.h + g.w) / 2 + gap) if y else (g.w - g.h) / 2)
    away = Transform.turning(g.rotation, Point(0.0, 0.0))(upright)
    middle = center(g)
    return Point(middle.x + away.x, middle.y + away.y)


def _place(event: PointerDown | PointerMove | PointerUp, around: Surroundings) -> Point:
    """Where the middle of the note would be: at an empty place beside another note, if that is near."""
    reach = SNAP_PX / event.zoom
    if around.snapping and not event.modifiers.ctrl:
        near = SIDE * (2 + GAP)
        box = Rect(event.at.x - near, event.at.y - near, event.at.x + near, event.at.y + near)
        found = (around.document.get(id) for id in around.index.meeting(box))
        notes = [e for e in found if e is not None and e.kind == NOTE and abs(e.geometry.w - SIDE) < 1]
        slots = [slot(note, way) for note in notes if not note.geometry.rotation for way in Way]
        close = [s for s in slots if math.dist(s, event.at) <= reach and _note_at(s, notes, SIDE / 4) is None]
        if close:
            return min(close, key=lambda place: math.dist(place, event.at))
    return Point(round(event.at.x * 16) / 16, round(event.at.y * 16) / 16)


def _moved(note: Element, to: Point) -> Element:
    g = note.geometry
    return msgspec.structs.replace(note, geometry=msgspec.structs.replace(g, x=to.x - g.w / 2, y=to.y - g.h / 2))


def _notes(document: Document, page: ElementId) -> Iterator[Element]:
    return (element for element in document if element.kind == NOTE and page_of(element) == page)


def _note_at(place: Point, notes: Iterable[Element], reach: float) -> Element | None:
    """The note whose upper part is there."""
    for note in notes:
        g = note.geometry
        if math.dist(Point(g.x + g.w / 2, g.y + g.w / 2), place) <= reach or math.dist(center(g), place) <= reach:
            return note
    return None
