"""Edits of mine that the server has not confirmed, in order, and which elements they touch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from whiteboard.model.element import ElementId
from whiteboard.model.op import Op, Put, target
from whiteboard.protocol.messages import Edit


class Pending:
    """Edits by cseq, which counts up without gaps (SPEC S1).

    Each edit has a ticket: the number of the journal's transaction that keeps it.
    """

    def __init__(self, edits: Iterable[Edit], *, after: int) -> None:
        """`after` is the highest cseq ever used before these edits."""
        self._edits: dict[int, tuple[Edit, int]] = {}
        self._touching: dict[ElementId, tuple[int, ...]] = {}
        self._sorted: dict[int, dict[ElementId, list[Op]]] = {}  # the operations of an edit, once somebody asks
        self._last = after
        for edit in edits:
            self.insert(edit, ticket=0)

    def __len__(self) -> int:
        return len(self._edits)

    def __iter__(self) -> Iterator[Edit]:
        return (edit for edit, _ in self._edits.values())

    def next_edit(self, ops: Sequence[Op]) -> Edit:
        """The edit that comes next; it waits once it is inserted."""
        return Edit(cseq=self._last + 1, ops=tuple(ops))

    def insert(self, edit: Edit, ticket: int) -> None:
        self._edits[edit.cseq] = (edit, ticket)
        self._last = max(self._last, edit.cseq)
        number = (edit.cseq,)
        touching: dict[ElementId, tuple[int, ...]] = dict.fromkeys(_targets(edit), number)
        if not self._touching.keys().isdisjoint(touching):
            touching = {id: self._touching.get(id, ()) + number for id in touching}
        self._touching |= touching

    def take(self, cseq: int) -> Edit | None:
        """Remove an edit, because the server has settled it; None if it does not wait."""
        edit, _ = self._edits.pop(cseq, (None, 0))
        if edit is not None:
            self._sorted.pop(cseq, None)
            for id in dict.fromkeys(_targets(edit)):
                others = self._touching.pop(id)
                if len(others) > 1:
                    self._touching[id] = tuple(number for number in others if number != cseq)
        return edit

    def settle(self, cseq: int) -> None:
        """Remove all edits up to this one."""
        for settled in [number for number in self._edits if number <= cseq]:
            self.take(settled)

    def skip_to(self, cseq: int) -> None:
        """The server knows of edits up to this number: never use them again."""
        self._last = max(self._last, cseq)

    def on(self, id: ElementId) -> Iterator[Op]:
        """The waiting operations on one element, in order."""
        for cseq in self._touching.get(id, ()):
            if cseq not in self._sorted:
                self._sorted[cseq] = _by_target(self._edits[cseq][0])
            yield from self._sorted[cseq][id]

    def after(self, cseq: int, *, written: int, at_most: int) -> list[Edit]:
        """The edits that follow `cseq` and are on disk (ticket <= written), as long as few enough are on their way."""
        edits: list[Edit] = []
        for count, (edit, ticket) in enumerate(self._edits.values()):
            if count >= at_most or ticket > written:
                break
            if edit.cseq > cseq:
                edits.append(edit)
        return edits

    def renumbered(self) -> list[Edit]:
        """The same edits counted from 1."""
        return [msgspec.structs.replace(edit, cseq=i) for i, edit in enumerate(self, start=1)]


def _targets(edit: Edit) -> list[ElementId]:
    """As `target`, in a third of the time: a board that is shared has an operation for each of 100,000 elements."""
    return [op.element.id if isinstance(op, Put) else op.id for op in edit.ops]


def _by_target(edit: Edit) -> dict[ElementId, list[Op]]:
    found: dict[ElementId, list[Op]] = {}
    for op in edit.ops:
        found.setdefault(target(op), []).append(op)
    return found
