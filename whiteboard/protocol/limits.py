"""The limits of the protocol: what a server accepts and a client may rely on."""

from __future__ import annotations

PROTOCOL = 1
"""The version of the protocol. A server refuses what it does not speak with `too_old` or `too_new`."""

DEFAULT_PORT = 7440

MAX_MESSAGE_BYTES = 2 * 1024 * 1024
"""The largest packet either side sends or accepts; snapshots travel over HTTP."""

MAX_OPS = 10_000
"""Operations in one edit."""

MAX_ELEMENTS = 1_000_000
"""Elements on one board."""

MAX_TRAIL_POINTS_PER_MESSAGE = 1_000
MAX_TRAILS_PER_MEMBER = 12
"""Strokes that one member draws at once: ten fingers and two pens."""

MAX_NAME_LENGTH = 60
"""Letters in a person's name."""

MAX_BOARD_NAME_LENGTH = 80
MAX_MEMBERS = 400
"""People on one board at once."""

MAX_WAITING = 100
"""People who wait to be let in by the host of one board."""

FLUSH_SECONDS = 0.016
"""A client sends what it has at most this often."""

TICK_SECONDS = 0.016
CROWD_TICK_SECONDS = 0.033
CROWD = 10
"""A server sends a board's members a tick at most this often; the longer interval above CROWD members (SPEC F1)."""

HEAD_SECONDS = 2.0
"""A quiet server repeats its newest sequence number this often (SPEC S8)."""

EPHEMERAL_SECONDS = 10.0
"""Cursors and trails vanish after this long without news (SPEC L4)."""

MAX_ASSET_BYTES = 16 * 1024 * 1024
"""The largest picture on a board, as a file."""

MAX_ASSET_PIXELS = 50_000_000
MAX_ASSET_SIDE = 16_384
"""The largest picture when it is unpacked."""

MAX_BOARD_ASSET_BYTES = 1024 * 1024 * 1024
"""All pictures of a board together."""
