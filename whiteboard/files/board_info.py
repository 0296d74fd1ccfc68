"""What is known of a board besides what is drawn on it."""

from __future__ import annotations

from typing import NewType

import msgspec

BoardId = NewType("BoardId", str)
"""A board's id in this person's collection; made here, never sent."""


class Hosted(msgspec.Struct, frozen=True, kw_only=True):
    """How the board is shared from here: kept, so that a link that was given away works the next time.

    The code is kept by the board's server. `serving`: it is being shared, or was when the app ended without a goodbye.
    """

    name: str
    port: int = 0
    open: bool = False
    serving: bool = False


class BoardInfo(msgspec.Struct, frozen=True, kw_only=True):
    """Times are in seconds since 1970. `link` leads to the server of somebody else that the board belongs to."""

    id: BoardId
    title: str
    created: float
    opened: float
    changed: float
    link: str = ""
    hosted: Hosted | None = None
    trashed: float | None = None
