"""The end of a connection for which its client is told a reason."""

from __future__ import annotations

from whiteboard.protocol.messages import Refused
from whiteboard.protocol.refusal import Refusal


class Goodbye(Exception):
    """What a client sent cannot be answered but by `refused` and the end of its connection."""

    def __init__(self, code: Refusal, why: str, retry_after: float | None = None) -> None:
        super().__init__(f"{code}: {why}")
        self.refused = Refused(code=code, why=why, retry_after=retry_after)
