"""What every store promises (one suite over all of them), and what only SQLite does."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from server.board_log import NO_HASH, Row
from server.rules import Removed, Rules
from server.storage.memory import MemoryStore
from server.storage.port import Batch, BoardRecord, StorageFailed, Store, StoredBoard
from server.storage.sqlite import SqliteStore, in_words
from tests.doubles.board import stroke
from whiteboard.model.document import Stamp
from whiteboard.model.element import Author, Element, ElementId
from whiteboard.model.validate import MAX_EXT_INTEGER, check_element
from whiteboard.protocol.messages import Role

BOARD = BoardRecord("Klasse 7b ✏ Žofie", "log-1", "K7QM2XPA")
ANN, BOB = Author("ann"), Author("bob")
Placed = tuple[Element, Stamp | None] | None


@pytest.fixture(params=["memory", "sqlite"])
def reopen(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Gives the store; called again, the same store as a new process would find it (of memory there is only one)."""
    stores: list[Store] = []

    def open_store() -> Store:
        if request.param == "memory":
            stores[:] = stores or [MemoryStore()]
            return stores[0]
        for store in stores:
            store.close()
        stores[:] = [SqliteStore(tmp_path / "new folder" / "boards.sqlite")]
        return stores[0]

    yield open_store
    for store in stores:
        store.close()


def row(seq: int, author: Author = ANN, cseq: int = 0, body: bytes = b"{}") -> Row:
    return Row(seq, f"hash-{seq}", author, cseq or seq, 1000.5 + seq, body)


def put(id: str, x: float = 0.0) -> dict[ElementId, Placed]:
    element = stroke(id, x)
    return {element.id: (element, Stamp(ANN, 1000.5))}


def load(store: Store, rows: int = 1000, bytes: int = 10**6) -> StoredBoard:
    return store.load(BOARD.log_id, rows=rows, bytes=bytes)


def test_a_new_board_is_empty(reopen: Callable[[], Store]) -> None:
    reopen().create(BOARD)
    board = load(reopen())
    assert (board.record, board.seq, board.hash) == (BOARD, 0, NO_HASH)
    assert (list(board.elements), list(board.tail), dict(board.cseqs)) == ([], [], {})


def test_the_largest_numbers_that_a_board_takes_can_be_kept(reopen: Callable[[], Store]) -> None:
    extras = {"most": MAX_EXT_INTEGER, "least": [-MAX_EXT_INTEGER, -1.7e308], "deep": {"nothing": None}}
    element = msgspec.structs.replace(stroke("a"), ext=extras)
    check_element(element)
    reopen().create(BOARD)
    reopen().commit([Batch(BOARD.log_id, [row(1)], {element.id: (element, None)})])
    assert list(load(reopen()).elements) == [element]


def test_everything_is_there_when_the_store_is_opened_again(reopen: Callable[[], Store]) -> None:
    reopen().create(BOARD)
    store = reopen()
    store.commit([Batch(BOARD.log_id, [row(1), row(2, BOB, 7)], put("a") | put("b"))])
    store.commit([Batch(BOARD.log_id, [row(3)], {ElementId("a"): None} | put("c"))])
    board = load(reopen())
    assert (board.seq, board.hash) == (3, "hash-3")
    assert sorted(board.elements, key=lambda e: e.id) == [stroke("b"), stroke("c")]
    assert board.stamps == {"b": Stamp(ANN, 1000.5), "c": Stamp(ANN, 1000.5)}
    assert board.cseqs == {ANN: 3, BOB: 7}
    assert list(board.tail) == [row(1), row(2, BOB, 7), row(3)]


def test_an_element_is_replaced_by_a_later_one(reopen: Callable[[], Store]) -> None:
    store = reopen()
    store.create(BOARD)
    store.commit([Batch(BOARD.log_id, [row(1)], put("a"))])
    store.commit([Batch(BOARD.log_id, [row(2)], put("a", x=5.0))])
    assert list(load(reopen()).elements) == [stroke("a", 5.0)]


def test_edits_of_the_servers_own_are_not_counted_for_their_author(reopen: Callable[[], Store]) -> None:
    store = reopen()
    store.create(BOARD)
    store.commit([Batch(BOARD.log_id, [Row(1, "h", ANN, 4, 1.0, b""), Row(2, "i", ANN, 0, 1.0, b"")], {})])
    assert load(reopen()).cseqs == {ANN: 4}


def test_the_tail_is_as_long_as_asked_for(reopen: Callable[[], Store]) -> None:
    store = reopen()
    store.create(BOARD)
    store.commit([Batch(BOARD.log_id, [row(i, body=b"x" * 100) for i in range(1, 51)], {})])
    assert [r.seq for r in load(store, rows=5).tail] == [46, 47, 48, 49, 50]
    assert [r.seq for r in load(store, bytes=350).tail] == [48, 49, 50]
    assert load(store, rows=5).seq == 50


def test_all_batches_are_written_or_none(reopen: Callable[[], Store]) -> None:  # P3
    store = reopen()
    store.create(BOARD)
    store.create(BoardRecord("Other", "log-2", ""))
    with pytest.raises(StorageFailed):
        store.commit([Batch(BOARD.log_id, [row(1)], put("a")), Batch("log-2", [row(2)], put("b"))])
    board = load(reopen())
    assert (board.seq, list(board.elements)) == (0, [])


@pytest.mark.parametrize("seqs", [[2], [1, 3], [0]])
def test_a_log_with_a_gap_is_refused(reopen: Callable[[], Store], seqs: list[int]) -> None:
    store = reopen()
    store.create(BOARD)
    with pytest.raises(StorageFailed):
        store.commit([Batch(BOARD.log_id, [row(seq) for seq in seqs], {})])


def test_boards_are_apart_and_in_the_order_of_their_making(reopen: Callable[[], Store]) -> None:
    store = reopen()
    others = [BoardRecord(name, f"log-{name}", "CODE") for name in ("Zeichnen", "Äpfel", "Board")]
    for record in (BOARD, *others):
        store.create(record)
    store.commit([Batch("log-Board", [row(1)], put("a"))])
    store = reopen()
    assert store.boards() == [BOARD, *others]
    assert list(load(store).elements) == []


def test_no_two_boards_have_the_same_name(reopen: Callable[[], Store]) -> None:
    store = reopen()
    store.create(BOARD)
    with pytest.raises(StorageFailed):
        store.create(BoardRecord(BOARD.name, "log-2", ""))


def test_a_board_can_be_given_another_code(reopen: Callable[[], Store]) -> None:
    reopen().create(BOARD)
    reopen().set_code(BOARD.log_id, "NEWCODE1")
    assert reopen().boards()[0].code == "NEWCODE1"


def test_an_unknown_board_is_an_error(reopen: Callable[[], Store]) -> None:
    with pytest.raises(StorageFailed):
        load(reopen())


def test_probing_leaves_no_trace(reopen: Callable[[], Store]) -> None:
    store = reopen()
    store.create(BOARD)
    store.probe()
    store.probe()
    assert store.boards() == [BOARD]


def test_two_servers_cannot_have_the_same_file_open(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "boards.sqlite")
    with pytest.raises(StorageFailed, match="Another server is already using"):
        SqliteStore(tmp_path / "boards.sqlite")
    store.close()
    SqliteStore(tmp_path / "boards.sqlite").close()


def test_commits_are_synced_before_they_return(tmp_path: Path) -> None:  # P1
    store = SqliteStore(tmp_path / "boards.sqlite")
    pragmas = [store._db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    store.close()
    assert pragmas == ["wal", 2]


def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "boards.sqlite"
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version=99")
    db.close()
    with pytest.raises(StorageFailed, match="another version"):
        SqliteStore(path)


def test_a_file_that_is_no_database_is_said_to_be_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "boards.sqlite"
    path.write_bytes(b"not a database, but long enough to be looked at" * 50)
    with pytest.raises(StorageFailed, match="cannot be read"):
        SqliteStore(path)


@pytest.mark.parametrize("within", ["", "boards"])
def test_a_file_where_the_folder_should_be_is_said(tmp_path: Path, within: str) -> None:
    (tmp_path / "notes.txt").touch()
    with pytest.raises(StorageFailed, match="is no folder"):
        SqliteStore(tmp_path / "notes.txt" / within / "boards.sqlite")


def test_a_full_disk_is_named_as_such(tmp_path: Path) -> None:  # P3
    store = SqliteStore(tmp_path / "boards.sqlite")
    store.create(BOARD)
    (pages,) = store._db.execute("PRAGMA page_count").fetchone()
    store._db.execute(f"PRAGMA max_page_count={pages + 2}")
    with pytest.raises(StorageFailed, match="disk is full"):
        store.commit([Batch(BOARD.log_id, [row(1, body=b"x" * 100_000)], put("a"))])
    with pytest.raises(StorageFailed, match="disk is full"):
        store.probe()
    store._db.execute("PRAGMA max_page_count=1000000")
    store.probe()
    store.commit([Batch(BOARD.log_id, [row(1)], put("a"))])
    store.close()


def test_every_error_has_words() -> None:
    assert in_words(sqlite3.OperationalError("?")) == "The server cannot store anything just now."


def test_what_a_host_decided_is_kept(reopen: Callable[[], Store]) -> None:
    rules = Rules(Role.VIEWER, {BOB: Role.EDITOR}, True, (ANN,), (Removed(BOB, "Bob", "10.0.0.7"),))
    reopen().create(BOARD)
    reopen().set_door(BOARD.log_id, rules, None)
    assert load(reopen()).record == BoardRecord(BOARD.name, BOARD.log_id, BOARD.code, rules)
    reopen().set_door(BOARD.log_id, Rules(), "NEWC0DE1")
    assert reopen().boards() == [BoardRecord(BOARD.name, BOARD.log_id, "NEWC0DE1")]


def test_boards_of_the_first_format_are_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "boards.sqlite"
    SqliteStore(path).close()
    with sqlite3.connect(path) as db:
        db.execute("ALTER TABLE board DROP COLUMN rules")
        db.execute("INSERT INTO board (name, log_id, code) VALUES ('Board', 'log-1', 'K7QM2XPA')")
        db.execute("PRAGMA user_version=1")
    db.close()
    store = SqliteStore(path)
    assert store.boards() == [BoardRecord("Board", "log-1", "K7QM2XPA")]
    store.close()


def test_old_entries_are_let_go_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # P5
    monkeypatch.setattr("server.storage.sqlite.KEPT_ENTRIES", 30)
    monkeypatch.setattr("server.storage.sqlite.COMPACT_EVERY", 10)
    monkeypatch.setattr("server.storage.sqlite.COMPACT_AT_ONCE", 15)
    store = SqliteStore(tmp_path / "boards.sqlite")
    store.create(BOARD)
    store.create(BoardRecord("Other", "log-2", ""))
    store.commit([Batch("log-2", [row(1)], put("other"))])
    kept = []
    for seq in range(1, 206):
        author = BOB if seq == 1 else ANN
        store.commit([Batch(BOARD.log_id, [row(seq, author)], put(f"s{seq}"))])
        kept.append(len(load(store).tail))
    assert max(kept) == 39
    board = load(store)
    assert (board.seq, board.hash, len(board.elements)) == (205, "hash-205", 205)
    assert dict(board.cseqs) == {ANN: 205, BOB: 1}
    assert [r.seq for r in board.tail] == list(range(171, 206))
    assert store.load("log-2", rows=9, bytes=9).seq == 1
    store.close()


def test_a_long_log_of_before_is_let_go_in_portions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = SqliteStore(tmp_path / "boards.sqlite")
    store.create(BOARD)
    store.commit([Batch(BOARD.log_id, [row(seq) for seq in range(1, 501)], {})])
    monkeypatch.setattr("server.storage.sqlite.KEPT_ENTRIES", 30)
    monkeypatch.setattr("server.storage.sqlite.COMPACT_EVERY", 1)
    monkeypatch.setattr("server.storage.sqlite.COMPACT_AT_ONCE", 100)
    lengths = []
    for seq in range(501, 508):
        store.commit([Batch(BOARD.log_id, [row(seq)], {})])
        lengths.append(len(load(store).tail))
    assert lengths == [401, 302, 203, 104, 30, 30, 30]
    store.close()
