"""The embedded store: one SQLite file for all boards of a server (SPEC P1, P2)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from server.board_log import NO_HASH, Row
from server.rules import Rules
from whiteboard.model.document import Stamp
from whiteboard.model.element import Author, Element, ElementId

from .port import Batch, BoardRecord, StorageFailed, StoredBoard

SCHEMA_VERSION = 2
KEPT_ENTRIES = 10_000
"""So much of a board's log is kept; its elements have what became of the rest (SPEC P5)."""

COMPACT_EVERY = 1_000
COMPACT_AT_ONCE = 4_000
"""How often, in entries, the oldest are let go, and how many at most, so that no commit takes long."""

PROBE_BYTES = 64 * 1024
"""Enough to need space of its own on a full disk."""

_SCHEMA = """
CREATE TABLE board (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    log_id TEXT NOT NULL UNIQUE,
    code TEXT NOT NULL,
    rules BLOB NOT NULL DEFAULT '{}'
);
CREATE TABLE entry (
    board INTEGER NOT NULL REFERENCES board,
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL,
    author TEXT NOT NULL,
    cseq INTEGER NOT NULL,
    at REAL NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (board, seq)
) WITHOUT ROWID;
CREATE TABLE element (
    board INTEGER NOT NULL REFERENCES board,
    id TEXT NOT NULL,
    body BLOB NOT NULL,
    author TEXT,
    at REAL,
    PRIMARY KEY (board, id)
);
CREATE TABLE client (
    board INTEGER NOT NULL REFERENCES board,
    author TEXT NOT NULL,
    cseq INTEGER NOT NULL,
    PRIMARY KEY (board, author)
) WITHOUT ROWID;
CREATE TABLE probe (id INTEGER PRIMARY KEY, body BLOB NOT NULL);
"""

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Element).decode
_decode_rules = msgspec.json.Decoder(Rules).decode


class SqliteStore:
    """A `Store` in one file, which belongs to this process alone while it is open."""

    def __init__(self, path: Path) -> None:
        """Open or create the file; StorageFailed says what a person can do about it."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(path, isolation_level=None, timeout=1.0)
        except (FileExistsError, NotADirectoryError):
            raise StorageFailed(f"{path.parent} is no folder. Give --data one, or the name of a new one.") from None
        except (OSError, sqlite3.Error) as error:
            raise StorageFailed(f"The boards in {path.parent} cannot be opened: {error}.") from None
        try:
            self._prepare()
        except sqlite3.Error as error:
            self._db.close()
            if "locked" in str(error):
                raise StorageFailed(
                    f"Another server is already using {path.parent}. Stop it, or give this one its own --data folder."
                ) from None
            raise StorageFailed(f"The boards in {path} cannot be read: {error}.") from None

    def _prepare(self) -> None:
        run = self._db.execute
        run("PRAGMA locking_mode=EXCLUSIVE")  # a second server on the same file would number the same log
        run("PRAGMA journal_mode=WAL")
        run("PRAGMA synchronous=FULL")
        run("PRAGMA fullfsync=ON")  # macOS: fsync alone does not reach the disk
        run("PRAGMA cache_size=-4096")
        with self._transaction():
            (version,) = run("PRAGMA user_version").fetchone()
            if version == 0:
                for statement in _SCHEMA.split(";"):
                    run(statement)
                run(f"PRAGMA user_version={SCHEMA_VERSION}")
            elif version == 1:
                run("ALTER TABLE board ADD COLUMN rules BLOB NOT NULL DEFAULT '{}'")
                run(f"PRAGMA user_version={SCHEMA_VERSION}")
            elif version != SCHEMA_VERSION:
                raise sqlite3.DatabaseError(f"it was written by another version of Whiteboard (format {version})")

    def boards(self) -> list[BoardRecord]:
        return [_record(*row) for row in self._read("SELECT name, log_id, code, rules FROM board ORDER BY id")]

    def create(self, record: BoardRecord) -> None:
        with self._writing():
            self._db.execute(
                "INSERT INTO board (name, log_id, code, rules) VALUES (?, ?, ?, ?)",
                (record.name, record.log_id, record.code, msgspec.json.encode(record.rules)),
            )

    def set_code(self, log_id: str, code: str) -> None:
        with self._writing():
            self._db.execute("UPDATE board SET code = ? WHERE log_id = ?", (code, log_id))

    def set_door(self, log_id: str, rules: Rules, code: str | None) -> None:
        with self._writing():
            self._db.execute(
                "UPDATE board SET rules = ?, code = coalesce(?, code) WHERE log_id = ?",
                (msgspec.json.encode(rules), code, log_id),
            )

    def load(self, log_id: str, *, rows: int, bytes: int) -> StoredBoard:
        found = self._read("SELECT id, name, log_id, code, rules FROM board WHERE log_id = ?", log_id)
        if not found:
            raise StorageFailed("There is no such board.")
        (board, *record) = found[0]
        elements: list[Element] = []
        stamps: dict[ElementId, Stamp] = {}
        for body, author, at in self._read("SELECT body, author, at FROM element WHERE board = ?", board):
            element = _decode(body)
            elements.append(element)
            if author is not None:
                stamps[element.id] = Stamp(Author(author), at)
        tail = self._tail(board, rows, bytes)
        cseqs = self._read("SELECT author, cseq FROM client WHERE board = ?", board)
        seq, hash = (tail[-1].seq, tail[-1].hash) if tail else (0, NO_HASH)
        return StoredBoard(_record(*record), seq, hash, elements, stamps, dict(cseqs), tail)

    def _tail(self, board: int, rows: int, bytes: int) -> list[Row]:
        """The newest rows: always the last one, others as long as they fit."""
        query = "SELECT seq, hash, author, cseq, at, body FROM entry WHERE board = ? ORDER BY seq DESC LIMIT ?"
        tail: list[Row] = []
        with self._failing():
            for values in self._db.execute(query, (board, max(1, rows))):
                row = Row(*values)
                bytes -= len(row.body)
                if tail and bytes < 0:
                    break
                tail.append(row)
        tail.reverse()
        return tail

    def commit(self, batches: Sequence[Batch]) -> None:
        with self._writing():
            for batch in batches:
                self._write(batch)

    def _write(self, batch: Batch) -> None:
        run, run_many = self._db.execute, self._db.executemany
        (board,) = run("SELECT id FROM board WHERE log_id = ?", (batch.log_id,)).fetchone() or (None,)
        if board is None:
            raise StorageFailed("There is no such board.")
        (last,) = run("SELECT coalesce(max(seq), 0) FROM entry WHERE board = ?", (board,)).fetchone()
        if [row.seq for row in batch.rows] != list(range(last + 1, last + 1 + len(batch.rows))):
            raise StorageFailed("The log does not go on where it ended.")
        run_many(
            "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)",
            ((board, r.seq, r.hash, r.author, r.cseq, r.at, r.body) for r in batch.rows),
        )
        cseqs = {row.author: row.cseq for row in batch.rows if row.cseq}
        run_many("INSERT OR REPLACE INTO client VALUES (?, ?, ?)", ((board, a, c) for a, c in cseqs.items()))
        for id, placed in batch.elements.items():
            if placed is None:
                run("DELETE FROM element WHERE board = ? AND id = ?", (board, id))
            else:
                element, stamp = placed
                author, at = (stamp.author, stamp.at) if stamp else (None, None)
                run("INSERT OR REPLACE INTO element VALUES (?, ?, ?, ?, ?)", (board, id, _encode(element), author, at))

        if batch.rows and last // COMPACT_EVERY != batch.rows[-1].seq // COMPACT_EVERY:
            self._compact(board, batch.rows[-1].seq)

    def _compact(self, board: int, last: int) -> None:
        (first,) = self._db.execute("SELECT min(seq) FROM entry WHERE board = ?", (board,)).fetchone()
        end = min(first + COMPACT_AT_ONCE, last - KEPT_ENTRIES + 1)
        self._db.execute("DELETE FROM entry WHERE board = ? AND seq < ?", (board, end))

    def probe(self) -> None:
        with self._writing():
            self._db.execute("INSERT OR REPLACE INTO probe VALUES (1, randomblob(?))", (PROBE_BYTES,))

    def close(self) -> None:
        with self._failing():
            self._db.close()

    # ------------------------------------------------------------ inside

    def _read(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with self._failing():
            return self._db.execute(query, values).fetchall()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._failing(), self._transaction():
            yield

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise

    @contextmanager
    def _failing(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise StorageFailed(in_words(error)) from error


def _record(name: str, log_id: str, code: str, rules: bytes | str) -> BoardRecord:
    """StorageFailed if another program has written into the rules."""
    try:
        return BoardRecord(name, log_id, code, _decode_rules(rules))
    except msgspec.DecodeError as error:
        raise StorageFailed(f"The rules of a board cannot be read: {error}.") from None


def in_words(error: sqlite3.Error) -> str:
    """What went wrong, for the people on the board."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return "The server's disk is full."
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN):
        return "The server may not write to its own disk."
    if code == sqlite3.SQLITE_IOERR:
        return "The server's disk does not work."
    return "The server cannot store anything just now."
