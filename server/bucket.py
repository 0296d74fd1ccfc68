"""A token bucket for what one client sends: who is over the limit is read more slowly, never cut off (SPEC F5)."""

from __future__ import annotations

MESSAGES_A_SECOND = 300.0
MESSAGES_AT_ONCE = 900.0
BYTES_A_SECOND = 1024.0 * 1024
BYTES_AT_ONCE = 8.0 * 1024 * 1024
"""Three streams of sixty messages a second are normal; a burst of pending edits comes after hours offline."""


class Bucket:
    """Counts messages and bytes of one session. Times are seconds of a monotonic clock."""

    def __init__(self, now: float) -> None:
        self._messages = MESSAGES_AT_ONCE
        self._bytes = BYTES_AT_ONCE
        self._at = now

    def take(self, size: int, now: float) -> float:
        """A message of so many bytes came; returns for how many seconds nothing more should be read."""
        passed, self._at = now - self._at, now
        messages, bytes = self._messages + passed * MESSAGES_A_SECOND, self._bytes + passed * BYTES_A_SECOND
        self._messages = messages = (messages if messages < MESSAGES_AT_ONCE else MESSAGES_AT_ONCE) - 1.0
        self._bytes = bytes = (bytes if bytes < BYTES_AT_ONCE else BYTES_AT_ONCE) - size
        if messages >= 0.0 and bytes >= 0.0:
            return 0.0
        return max(-self._messages / MESSAGES_A_SECOND, -self._bytes / BYTES_A_SECOND)
