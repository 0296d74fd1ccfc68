"""Snapshots for joiners: their bytes, and how long they are kept."""

import gzip

import pytest

from server.snapshots import AT_ONCE, KEPT, Capture
from tests.doubles.board import stroke
from tests.doubles.table import Table
from whiteboard.model.document import Stamp
from whiteboard.model.element import Author
from whiteboard.model.op import Put
from whiteboard.protocol.codec import snapshot_from_json, to_json
from whiteboard.protocol.messages import Placed, Snapshot


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch) -> Table:
    """Each joiner gets a snapshot of his own if anything was drawn since the one before."""
    monkeypatch.setattr("server.snapshots.SHORT_TAIL", 1)
    return Table()


def draw(table: Table, number: int) -> int:
    """One stroke more; the number of the edit."""
    session = next(iter(table.room.members))
    table.edit(session, Put(stroke(f"stroke {number}")))
    table.play()
    return table.room.ledger.log.published


@pytest.mark.parametrize("count", [0, 1, AT_ONCE, 2 * AT_ONCE + 7])
def test_a_snapshot_that_is_encoded_in_pieces_is_the_same_as_in_one(count: int) -> None:
    elements = tuple(Placed(stroke(f"stroke {n}"), Stamp(Author("ann"), 1000.0 + n)) for n in range(count))
    data = gzip.decompress(Capture("log", 7, "hash", elements).encode())
    assert data == to_json(Snapshot(log_id="log", seq=7, hash="hash", elements=elements))
    assert len(snapshot_from_json(data).elements) == count


def test_an_older_snapshot_is_kept_for_those_who_were_told_of_it_and_no_longer(table: Table) -> None:
    table.join(1)
    snapshots = table.room.snapshots
    snapshots.fetch(0)
    first = draw(table, 1)
    table.join(2)
    table.join(3)
    second = draw(table, 2)
    table.join(4)
    assert snapshots.fetch(0) is None
    assert [snapshots.fetch(first) is not None for _ in range(3)] == [True, True, False]
    assert [snapshots.fetch(second) is not None for _ in range(3)] == [True, True, True], "the newest stays"


def test_few_are_kept_for_people_who_never_fetch_theirs(table: Table) -> None:
    table.join(1)
    told = [0]
    for number in range(2, 9):
        told.append(draw(table, number))
        table.join(number)
    assert [seq for seq in told if table.room.snapshots.fetch(seq) is not None] == told[-KEPT:]
