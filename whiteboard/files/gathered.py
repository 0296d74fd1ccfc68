"""The elements of a portable file, decoded line by line and checked many together."""

from __future__ import annotations

from itertools import compress

import msgspec

from whiteboard.ink.checking import AT_ONCE, Checker
from whiteboard.model.document import Document, Stamp
from whiteboard.model.element import Element, ElementId
from whiteboard.model.sharing import Shared


class Line(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """A line of the file: an element, and who drew it when (seconds since 1970), where a server has said so."""

    element: Element
    stamp: Stamp | None = None


_line = msgspec.json.Decoder(Line)


class Gathered:
    """Takes lines until `limit` elements are there and it is `full`.

    `bad` counts those that hold no element, or one that breaks a rule.
    """

    def __init__(self, limit: int) -> None:
        self.bad = 0
        self.full = False
        self._limit = limit
        self._waiting: list[Line] = []
        self._elements: dict[ElementId, Element] = {}
        self._stamps: dict[ElementId, Stamp] = {}
        self._checker = Checker()
        self._shared = Shared()

    def take(self, raw: bytes) -> None:
        """Take one line."""
        try:
            self._waiting.append(_line.decode(raw))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            self.bad += 1
        if len(self._waiting) >= min(AT_ONCE, self._limit - len(self._elements)):
            self._take_in()

    def document(self) -> Document:
        """All that was gathered."""
        self._take_in()
        return Document(self._elements.values(), self._stamps)

    def _take_in(self) -> None:
        waiting, self._waiting = self._waiting, []
        sound = self._checker.sound([line.element for line in waiting])
        self.bad += len(waiting) - sum(sound)
        for line in compress(waiting, sound):
            self._elements[line.element.id] = self._shared.element(line.element)
            if line.stamp is not None:
                self._stamps[line.element.id] = self._shared.stamp(line.stamp)
        self.full = len(self._elements) >= self._limit
