"""What a client knows of the others: members, pointers, strokes in progress."""

from __future__ import annotations

import msgspec
import pytest

from tests.doubles.board import ME, OTHER, entry, hash_at, stroke, welcome
from whiteboard.model.element import ElementId
from whiteboard.model.op import Put
from whiteboard.model.points import InkPoint
from whiteboard.model.style import Style
from whiteboard.protocol.identity import author_of
from whiteboard.protocol.messages import Member, PresenceOf, Tick, TrailBegun, TrailChunk
from whiteboard.sync.peers import Peers, Pointer

I_MYSELF = Member(no=1, author=author_of(ME), name="Me", color="#1e1e1e")
ANN = Member(no=2, author=OTHER, name="Ann", color="#e03131")
STROKE = ElementId("stroke-1")
BEGUN = TrailBegun(trail=9, member=2, id=STROKE, x=10.0, y=20.0, style=Style(), points=(0, 0, 100))


@pytest.fixture
def peers() -> Peers:
    """I am on a board with Ann."""
    peers = Peers()
    peers.welcomed(msgspec.structs.replace(welcome(), members=(I_MYSELF, ANN)), now=0.0)
    return peers


def quiet(
    *,
    begun: tuple[TrailBegun, ...] = (),
    trails: tuple[TrailChunk, ...] = (),
    presence: tuple[PresenceOf, ...] = (),
    joined: tuple[Member, ...] = (),
    left: tuple[int, ...] = (),
) -> Tick:
    """A tick without edits."""
    return Tick(seq=0, hash=hash_at(0), begun=begun, trails=trails, presence=presence, joined=joined, left=left)


def test_the_others_do_not_include_me(peers: Peers) -> None:
    assert peers.others == [ANN]


def test_joining_and_leaving_are_news(peers: Peers) -> None:
    bob = Member(no=3, author=author_of("3" * 32), name="Bob", color="#1971c2")
    assert peers.receive(quiet(joined=(bob,)), 1.0).joined == (bob,)
    assert peers.receive(quiet(left=(3,)), 2.0).left == (bob,)
    assert peers.others == [ANN]


def test_coming_back_to_the_same_people_is_no_news(peers: Peers) -> None:
    ann_again = msgspec.structs.replace(ANN, no=7)
    news = peers.welcomed(msgspec.structs.replace(welcome(), members=(I_MYSELF, ann_again)), now=5.0)
    assert news.joined == ()
    assert news.left == ()


def test_who_comes_back_as_somebody_else_has_not_left(peers: Peers) -> None:
    renamed = msgspec.structs.replace(I_MYSELF, no=9, author=author_of("9" * 32))
    news = peers.welcomed(msgspec.structs.replace(welcome(), member=9, members=(renamed, ANN)), now=5.0)
    assert news.left == ()
    assert news.joined == ()


def test_l2_points_of_a_trail_are_told_once_and_relative_to_its_origin(peers: Peers) -> None:
    (begun,) = peers.receive(quiet(begun=(BEGUN,)), 1.0).trails
    assert (begun.x, begun.y, begun.points) == (10.0, 20.0, (InkPoint(0, 0, 100),))
    (more,) = peers.receive(quiet(trails=(TrailChunk(9, 1, (16, 8, 5, 16, 8, -5)),)), 1.1).trails
    assert (more.start, more.points) == (1, (InkPoint(16, 8, 105), InkPoint(32, 16, 100)))
    assert peers.drawing == {2}


def test_l2_points_that_come_twice_are_skipped(peers: Peers) -> None:
    peers.receive(quiet(begun=(BEGUN,)), 1.0)
    peers.receive(quiet(trails=(TrailChunk(9, 1, (16, 8, 5)),)), 1.1)
    (more,) = peers.receive(quiet(trails=(TrailChunk(9, 1, (16, 8, 5, 1, 1, 0)),)), 1.2).trails
    assert (more.start, more.points) == (2, (InkPoint(17, 9, 105),))


def test_l2_points_after_a_gap_are_ignored(peers: Peers) -> None:
    peers.receive(quiet(begun=(BEGUN,)), 1.0)
    assert peers.receive(quiet(trails=(TrailChunk(9, 5, (16, 8, 5)),)), 1.1).trails == ()


def test_l2_the_finished_stroke_ends_its_trail_in_the_same_news(peers: Peers) -> None:
    peers.receive(quiet(begun=(BEGUN,)), 1.0)
    tick = Tick(seq=1, hash=hash_at(1), edits=(entry(1, Put(stroke(STROKE))),))
    (end,) = peers.receive(tick, 1.2).trails
    assert (end.id, end.ended) == (STROKE, True)
    assert not peers.drawing


def test_l3_a_newcomer_gets_the_trails_in_progress() -> None:
    peers = Peers()
    arriving = msgspec.structs.replace(welcome(), members=(I_MYSELF, ANN), trails=(BEGUN,))
    (begun,) = peers.welcomed(arriving, now=0.0).trails
    assert begun.id == STROKE


def test_my_own_trail_and_pointer_come_back_as_no_news(peers: Peers) -> None:
    mine = msgspec.structs.replace(BEGUN, member=1)
    news = peers.receive(quiet(begun=(mine,), presence=(PresenceOf(1, 1.0, 2.0, "pen"),)), 1.0)
    assert not news


def test_l4_pointers_and_trails_without_news_vanish(peers: Peers) -> None:
    peers.receive(quiet(begun=(BEGUN,), presence=(PresenceOf(2, 3.0, 4.0, "pen"),)), 1.0)
    assert not peers.expire(10.9)
    news = peers.expire(11.1)
    assert news.pointers
    assert [trail.ended for trail in news.trails] == [True]
    assert peers.pointers == {}


def test_a_pointer_that_leaves_the_board_is_gone(peers: Peers) -> None:
    peers.receive(quiet(presence=(PresenceOf(2, 3.0, 4.0, "pen"),)), 1.0)
    assert peers.pointers[2].x == 3.0
    assert peers.receive(quiet(presence=(PresenceOf(2, None, None, "pen"),)), 1.1).pointers
    assert peers.pointers == {}


def test_losing_the_connection_ends_every_trail_and_pointer(peers: Peers) -> None:
    peers.receive(quiet(begun=(BEGUN,), presence=(PresenceOf(2, 3.0, 4.0, "pen"),)), 1.0)
    assert [trail.ended for trail in peers.disconnected().trails] == [True]
    assert peers.pointers == {}


def test_the_page_that_somebody_looks_at_is_known_until_they_leave(peers: Peers) -> None:
    page = ElementId("pg-2")
    assert peers.receive(quiet(presence=(PresenceOf(2, None, None, "", page),)), now=1.0).pointers
    assert (peers.pages, peers.pointers) == ({2: page}, {})
    peers.expire(60.0)
    assert peers.pages == {2: page}
    peers.receive(quiet(left=(2,)), now=61.0)
    assert peers.pages == {}


def test_the_pointer_of_somebody_who_draws_is_where_the_ink_ends(peers: Peers) -> None:
    peers.receive(quiet(presence=(PresenceOf(2, 3.0, 4.0, "marker"),)), 1.0)
    assert peers.receive(quiet(begun=(BEGUN,)), 1.1).pointers
    assert peers.pointers[2] == Pointer(10.0, 20.0, "marker", 1.1)
    assert peers.receive(quiet(trails=(TrailChunk(9, 1, (16, -8, 0, 16, -8, 0)),)), 1.2).pointers
    assert peers.pointers[2] == Pointer(12.0, 19.0, "marker", 1.2)
    assert not peers.receive(quiet(trails=(TrailChunk(9, 1, (16, -8, 0)),)), 1.3).pointers


def test_a_pointer_is_newer_than_the_ink_in_the_same_tick(peers: Peers) -> None:
    news = peers.receive(quiet(begun=(BEGUN,), presence=(PresenceOf(2, 3.0, 4.0, "pen"),)), 1.0)
    assert news.pointers
    assert peers.pointers[2] == Pointer(3.0, 4.0, "pen", 1.0)


def test_ink_of_somebody_who_has_left_moves_no_pointer(peers: Peers) -> None:
    peers.receive(quiet(begun=(BEGUN,)), 1.0)
    peers.receive(quiet(left=(2,)), 1.1)
    peers.receive(quiet(trails=(TrailChunk(9, 1, (16, -8, 0)),)), 1.2)
    assert peers.pointers == {}
