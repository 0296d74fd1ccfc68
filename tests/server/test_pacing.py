"""The server's selector: messages that come close together are read together, and nothing else waits for it."""

from __future__ import annotations

import selectors
import socket
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from server import pacing
from server.pacing import LATE_SECONDS, PACE_SECONDS, PacedSelector


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


def test_a_loop_that_has_something_to_do_does_not_wait(clock: Clock, selector: PacedSelector) -> None:
    for _ in range(3):
        assert len(selector.select(0)) == 1
    assert clock.now == 100.0
