"""A client's disk: transactions reach it late, and a crash forgets those that have not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from whiteboard.model.document import Change, Document
from whiteboard.model.element import Element, ElementId
from whiteboard.protocol.messages import Edit
from whiteboard.sync.standing import Standing


@dataclass
class Kept:
    """What a restarted client finds."""

    standing: Standing
    base: dict[ElementId, Element] = field(default_factory=dict)
    pending: dict[int, Edit] = field(default_factory=dict)


class Disk:
    """A `Journal` whose transactions wait until `write`."""

    def __init__(self, standing: Standing) -> None:
        self.kept = Kept(standing)
        self.written = 0
        self.promises: dict[tuple[str, int], Edit] = {}  # every edit that ever reached the disk
        self._ticket = 0
        self._waiting: list[Callable[[Kept], None]] = []

    def write(self, count: int) -> None:
        """Bring the oldest `count` transactions to the disk."""
        for transaction in self._waiting[:count]:
            transaction(self.kept)
        self.written += len(self._waiting[:count])
        del self._waiting[:count]

    def crash(self) -> Kept:
        """Forget what is not on the disk."""
        self._waiting.clear()
        self._ticket = self.written = 0
        return self.kept

    def changed(self, change: Change) -> None:
        self._queue(lambda kept: _follow(kept.base, change))

    def pended(self, edit: Edit) -> int:
        def transaction(kept: Kept) -> None:
            kept.pending[edit.cseq] = self.promises[kept.standing.client, edit.cseq] = edit

        return self._queue(transaction)

    def confirmed(self, standing: Standing, touched: Change, base: Document, settled: Sequence[int]) -> None:
        def transaction(kept: Kept) -> None:
            kept.standing = standing
            _follow(kept.base, touched)
            for cseq in settled:
                kept.pending.pop(cseq, None)

        self._queue(transaction)

    def rebased(self, standing: Standing, base: Document, pending: Sequence[Edit]) -> int:
        elements = {element.id: element for element in base}
        edits = {edit.cseq: edit for edit in pending}

        def transaction(kept: Kept) -> None:
            kept.standing, kept.base, kept.pending = standing, dict(elements), dict(edits)

        return self._queue(transaction)

    def greeted(self, standing: Standing) -> None:
        def transaction(kept: Kept) -> None:
            kept.standing = standing

        self._queue(transaction)

    def _queue(self, transaction: Callable[[Kept], None]) -> int:
        self._waiting.append(transaction)
        self._ticket += 1
        return self._ticket


def _follow(base: dict[ElementId, Element], change: Change) -> None:
    for id, (_, after) in zip(change.ids, change.elements, strict=True):
        if after is None:
            base.pop(id, None)
        else:
            base[id] = after
