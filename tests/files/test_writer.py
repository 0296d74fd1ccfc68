"""The writing thread: in order, together, and patient with a failing disk."""

import sqlite3
import threading
from pathlib import Path

import pytest

from tests.doubles.patience import PATIENCE
from tests.doubles.surprises import Surprises
from whiteboard.files import writer
from whiteboard.files.writer import Writer

INSERT = "INSERT INTO seen (n) VALUES (?)"


class Disk:
    """A database whose commits can be made to fail, as on a full disk."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "some.sqlite"
        connection = self.connect()
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE seen (n INTEGER)")
        connection.execute("CREATE TABLE mended (yes INTEGER)")
        connection.close()
        self.troubles: list[str] = []
        self.told = threading.Event()

    def connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self.path, isolation_level=None, check_same_thread=False)

    def fill(self) -> None:
        """From now on nothing fits: SQLite itself says so, as for a real full disk."""
        connection = self.connect()
        connection.execute("CREATE TRIGGER full BEFORE INSERT ON seen BEGIN SELECT RAISE(ABORT, 'disk full'); END")
        connection.close()

    def empty(self) -> None:
        connection = self.connect()
        connection.execute("DROP TRIGGER full")
        connection.close()

    def tell(self, sentence: str) -> None:
        self.troubles.append(sentence)
        self.told.set()

    def seen(self) -> list[int]:
        connection = self.connect()
        rows = [n for (n,) in connection.execute("SELECT n FROM seen ORDER BY rowid")]
        connection.close()
        return rows


@pytest.fixture
def disk(tmp_path: Path) -> Disk:
    return Disk(tmp_path)


def test_transactions_are_written_in_order_and_tickets_count_up(disk: Disk) -> None:
    subject = Writer(disk.connect, disk.tell)
    tickets = [subject.submit((INSERT, [(i,)])) for i in range(500)]
    assert tickets == list(range(1, 501))
    assert subject.flush(PATIENCE)
    assert subject.written == 500
    assert disk.seen() == list(range(500))
    assert subject.close(PATIENCE)
    assert disk.troubles == []


def test_what_is_not_urgent_is_written_too(disk: Disk) -> None:
    subject = Writer(disk.connect, disk.tell)
    ticket = subject.submit((INSERT, [(1,)]), urgent=False)
    pause = threading.Event()
    for _ in range(round(PATIENCE / 0.01)):
        if subject.written == ticket:
            break
        pause.wait(0.01)
    assert disk.seen() == [1]
    assert subject.close(PATIENCE)


def test_closing_writes_everything(disk: Disk) -> None:
    subject = Writer(disk.connect, disk.tell)
    for i in range(50):
        subject.submit((INSERT, [(i,)]), urgent=False)
    assert subject.close(PATIENCE)
    assert disk.seen() == list(range(50))


def test_a_failing_disk_is_told_of_once_and_nothing_is_lost(
    disk: Disk, surprises: Surprises, monkeypatch: pytest.MonkeyPatch
) -> None:
    surprises.expect("cannot write to the database: disk full")
    monkeypatch.setattr(writer, "RETRY_SECONDS", 0.01)
    subject = Writer(disk.connect, disk.tell)
    subject.submit((INSERT, [(1,)]))
    assert subject.flush(PATIENCE)
    disk.fill()
    subject.submit((INSERT, [(2,)]))
    subject.submit((INSERT, [(3,)]))
    assert disk.told.wait(PATIENCE)
    assert subject.written == 1
    assert disk.seen() == [1]
    disk.empty()
    assert subject.flush(PATIENCE)
    assert disk.seen() == [1, 2, 3]
    assert subject.close(PATIENCE)
    assert len(disk.troubles) == 2
    assert "tried again" in disk.troubles[0]
    assert disk.troubles[1] == ""


def test_a_transaction_that_fails_half_way_leaves_nothing_behind(
    disk: Disk, surprises: Surprises, monkeypatch: pytest.MonkeyPatch
) -> None:
    surprises.expect("cannot write to the database")
    monkeypatch.setattr(writer, "RETRY_SECONDS", 0.01)
    disk.fill()
    subject = Writer(disk.connect, disk.tell)
    subject.submit(("INSERT INTO mended (yes) VALUES (?)", [(1,)]), (INSERT, [(1,)]))
    assert disk.told.wait(PATIENCE)
    connection = disk.connect()
    assert connection.execute("SELECT count(*) FROM mended").fetchone() == (0,)
    connection.close()
    disk.empty()
    assert subject.close(PATIENCE)


def test_closing_on_a_broken_disk_ends_in_time_and_says_so(disk: Disk, surprises: Surprises) -> None:
    surprises.expect("cannot write to the database")
    disk.fill()
    subject = Writer(disk.connect, disk.tell)
    subject.submit((INSERT, [(1,)]))
    assert not subject.close(0.2)


def test_a_full_disk_is_told_of_in_words(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "small.sqlite", isolation_level=None)
    connection.execute("PRAGMA max_page_count = 8")
    connection.execute("CREATE TABLE blobs (b BLOB)")
    with pytest.raises(sqlite3.Error) as caught:
        connection.execute("INSERT INTO blobs VALUES (zeroblob(100000))")
    connection.close()
    assert writer.sentence(caught.value).startswith("The disk is full.")
