"""Twenty draw, people come and go: memory, descriptors and database stay as large as the board makes them."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from time import perf_counter

from tests.bench.usage import resident_mb
from tests.doubles.lasting_server import LastingServer

from .crowd import crowd
from .database import bytes_of, copy_of
from .figures import Figure
from .length import Length

DRAWERS = 20
GUESTS = 10
TURN_SECONDS = 5.0


async def run(length: Length) -> list[Figure]:
    seconds = length.of(6.0, 2 * 60.0, 20 * 60.0)
    turn = length.of(1.5, TURN_SECONDS, TURN_SECONDS)
    with tempfile.TemporaryDirectory() as folder:
        async with LastingServer(Path(folder), "Board", "--open", "--log-level", "warning") as server:
            begin, turns, delivered = perf_counter(), 0, 1.0
            files = memory = more_files = more_memory = 0.0
            while perf_counter() - begin < seconds:
                people = await crowd(server.link, DRAWERS)
                guests = await crowd(server.link, GUESTS)
                delivered = min(delivered, (await people.draw(DRAWERS, turn)).delivered)
                if turns == 0:
                    files, memory = _files(server.pid), resident_mb(server.pid)
                more_files, more_memory = _files(server.pid) - files, resident_mb(server.pid) - memory
                people.leave()
                guests.leave()
                turns += 1
        with copy_of(Path(folder)) as database:
            (live,) = database.execute("SELECT coalesce(sum(length(body)), 0) FROM element").fetchone()
        on_disk = bytes_of(Path(folder))
    return [
        Figure("soak", f"share of points that were not delivered, {seconds:.0f} s", 1.0 - delivered, 0),
        Figure("soak", "descriptors more than at first", more_files, 0),
        Figure("soak", "memory more than at first, over twice what was drawn", more_memory - 2 * live / 1e6, 20, "MB"),
        Figure("soak", "database over twice the live state", on_disk / 1e6 - 2 * live / 1e6, 8, "MB"),
    ]


def _files(pid: int) -> int:
    return len(os.listdir(f"/proc/{pid}/fd"))
