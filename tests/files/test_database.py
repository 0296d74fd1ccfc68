"""A database that is damaged, newer, or not to be opened; and one that is older."""

import sqlite3
from pathlib import Path

import pytest

from tests.doubles.surprises import Surprises
from tests.files.opened import Opened
from tests.files.strokes import put, stroke
from whiteboard.files import schema
from whiteboard.files.database import FILE_NAME, CannotOpen
from whiteboard.model.document import Document


def damage(path: Path, *, begin: float) -> None:
    """Overwrite a tenth of the file, from `begin` (0 to 1) of its length on."""
    data = bytearray(path.read_bytes())
    start = int(len(data) * begin)
    end = start + max(len(data) // 10, 100)
    data[start:end] = b"\xaa" * (end - start)
    path.write_bytes(data)


def with_boards(folder: Path, count: int = 5, strokes: int = 100) -> None:
    opened = Opened(folder)
    for i in range(count):
        opened.store.create(f"Board {i}", Document(stroke(n) for n in range(strokes)))
    opened.close()


def test_a_file_that_is_no_database_is_set_aside_and_kept(tmp_path: Path, surprises: Surprises) -> None:
    surprises.expect("the database is damaged")
    (tmp_path / FILE_NAME).write_bytes(b"no database at all" * 500)
    opened = Opened(tmp_path)
    assert "no boards could be read from it" in opened.database.aside
    assert (tmp_path / "boards-damaged-1.sqlite").read_bytes() == b"no database at all" * 500
    opened.store.create("Life goes on")
    again = opened.again()
    assert [info.title for info in again.store.boards()] == ["Life goes on"]
    assert again.database.aside == ""
    again.close()


@pytest.mark.parametrize("begin", [0.3, 0.5, 0.7, 0.85])
def test_what_damage_spared_is_read_from_the_damaged_file(tmp_path: Path, begin: float, surprises: Surprises) -> None:
    surprises.expect("the database is damaged")
    with_boards(tmp_path)
    damage(tmp_path / FILE_NAME, begin=begin)
    before = (tmp_path / FILE_NAME).read_bytes()
    opened = Opened(tmp_path)
    assert "5 boards could be read from it" in opened.database.aside
    assert (tmp_path / "boards-damaged-1.sqlite").read_bytes() == before
    read = [opened.store.load(info.id).visible for info in opened.store.boards()]
    assert sum(map(len, read)) > 150  # of 500: the tables' inner pages may be gone
    assert all(element == stroke(int(element.id.removeprefix("stroke-"))) for document in read for element in document)
    opened.close()


def test_damage_twice_keeps_both_files(tmp_path: Path, surprises: Surprises) -> None:
    surprises.expect("the database is damaged")
    for _ in range(2):
        (tmp_path / FILE_NAME).write_bytes(b"no database at all" * 500)
        Opened(tmp_path).close()
    assert (tmp_path / "boards-damaged-2.sqlite").exists()


def test_a_salvaged_board_of_a_server_asks_it_for_everything(tmp_path: Path, surprises: Surprises) -> None:
    surprises.expect("the database is damaged")
    opened = Opened(tmp_path)
    for i in range(5):
        opened.store.create(f"Padding {i}", Document(stroke(n) for n in range(100)))
    info = opened.store.create("Theirs", link="http://10.0.0.7:7440/b/Theirs")
    replica = opened.replica(info.id)
    replica.submit(put(1))
    replica.submit(put(2))
    before = replica.standing.client
    opened.close()
    damage(tmp_path / FILE_NAME, begin=0.3)
    again = Opened(tmp_path, time=opened.time)
    salvaged = again.replica(info.id)
    assert salvaged.standing.attached
    assert salvaged.hello().resume is None
    assert salvaged.document == Document([stroke(1), stroke(2)])
    assert salvaged.standing.client != before
    assert salvaged.unconfirmed == 2
    again.close()


def test_a_newer_database_is_left_alone(tmp_path: Path) -> None:
    with_boards(tmp_path)
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    before = (tmp_path / FILE_NAME).read_bytes()
    with pytest.raises(CannotOpen, match="newer version"):
        Opened(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_folder_that_cannot_be_made_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CannotOpen, match="cannot be opened"):
        Opened(tmp_path / "file" / "boards")


def test_an_older_database_is_brought_up_to_date_in_one_step(tmp_path: Path) -> None:
    with_boards(tmp_path, count=1)
    connection = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    steps = (*schema.MIGRATIONS, "CREATE TABLE extra (n INTEGER);", "INSERT INTO extra VALUES (7);")
    schema.prepare(connection, steps)
    schema.prepare(connection, steps)
    assert connection.execute("SELECT n FROM extra").fetchall() == [(7,)]
    assert connection.execute("PRAGMA user_version").fetchone() == (len(steps),)
    connection.close()


def test_a_step_that_fails_changes_nothing(tmp_path: Path) -> None:
    with_boards(tmp_path, count=1)
    connection = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    with pytest.raises(sqlite3.Error):
        schema.prepare(connection, (*schema.MIGRATIONS, "CREATE TABLE extra (n INTEGER); NONSENSE;"))
    connection.close()
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
    assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'extra'").fetchone() == (0,)
    connection.close()
