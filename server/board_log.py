"""A board's ordered log: the only birthplace of a sequence number (SPEC S1 to S5)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from whiteboard.model.element import Author
from whiteboard.model.op import Op
from whiteboard.protocol.codec import to_json
from whiteboard.protocol.limits import MAX_MESSAGE_BYTES
from whiteboard.protocol.messages import Entry
from whiteboard.protocol.refusal import Refusal

MAX_ENTRY_BYTES = MAX_MESSAGE_BYTES - 256 * 1024
"""An entry travels in a tick, which is a message; the rest is for what else is in a tick."""

KEPT_ROWS = 5_000
KEPT_BYTES = 4 * 1024 * 1024
"""How much of the log is kept in memory for members who come back (SPEC S5); who is further behind gets a snapshot."""

SLACK = 1.2
"""So many times as much is there before the oldest are let go, so that this is not done for each entry."""

NO_HASH = "0" * 16
"""The rolling hash of an empty log."""


class EntryTooLarge(ValueError):
    """The entry of an edit would not fit into a message."""


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of the log. `body` is its JSON: stored, hashed and sent as these same bytes."""

    seq: int
    hash: str
    author: Author
    cseq: int
    at: float
    body: bytes


def rolled(hash: str, body: bytes) -> str:
    """The rolling hash after an entry: 64 bits of BLAKE2b over the hash before it and the entry's bytes (SPEC S5)."""
    return hashlib.blake2b(hash.encode() + body, digest_size=8).hexdigest()


class BoardLog:
    """Numbers entries, and shows them only when they are durable (SPEC S3).

    The log has a head (numbered), and within it a published part (stored, visible to members). `roll_back` takes the
    head back to what is published.
    """

    def __init__(
        self, log_id: str, seq: int = 0, hash: str = NO_HASH, *, tail: Iterable[Row] = (), cseqs: Mapping[Author, int]
    ) -> None:
        """`tail` are the newest rows, dense and ending with `seq`; `cseqs` the highest cseq of each author."""
        self.log_id = log_id
        self._rows: list[Row] = list(tail)
        self._floor_hash = hash if not self._rows else ""  # unknown for a tail that does not begin at 1
        if self._rows and self._rows[0].seq == 1:
            self._floor_hash = NO_HASH
        self._bytes = sum(len(row.body) for row in self._rows)
        self._cseqs = dict(cseqs)
        self._published = seq
        self._published_hash = hash
        self._unpublished: list[Row] = []

    @property
    def head(self) -> int:
        return self._unpublished[-1].seq if self._unpublished else self._published

    @property
    def published(self) -> int:
        return self._published

    @property
    def published_hash(self) -> str:
        return self._published_hash

    @property
    def floor(self) -> int:
        """Who has this much, or more, can be brought up to date from the rows in memory."""
        return self._rows[0].seq - 1 if self._rows else self._published

    # ------------------------------------------------------------ writing

    def number(
        self, author: Author, cseq: int, at: float, ops: Sequence[Op] = (), void: Refusal | None = None, why: str = ""
    ) -> Row:
        """Give an entry its place; EntryTooLarge (and no number is spent) if it does not fit into a message."""
        last = self._unpublished[-1] if self._unpublished else None
        seq, hash = (last.seq, last.hash) if last else (self._published, self._published_hash)
        entry = Entry(seq=seq + 1, author=author, cseq=cseq, at=at, ops=tuple(ops), void=void, why=why)
        body = bytes(memoryview(to_json(entry)))  # msgspec 0.22 leaves its bytes in the room that it wrote them to
        if len(body) > MAX_ENTRY_BYTES:
            raise EntryTooLarge(f"an edit of {len(body)} bytes, at most {MAX_ENTRY_BYTES}")
        row = Row(seq + 1, rolled(hash, body), author, cseq, at, body)
        self._unpublished.append(row)
        if cseq:
            self._cseqs[author] = cseq
        return row

    def publish(self, seq: int) -> list[Row]:
        """Rows up to `seq` are durable: show them. Returns the newly published ones."""
        count = seq - self._published
        rows, self._unpublished = self._unpublished[:count], self._unpublished[count:]
        if rows:
            self._rows.extend(rows)
            self._bytes += sum(len(row.body) for row in rows)
            self._published, self._published_hash = rows[-1].seq, rows[-1].hash
            self._forget()
        return rows

    def roll_back(self) -> list[Row]:
        """Forget what was numbered but not published, as if it had never been sent (SPEC P3)."""
        rows, self._unpublished = self._unpublished, []
        for row in reversed(rows):
            if row.cseq:
                self._cseqs[row.author] = row.cseq - 1
        return rows

    # ------------------------------------------------------------ reading

    def cseq(self, author: Author) -> int:
        """The highest cseq of an author that the log has at all."""
        return self._cseqs.get(author, 0)

    def knows(self, author: Author) -> bool:
        """Whether this author has ever edited this board."""
        return author in self._cseqs

    def cseq_within(self, author: Author, seq: int) -> int:
        """The highest cseq of an author within the log up to `seq`, which is not below the floor."""
        for row in (*self._rows[seq - self.floor :], *self._unpublished):
            if row.author == author and row.cseq:
                return row.cseq - 1
        return self.cseq(author)

    def hash_at(self, seq: int) -> str | None:
        """The rolling hash after `seq`; None if that is not within the kept log."""
        if seq == self._published:
            return self._published_hash
        if seq == self.floor:
            return self._floor_hash or None
        if self.floor < seq < self._published:
            return self._rows[seq - self.floor - 1].hash
        return None

    def after(self, seq: int, max_bytes: int) -> list[Row]:
        """Published rows that follow `seq` (not below the floor), at least one if there is one, within `max_bytes`."""
        start = seq - self.floor
        if start < 0:
            raise ValueError(f"the log begins at {self.floor}, not at {seq}")
        size, end = 0, start
        while end < len(self._rows):
            size += len(self._rows[end].body)
            if end > start and size > max_bytes:
                break
            end += 1
        return self._rows[start:end]

    def bytes_after(self, seq: int) -> int:
        """The size of the published rows that follow `seq` (not below the floor)."""
        return sum(len(row.body) for row in self._rows[seq - self.floor :])

    def _forget(self) -> None:
        if len(self._rows) <= SLACK * KEPT_ROWS and self._bytes <= SLACK * KEPT_BYTES:
            return
        size, start = 0, len(self._rows)
        while start > 0 and len(self._rows) - start < KEPT_ROWS:
            size += len(self._rows[start - 1].body)
            if size > KEPT_BYTES:
                break
            start -= 1
        start = min(start, len(self._rows) - 1)
        self._floor_hash = self._rows[start - 1].hash if start else self._floor_hash
        self._rows = self._rows[start:]
        self._bytes = sum(len(row.body) for row in self._rows)
