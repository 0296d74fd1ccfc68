"""The port through which a replica keeps itself on disk. A replica never reads: it is built from what was kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from whiteboard.model.document import Change, Document
from whiteboard.protocol.messages import Edit

from .standing import Standing

Ticket = int
"""The number of a transaction; they count up. Ticket 0 is what was on disk from the start."""


class Journal(Protocol):
    """Each call is one transaction; they are written in the order of the calls, maybe later and by another thread.

    An edit is not sent before the transaction of its ticket is on disk (SPEC S9).
    """

    @property
    def written(self) -> Ticket:
        """The newest transaction that is on disk, with all before it."""

    def changed(self, change: Change) -> None:
        """The base changed, on a board that has no server."""

    def pended(self, edit: Edit) -> Ticket:
        """An edit of mine waits to be confirmed."""

    def confirmed(self, standing: Standing, touched: Change, base: Document, settled: Sequence[int]) -> None:
        """The server's log went on: `touched` of the base changed, the edits `settled` (cseq) wait no more."""

    def rebased(self, standing: Standing, base: Document, pending: Sequence[Edit]) -> Ticket:
        """Everything is new: who I am, the base, and the numbers of the pending edits."""

    def greeted(self, standing: Standing) -> None:
        """The standing changed, but neither base nor pending edits."""


class NoJournal:
    """Keeps nothing: for boards that need not survive, and for tests."""

    written: Ticket = 0

    def changed(self, change: Change) -> None:
        pass

    def pended(self, edit: Edit) -> Ticket:
        return 0

    def confirmed(self, standing: Standing, touched: Change, base: Document, settled: Sequence[int]) -> None:
        pass

    def rebased(self, standing: Standing, base: Document, pending: Sequence[Edit]) -> Ticket:
        return 0

    def greeted(self, standing: Standing) -> None:
        pass
