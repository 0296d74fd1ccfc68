"""When the server's loop looks at its sockets, and how it counts time.

Messages that come within the same few milliseconds are read together, as network cards do with interrupts. Waking up
for each message of a class that draws costs several times what is done for the message: the system has to switch to
this process and back, and finds the processor's caches cold. Ticks are further apart than this anyway, and what comes
while one is waited for is read just before it: nobody would be told earlier.

Time during which the process did not run does not count: after a night in a closed laptop, or an hour that a clock has
jumped, nobody's answer is overdue, and what came meanwhile is read first.
"""

from __future__ import annotations

import asyncio
import selectors
import sys
from collections.abc import Callable
from time import monotonic, sleep  # noqa: TID251  # this is the one place where the loop itself waits

from whiteboard.protocol.limits import HEAD_SECONDS

if sys.platform == "win32":
    SystemLoop = asyncio.ProactorEventLoop
else:
    SystemLoop = asyncio.SelectorEventLoop

PACE_SECONDS = 0.008
"""Sockets are looked at this often at most. The first message after a pause is read at once."""

LATE_SECONDS = 0.002
"""A timer may come this much late, so that the ticks of several boards share a wake-up."""

ASLEEP_SECONDS = 2.0 * HEAD_SECONDS
"""Who has not looked at the clock for so long was not running: each board wakes the loop every HEAD_SECONDS."""


class PacedSelector(selectors.DefaultSelector):
    """Waits a moment before it looks again, even if the loop wants to be back a little earlier.

    If a timer is due within `tick_seconds` of the last look, the next look is then. So a class that draws is read once
    a tick, most with two messages, and its edits, which are to be stored first, go out with the tick after that. (To
    look 5 or 10 ms before the tick, too, brings them as early as looks every 8 ms, and costs as much.)
    """

    tick_seconds = 0.0
    _looked = float("-inf")

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None or timeout > 0.0:
            passed = monotonic() - self._looked
            rest = PACE_SECONDS - passed
            if timeout is not None and rest < timeout <= self.tick_seconds - passed:
                rest = timeout
            if rest > 0.0:
                if timeout is not None:
                    rest = min(rest, timeout + LATE_SECONDS)
                    timeout = max(0.0, timeout - rest)
                sleep(rest)
        events: list[tuple[selectors.SelectorKey, int]] = super().select(timeout)
        self._looked = monotonic()
        return events


def waking_time() -> Callable[[], float]:
    """A clock: seconds of the monotonic one, without the stretches for which nobody looked at it."""
    seen, asleep = monotonic(), 0.0

    def time() -> float:
        nonlocal seen, asleep
        now = monotonic()
        if now - seen > ASLEEP_SECONDS:
            asleep += now - seen
        seen = now
        return now - asleep

    return time


class ServerLoop(SystemLoop):
    """asyncio's loop of this system, with its time counted as said above."""

    def __init__(self) -> None:
        self.time = waking_time()  # type: ignore[method-assign]  # one call less for every message
        self._paced = PacedSelector()
        if sys.platform == "win32":
            super().__init__()
        else:
            super().__init__(self._paced)

    def expect_ticks(self, seconds: float) -> None:
        """Nobody is sent anything more often than this: what comes may wait so long for the next timer."""
        self._paced.tick_seconds = seconds
