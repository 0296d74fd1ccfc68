"""The server's loop: messages that come close together are read together, nothing else waits, and sleep is no time."""

from __future__ import annotations

import asyncio
import dataclasses
import selectors
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from server import pacing
from server.pacing import ASLEEP_SECONDS, LATE_SECONDS, PACE_SECONDS, PacedSelector, ServerLoop, waking_time
from tests.doubles.foreigner import foreigners
from tests.doubles.house import house
from tests.doubles.patience import until
from whiteboard.protocol.limits import CROWD_TICK_SECONDS, TICK_SECONDS


@dataclass
class Clock:
    """A monotonic clock that `sleep` moves."""

    now: float = 100.0

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(pacing, "monotonic", lambda: clock.now)
    monkeypatch.setattr(pacing, "sleep", clock.sleep)
    return clock


@pytest.fixture
def selector() -> Iterator[PacedSelector]:
    ours, theirs = socket.socketpair()
    with ours, theirs, PacedSelector() as selector:
        selector.register(ours, selectors.EVENT_READ)
        theirs.send(b"something to read")
        yield selector


def test_the_first_look_after_a_pause_is_at_once(clock: Clock, selector: PacedSelector) -> None:
    assert len(selector.select(1.0)) == 1
    assert clock.now == 100.0
    clock.now += PACE_SECONDS
    assert len(selector.select(1.0)) == 1
    assert clock.now == 100.0 + PACE_SECONDS


@pytest.mark.parametrize("timeout", [None, 1.0])
def test_the_next_look_waits_for_what_comes_meanwhile(
    clock: Clock, selector: PacedSelector, timeout: float | None
) -> None:
    selector.select(timeout)
    assert len(selector.select(timeout)) == 1
    assert clock.now == pytest.approx(100.0 + PACE_SECONDS)


def test_a_timer_waits_for_it_a_little_at_most(clock: Clock, selector: PacedSelector) -> None:
    selector.select(1.0)
    assert len(selector.select(PACE_SECONDS / 4)) == 1
    assert clock.now == pytest.approx(100.0 + PACE_SECONDS / 4 + LATE_SECONDS)


@pytest.mark.parametrize("passed", [0.0, PACE_SECONDS, 0.020])
def test_while_a_tick_is_waited_for_what_comes_is_read_just_before_it(
    clock: Clock, selector: PacedSelector, passed: float
) -> None:
    selector.tick_seconds = 0.033
    selector.select(0)
    clock.now += passed
    assert len(selector.select(0.0329 - passed)) == 1
    assert clock.now == pytest.approx(100.0329)


@pytest.mark.parametrize("passed", [PACE_SECONDS, 0.020, 0.033, 1.0])
def test_a_timer_that_is_no_tick_delays_nothing(clock: Clock, selector: PacedSelector, passed: float) -> None:
    selector.tick_seconds = 0.033
    selector.select(0)
    clock.now += passed
    assert len(selector.select(max(0.001, 0.034 - passed))) == 1
    assert clock.now == 100.0 + passed


def test_a_loop_that_has_something_to_do_does_not_wait(clock: Clock, selector: PacedSelector) -> None:
    for _ in range(3):
        assert len(selector.select(0)) == 1
    assert clock.now == 100.0


async def test_the_loop_is_told_how_far_apart_ticks_are_where_there_are_people(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.broadcast.CROWD", 1)
    told: list[float] = []
    async with house("Class", "Pair", "Empty", expect_ticks=told.append) as server:
        link = server.link
        async with foreigners(link, 2) as (ann, bob):
            await ann.join()
            assert told[-1] == TICK_SECONDS
            await bob.join()
            assert told[-1] == CROWD_TICK_SECONDS
            async with foreigners(dataclasses.replace(link, board="Pair")) as (eve,):
                await eve.join()
                assert told[-1] == TICK_SECONDS
            await until(lambda: told[-1] == CROWD_TICK_SECONDS)
            await bob.hang_up()
            await until(lambda: told[-1] == TICK_SECONDS)
        await until(lambda: told[-1] == 0.0)


def test_time_passes_as_long_as_somebody_looks(clock: Clock) -> None:
    waking = waking_time()
    begin = waking()
    for _ in range(10):
        clock.now += ASLEEP_SECONDS / 2
        waking()
    assert waking() - begin == pytest.approx(5 * ASLEEP_SECONDS)


def test_an_hour_for_which_the_process_did_not_run_is_no_time(clock: Clock) -> None:
    waking = waking_time()
    clock.now += 1.0
    before = waking()
    clock.now += 3600.0
    assert waking() == before
    clock.now += 1.0
    assert waking() == before + 1.0


def test_a_deadline_keeps_what_was_left_of_it_when_the_clock_jumps(monkeypatch: pytest.MonkeyPatch) -> None:
    jumped = 0.0
    monkeypatch.setattr(pacing, "monotonic", lambda: time.monotonic() + jumped)

    async def jump() -> bool:
        nonlocal jumped
        due = asyncio.Event()
        asyncio.get_running_loop().call_later(30.0, due.set)
        jumped = 3600.0
        for _ in range(20):
            await asyncio.sleep(0.001)
        return due.is_set()

    with asyncio.Runner(loop_factory=ServerLoop) as runner:
        assert not runner.run(jump())
