"""A place on the wire where somebody may listen to what goes in and out. It costs nothing while nobody does."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passed:
    """A Socket.IO packet that went by, at so many seconds since 1970. It may hold secrets: do not show it as it is."""

    at: float
    incoming: bool
    packet: str


class Tap:
    """`hear` is told of every packet, in order; it must be quick. None: nobody listens."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self.hear: Callable[[Passed], None] | None = None
        self._clock = clock

    def pass_by(self, packet: str, *, incoming: bool) -> None:
        if self.hear is not None:
            self.hear(Passed(self._clock(), incoming, packet))
