"""A disk that is full or broken: nothing is lost, no number is spent, and it heals by itself (SPEC P3)."""

from __future__ import annotations

from tests.doubles.board import stroke
from tests.doubles.table import Ear, Table, author
from whiteboard.model.element import ElementId
from whiteboard.model.op import Patch, Put, Remove
from whiteboard.model.style import Style
from whiteboard.protocol.messages import Presence, TrailPoints

A = ElementId("a")
FULL = "The server's disk is full."


def recover(table: Table) -> None:
    """What the hub does when the store works again."""
    table.store.fault = ""
    table.room.storage_recovered()
    table.play()


def said_of_storage(ear: Ear) -> list[str]:
    return [tick.read_only for tick in ear.ticks if tick.read_only is not None]


def test_a_failed_commit_is_taken_back_and_everybody_is_told() -> None:
    table = Table()
    ann, session = table.join(1)
    table.edit(session, Put(stroke("a")))
    table.play()
    before = list(table.room.ledger.document), table.room.ledger.document.stamp(A)
    table.store.fault = FULL
    table.edit(session, Patch(id=A, style=Style(color="#e03131")), Put(stroke("b")))
    table.edit(session, Remove(A))
    table.play()
    log = table.room.ledger.log
    assert (list(table.room.ledger.document), table.room.ledger.document.stamp(A)) == before
    assert (log.head, log.published, log.cseq(author(1))) == (1, 1, 1)
    assert said_of_storage(ann)[-1] == FULL
    assert len(ann.entries) == 1


def test_edits_that_were_dropped_are_asked_for_when_it_works_again() -> None:
    table = Table()
    ann, session = table.join(1)
    table.edit(session, Put(stroke("a")))
    table.play()
    table.store.fault = FULL
    table.edit(session, Put(stroke("b")), cseq=2)
    table.play()
    table.edit(session, Put(stroke("c")), cseq=3)
    table.play()
    recover(table)
    welcome = ann.welcomes[-1]
    assert (welcome.resumed, welcome.start, welcome.known, welcome.read_only) == (True, 1, 1, "")
    table.edit(session, Put(stroke("d")), cseq=4)  # sent before that welcome arrived
    table.edit(session, Put(stroke("b")), cseq=2)
    table.edit(session, Put(stroke("c")), cseq=3)
    table.edit(session, Put(stroke("d")), cseq=4)
    table.play()
    assert [(entry.seq, entry.cseq) for entry in ann.entries] == [(1, 1), (2, 2), (3, 3), (4, 4)]
    assert said_of_storage(ann)[-1] == ""
    assert table.stored().seq == 4


def test_an_edit_that_was_taken_back_is_asked_for() -> None:
    table = Table()
    ann, session = table.join(1)
    table.store.fault = FULL
    table.edit(session, Put(stroke("a")))
    table.play()
    recover(table)
    assert len(ann.welcomes) == 2


def test_an_edit_that_came_while_nothing_could_be_stored_is_asked_for() -> None:
    table = Table()
    (_, ann), (bob, bob_session) = table.join(1), table.join(2)
    table.store.fault = FULL
    table.edit(ann, Put(stroke("a")))
    table.play()
    table.edit(bob_session, Put(stroke("b")))
    recover(table)
    assert len(bob.welcomes) == 2


def test_members_who_lost_nothing_are_left_alone() -> None:
    table = Table()
    (_, ann), (bob, _) = table.join(1), table.join(2)
    table.store.fault = FULL
    table.edit(ann, Put(stroke("a")))
    table.play()
    recover(table)
    assert len(bob.welcomes) == 1


def test_live_ink_and_pointers_go_on_while_nothing_can_be_stored() -> None:
    table = Table()
    (_, ann), (bob, _) = table.join(1), table.join(2)
    table.store.fault = FULL
    table.edit(ann, Put(stroke("a")))
    table.play()
    table.say(ann, TrailPoints(id=ElementId("t"), points=(0, 0, 1), x=0, y=0, style=Style()), Presence(x=1.0, y=2.0))
    table.play()
    assert [p.x for tick in bob.ticks for p in tick.presence] == [1.0]
    assert [begun.id for tick in bob.ticks for begun in tick.begun] == ["t"]


def test_a_newcomer_is_told_that_nothing_can_be_stored() -> None:
    table = Table()
    _, ann = table.join(1)
    table.store.fault = FULL
    table.edit(ann, Put(stroke("a")))
    table.play()
    bob, _ = table.join(2)
    assert bob.welcomes[0].read_only == FULL
    assert bob.welcomes[0].known == 0


def test_a_refused_edit_that_could_not_be_stored_is_judged_again() -> None:  # S2: nothing was said of it yet
    table = Table()
    (_, ann), (bob, bob_session) = table.join(1), table.join(2)
    table.edit(ann, Put(stroke("a")))
    table.play()
    table.store.fault = FULL
    table.edit(bob_session, Put(stroke("a", x=9.0)), cseq=1)
    table.play()
    recover(table)
    table.edit(ann, Remove(A))
    table.edit(bob_session, Put(stroke("a", x=9.0)), cseq=1)
    table.play()
    assert [(entry.author, entry.void) for entry in bob.entries] == [
        (author(1), None),
        (author(1), None),
        (author(2), None),
    ]


def test_the_stroke_of_one_who_vanished_waits_for_the_disk() -> None:  # L3
    table = Table()
    (_, ann), (bob, bob_session) = table.join(1), table.join(2)
    table.say(ann, TrailPoints(id=A, points=(0, 0, 1, 16, 16, 0), x=0.0, y=0.0, style=Style()))
    table.play()
    table.room.leave(ann, table.now)
    table.play(1.0)
    table.store.fault = FULL
    table.edit(bob_session, Put(stroke("b")))
    table.play(10.0)
    assert bob.entries == []
    recover(table)
    table.play(3.0)
    assert [(entry.author, entry.cseq) for entry in bob.entries] == [(author(1), 0)]


def test_a_store_that_fails_while_the_kept_stroke_is_written_gets_it_later() -> None:  # L3
    table = Table()
    (_, ann), (bob, _) = table.join(1), table.join(2)
    table.say(ann, TrailPoints(id=A, points=(0, 0, 1, 16, 16, 0), x=0.0, y=0.0, style=Style()))
    table.play()
    table.room.leave(ann, table.now)
    table.store.fault = FULL
    table.play(6.0)
    assert table.room.read_only == FULL
    recover(table)
    table.play(3.0)
    assert [entry.author for entry in bob.entries] == [author(1)]


def test_after_trouble_the_store_has_what_members_have() -> None:
    table = Table()
    ann, session = table.join(1)
    for i in range(30):
        table.store.fault = FULL if i % 3 == 1 else ""
        if not table.store.fault:
            recover(table)
        cseq = table.room.ledger.log.cseq(session.author) + 1
        table.edit(session, Put(stroke(f"s{i}")), cseq=cseq)
        table.play(0.01)
    recover(table)
    stored = table.stored()
    assert [entry.seq for entry in ann.entries] == list(range(1, stored.seq + 1))
    assert set(map(str, table.document_of(ann))) == set(map(str, stored.elements))
    assert stored.hash == ann.ticks[-1].hash
