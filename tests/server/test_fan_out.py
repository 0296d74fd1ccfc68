"""Ticks: when they are sent, to whom, and what becomes of those who cannot keep up (SPEC F)."""

from __future__ import annotations

from tests.doubles.board import stroke
from tests.doubles.table import Ear, Table
from whiteboard.model.element import Element, ElementId, Geometry
from whiteboard.model.op import Put
from whiteboard.model.style import Style
from whiteboard.protocol.limits import CROWD, CROWD_TICK_SECONDS, MAX_MEMBERS, TICK_SECONDS
from whiteboard.protocol.messages import Presence, Profile, Refused, Role, TrailPoints
from whiteboard.protocol.refusal import Refusal


def test_the_first_tick_after_a_pause_is_sent_at_once() -> None:  # F1
    table = Table()
    _, ann = table.join(1)
    table.play(1.0)
    table.say(ann, Presence(x=1.0, y=1.0))
    assert table.room.due <= table.now


def test_ticks_are_a_sixtieth_of_a_second_apart_and_longer_in_a_crowd() -> None:  # F1
    for people, interval in ((2, TICK_SECONDS), (CROWD + 1, CROWD_TICK_SECONDS)):
        table = Table()
        sessions = [table.join(i)[1] for i in range(people)]
        table.play(1.0)
        table.say(sessions[0], Presence(x=1.0, y=1.0))
        table.room.tick(table.now)
        table.say(sessions[0], Presence(x=2.0, y=1.0))
        assert table.room.due == table.now + interval


def test_a_tick_is_encoded_once_for_everybody() -> None:  # F1
    table = Table()
    ears = [table.join(i)[0] for i in range(5)]
    session = next(iter(table.room.members))
    table.play()
    table.edit(session, Put(stroke("a")))
    table.play()
    assert len({id(ear.packets[-1]) for ear in ears}) == 1


def test_joiners_at_about_the_same_time_share_one_snapshot() -> None:  # F4
    table = Table()
    _, session = table.join(1)
    for i in range(20):
        table.edit(session, Put(stroke(f"s{i}")))
    table.play()
    ears = [table.join(i)[0] for i in range(2, 30)]
    table.play()
    assert len({ear.welcomes[0].snapshot for ear in ears}) == 1
    assert all(len(ear.entries) == 20 for ear in ears)


def test_a_snapshot_is_made_anew_when_its_tail_has_become_long() -> None:  # F4
    table = Table()
    _, session = table.join(1)
    for i in range(250):
        table.edit(session, Put(stroke(f"s{i}")))
    table.play()
    bob, _ = table.join(2)
    assert bob.welcomes[0].start == 250


def test_who_does_not_take_his_ticks_gets_none_and_later_all_edits_in_one() -> None:  # F2
    table = Table()
    (_, ann), (bob, _) = table.join(1), table.join(2)
    table.play()
    bob.stuck, before = 1000, len(bob.packets)
    for i in range(50):
        table.edit(ann, Put(stroke(f"s{i}")))
        table.say(ann, Presence(x=float(i), y=0.0))
        table.play(0.05)
    assert len(bob.packets) == before
    bob.stuck = 0
    table.play()
    assert [entry.seq for entry in bob.entries] == list(range(1, 51))
    assert len(bob.packets) <= before + 2
    assert bob.ticks[-1].presence[-1].x == 49.0


def test_who_was_behind_learns_who_came_and_went_meanwhile() -> None:  # F2
    table = Table()
    (bob, _), (_, carl) = table.join(2), table.join(3)
    table.play()
    bob.stuck = 1
    table.room.leave(carl, table.now)
    _, dora = table.join(4, name="Dora")
    table.play()
    table.say(dora, Profile(name="Dörte", color="#e03131"))
    _, eve = table.join(5)
    table.play()
    table.room.leave(eve, table.now)
    table.play()
    bob.stuck = 0
    before = len(bob.ticks)
    table.play()
    tick = bob.ticks[before]
    assert [member.name for member in tick.joined] == ["Dörte"]
    assert set(tick.left) == {carl.no, eve.no}


def test_those_who_are_up_to_date_do_not_wait_for_those_who_are_not() -> None:  # F2
    table = Table()
    (ann_ear, ann), (bob, _) = table.join(1), table.join(2)
    table.play()
    bob.stuck = 1
    table.edit(ann, Put(stroke("a")))
    table.play()
    assert len(ann_ear.entries) == 1


def test_a_large_tail_comes_in_ticks_of_bounded_size() -> None:
    table = Table()
    (ann_ear, ann), (bob, _) = table.join(1), table.join(2)
    table.play()
    bob.stuck = 1
    text = "x" * 15_000
    for i in range(200):
        table.edit(ann, Put(_text(f"t{i}", text)))
    table.play()
    bob.stuck = 0
    table.play(2.0)
    assert [entry.seq for entry in bob.entries] == list(range(1, 201))
    assert [entry.seq for entry in ann_ear.entries] == list(range(1, 201))
    assert max(map(len, ann_ear.packets + bob.packets)) < 150_000


def test_who_takes_nothing_for_ten_seconds_gets_a_snapshot() -> None:  # F3
    table = Table()
    (_, ann), (bob, _) = table.join(1), table.join(2)
    table.play()
    bob.stuck = 1
    table.edit(ann, Put(stroke("a")))
    table.play(11.0)
    bob.stuck = 0
    table.play()
    assert [welcome.resumed for welcome in bob.welcomes] == [False, False]
    assert not bob.aborted


def test_who_takes_nothing_for_twenty_seconds_is_cut_off() -> None:  # F3
    table = Table()
    (ann_ear, ann), (bob, bob_session) = table.join(1), table.join(2)
    table.play()
    bob.stuck = 1000
    table.edit(ann, Put(stroke("a")))
    table.play(21.0)
    assert [refused.code for refused in bob.refused] == [Refusal.SLOW]
    assert bob.aborted
    table.play()
    assert bob_session.no in [no for tick in ann_ear.ticks for no in tick.left]


def test_who_takes_little_is_not_cut_off() -> None:  # F3
    table = Table()
    (_, ann), (bob, _) = table.join(1), table.join(2)
    table.play()
    bob.stuck = 100_000
    for _ in range(60):
        table.edit(ann, Put(stroke(f"s{table.room.ledger.log.head}")))
        bob.stuck -= 1000
        table.play(1.0)
    assert not bob.aborted


def test_members_are_told_of_each_other() -> None:
    table = Table()
    ann, ann_session = table.join(1, name="Ann")
    table.play()
    bob, bob_session = table.join(2, name="  Bob\x00 ")
    table.play()
    assert [member.name for member in bob.welcomes[0].members] == ["Ann", "Bob"]
    assert [m.name for tick in ann.ticks for m in tick.joined] == ["Bob"]
    assert [m for tick in bob.ticks for m in tick.joined] == []
    table.say(ann_session, Profile(name="Anna", color="nonsense"))
    table.play()
    assert [(m.name, m.color) for tick in bob.ticks for m in tick.changed] == [("Anna", "#1e1e1e")]
    table.room.leave(bob_session, table.now)
    table.play()
    assert [no for tick in ann.ticks for no in tick.left] == [bob_session.no]


def test_a_full_board_lets_nobody_else_in_but_its_members_back() -> None:
    table = Table()
    for i in range(MAX_MEMBERS):
        table.join(i)
    answer = table.greet(MAX_MEMBERS, Ear())
    assert isinstance(answer, Refused)
    assert answer.code is Refusal.FULL
    table.join(0, ordinal=2)


def test_who_asks_again_without_reading_gets_one_answer() -> None:
    table = Table()
    ear, _ = table.join(1)
    table.play()
    ear.stuck = 100_000
    for ordinal in range(2, 50):
        table.join(1, ordinal=ordinal, ear=ear)
        table.play()
    assert len(ear.welcomes) == 1
    ear.stuck = 0
    table.play()
    assert len(ear.welcomes) == 2
    assert not ear.welcomes[1].resumed


def test_roles_come_from_outside() -> None:
    ear, _ = Table(role_of=lambda who: Role.VIEWER).join(1)
    assert ear.welcomes[0].role is Role.VIEWER


def test_many_points_at_once_are_spread_over_ticks() -> None:
    table = Table()
    sessions = [table.join(i)[1] for i in range(40)]
    bob, _ = table.join(99)
    table.play()
    for session in sessions:
        id = ElementId(f"t{session.no}")
        table.say(session, TrailPoints(id=id, points=(1, 1, 0) * 1000, x=0.0, y=0.0, style=Style()))
    table.play()
    assert len([begun for tick in bob.ticks for begun in tick.begun]) == 40
    assert max(map(len, bob.packets)) < 400_000


def _text(id: str, text: str) -> Element:
    return Element(id=ElementId(id), kind="text", geometry=Geometry(0.0, 0.0, 1.0, 1.0), order="A", text=text)
