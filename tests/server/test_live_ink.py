"""Strokes in progress and pointers: passed on at once, never kept (SPEC L)."""

from __future__ import annotations

import pytest

from tests.doubles.board import stroke
from tests.doubles.table import Table, author
from whiteboard.model.element import ElementId
from whiteboard.model.elements.kind import Invalid
from whiteboard.model.op import Put
from whiteboard.model.points import InkPoint, unpack
from whiteboard.model.style import Style
from whiteboard.protocol.limits import MAX_TRAILS_PER_MEMBER
from whiteboard.protocol.messages import Presence, PresenceOf, Role, TrailChunk, TrailEnd, TrailPoints

A = ElementId("a")
BEGIN = TrailPoints(id=A, points=(0, 0, 100, 16, 16, 10), x=1.0, y=2.0, style=Style())


def more(start: int, *points: int) -> TrailPoints:
    return TrailPoints(id=A, start=start, points=points)


def test_a_stroke_is_seen_while_it_is_drawn() -> None:
    table = Table()
    (_, ann), (bob, _) = table.join(1), table.join(2)
    table.play()
    table.say(ann, BEGIN)
    table.play()
    table.say(ann, more(2, 5, 5, 0), more(3, 6, 6, 1))
    table.play()
    (begun,) = [trail for tick in bob.ticks for trail in tick.begun]
    assert (begun.member, begun.id, begun.x, begun.y, begun.points) == (1, A, 1.0, 2.0, BEGIN.points)
    assert [chunk for tick in bob.ticks for chunk in tick.trails] == [
        TrailChunk(begun.trail, 2, (5, 5, 0, 6, 6, 1)),  # gathered in one tick
    ]
    assert len(table.room.ledger.document) == 0


def test_points_after_a_gap_and_points_again_are_not_passed_on() -> None:  # L2
    table = Table()
    (_, ann), (bob, _) = table.join(1), table.join(2)
    table.say(ann, BEGIN)
    table.play()
    table.say(ann, more(3, 1, 1, 1), more(0, 1, 1, 1))
    table.play()
    assert [chunk for tick in bob.ticks for chunk in tick.trails] == []


def test_the_finished_stroke_takes_the_place_of_its_trail() -> None:  # L2
    table = Table()
    (_, ann), (bob, _) = table.join(1), table.join(2)
    table.say(ann, BEGIN)
    table.play()
    table.edit(ann, Put(stroke("a")))
    table.play()
    table.say(ann, more(2, 1, 1, 1))
    table.play()
    assert list(table.room.trails) == []
    assert [no for tick in bob.ticks for no in tick.ended] == []
    assert [entry.ops for entry in bob.entries] == [(Put(stroke("a")),)]
    assert [chunk for tick in bob.ticks for chunk in tick.trails] == []


def test_the_trail_of_a_refused_stroke_ends() -> None:  # L2
    table = Table()
    (_, ann), (bob, _) = table.join(1), table.join(2)
    table.say(ann, BEGIN)
    table.play()
    table.edit(ann, Put(stroke("a", color="no colour")))
    table.play()
    (begun,) = [trail for tick in bob.ticks for trail in tick.begun]
    assert [no for tick in bob.ticks for no in tick.ended] == [begun.trail]


def test_a_stroke_that_is_given_up_ends_and_nobody_else_can_end_it() -> None:
    table = Table()
    (_, ann), (bob, bob_session) = table.join(1), table.join(2)
    table.say(ann, BEGIN)
    table.play()
    table.say(bob_session, TrailEnd(id=A))
    table.play()
    assert [no for tick in bob.ticks for no in tick.ended] == []
    table.say(ann, TrailEnd(id=A))
    table.play()
    assert [no for tick in bob.ticks for no in tick.ended] == [1]


def test_a_newcomer_gets_the_strokes_in_progress() -> None:  # L3
    table = Table()
    _, ann = table.join(1)
    table.say(ann, BEGIN)
    table.play()
    table.say(ann, more(2, 5, 5, 0))
    table.play()
    table.say(ann, more(3, 7, 7, 0))  # no tick has carried this yet
    bob, _ = table.join(2)
    table.play()
    (trail,) = bob.welcomes[0].trails
    assert trail.points == (*BEGIN.points, 5, 5, 0)
    caught_up = [begun for tick in bob.ticks for begun in tick.begun]
    assert [begun.points for begun in caught_up] == [(*BEGIN.points, 5, 5, 0, 7, 7, 0)]


def test_what_a_member_drew_who_vanished_is_kept_in_his_name_after_five_seconds() -> None:  # L3
    table = Table()
    (_, ann), (bob, _) = table.join(1), table.join(2)
    table.say(ann, BEGIN)
    table.play()
    table.room.leave(ann, table.now)
    table.play(4.9)
    assert bob.entries == []
    table.play(0.3)
    (entry,) = bob.entries
    assert (entry.author, entry.cseq) == (author(1), 0)
    (op,) = entry.ops
    assert isinstance(op, Put)
    assert op.element.id == A
    assert (op.element.geometry.x, op.element.geometry.y) == (1.0, 2.0)
    assert unpack(op.element.points) == [InkPoint(0, 0, 100), InkPoint(16, 16, 110)]
    assert [no for tick in bob.ticks for no in tick.ended] == []


def test_his_own_version_replaces_it_when_he_returns() -> None:  # L3, D7
    table = Table()
    _, ann = table.join(1)
    table.say(ann, BEGIN)
    table.room.leave(ann, table.now)
    table.play(6.0)
    assert table.room.ledger.document.get(A) is not None
    _, ann = table.join(1, ordinal=2)
    table.edit(ann, Put(stroke("a")), cseq=1)
    table.play()
    assert list(table.room.ledger.document) == [stroke("a")]


def test_who_comes_back_in_time_goes_on_with_his_stroke() -> None:  # L3
    table = Table()
    (_, ann), (bob, _) = table.join(1), table.join(2)
    table.say(ann, BEGIN)
    table.play()
    table.room.leave(ann, table.now)
    table.play(3.0)
    _, ann = table.join(1, ordinal=2)
    table.say(ann, more(2, 5, 5, 0))
    table.play(6.0)
    assert bob.entries == []
    assert [chunk.points for tick in bob.ticks for chunk in tick.trails] == [(5, 5, 0)]


def test_who_comes_back_and_does_not_go_on_leaves_what_the_others_saw() -> None:  # L3, S7
    table = Table()
    (_, ann), (bob, _) = table.join(1), table.join(2)
    table.say(ann, BEGIN)
    table.play()
    table.join(1, ordinal=2)
    table.play(6.0)
    assert [entry.author for entry in bob.entries] == [author(1)]


def test_a_dot_of_a_member_who_vanished_is_not_kept() -> None:  # L3
    table = Table()
    (_, ann), (bob, _) = table.join(1), table.join(2)
    table.say(ann, TrailPoints(id=A, points=(0, 0, 1), x=0.0, y=0.0, style=Style()))
    table.play()
    table.room.leave(ann, table.now)
    table.play(6.0)
    assert bob.entries == []
    assert [no for tick in bob.ticks for no in tick.ended] == [1]


def test_a_stroke_without_news_for_ten_seconds_ends() -> None:  # L4
    table = Table()
    (_, ann), (bob, _) = table.join(1), table.join(2)
    table.say(ann, BEGIN)
    table.play(9.0)
    assert [no for tick in bob.ticks for no in tick.ended] == []
    table.play(3.5)
    assert [no for tick in bob.ticks for no in tick.ended] == [1]


def test_the_newest_pointer_of_each_member_goes_out_with_a_tick() -> None:
    table = Table()
    (_, ann), (bob, _) = table.join(1), table.join(2)
    table.play()
    table.say(ann, Presence(x=1.0, y=1.0, tool="pen"), Presence(x=2.0, y=3.0, tool="pen"), Presence())
    table.say(ann, Presence(x=4.0, y=5.0, tool="hand"))
    table.play()
    assert [p for tick in bob.ticks for p in tick.presence] == [PresenceOf(1, 4.0, 5.0, "hand")]


def test_an_old_pointer_is_not_shown_to_newcomers() -> None:  # L4
    table = Table()
    _, ann = table.join(1)
    table.say(ann, Presence(x=1.0, y=1.0))
    table.play(9.0)
    bob, _ = table.join(2)
    table.play(3.0)
    carl, _ = table.join(3)
    table.play()
    assert [p.member for tick in bob.ticks for p in tick.presence] == [1]
    assert [p for tick in carl.ticks for p in tick.presence] == []


def test_a_viewer_draws_nothing() -> None:
    table = Table(role_of=lambda who: Role.VIEWER)
    _, ann = table.join(1)
    table.say(ann, BEGIN)
    assert list(table.room.trails) == []


def test_nobody_draws_on_with_the_stroke_of_another() -> None:
    table = Table()
    (_, ann), (_, bob) = table.join(1), table.join(2)
    table.say(ann, BEGIN)
    table.say(bob, more(2, 9, 9, 9))
    trail = table.room.trails.get(A)
    assert trail is not None
    assert len(trail.points) == len(BEGIN.points)


@pytest.mark.parametrize(
    "message",
    [
        TrailPoints(id=A, points=(1, 2), x=0.0, y=0.0, style=Style()),
        TrailPoints(id=A, points=(0, 0, 0), x=1e300, y=0.0, style=Style()),
        TrailPoints(id=A, points=(0, 0, 0), x=0.0, y=0.0, style=Style(color="blue")),
        TrailPoints(id=ElementId("no id"), points=(0, 0, 0), x=0.0, y=0.0, style=Style()),
    ],
)
def test_trails_that_break_a_rule_are_not_valid(message: TrailPoints) -> None:
    table = Table()
    _, ann = table.join(1)
    with pytest.raises(Invalid):
        table.say(ann, message)
    assert list(table.room.trails) == []


def test_nobody_draws_more_strokes_at_once_than_he_has_fingers() -> None:
    table = Table()
    _, ann = table.join(1)
    for i in range(MAX_TRAILS_PER_MEMBER):
        table.say(ann, TrailPoints(id=ElementId(f"t{i}"), points=(0, 0, 1), x=0.0, y=0.0, style=Style()))
    with pytest.raises(Invalid):
        table.say(ann, BEGIN)


@pytest.mark.parametrize("message", [Presence(x=1e300, y=0.0), Presence(tool="x" * 33), Presence(tool="a\nb")])
def test_pointers_that_break_a_rule_are_not_valid(message: Presence) -> None:
    table = Table()
    _, ann = table.join(1)
    with pytest.raises(Invalid):
        table.say(ann, message)


def test_a_pointer_in_a_tick_is_never_older_than_the_ink_in_it() -> None:
    table = Table()
    (_, ann), (bob, _) = table.join(1), table.join(2)
    table.play()
    table.say(ann, Presence(x=1.0, y=2.0, tool="pen"), BEGIN, more(2, 16, 0, 0))
    table.play()
    table.say(ann, more(3, 16, 0, 0), Presence(x=9.0, y=9.0, tool="pen"))
    table.play()
    told = [pointer for tick in bob.ticks for pointer in tick.presence if pointer.x is not None]
    assert told == [PresenceOf(1, 3.0, 3.0, "pen"), PresenceOf(1, 9.0, 9.0, "pen")]


def test_a_pointer_that_comes_after_ink_is_the_newer_one() -> None:
    table = Table()
    (_, ann), (bob, _) = table.join(1), table.join(2)
    table.play()
    table.say(ann, Presence(x=1.0, y=2.0), BEGIN, Presence(x=9.0, y=9.0))
    table.play()
    assert [pointer for tick in bob.ticks for pointer in tick.presence] == [PresenceOf(1, 9.0, 9.0, "")]


def test_who_leaves_while_drawing_takes_the_pointer_along() -> None:
    table = Table()
    (_, ann), (bob, _) = table.join(1), table.join(2)
    table.play()
    table.say(ann, Presence(x=1.0, y=2.0), BEGIN)
    table.room.leave(ann, table.now)
    table.play()
    assert [no for tick in bob.ticks for no in tick.left] == [ann.no]
    assert [pointer for tick in bob.ticks for pointer in tick.presence] == []
