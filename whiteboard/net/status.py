"""How a session stands, as one value for the connection indicator."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from whiteboard.protocol.refusal import Refusal


class Phase(StrEnum):
    """Where a session is in its life. OFFLINE is before `run` and after it; REFUSED is final.

    WAITING: the host has to let me in.
    """

    OFFLINE = "offline"
    CONNECTING = "connecting"
    WAITING = "waiting"
    ONLINE = "online"
    RETRYING = "retrying"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Connection:
    """What there is to say about the connection.

    `transport` is "websocket", "polling" or "" (none); `round_trip` is in seconds; `unsent` counts my edits that the
    server has not confirmed; `sentence` tells a person what is wrong and what to do, "" if nothing is. `fingerprint` is
    that of the server's certificate, "" if it is not known.
    """

    phase: Phase = Phase.OFFLINE
    transport: str = ""
    round_trip: float | None = None
    unsent: int = 0
    sentence: str = ""
    refusal: Refusal | None = None
    fingerprint: str = ""

    @property
    def is_doubtful(self) -> bool:
        """Whether a person has to say first that this is the right server: its certificate is new, or another one."""
        return self.phase is Phase.REFUSED and self.refusal is None and bool(self.fingerprint)
