"""Remote points are released one by one, in order, none late."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whiteboard.model.element import ElementId
from whiteboard.model.points import InkPoint
from whiteboard.render.trail_playback import MAX_BEHIND, TrailPlayback

ID = ElementId("s")


def points(count: int, first: int = 0) -> list[InkPoint]:
    return [InkPoint(first + i, 0, 128) for i in range(count)]


def test_points_of_one_message_are_spread_over_the_tick() -> None:
    playback = TrailPlayback(tick=0.032)
    playback.receive(ID, 0, points(4), now=1.0)
    counts = [sum(len(r.points) for r in playback.release(1.0 + i * 0.0081)) for i in range(5)]
    assert counts == [0, 1, 1, 1, 1]
    assert playback.idle


@given(st.lists(st.tuples(st.floats(0.0, 0.08), st.integers(1, 20)), min_size=1, max_size=15))
def test_every_point_comes_once_in_order_and_within_the_promise(messages: list[tuple[float, int]]) -> None:
    playback, now, sent, got = TrailPlayback(tick=0.033), 5.0, 0, 0
    arrived: list[float] = []
    for wait, count in messages:
        until = now + wait
        while now < until:
            now = min(now + 0.004, until)
            for released in playback.release(now):
                assert released.start == got
                assert [point.x for point in released.points] == list(range(got, got + len(released.points)))
                assert all(now - arrived[got + i] <= MAX_BEHIND + 0.0041 for i in range(len(released.points)))
                got += len(released.points)
        playback.receive(ID, sent, points(count, sent), now)
        arrived += [now] * count
        sent += count
    got += sum(len(released.points) for released in playback.release(now + MAX_BEHIND + 1e-9))
    assert got == sent
    assert playback.idle


def test_steady_messages_flow_without_a_pause_or_a_jump() -> None:
    playback, counts = TrailPlayback(tick=0.032), []
    for frame in range(40):
        now = frame * 0.008
        if frame % 4 == 0:
            playback.receive(ID, frame * 2, points(8, frame * 2), now)
        counts.append(sum(len(released.points) for released in playback.release(now)))
    assert set(counts[1:]) <= {1, 2, 3}


def test_two_strokes_do_not_wait_for_each_other() -> None:
    playback = TrailPlayback(tick=0.03)
    playback.receive(ID, 0, points(2), now=0.0)
    playback.receive(ElementId("t"), 7, points(1), now=0.02)
    released = {item.id: item for item in playback.release(0.031)}
    assert len(released[ID].points) == 2
    assert ElementId("t") not in released
    (last,) = playback.release(0.06)
    assert (last.id, last.start) == ("t", 7)


def test_an_ended_stroke_releases_nothing_more() -> None:
    playback = TrailPlayback(tick=0.03)
    playback.receive(ID, 0, points(5), now=0.0)
    playback.end(ID)
    assert playback.release(1.0) == []
    assert playback.idle


@pytest.mark.parametrize("tick", [0.01, 0.5])
def test_even_a_slow_server_is_never_more_than_the_promise_behind(tick: float) -> None:
    playback = TrailPlayback(tick)
    playback.receive(ID, 0, points(100), now=0.0)
    assert sum(len(released.points) for released in playback.release(MAX_BEHIND + 1e-9)) == 100
