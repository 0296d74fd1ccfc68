"""Why a server says no, and what a client does about it."""

from __future__ import annotations

from enum import StrEnum


class Refusal(StrEnum):
    """The codes of refusals (SPEC, "Refusals")."""

    TOO_OLD = "too_old"
    TOO_NEW = "too_new"
    WRONG_CODE = "wrong_code"
    REMOVED = "removed"
    GONE = "gone"
    PLAIN = "plain"

    RESTARTING = "restarting"
    SLOW = "slow"
    GAP = "gap"
    SUPERSEDED = "superseded"
    FULL = "full"
    GUESSING = "guessing"
    BAD_MESSAGE = "bad_message"

    INVALID = "invalid"
    TOO_LARGE = "too_large"
    FORBIDDEN = "forbidden"
    LOCKED = "locked"
    EXISTS = "exists"
    QUOTA = "quota"
    STORAGE = "storage"


FATAL = frozenset(
    {Refusal.TOO_OLD, Refusal.TOO_NEW, Refusal.WRONG_CODE, Refusal.REMOVED, Refusal.GONE, Refusal.PLAIN},
)
"""A client explains these and does not try again by itself."""

RETRY = frozenset(
    {
        Refusal.RESTARTING,
        Refusal.SLOW,
        Refusal.GAP,
        Refusal.SUPERSEDED,
        Refusal.FULL,
        Refusal.GUESSING,
        Refusal.BAD_MESSAGE,
    }
)
"""A client comes back after these, with jittered backoff, no sooner than `retry_after`."""

OF_EDITS = frozenset(Refusal) - FATAL - RETRY
"""These refuse one edit; the connection stays and the person sees what was refused."""
