"""What the server asks of a store: boards, their elements and the newest part of their logs, written batch by batch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from server.board_log import NO_HASH, Row
from server.rules import Rules
from whiteboard.model.document import Stamp
from whiteboard.model.element import Author, Element, ElementId


class StorageFailed(Exception):
    """A write or read did not work and left the store as it was; the text says why, for a person to read."""


@dataclass(frozen=True, slots=True)
class BoardRecord:
    """A board as it is listed. `log_id` is random, made with the board (SPEC S5); `code` "" lets everybody in."""

    name: str
    log_id: str
    code: str
    rules: Rules = field(default_factory=Rules)


@dataclass(frozen=True, slots=True)
class StoredBoard:
    """Everything that a room needs to go on: the state at `seq`, and the newest rows of the log, ending there."""

    record: BoardRecord
    seq: int = 0
    hash: str = NO_HASH
    elements: Sequence[Element] = ()
    stamps: Mapping[ElementId, Stamp] = field(default_factory=dict)
    cseqs: Mapping[Author, int] = field(default_factory=dict)
    tail: Sequence[Row] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """New rows of one board, and what became of each element that they touch (None: removed)."""

    log_id: str
    rows: Sequence[Row]
    elements: Mapping[ElementId, tuple[Element, Stamp | None] | None]


class Store(Protocol):
    """Keeps boards. Every method blocks, and all are called from one and the same thread."""

    def boards(self) -> list[BoardRecord]:
        """All boards, oldest first."""

    def create(self, record: BoardRecord) -> None:
        """Add an empty board; StorageFailed if the name or log_id is taken."""

    def set_code(self, log_id: str, code: str) -> None:
        """Give a board another join code."""

    def set_door(self, log_id: str, rules: Rules, code: str | None) -> None:
        """Keep what a board's host has decided, and another join code unless it is None."""

    def load(self, log_id: str, *, rows: int, bytes: int) -> StoredBoard:
        """A board, with at most this much of its log."""

    def commit(self, batches: Sequence[Batch]) -> None:
        """Write all batches or none; durable on return (SPEC P1). StorageFailed leaves everything as it was."""

    def probe(self) -> None:
        """Write something that nobody needs; StorageFailed if writing does not work."""

    def close(self) -> None:
        """Nothing is asked of the store afterwards."""
