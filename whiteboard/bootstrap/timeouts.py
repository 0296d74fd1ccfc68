"""Mends asyncio.timeout of Python 3.11.0 to 3.11.2, which is the Python of Debian 12.

There a timeout that runs out raises CancelledError instead of TimeoutError whenever a cancellation is still counted in
its task, and a TaskGroup whose task failed leaves one counted. The app would never come back after a lost connection.
Python 3.11.3 compares with the count at the start (gh-102780); so does this. Held by tests/setup/test_timeouts.py.
"""

from __future__ import annotations

import sys
from typing import Any

MENDED_IN = (3, 11, 3)


def mend() -> None:
    """Change asyncio of this process, its libraries' use of it included; nothing where it is mended already."""
    if sys.version_info >= MENDED_IN:
        return
    import asyncio

    Timeout: Any = asyncio.timeouts.Timeout
    if hasattr(Timeout, "_enter_unmended"):
        return
    Timeout._enter_unmended, Timeout._leave_unmended = Timeout.__aenter__, Timeout.__aexit__

    async def enter(self: Any) -> Any:
        task = asyncio.current_task()
        self._cancelling = task.cancelling() if task else 0
        return await self._enter_unmended()

    async def leave(self: Any, kind: Any, error: Any, trace: Any) -> Any:
        ran_out = self.expired()
        handled = await self._leave_unmended(kind, error, trace)
        if ran_out and kind is asyncio.CancelledError and self._task.cancelling() <= self._cancelling:
            raise TimeoutError from error
        return handled

    Timeout.__aenter__, Timeout.__aexit__ = enter, leave
