"""Puts ticks together: entries as the bytes that the log has, everything else encoded once for all who get it."""

from __future__ import annotations

from collections.abc import Sequence

from whiteboard.protocol.codec import to_json
from whiteboard.protocol.messages import Tick

from .board_log import Row
from .link import Ready

MAX_TICK_BYTES = 128 * 1024
"""A tick takes this much of the log at most, or one entry that is larger; the rest follows in the next.

So much is the memory that a member costs who stops reading."""


def tick_of(shell: Tick, rows: Sequence[Row]) -> Ready:
    """The packet of a tick. `shell` is everything but the edits, with the seq and hash of the last row."""
    payload = to_json(shell)
    if rows:
        payload = b'%b,"edits":[%b]}' % (payload[:-1], b",".join([row.body for row in rows]))
    return Ready(b"tick", payload)
