"""The client's side of the rules, by id; the two sides together are in test_simulation.py."""

from __future__ import annotations

import msgspec
import pytest

from tests.doubles.board import LOG, ME, OTHER, clients, entry, hash_at, snapshot, stroke, tick, welcome
from whiteboard.model.document import Document
from whiteboard.model.element import ElementId
from whiteboard.model.op import Patch, Put, Remove
from whiteboard.model.style import Style
from whiteboard.protocol.identity import author_of
from whiteboard.protocol.messages import Entry, Tick
from whiteboard.protocol.refusal import Refusal
from whiteboard.sync.journal import NoJournal
from whiteboard.sync.replica import MAX_IN_FLIGHT, Replica
from whiteboard.sync.standing import Standing

MINE = author_of(ME)
RED = Style(color="#e03131")
BLUE = Style(color="#1971c2")


class SlowJournal(NoJournal):
    """A journal whose disk is slow: nothing is written until the test says so."""

    def __init__(self) -> None:
        self.written = 0
        self.tickets = 0

    def pended(self, edit: object) -> int:
        self.tickets += 1
        return self.tickets


def attached(journal: NoJournal | None = None) -> Replica:
    standing = Standing(client=ME, attached=True)
    return Replica(standing, Document(), (), journal=journal or NoJournal(), new_client=clients())


@pytest.fixture
def online() -> Replica:
    """A replica that was welcomed on a board with one red-less stroke `a`, at seq 1."""
    replica = attached()
    replica.hello()
    replica.welcomed(welcome(start=1))
    replica.load(snapshot(stroke("a"), seq=1))
    return replica


def test_a_detached_board_keeps_its_edits_in_the_base() -> None:
    replica = Replica(Standing(client=ME), Document(), (), journal=NoJournal(), new_client=clients())
    change = replica.submit([Put(stroke("a"))])
    assert [e.id for e in change.added] == ["a"]
    assert replica.unconfirmed == 0
    assert replica.take_edits() == []


def test_a_replica_is_current_when_it_has_what_was_there_at_the_welcome() -> None:
    replica = attached()
    replica.hello()
    replica.welcomed(welcome(start=1, head=3))
    replica.load(snapshot(stroke("a"), seq=1))
    stands = [(replica.online, replica.current)]
    for seq in (2, 3):
        replica.receive(tick(entry(seq, Put(stroke(f"of {seq}")))))
        stands.append((replica.online, replica.current))
    replica.disconnected()
    stands.append((replica.online, replica.current))
    assert stands == [(True, False), (True, False), (True, True), (False, False)]


def test_attaching_makes_all_of_a_board_pending_under_a_new_identity() -> None:
    strokes = [stroke(f"s{i}", order=f"A{i:03}x") for i in range(450)]
    replica = Replica(Standing(client=ME), Document(strokes), (), journal=NoJournal(), new_client=clients())
    replica.attach()
    assert replica.standing.client != ME
    assert replica.unconfirmed == 3
    assert len(replica.document) == 450
    assert replica.hello().resume is None


def test_s1_edits_are_numbered_without_gaps_and_sent_once_a_connection(online: Replica) -> None:
    online.submit([Put(stroke("b"))])
    online.submit([Put(stroke("c"))])
    assert [edit.cseq for edit in online.take_edits()] == [1, 2]
    assert online.take_edits() == []


def test_s1_after_a_welcome_only_what_the_server_does_not_know_is_sent_again(online: Replica) -> None:
    for name in "bcd":
        online.submit([Put(stroke(name))])
    online.take_edits()
    online.hello()
    online.welcomed(welcome(start=1, known=2, resumed=True))
    assert [edit.cseq for edit in online.take_edits()] == [3]
    assert online.unconfirmed == 3


def test_a_long_offline_time_does_not_flood_the_server(online: Replica) -> None:
    for i in range(MAX_IN_FLIGHT + 10):
        online.submit([Put(stroke(f"n{i}"))])
    assert len(online.take_edits()) == MAX_IN_FLIGHT
    assert online.take_edits() == []
    online.receive(tick(entry(2, author=MINE, cseq=1)))
    assert [edit.cseq for edit in online.take_edits()] == [MAX_IN_FLIGHT + 1]


def test_s2_a_void_entry_takes_my_edit_back_and_tells_which(online: Replica) -> None:
    online.submit([Put(stroke("b"))])
    void = Entry(seq=2, author=MINE, cseq=1, at=0.0, void=Refusal.QUOTA, why="full")
    received = online.receive(tick(void))
    assert [e.id for e in received.change.removed] == ["b"]
    assert received.refused[0][0].ops == (Put(stroke("b")),)
    assert received.refused[0][1].void is Refusal.QUOTA
    assert online.unconfirmed == 0


def test_s4_the_echo_confirms_and_changes_nothing_on_the_screen(online: Replica) -> None:
    online.submit([Put(stroke("b"))])
    received = online.receive(tick(entry(2, Put(stroke("b")), author=MINE, cseq=1)))
    assert not received.change
    assert online.unconfirmed == 0
    assert online.standing.acked == 1


def test_s5_a_snapshot_replaces_the_base_and_keeps_pending_edits_on_top(online: Replica) -> None:
    online.submit([Put(stroke("mine"))])
    online.hello()
    online.welcomed(welcome(start=7, log_id="log-2"))
    received = online.load(snapshot(stroke("z"), seq=7, log_id="log-2"))
    assert {e.id for e in online.document} == {"z", "mine"}
    assert [e.id for e in received.change.removed] == ["a"]
    assert online.standing.log_id == "log-2"


def test_s5_a_snapshot_settles_the_edits_that_it_contains(online: Replica) -> None:
    online.submit([Put(stroke("b"))])
    online.submit([Put(stroke("c"))])
    online.hello()
    online.welcomed(welcome(start=5, cseq=1, known=1))
    online.load(snapshot(stroke("b"), seq=5))
    assert online.unconfirmed == 1
    assert {e.id for e in online.document} == {"b", "c"}


def test_s5_a_snapshot_of_another_moment_is_not_taken(online: Replica) -> None:
    online.hello()
    online.welcomed(welcome(start=5))
    online.load(snapshot(stroke("b"), seq=4))
    assert online.wants_hello
    assert {e.id for e in online.document} == {"a"}


def test_s5_the_hello_presents_what_the_server_sent_last(online: Replica) -> None:
    online.receive(tick(entry(2, Put(stroke("b")))))
    resume = online.hello().resume
    assert resume is not None
    assert (resume.log_id, resume.seq, resume.hash) == (LOG, 2, hash_at(2))


def test_s6_a_server_that_forgot_my_edits_meets_me_under_a_new_name(online: Replica) -> None:
    online.submit([Put(stroke("b"))])
    online.receive(tick(entry(2, Put(stroke("b")), author=MINE, cseq=1)))
    online.submit([Put(stroke("c"))])
    online.hello()
    online.welcomed(welcome(start=0, known=0, log_id="log-2"))
    assert online.wants_hello
    assert online.hello().client != ME
    client = online.standing.client
    online.welcomed(welcome(client, log_id="log-2"))
    online.load(snapshot(log_id="log-2"))
    assert [edit.cseq for edit in online.take_edits()] == [1]
    assert {e.id for e in online.document} == {"c"}


def test_s6_the_answer_to_the_hello_of_the_old_name_is_ignored(online: Replica) -> None:
    online.hello()
    online.welcomed(welcome(f"{77:032x}", start=1, resumed=True))
    assert not online.online


def test_s7_every_hello_has_a_higher_ordinal() -> None:
    replica = attached()
    assert [replica.hello().ordinal for _ in range(3)] == [1, 2, 3]


@pytest.mark.parametrize(
    "quiet",
    [
        Tick(seq=2, hash=hash_at(2)),
        Tick(seq=0, hash=hash_at(0)),
        Tick(seq=1, hash="another history"),
    ],
    ids=["behind", "ahead", "different"],
)
def test_s8_a_head_that_is_not_mine_makes_me_say_hello(online: Replica, quiet: Tick) -> None:
    online.receive(quiet)
    assert online.wants_hello


def test_s8_the_head_that_i_have_changes_nothing(online: Replica) -> None:
    online.receive(Tick(seq=1, hash=hash_at(1)))
    assert online.online
    assert not online.wants_hello


def test_s9_an_edit_is_not_sent_before_it_is_on_disk() -> None:
    journal = SlowJournal()
    replica = attached(journal)
    replica.hello()
    replica.welcomed(welcome())
    replica.load(snapshot())
    replica.submit([Put(stroke("a"))])
    replica.submit([Put(stroke("b"))])
    assert replica.take_edits() == []
    journal.written = 1
    assert [edit.cseq for edit in replica.take_edits()] == [1]


def test_s9_edits_read_from_disk_are_sent_after_the_welcome() -> None:
    first = attached()
    first.submit([Put(stroke("a"))])
    kept = list(first._pending)
    again = Replica(first.standing, Document(), kept, journal=NoJournal(), new_client=clients())
    assert "a" in again.document
    again.hello()
    again.welcomed(welcome())
    again.load(snapshot())
    assert [edit.cseq for edit in again.take_edits()] == [1]


def test_s10_a_gap_in_a_tick_makes_me_say_hello_and_applies_nothing(online: Replica) -> None:
    online.receive(tick(entry(3, Put(stroke("late")))))
    assert online.wants_hello
    assert "late" not in online.document


def test_s10_a_tick_that_comes_twice_counts_once(online: Replica) -> None:
    twice = tick(entry(2, Put(stroke("b"))))
    online.receive(twice)
    assert not online.receive(twice).change
    assert not online.wants_hello


def test_s10_ticks_that_arrive_before_the_snapshot_are_applied_after_it() -> None:
    replica = attached()
    replica.hello()
    replica.welcomed(welcome(start=4))
    replica.receive(tick(entry(5, Put(stroke("e")))))
    assert "e" not in replica.document
    change = replica.load(snapshot(stroke("d"), seq=4)).change
    assert {e.id for e in change.added} == {"d", "e"}
    assert replica.standing.seq == 5


def test_s11_my_own_server_without_its_store_is_given_the_whole_board(online: Replica) -> None:
    online.submit([Put(stroke("b"))])
    online.hosting = True
    online.hello()
    online.welcomed(welcome(log_id="empty"))
    assert online.wants_hello
    online.hello()
    client = online.standing.client
    online.welcomed(welcome(client, log_id="empty"))
    online.load(snapshot(log_id="empty"))
    assert {e.id for e in online.document} == {"a", "b"}
    assert [len(edit.ops) for edit in online.take_edits()] == [2]


def test_s11_comes_before_s6_when_the_lost_store_had_confirmed_edits_of_mine(online: Replica) -> None:
    online.hosting = True
    online.submit([Put(stroke("b"))])
    online.receive(tick(entry(2, Put(stroke("b")), author=MINE, cseq=1)))
    online.hello()
    online.welcomed(welcome(log_id="empty"))
    online.hello()
    online.welcomed(welcome(online.standing.client, log_id="empty"))
    online.load(snapshot(log_id="empty"))
    assert {e.id for e in online.document} == {"a", "b"}
    assert [len(edit.ops) for edit in online.take_edits()] == [2]


def test_d1_two_people_change_different_groups_of_one_element_and_both_hold(online: Replica) -> None:
    moved = msgspec.structs.replace(stroke("a").geometry, x=50.0)
    online.submit([Patch(id=ElementId("a"), style=RED)])
    online.receive(tick(entry(2, Patch(id=ElementId("a"), geometry=moved))))
    element = online.document.get(ElementId("a"))
    assert element is not None
    assert (element.style, element.geometry.x) == (RED, 50.0)


def test_d1_my_unconfirmed_patch_stays_visible_until_the_order_is_known(online: Replica) -> None:
    online.submit([Patch(id=ElementId("a"), style=RED)])
    change = online.receive(tick(entry(2, Patch(id=ElementId("a"), style=BLUE)))).change
    assert not change
    online.receive(tick(entry(3, Patch(id=ElementId("a"), style=RED), author=MINE, cseq=1)))
    element = online.document.get(ElementId("a"))
    assert element is not None
    assert element.style == RED


def test_d2_a_patch_of_what_somebody_removed_does_nothing(online: Replica) -> None:
    online.submit([Patch(id=ElementId("a"), style=RED)])
    change = online.receive(tick(entry(2, Remove(ElementId("a"))))).change
    assert [e.id for e in change.removed] == ["a"]
    assert not online.receive(tick(entry(3, Patch(id=ElementId("a"), style=RED), author=MINE, cseq=1))).change


def test_p3_what_was_dropped_while_the_board_was_read_only_is_sent_again_after_a_new_welcome(online: Replica) -> None:
    online.submit([Put(stroke("b"))])
    online.take_edits()
    online.receive(Tick(seq=1, hash=hash_at(1), read_only="disk full"))
    assert online.take_edits() == []
    online.welcomed(welcome(start=1, resumed=True))
    assert [edit.cseq for edit in online.take_edits()] == [1]


def test_detaching_keeps_everything_that_is_visible(online: Replica) -> None:
    online.submit([Put(stroke("b"))])
    online.detach()
    assert {e.id for e in online.document} == {"a", "b"}
    assert not online.standing.attached
    online.submit([Remove(ElementId("a"))])
    assert online.unconfirmed == 0


def test_who_drew_something_is_what_the_server_says(online: Replica) -> None:
    online.receive(tick(entry(2, Put(stroke("b")))))
    stamp = online.stamp(ElementId("b"))
    assert stamp is not None
    assert (stamp.author, stamp.at) == (OTHER, 1002.0)
