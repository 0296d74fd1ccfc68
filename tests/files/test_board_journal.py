"""A replica that is built from what its journal kept is the replica that was kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.doubles.patience import PATIENCE
from tests.files.opened import Opened
from tests.files.strokes import put, stroke
from whiteboard.files.board_journal import MANY
from whiteboard.model.document import Document, Stamp
from whiteboard.model.element import Author
from whiteboard.model.op import Op, Remove
from whiteboard.protocol.identity import author_of
from whiteboard.protocol.messages import Entry, Placed, Snapshot, Tick, Welcome
from whiteboard.sync.replica import Replica

ANN = Author("a" * 16)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    opened = Opened(tmp_path)
    yield opened
    opened.close()


def welcome(replica: Replica, *, start: int, cseq: int = 0, resumed: bool = True) -> None:
    replica.hello()
    replica.welcomed(
        Welcome(
            author=author_of(replica.standing.client), member=1, board="B", log_id="log", start=start, cseq=cseq,
            known=cseq, resumed=resumed, snapshot="" if resumed else "/b/B/snapshot", token="t",
        )
    )  # fmt: skip


def tick(seq: int, author: Author, cseq: int, ops: tuple[Op, ...]) -> Tick:
    return Tick(seq=seq, hash=f"h{seq}", edits=(Entry(seq=seq, author=author, cseq=cseq, at=50.0, ops=ops),))


def joined(opened: Opened) -> Replica:
    """A replica of somebody else's board, with stroke 1 of Ann, at seq 10."""
    info = opened.store.create("Theirs", link="http://10.0.0.7:7440/b/Theirs")
    replica = opened.replica(info.id)
    welcome(replica, start=10, resumed=False)
    elements = (Placed(stroke(1), Stamp(ANN, 40.0)),)
    replica.load(Snapshot(log_id="log", seq=10, hash="h10", elements=elements))
    return replica


def reopened(opened: Opened) -> Replica:
    return opened.replica(opened.store.boards()[0].id)


def test_what_a_snapshot_brought_is_there_again(opened: Opened) -> None:
    replica = joined(opened)
    again = reopened(opened)
    assert again.standing == replica.standing
    assert again.document == Document([stroke(1)])
    assert opened.store.load(opened.store.boards()[0].id).base.stamp(stroke(1).id) == Stamp(ANN, 40.0)


def test_an_edit_waits_on_disk_until_its_echo_came(opened: Opened) -> None:
    replica = joined(opened)
    replica.submit(put(2))
    assert reopened(opened).unconfirmed == 1
    replica.receive(tick(11, author_of(replica.standing.client), 1, put(2)))
    again = reopened(opened)
    assert again.unconfirmed == 0
    assert again.standing == replica.standing
    assert again.document == Document([stroke(1), stroke(2)])


def test_an_edit_is_sent_only_when_it_is_on_disk(opened: Opened) -> None:
    replica = joined(opened)
    opened.database.writer.flush(PATIENCE)
    replica.submit(put(2))
    replica.submit(put(3))
    opened.database.writer.flush(PATIENCE)
    assert [edit.cseq for edit in replica.take_edits()] == [1, 2]


def test_what_others_did_is_kept_with_who_and_when(opened: Opened) -> None:
    replica = joined(opened)
    replica.receive(tick(11, ANN, 7, (*put(5), Remove(stroke(1).id))))
    kept = opened.store.load(opened.store.boards()[0].id)
    assert kept.base == Document([stroke(5)])
    assert kept.base.stamp(stroke(5).id) == Stamp(ANN, 50.0)
    assert (kept.standing.seq, kept.standing.hash) == (11, "h11")


def test_numbers_of_edits_are_not_used_twice_after_a_restart(opened: Opened) -> None:
    replica = joined(opened)
    replica.submit(put(2))
    replica.receive(tick(11, author_of(replica.standing.client), 1, put(2)))
    again = reopened(opened)
    welcome(again, start=11, cseq=1)
    again.submit(put(3))
    opened.database.writer.flush(PATIENCE)
    assert [edit.cseq for edit in again.take_edits()] == [2]


def test_ordinals_count_up_over_restarts(opened: Opened) -> None:
    first = joined(opened).standing.ordinal
    assert reopened(opened).hello().ordinal == first + 1
    assert reopened(opened).hello().ordinal == first + 2


def test_sharing_and_taking_back_a_board_is_kept(opened: Opened) -> None:
    info = opened.store.create("Mine", Document([stroke(1), stroke(2)]))
    replica = opened.replica(info.id)
    replica.attach()
    again = reopened(opened)
    assert again.standing.attached
    assert again.unconfirmed == 1
    assert again.document == Document([stroke(1), stroke(2)])
    again.detach()
    third = reopened(opened)
    assert not third.standing.attached
    assert (third.unconfirmed, third.document) == (0, again.document)


def test_two_boards_do_not_mix(opened: Opened) -> None:
    one, two = opened.store.create("One"), opened.store.create("Two")
    first, second = opened.replica(one.id), opened.replica(two.id)
    first.submit(put(1))
    second.submit(put(1, 2))
    first.attach()
    first.submit([Remove(stroke(1).id)])
    assert opened.replica(one.id).document == Document()
    assert opened.replica(two.id).document == Document([stroke(1), stroke(2)])


def test_very_many_elements_are_kept_as_few_are(opened: Opened) -> None:
    """They are encoded later, by another thread, while the document goes on changing."""
    count = MANY + 500
    info = opened.store.create("Theirs", link="http://10.0.0.7:7440/b/Theirs")
    replica = opened.replica(info.id)
    welcome(replica, start=10, resumed=False)
    elements = tuple(Placed(stroke(n), Stamp(ANN, 40.0)) for n in range(count))
    replica.load(Snapshot(log_id="log", seq=10, hash="h10", elements=elements))
    replica.receive(tick(11, ANN, 1, (Remove(stroke(3).id), *put(count))))
    again = reopened(opened)
    assert again.document == replica.document
    assert len(again.document) == count
    assert again.stamp(stroke(4).id) == Stamp(ANN, 40.0)
    assert again.stamp(stroke(count).id) == Stamp(ANN, 50.0)
