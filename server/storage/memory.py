"""A store that forgets everything with the process, for tests and for boards that nobody wants to keep."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from server.board_log import Row
from server.rules import Rules
from whiteboard.model.document import Stamp
from whiteboard.model.element import Author, Element, ElementId

from .port import Batch, BoardRecord, StorageFailed, StoredBoard


class _Board:
    def __init__(self, record: BoardRecord) -> None:
        self.record = record
        self.rows: list[Row] = []
        self.elements: dict[ElementId, tuple[Element, Stamp | None]] = {}
        self.cseqs: dict[Author, int] = {}


class MemoryStore:
    """A `Store` in dictionaries."""

    def __init__(self) -> None:
        self._boards: dict[str, _Board] = {}

    def boards(self) -> list[BoardRecord]:
        return [board.record for board in self._boards.values()]

    def create(self, record: BoardRecord) -> None:
        if any(record.log_id == other.log_id or record.name == other.name for other in self.boards()):
            raise StorageFailed("There is already a board of that name.")
        self._boards[record.log_id] = _Board(record)

    def set_code(self, log_id: str, code: str) -> None:
        board = self._board(log_id)
        board.record = dataclasses.replace(board.record, code=code)

    def set_door(self, log_id: str, rules: Rules, code: str | None) -> None:
        board = self._board(log_id)
        board.record = dataclasses.replace(board.record, rules=rules, code=board.record.code if code is None else code)

    def load(self, log_id: str, *, rows: int, bytes: int) -> StoredBoard:
        board = self._board(log_id)
        tail: list[Row] = []
        for row in reversed(board.rows[-rows:]):
            bytes -= len(row.body)
            if bytes < 0:
                break
            tail.insert(0, row)
        last = board.rows[-1] if board.rows else None
        empty = StoredBoard(board.record)
        return StoredBoard(
            board.record,
            seq=last.seq if last else empty.seq,
            hash=last.hash if last else empty.hash,
            elements=[element for element, _ in board.elements.values()],
            stamps={id: stamp for id, (_, stamp) in board.elements.items() if stamp is not None},
            cseqs=dict(board.cseqs),
            tail=tail,
        )

    def commit(self, batches: Sequence[Batch]) -> None:
        for batch in batches:
            board = self._board(batch.log_id)
            expected = board.rows[-1].seq + 1 if board.rows else 1
            if [row.seq for row in batch.rows] != list(range(expected, expected + len(batch.rows))):
                raise StorageFailed("The log does not go on where it ended.")
        for batch in batches:
            board = self._boards[batch.log_id]
            board.rows.extend(batch.rows)
            for row in batch.rows:
                if row.cseq:
                    board.cseqs[row.author] = row.cseq
            for id, placed in batch.elements.items():
                if placed is None:
                    board.elements.pop(id, None)
                else:
                    board.elements[id] = placed

    def probe(self) -> None:
        pass

    def close(self) -> None:
        pass

    def _board(self, log_id: str) -> _Board:
        board = self._boards.get(log_id)
        if board is None:
            raise StorageFailed("There is no such board.")
        return board
