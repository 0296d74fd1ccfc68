"""What can go wrong between this app and a server, as values; the words for it are in `sentences.py`."""

from __future__ import annotations

from enum import StrEnum

from whiteboard.protocol.refusal import FATAL, Refusal


class Trouble(StrEnum):
    """Why there is no connection, where no server has said why."""

    NO_NETWORK = "no_network"
    NO_SUCH_HOST = "no_such_host"
    NOBODY_THERE = "nobody_there"
    NO_ANSWER = "no_answer"
    UNENCRYPTED = "unencrypted"
    HUNG_UP = "hung_up"
    UNKNOWN_CERTIFICATE = "unknown_certificate"
    OTHER_CERTIFICATE = "other_certificate"
    NOT_VOUCHED = "not_vouched"
    NOT_WHITEBOARD = "not_whiteboard"
    BLOCKED = "blocked"
    SILENT = "silent"
    CUT = "cut"
    UNREADABLE = "unreadable"
    NO_SNAPSHOT = "no_snapshot"


class HostingTrouble(StrEnum):
    """Why a board cannot be shared, or not as usual."""

    PORT_TAKEN = "port_taken"
    NOT_PERMITTED = "not_permitted"
    NOT_STARTED = "not_started"
    TOO_SLOW = "too_slow"
    ENDED = "ended"
    CRASHED = "crashed"
    CRASHING = "crashing"
    UNREACHABLE = "unreachable"
    ALONE = "alone"


FINAL = FATAL | {Trouble.UNKNOWN_CERTIFICATE, Trouble.OTHER_CERTIFICATE}
"""A person has to decide first."""


class Failed(Exception):
    """There is no connection, or no longer. `what` says why; `why` holds the server's own words, for logs.

    `fingerprint` is that of the certificate that was shown, where it was not the one that was expected.
    """

    def __init__(
        self, what: Trouble | Refusal, why: str = "", *, retry_after: float = 0.0, fingerprint: str = ""
    ) -> None:
        super().__init__(f"{what.value}: {why}" if why else what.value)
        self.what = what
        self.why = why
        self.retry_after = retry_after
        self.fingerprint = fingerprint

    @property
    def refusal(self) -> Refusal | None:
        return self.what if isinstance(self.what, Refusal) else None

    @property
    def fatal(self) -> bool:
        """Whether trying again would get the same answer (SPEC, "Refusals")."""
        return self.what in FINAL
