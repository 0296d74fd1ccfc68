"""The tables of the app's own database, and how an older one becomes a newer one.

No foreign keys: a late edit of a board that is being deleted must not make a transaction fail.
"""

from __future__ import annotations

import sqlite3

TABLES = """
CREATE TABLE settings (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    body BLOB NOT NULL                          -- JSON of files.settings.Settings
);
CREATE TABLE boards (
    id TEXT PRIMARY KEY,
    body BLOB NOT NULL,                         -- JSON of files.board_info.BoardInfo
    standing BLOB NOT NULL                      -- JSON of sync.standing.Standing
) WITHOUT ROWID;
CREATE TABLE thumbnails (
    board TEXT PRIMARY KEY,
    png BLOB NOT NULL
);
CREATE TABLE elements (
    board TEXT NOT NULL,
    id TEXT NOT NULL,
    body BLOB NOT NULL,                         -- JSON of model.element.Element
    author TEXT,                                -- with `at`: who drew it and when, once a server has said so
    at REAL,
    PRIMARY KEY (board, id)
) WITHOUT ROWID;
CREATE TABLE pending (
    board TEXT NOT NULL,
    cseq INTEGER NOT NULL,
    body BLOB NOT NULL,                         -- JSON of protocol.messages.Edit
    PRIMARY KEY (board, cseq)
) WITHOUT ROWID;
"""

MIGRATIONS: tuple[str, ...] = (TABLES,)
"""Script n leads from version n to version n + 1. Never change one that was released: append."""

VERSION = len(MIGRATIONS)


class NewerDatabase(Exception):
    """A newer version of this program made the database; it must not be touched."""


def prepare(connection: sqlite3.Connection, migrations: tuple[str, ...] = MIGRATIONS) -> None:
    """Bring the database to the current version, in one transaction. NewerDatabase, or sqlite3.Error as it comes."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(migrations):
        raise NewerDatabase
    if version < len(migrations):
        scripts = "".join(migrations[version:])
        connection.executescript(f"BEGIN IMMEDIATE;{scripts}PRAGMA user_version = {len(migrations)};COMMIT;")
