"""Undo and redo of one person's own edits on one board (SPEC U1 to U3).

A history never changes a document: it proposes operations, the caller submits them like any other edit and hands back
what changed. What is very much is done, and undone, in portions.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import chain
from typing import Any

import msgspec

from .document import Change, Document
from .element import GROUPS, Element
from .op import Op, Patch, Put, Remove, Retype
from .text_merge import merged

DEPTH = 1000
"""How many edits can be undone; older ones are forgotten."""


PORTION = 500
"""So many elements are undone with one edit; more, with several."""

Deed = list[Change]
"""What one edit changed: portions of it in the order in which they were done, none of them empty."""


class History:
    """Two stacks of deeds. `undo` and `redo` take from one; `undone` and `redone` put on the other."""

    def __init__(self, depth: int = DEPTH) -> None:
        self._undo: deque[Deed] = deque(maxlen=depth)
        self._redo: deque[Deed] = deque(maxlen=depth)

    @property
    def can_undo(self) -> bool:
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        return bool(self._redo)

    @property
    def newest(self) -> Change:
        """My newest edit that can be undone; an empty change if there is none, or if it was one of several portions."""
        return self._undo[-1][0] if self._undo and len(self._undo[-1]) == 1 else Change()

    def record(self, change: Change, *, joins: bool = False) -> None:
        """Remember an edit of my own; what was undone before can no longer be redone.

        With `joins` it is undone together with the newest one, if that was about the same elements.
        """
        if not change:
            return
        if joins and (newest := self.newest) and not set(change.ids).isdisjoint(newest.ids):
            self._undo.pop()
            change = _joined(newest, change)
        if change:
            self._undo.append([change])
        self._redo.clear()

    def recorded(self, deed: Deed) -> None:
        """The same with an edit that goes on: the caller may add what its next portions change."""
        self._undo.append(deed)
        self._redo.clear()

    def undo(self, document: Document) -> tuple[Op, ...]:
        """Operations that take back my newest edit that still can be, if that was no more than one portion; empty when
        there is none."""
        return tuple(chain.from_iterable(self.undoing(document)))

    def redo(self, document: Document) -> tuple[Op, ...]:
        """Operations that do again what was undone last; empty when there is nothing."""
        return tuple(chain.from_iterable(self.redoing(document)))

    def undoing(self, document: Document) -> Iterator[tuple[Op, ...]]:
        """As `undo`, of any edit, in portions. Do each before you ask for the next, which is worked out only then."""
        return _reversed(self._undo, document)

    def redoing(self, document: Document) -> Iterator[tuple[Op, ...]]:
        return _reversed(self._redo, document)

    def undone(self, deed: Deed) -> None:
        """The operations of `undo` changed this; the caller may add what its next portions change."""
        self._redo.append(deed)

    def redone(self, deed: Deed) -> None:
        """The operations of `redo` changed this, likewise."""
        self._undo.append(deed)

    def clear(self) -> None:
        self._undo.clear()
        self._redo.clear()


def _reversed(stack: deque[Deed], document: Document) -> Iterator[tuple[Op, ...]]:
    """Operations that reverse the newest deed on the stack; those with nothing left to reverse are dropped (U2)."""
    found = False
    while stack and not found:
        deed = stack.pop()
        for change in reversed(deed):
            pairs = change.elements[::-1]
            for begin in range(0, len(pairs), PORTION):
                some = pairs[begin : begin + PORTION]
                ops = tuple(op for before, after in some for op in _reverse(before, after, document))
                if ops:
                    found = True
                    yield ops


def _joined(first: Change, second: Change) -> Change:
    """Two changes of mine as one that leads back to before the first, but for what others did between them."""
    pairs = {element.id: (before, after) for before, after in first.elements if (element := before or after)}
    for before, after in second.elements:
        if element := before or after:
            start = _without_others(*pairs[element.id], before) if element.id in pairs else before
            pairs[element.id] = (start, after)
    return Change(tuple((before, after) for before, after in pairs.values() if before != after))


def _without_others(before: Element | None, after: Element | None, later: Element | None) -> Element | None:
    """`before` with what others did to `after` until it was `later`: not mine to undo."""
    if before is None or after is None or later is None:
        return before
    groups = {name: getattr(later, name) for name in GROUPS if getattr(later, name) != getattr(after, name)}
    groups["text"] = merged(after.text, later.text, before.text)
    return msgspec.structs.replace(before, **groups)


def _reverse(before: Element | None, after: Element | None, document: Document) -> list[Op]:
    if before is None:
        return _taken_back(after, document)
    current = document.get(before.id)
    if after is None:
        return [Put(before)] if current is None else []
    if current is None:
        return []
    groups: dict[str, Any] = {}
    ops: list[Op] = []
    for name in GROUPS:
        old, mine = getattr(before, name), getattr(after, name)
        if old is mine:  # so are most groups of most changes
            continue
        now = getattr(current, name)
        if name == "text" and old != mine:
            if merged(mine, old, now) != now:
                ops.append(Retype(id=before.id, base=mine, text=old))
        elif old != mine and now == mine:
            groups[name] = old
    return [*ops, Patch(id=before.id, **groups)] if groups else ops


def _taken_back(mine: Element | None, document: Document) -> list[Op]:
    """Remove what I put; where others typed into it, only my letters."""
    current = document.get(mine.id) if mine is not None else None
    if mine is None or current is None:
        return []
    if current.text == mine.text or not merged(mine.text, "", current.text):
        return [Remove(mine.id)]
    return [Retype(id=mine.id, base=mine.text, text="")] if mine.text else []
