"""How long to wait before the next try: ever longer, with full jitter, so that a class does not come back at once."""

from __future__ import annotations

from collections.abc import Callable

SHORTEST = 0.2
LONGEST = 5.0

LONGEST_AT_FIRST = 1.6
RESTART_TRIES = 24
"""A host that says at once that nobody listens there may be starting its server again: so many tries, 20 s or so, come
without a longer pause than this. They cost a machine without a server nothing, and one with a server lets in a class
that is spread over such a time."""


def delay(attempt: int, chance: Callable[[], float], *, refused: bool = False) -> float:
    """Seconds to wait before try `attempt` (0: the first after a failure). `chance` gives numbers within 0..1.

    `refused`: the last try had its answer at once: nobody listens.
    """
    longest = LONGEST_AT_FIRST if refused and attempt < RESTART_TRIES else LONGEST
    ceiling = min(longest, SHORTEST * 2.0 ** min(attempt + 1, 16))
    return SHORTEST + (ceiling - SHORTEST) * chance()
