"""What is in the database of a server that does not run just now."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


@contextmanager
def copy_of(data: Path) -> Iterator[sqlite3.Connection]:
    """A copy, so that looking changes nothing of what the next server finds."""
    with tempfile.TemporaryDirectory() as folder:
        for file in data.glob("boards.sqlite*"):
            shutil.copy(file, folder)
        with closing(sqlite3.connect(Path(folder) / "boards.sqlite")) as database:
            yield database


def ids(database: sqlite3.Connection) -> set[str]:
    return {id for (id,) in database.execute("SELECT id FROM element")}


def damage(database: sqlite3.Connection) -> int:
    """How much is wrong with it: SQLite's own check, holes in the log, edits of a client that are there twice."""
    check: str
    (check,) = database.execute("PRAGMA integrity_check").fetchone()
    (holes,) = database.execute("SELECT coalesce(max(seq), 0) - count(*) FROM entry").fetchone()
    return int(check != "ok") + abs(int(holes)) + doubled(database)


def doubled(database: sqlite3.Connection) -> int:
    """Edits of a client that are in the log more than once."""
    (count,) = database.execute(
        "SELECT count(*) - count(DISTINCT author || ':' || cseq) FROM entry WHERE cseq > 0"
    ).fetchone()
    return int(count)


def bytes_of(data: Path) -> int:
    return sum(file.stat().st_size for file in data.glob("boards.sqlite*"))
