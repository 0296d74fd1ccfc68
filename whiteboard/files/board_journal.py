"""Keeps one board on disk while it is open: the journal of its replica, as rows of the database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from whiteboard.model.document import Change, Document
from whiteboard.model.element import Element
from whiteboard.protocol.messages import Edit
from whiteboard.sync.journal import Ticket
from whiteboard.sync.standing import Standing

from .board_info import BoardId
from .writer import Statement, Writer

MANY = 1000
"""So many elements are encoded at once in a millisecond; more are left to the writer's thread."""

_ADD = "INSERT OR REPLACE INTO elements (board, id, body, author, at) VALUES (?, ?, ?, ?, ?)"

_PEND = "INSERT OR REPLACE INTO pending (board, cseq, body) VALUES (?, ?, ?)"

_encode = msgspec.json.Encoder().encode


class BoardJournal:
    """A `sync.journal.Journal`. `touched` says that the board was changed just now, and how to note that."""

    def __init__(self, board: BoardId, writer: Writer, touched: Callable[[], Statement]) -> None:
        self._board = board
        self._writer = writer
        self._touched = touched

    @property
    def written(self) -> Ticket:
        return self._writer.written

    def changed(self, change: Change) -> None:
        if change:
            self._writer.submit(*self._elements(change, None), self._touched())

    def pended(self, edit: Edit) -> Ticket:
        return self._writer.submit(self._pending([edit]), self._touched())

    def confirmed(self, standing: Standing, touched: Change, base: Document, settled: Sequence[int]) -> None:
        # not urgent: after a crash the server sends it again
        self._writer.submit(
            *self._elements(touched, base),
            ("DELETE FROM pending WHERE board = ? AND cseq = ?", [(self._board, cseq) for cseq in settled]),
            self._standing(standing),
            *([self._touched()] if touched else ()),
            urgent=False,
        )

    def rebased(self, standing: Standing, base: Document, pending: Sequence[Edit]) -> Ticket:
        return self._writer.submit(
            ("DELETE FROM elements WHERE board = ?", [(self._board,)]),
            ("DELETE FROM pending WHERE board = ?", [(self._board,)]),
            added(self._board, base, base),
            (_PEND, _PendingRows(self._board, pending)),
            self._standing(standing),
        )

    def greeted(self, standing: Standing) -> None:
        self._writer.submit(self._standing(standing))

    # ------------------------------------------------------------ rows

    def _elements(self, change: Change, stamps: Document | None) -> tuple[Statement, Statement]:
        after = [element for _, element in change.elements if element is not None]
        gone = [(self._board, element.id) for element in change.removed]
        return ("DELETE FROM elements WHERE board = ? AND id = ?", gone), added(self._board, after, stamps)

    def _pending(self, edits: Iterable[Edit]) -> Statement:
        return _PEND, [(self._board, edit.cseq, _encode(edit)) for edit in edits]

    def _standing(self, standing: Standing) -> Statement:
        return "UPDATE boards SET standing = ? WHERE id = ?", [(_encode(standing), self._board)]


def added(board: BoardId, elements: Iterable[Element], stamps: Document | None) -> Statement:
    """Puts elements into a board's table; `stamps` knows who drew them."""
    listed = list(elements)
    return _ADD, _Rows(board, listed, stamps) if len(listed) > MANY else list(_Rows(board, listed, stamps))


class _Rows:
    """The rows of very many elements, encoded only when they are written, by the writer's thread.

    The document may change meanwhile: an element's stamp is asked for late, but who drew it stays the same while it is
    there, and what was removed is deleted by a later transaction.
    """

    def __init__(self, board: BoardId, elements: Sequence[Element], stamps: Document | None) -> None:
        self._board, self._listed, self._stamps = board, elements, stamps

    def __iter__(self) -> Iterator[tuple[object, ...]]:
        for element in self._listed:
            stamp = self._stamps.stamp(element.id) if self._stamps is not None else None
            yield self._board, element.id, _encode(element), stamp and stamp.author, stamp and stamp.at


class _PendingRows:
    """The rows of edits, likewise: a board that is shared for the first time is made of them."""

    def __init__(self, board: BoardId, edits: Sequence[Edit]) -> None:
        self._board, self._edits = board, edits

    def __iter__(self) -> Iterator[tuple[object, ...]]:
        return ((self._board, edit.cseq, _encode(edit)) for edit in self._edits)
