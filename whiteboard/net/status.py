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
    that of a server whose certificate is not known, or not the one that is, for the person to decide.
    """

    phase: Phase = Phase.OFFLINE
    transport: str = ""
    round_trip: float | None = None
    unsent: int = 0
    sentence: str = ""
    refusal: Refusal | None = None
    fingerprint: str = ""
