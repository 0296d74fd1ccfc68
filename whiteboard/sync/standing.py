"""Where a replica stands towards its server: who it is there, and how much of the log it has."""

from __future__ import annotations

import msgspec


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What a replica must remember besides elements and pending edits.

    `client` is the secret id (SPEC S1), `ordinal` the number of the last hello (S7). `attached` says whether a server
    is the authority over this board; `log_id` is "" until it has answered once. The base holds the log up to `seq`,
    whose rolling hash is `hash`. `acked` is the highest cseq of mine that came back.
    """

    client: str
    ordinal: int = 0
    attached: bool = False
    log_id: str = ""
    seq: int = 0
    hash: str = ""
    acked: int = 0
