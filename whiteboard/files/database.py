"""The app's one database: opened, or set aside where it is damaged; read here, written by its writer."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from pathlib import Path

from whiteboard.words import t

from . import schema
from .salvage import salvage
from .writer import Writer

FILE_NAME = "boards.sqlite"

log = logging.getLogger(__name__)


class CannotOpen(Exception):
    """The database cannot be used; the text is a sentence for the person."""


class Database:
    """`aside` is a sentence about what was wrong with the file that was found, or "". CannotOpen if nothing helps."""

    def __init__(self, folder: Path, *, on_trouble: Callable[[str], None], new_client: Callable[[], str]) -> None:
        self._path = folder / FILE_NAME
        self._new_client = new_client
        self.aside = ""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._reader = self._opened_or_anew()
        except schema.NewerDatabase:
            raise CannotOpen(
                t("A newer version of Whiteboard made {path}. Install that version.").format(path=self._path)
            ) from None
        except (OSError, sqlite3.Error) as error:
            raise CannotOpen(
                t("Your boards in {folder} cannot be opened: {error}.").format(folder=folder, error=error)
            ) from error
        self.writer = Writer(self._connected, on_trouble)

    def read(self, sql: str, *parameters: object) -> list[tuple[object, ...]]:
        """The rows of a query, as the disk has them. CannotOpen if the file is damaged there."""
        try:
            return self._reader.execute(sql, parameters).fetchall()
        except sqlite3.Error as error:
            raise CannotOpen(
                t("This cannot be read from {path}: {error}.").format(path=self._path, error=error)
            ) from error

    def close(self, timeout: float) -> bool:
        """Write what waits and end; False if it cannot be written in time (seconds)."""
        done = self.writer.close(timeout)
        self._reader.close()
        return done

    # ------------------------------------------------------------ inside

    def _connected(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False, timeout=1.0)
        try:
            schema.prepare(connection)
        except (schema.NewerDatabase, sqlite3.Error):
            connection.close()
            raise
        return connection

    def _opened_or_anew(self) -> sqlite3.Connection:
        try:
            return self._checked()
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError) or not self._path.exists():
                raise  # locked, full, not to be written: no fault of the file
            log.warning("the database is damaged and is set aside: %s", error)
            aside = self._set_aside()
            fresh = self._checked()
            self.aside = self._salvaged(aside, fresh)
            return fresh

    def _checked(self) -> sqlite3.Connection:
        connection = self._connected()
        try:
            for (word,) in connection.execute("PRAGMA quick_check(1)"):
                if word != "ok":
                    raise sqlite3.DatabaseError(word)
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _set_aside(self) -> Path:
        number = 1
        while (aside := self._path.with_name(f"boards-damaged-{number}.sqlite")).exists():
            number += 1
        for ending in ("", "-wal", "-shm"):
            part = self._path.with_name(self._path.name + ending)
            if part.exists():
                part.rename(aside.with_name(aside.name + ending))
        return aside

    def _salvaged(self, aside: Path, fresh: sqlite3.Connection) -> str:
        damaged = sqlite3.connect(f"{aside.absolute().as_uri()}?mode=ro", uri=True)
        try:
            boards = salvage(damaged, fresh, self._new_client)
        finally:
            damaged.close()
        none = t("The file with your boards was damaged: no boards could be read from it. It was kept as {path}.")
        one = t("The file with your boards was damaged: 1 board could be read from it. It was kept as {path}.")
        many = t("The file with your boards was damaged: {count} boards could be read from it. It was kept as {path}.")
        return {0: none, 1: one}.get(boards, many).format(count=boards, path=aside)
