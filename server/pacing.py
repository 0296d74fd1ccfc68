"""Lets messages that come within the same few milliseconds be read together, as network cards do with interrupts.

Waking up for each message of a class that draws costs several times what is done for the message: the system has to
switch to this process and back, and finds the processor's caches cold. Ticks are further apart than this anyway.
"""

from __future__ import annotations

import asyncio
import selectors
import sys
from time import monotonic, sleep  # noqa: TID251  # this is the one place where the loop itself waits

PACE_SECONDS = 0.004
"""Sockets are looked at this often at most. The first message after a pause is read at once."""

LATE_SECONDS = 0.002
"""A timer may come this much late, so that the ticks of several boards share a wake-up."""


class PacedSelector(selectors.DefaultSelector):
    """Waits a moment before it looks again, even if the loop wants to be back a little earlier."""

    _looked = float("-inf")

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None or timeout > 0.0:
            rest = self._looked + PACE_SECONDS - monotonic()
            if rest > 0.0:
                if timeout is not None:
                    rest = min(rest, timeout + LATE_SECONDS)
                    timeout = max(0.0, timeout - rest)
                sleep(rest)
        events: list[tuple[selectors.SelectorKey, int]] = super().select(timeout)
        self._looked = monotonic()
        return events


def new_event_loop() -> asyncio.AbstractEventLoop:
    """The loop of a server."""
    if sys.platform == "win32":
        return asyncio.new_event_loop()
    return asyncio.SelectorEventLoop(PacedSelector())
