"""Waiting in tests: for a condition, never for a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

PATIENCE = 40.0
"""Seconds: many times what anything takes, because machines that run tests stall. It is spent on failures alone."""


async def until(condition: Callable[[], object], seconds: float = PATIENCE, what: str = "") -> None:
    """Return as soon as the condition holds; AssertionError if it does not within so many seconds."""
    loop = asyncio.get_running_loop()
    limit = loop.time() + seconds
    while not condition():
        assert loop.time() < limit, f"waited {seconds} s in vain" + (f" for {what}" if what else "")
        await asyncio.sleep(0.005)
