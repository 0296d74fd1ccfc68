"""A board's order: who may say what comes next, and what those who come back are told (SPEC S)."""

from __future__ import annotations

import pytest

from server.goodbye import Goodbye
from tests.doubles.board import stroke
from tests.doubles.table import LOG, Ear, Table, author
from whiteboard.model.element import ElementId
from whiteboard.model.op import Put, Remove
from whiteboard.protocol.messages import Edit, Presence, Refused, Resume
from whiteboard.protocol.refusal import Refusal


def test_everybody_gets_an_edit_with_its_author_number_and_time() -> None:
    table = Table()
    (ann, ann_session), (bob, _) = table.join(1), table.join(2)
    table.edit(ann_session, Put(stroke("a")))
    table.play()
    (entry,) = bob.entries
    assert ann.entries == [entry]
    assert (entry.seq, entry.author, entry.cseq, entry.at) == (1, author(1), 1, 1000.0)
    assert entry.ops == (Put(stroke("a")),)


def test_an_edit_that_comes_twice_is_done_once() -> None:  # S1
    table = Table()
    ann, session = table.join(1)
    table.edit(session, Put(stroke("a")), cseq=1)
    table.edit(session, Remove(ElementId("a")), cseq=2)
    table.edit(session, Put(stroke("a")), cseq=1)
    table.play()
    assert [entry.cseq for entry in ann.entries] == [1, 2]
    assert len(table.room.ledger.document) == 0


def test_an_edit_after_a_gap_ends_the_connection_with_gap() -> None:  # S1
    table = Table()
    _, session = table.join(1)
    table.edit(session, Put(stroke("a")), cseq=1)
    with pytest.raises(Goodbye) as goodbye:
        table.edit(session, Put(stroke("b")), cseq=3)
    assert goodbye.value.refused.code is Refusal.GAP


def test_a_refused_edit_uses_up_its_number_and_is_refused_for_good() -> None:  # S2
    table = Table()
    (_, ann), (bob, bob_session) = table.join(1), table.join(2)
    table.edit(ann, Put(stroke("a")))
    table.edit(bob_session, Put(stroke("a", x=50.0)))
    table.edit(ann, Remove(ElementId("a")))
    table.edit(bob_session, Put(stroke("a", x=50.0)), cseq=1)  # would be allowed now
    table.play()
    void = bob.entries[1]
    assert (void.author, void.cseq, void.void, void.ops) == (author(2), 1, Refusal.EXISTS, ())
    assert len(bob.entries) == 3
    assert len(table.room.ledger.document) == 0


def test_nobody_sees_an_edit_before_it_is_stored() -> None:  # S3
    table = Table()
    ann, session = table.join(1)
    table.play()
    table.edit(session, Put(stroke("a")))
    for _ in range(5):
        table.now += 1.0
        table.room.tick(table.now)
    assert ann.entries == []
    assert all(tick.seq == 0 for tick in ann.ticks)
    table.play()
    assert [entry.seq for entry in ann.entries] == [1]


def test_a_newcomers_snapshot_lacks_what_is_not_stored_yet() -> None:  # S3
    table = Table()
    _, session = table.join(1)
    table.edit(session, Put(stroke("a")), Put(stroke("b")))
    table.play()
    table.edit(session, Remove(ElementId("a")), Put(stroke("b", x=9.0)), Put(stroke("c")))
    table.room.snapshots.forget()
    ear, _ = table.join(2)
    capture = table.room.snapshots.fetch(ear.welcomes[0].start)
    assert capture is not None
    assert capture.seq == 1
    assert sorted(placed.element.id for placed in capture.elements) == ["a", "b"]
    assert all(placed.element.geometry.x == 0.0 for placed in capture.elements)


def test_numbers_are_dense_and_hashes_roll_over_the_bytes_that_were_sent() -> None:  # S3, S5
    table = Table()
    ann, session = table.join(1)
    for i in range(5):
        table.edit(session, Put(stroke(f"s{i}")))
        table.play()
    assert [entry.seq for entry in ann.entries] == [1, 2, 3, 4, 5]
    hashes = [tick.hash for tick in ann.ticks if tick.edits]
    assert len(set(hashes)) == 5
    assert hashes[-1] == table.stored().hash


def test_who_was_away_for_a_while_resumes_with_what_he_missed() -> None:  # S5
    table = Table()
    (_, ann), (bob, bob_session) = table.join(1), table.join(2)
    table.edit(ann, Put(stroke("a")))
    table.play()
    last = bob.ticks[-1]
    table.room.leave(bob_session, table.now)
    table.edit(ann, Put(stroke("b")))
    table.play()
    bob, _ = table.join(2, ordinal=2, resume=Resume(log_id=LOG, seq=last.seq, hash=last.hash))
    table.play()
    assert bob.welcomes[0].resumed
    assert bob.welcomes[0].start == 1
    assert [entry.seq for entry in bob.entries] == [2]


@pytest.mark.parametrize(
    "resume",
    [
        Resume(log_id="another log", seq=1, hash="right"),
        Resume(log_id=LOG, seq=1, hash="0123456789abcdef"),
        Resume(log_id=LOG, seq=2, hash="right"),
        Resume(log_id=LOG, seq=-1, hash="right"),
    ],
)
def test_who_has_another_history_gets_a_snapshot(resume: Resume) -> None:  # S5
    table = Table()
    ann, session = table.join(1)
    table.edit(session, Put(stroke("a")))
    table.play()
    if resume.hash == "right":
        resume = Resume(log_id=resume.log_id, seq=resume.seq, hash=ann.ticks[-1].hash)
    bob, _ = table.join(2, resume=resume)
    assert not bob.welcomes[0].resumed
    assert bob.welcomes[0].snapshot == f"/b/Board/snapshot?seq={bob.welcomes[0].start}"


def test_the_log_goes_on_where_it_was_after_a_restart() -> None:  # S5
    table = Table()
    ann, session = table.join(1)
    for i in range(3):
        table.edit(session, Put(stroke(f"s{i}")))
    table.play()
    last = ann.ticks[-1]
    table = Table(table.store)
    ann, session = table.join(1, ordinal=2, resume=Resume(log_id=LOG, seq=last.seq, hash=last.hash))
    table.edit(session, Put(stroke("s3")))
    table.play()
    assert ann.welcomes[0].resumed
    assert (ann.welcomes[0].cseq, ann.welcomes[0].known) == (3, 3)
    assert [entry.seq for entry in ann.entries] == [4]


def test_a_welcome_tells_a_client_which_of_its_edits_the_server_has() -> None:  # S6
    table = Table()
    _, session = table.join(1)
    table.edit(session, Put(stroke("a")))
    table.play()
    table.room.snapshots.forget()
    table.join(2)  # makes a snapshot at 1
    table.edit(session, Put(stroke("b")))
    table.play()
    table.edit(session, Put(stroke("c")))
    ear, _ = table.join(1, ordinal=2)
    welcome = ear.welcomes[0]
    assert welcome.start == 1
    assert (welcome.cseq, welcome.known) == (1, 3)


def test_a_newer_connection_of_a_client_closes_the_older_one() -> None:  # S7
    table = Table()
    old, old_session = table.join(1, ordinal=4)
    new, new_session = table.join(1, ordinal=5)
    assert old.refused[0].code is Refusal.SUPERSEDED
    assert old.closed
    assert old_session.gone
    assert new_session.no == old_session.no
    assert len(table.room.members) == 1
    assert not new.refused


@pytest.mark.parametrize("ordinal", [3, 4])
def test_an_older_connection_that_comes_late_is_turned_away(ordinal: int) -> None:  # S7
    table = Table()
    table.join(1, ordinal=4)
    answer = table.greet(1, Ear(), ordinal=ordinal)
    assert isinstance(answer, Refused)
    assert answer.code is Refusal.SUPERSEDED


def test_a_quiet_server_says_where_it_is_every_two_seconds() -> None:  # S8
    table = Table()
    ann, session = table.join(1)
    table.edit(session, Put(stroke("a")))
    table.play()
    before = len(ann.ticks)
    table.play(10.0)
    quiet = ann.ticks[before:]
    assert 4 <= len(quiet) <= 5
    assert all((tick.seq, tick.hash, tick.edits) == (1, ann.ticks[before - 1].hash, ()) for tick in quiet)


def test_ticks_continue_densely_for_each_member_whatever_he_missed() -> None:  # S10
    table = Table()
    (_, ann), (bob, _) = table.join(1), table.join(2)
    table.play()
    for i in range(30):
        bob.stuck = 1 if i % 3 else 0
        table.edit(ann, Put(stroke(f"s{i}")))
        table.say(ann, Presence(x=float(i), y=0.0))
        table.play(0.03)
    bob.stuck = 0
    table.play()
    assert [entry.seq for entry in bob.entries] == list(range(1, 31))
    position = 0
    for tick in bob.ticks:
        assert tick.seq == position + len(tick.edits)
        position = tick.seq


def test_hello_again_on_the_same_connection_is_answered_with_a_welcome() -> None:
    table = Table()
    ear, session = table.join(1)
    table.edit(session, Put(stroke("a")))
    table.play()
    _, again = table.join(1, ordinal=2, ear=ear)
    table.say(again, Edit(cseq=2, ops=(Put(stroke("b")),)))
    table.play()
    assert len(ear.welcomes) == 2
    assert not ear.closed
    assert [entry.seq for entry in ear.entries][-1] == 2
    assert len(table.room.members) == 1
