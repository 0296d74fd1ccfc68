"""What a server holds for the people on it: descriptors and tasks."""

from __future__ import annotations

import asyncio
import os
from typing import NamedTuple

from tests.doubles.lasting_server import LastingServer
from tests.doubles.task_count import tasks_of

EVERY_SECONDS = 0.05


class Held(NamedTuple):
    """So many descriptors and tasks."""

    files: int
    tasks: int

    def over(self, other: Held) -> Held:
        """What it is more than the other, at least nothing."""
        return Held(max(0, self.files - other.files), max(0, self.tasks - other.tasks))


async def held(server: LastingServer) -> Held:
    """By a server that runs in `task_count.PROGRAM`."""
    return Held(files_of(server.pid), await tasks_of(server))


def files_of(pid: int) -> int:
    return len(os.listdir(f"/proc/{pid}/fd"))


async def left(server: LastingServer, before: Held, seconds: float) -> Held:
    """What it still holds more than before, after so many seconds at most; as soon as that is nothing."""
    more = (await held(server)).over(before)
    for _ in range(round(seconds / EVERY_SECONDS)):
        if not any(more):
            break
        await asyncio.sleep(EVERY_SECONDS)
        more = (await held(server)).over(before)
    return more
