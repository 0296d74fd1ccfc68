"""How long to wait before the next try: ever longer, with full jitter, so that a class does not come back at once."""

from __future__ import annotations

from collections.abc import Callable

SHORTEST = 0.2
LONGEST = 5.0


def delay(attempt: int, chance: Callable[[], float]) -> float:
    """Seconds to wait before try `attempt` (0: the first after a failure). `chance` gives numbers within 0..1."""
    ceiling = min(LONGEST, SHORTEST * 2.0 ** min(attempt + 1, 16))
    return SHORTEST + (ceiling - SHORTEST) * chance()
