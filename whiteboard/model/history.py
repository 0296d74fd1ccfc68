"""Undo and redo of one person's own edits on one board (SPEC U1 to U3).

A history never changes a document: it proposes operations, the caller submits them like any other edit and hands back
what changed.
"""

from __future__ import annotations

from collections import deque
from typing import Any

import msgspec

from .document import Change, Document
from .element import GROUPS, Element
from .op import Op, Patch, Put, Remove, Retype
from .text_merge import merged

DEPTH = 1000
"""How many edits can be undone; older ones are forgotten."""


class History:
    """Two stacks of changes. `undo` and `redo` take from one; `undone` and `redone` put on the other."""

    def __init__(self, depth: int = DEPTH) -> None:
        self._undo: deque[Change] = deque(maxlen=depth)
        self._redo: deque[Change] = deque(maxlen=depth)

    @property
    def can_undo(self) -> bool:
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        return bool(self._redo)

    @property
    def newest(self) -> Change:
        """My newest edit that can be undone; an empty change if there is none."""
        return self._undo[-1] if self._undo else Change()

    def record(self, change: Change, *, joins: bool = False) -> None:
        """Remember an edit of my own; what was undone before can no longer be redone.

        With `joins` it is undone together with the newest one, if that was about the same elements.
        """
        if not change:
            return
        if joins and self._undo and not set(change.ids).isdisjoint(self._undo[-1].ids):
            change = _joined(self._undo.pop(), change)
        if change:
            self._undo.append(change)
        self._redo.clear()

    def undo(self, document: Document) -> tuple[Op, ...]:
        """Operations that take back my newest edit that still can be; empty when there is none."""
        return _pop(self._undo, document)

    def redo(self, document: Document) -> tuple[Op, ...]:
        """Operations that do again what was undone last; empty when there is nothing."""
        return _pop(self._redo, document)

    def undone(self, change: Change) -> None:
        """The operations of `undo` changed this."""
        self._redo.append(change)

    def redone(self, change: Change) -> None:
        """The operations of `redo` changed this."""
        self._undo.append(change)

    def clear(self) -> None:
        self._undo.clear()
        self._redo.clear()


def _pop(stack: deque[Change], document: Document) -> tuple[Op, ...]:
    """Operations that reverse the newest change on the stack; changes with nothing left to reverse are dropped (U2)."""
    while stack:
        change = stack.pop()
        ops = [op for before, after in reversed(change.elements) for op in _reverse(before, after, document)]
        if ops:
            return tuple(ops)
    return ()


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
