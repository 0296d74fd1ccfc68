"""The thread that writes: transactions go in at once, reach the disk in order, many in one commit.

Nobody waits for the disk. A disk that fails is told of and tried again; nothing is dropped meanwhile.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections import deque
from collections.abc import Callable, Iterable

from whiteboard.sync.journal import Ticket
from whiteboard.words import t

Statement = tuple[str, Iterable[tuple[object, ...]]]
"""SQL, and the rows of parameters that it is run with, one after the other; maybe more than once, by the thread."""

RETRY_SECONDS = 2.0
LINGER_SECONDS = 0.1
"""How long what is not urgent waits for company: each commit is a sync of the disk."""

log = logging.getLogger(__name__)


class Writer:
    """One database and its thread. `on_trouble` is called by that thread: a sentence, or "" when all is well again."""

    def __init__(self, connect: Callable[[], sqlite3.Connection], on_trouble: Callable[[str], None]) -> None:
        self._connect = connect
        self._on_trouble = on_trouble
        self._waiting: deque[tuple[Ticket, tuple[Statement, ...]]] = deque()
        self._given: Ticket = 0
        self._written: Ticket = 0
        self._urgent = self._closing = self._in_trouble = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="board writer", daemon=True)
        self._thread.start()

    @property
    def written(self) -> Ticket:
        """The newest transaction that is on disk, with all before it."""
        return self._written

    def submit(self, *statements: Statement, urgent: bool = True) -> Ticket:
        """One transaction, written soon; if not `urgent`, within LINGER_SECONDS."""
        with self._changed:
            self._given += 1
            self._waiting.append((self._given, statements))
            self._urgent |= urgent
            self._changed.notify_all()
            return self._given

    def flush(self, timeout: float) -> bool:
        """Wait until all that was submitted is on disk; False if it is not in time (seconds)."""
        with self._changed:
            goal, self._urgent = self._given, True
            self._changed.notify_all()
            return self._changed.wait_for(lambda: self._written >= goal, timeout)

    def close(self, timeout: float) -> bool:
        """Write what waits and end; False if it cannot be written in time (seconds)."""
        done = self.flush(timeout)
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join(timeout)
        return done

    # ------------------------------------------------------------ the thread

    def _run(self) -> None:
        connection: sqlite3.Connection | None = None
        while batch := self._next_batch():
            try:
                connection = connection or self._connect()
                self._commit(connection, [statement for _, statements in batch for statement in statements])
            except sqlite3.Error as error:
                self._fail(error)
                continue
            self._succeed(len(batch))
        if connection is not None:
            connection.close()

    def _next_batch(self) -> list[tuple[Ticket, tuple[Statement, ...]]]:
        """What waits, once there is something; nothing when it is time to end."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closing)
            self._changed.wait_for(lambda: self._urgent or self._closing, LINGER_SECONDS)
            self._urgent = False
            return list(self._waiting)

    @staticmethod
    def _commit(connection: sqlite3.Connection, statements: list[Statement]) -> None:
        try:
            connection.execute("BEGIN IMMEDIATE")
            for sql, rows in statements:
                connection.executemany(sql, rows)
            connection.execute("COMMIT")
        except sqlite3.Error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise

    def _succeed(self, count: int) -> None:
        with self._changed:
            for _ in range(count):
                self._written, _ = self._waiting.popleft()
            self._changed.notify_all()
        if self._in_trouble:
            self._in_trouble = False
            self._on_trouble("")

    def _fail(self, error: sqlite3.Error) -> None:
        if not self._in_trouble:
            log.warning("cannot write to the database: %s", error)
            self._in_trouble = True
            self._on_trouble(sentence(error))
        with self._changed:
            if self._changed.wait_for(lambda: self._closing, RETRY_SECONDS):
                self._waiting.clear()
            self._urgent = True


def sentence(error: sqlite3.Error) -> str:
    """What a person should know and do about an error of the database."""
    match getattr(error, "sqlite_errorname", ""):
        case "SQLITE_FULL":
            return t("The disk is full. Free some space: what you draw is saved as soon as there is room.")
        case "SQLITE_READONLY" | "SQLITE_CANTOPEN" | "SQLITE_PERM":
            return t("The folder of your boards cannot be written to. What you draw is saved as soon as it can be.")
        case _:
            return t(
                "The disk does not take your changes ({error}). It is tried again; keep the app open meanwhile."
            ).format(error=error)
