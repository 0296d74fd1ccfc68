"""The gestures in progress, one a pointer: which tool each began with, and what of it shows."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from whiteboard.model.document import Change, Document
from whiteboard.model.element import ElementId

from .events import (
    Contact,
    PointerDown,
    PointerEvent,
    PointerHover,
    PointerId,
    PointerMove,
    PointerRest,
    PointerUp,
)
from .step import NOBODY, NOTHING, STAY, Preview, Step, united
from .tool import Cursor, Patient, Surroundings, Tool, ToolInfo


@dataclass(slots=True)
class _Gesture:
    info: ToolInfo
    tool: Tool
    preview: Preview = NOTHING


class Gestures:
    """Passes each event on to its pointer's tool. A gesture keeps its tool, whatever is taken in hand meanwhile."""

    def __init__(self) -> None:
        self._gestures: dict[PointerId, _Gesture] = {}
        self._moved = (NOBODY, NOBODY)

    def __bool__(self) -> bool:
        return bool(self._gestures)

    def __contains__(self, pointer: PointerId) -> bool:
        return pointer in self._gestures

    @property
    def pointers(self) -> list[PointerId]:
        return list(self._gestures)

    @property
    def cursor(self) -> Cursor | None:
        """The shape of the pointer while something is going on."""
        for gesture in self._gestures.values():
            dragged = gesture.preview.moved and gesture.preview.through is None
            return Cursor.MOVE if dragged else gesture.info.busy_cursor
        return None

    @property
    def waiting(self) -> PointerId | None:
        """The pointer whose gesture goes on when it lifts, until its tool says that it is over."""
        return next((pointer for pointer, gesture in self._gestures.items() if gesture.info.clicks), None)

    def continued(self, event: PointerEvent) -> PointerEvent:
        """The event as such a gesture knows it: any pointer goes on with it, and between clicks hovering moves it."""
        pointer = self.waiting
        match event:
            case PointerHover() if pointer is not None:
                return PointerMove(at=event.at, seconds=0.0, pointer=pointer, zoom=event.zoom, device=event.device)
            case PointerDown() | PointerMove() | PointerUp() if pointer is not None:
                return dataclasses.replace(event, pointer=pointer)
            case _:
                return event

    def preview(self, document: Document) -> Preview:
        """What all of them show, of the elements that the document still has."""
        return united((gesture.preview for gesture in self._gestures.values()), document, self._there)

    def follow(self, change: Change) -> None:
        """The document has changed."""
        asked, _ = self._moved
        if asked and any(element.id in asked for element in (*change.added, *change.removed)):
            self._moved = (NOBODY, NOBODY)

    def concern(self, ids: frozenset[ElementId]) -> bool:
        """Whether any of these elements is about to be changed."""
        previews = [gesture.preview for gesture in self._gestures.values()]
        return any(
            not ids.isdisjoint(changed)
            for preview in previews
            for changed in (preview.marked, preview.moved, preview.hidden)
        )

    def begin(self, pointer: PointerId, info: ToolInfo) -> bool:
        """Let a pointer begin with a tool; False where it must wait for another pointer's gesture to end."""
        if info.alone and self._gestures:
            return False
        self._gestures[pointer] = _Gesture(info, info.make())
        return True

    def ask(self, event: Contact | PointerRest, around: Surroundings) -> Step:
        """What the tool of the event's pointer says to it; KeyError if that pointer has no gesture."""
        gesture = self._gestures[event.pointer]
        if not isinstance(event, PointerRest):
            step = gesture.tool.handle(event, around)
        else:
            step = gesture.tool.rest(event, around) if isinstance(gesture.tool, Patient) else STAY
        if step.preview is not None:
            gesture.preview = step.preview
        if step.over:
            del self._gestures[event.pointer]
        return step

    def _there(self, moved: frozenset[ElementId], document: Document) -> frozenset[ElementId]:
        """What of this is on the board; looked for once, and again when some of it came or went."""
        if self._moved[0] is not moved:
            gone = document.missing(moved)
            self._moved = moved, moved - gone if gone else moved
        return self._moved[1]
