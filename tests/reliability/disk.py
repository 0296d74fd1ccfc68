"""A disk that takes nothing more: the board says so, drawing goes on, and all is kept when there is room again (P3)."""

from __future__ import annotations

import asyncio
import math
import resource
import tempfile
from pathlib import Path

from tests.doubles.foreigner import foreigners
from tests.doubles.lasting_server import LastingServer
from tests.doubles.patience import PATIENCE

from .database import copy_of, damage, ids
from .drawers import Drawer, agreed, drawing, lost, on_board
from .figures import Figure
from .length import Length


async def run(length: Length) -> list[Figure]:
    times = length.of(1, 3, 10)
    said = healed = 0.0
    together = math.nan
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        async with LastingServer(data, "Board", "--open") as server, foreigners(server.link) as (witness,):
            people = [Drawer(f"D{number}", seed=number) for number in range(3)]
            await witness.join()
            async with on_board(people, [server.link] * 3):
                for _ in range(times):
                    async with drawing(people, every=0.05):
                        await asyncio.sleep(0.5)
                        _limit_files(server.pid, 1)
                        said = max(said, await _until_said(lambda: _state(witness) != ""))
                        await asyncio.sleep(0.5)
                        _limit_files(server.pid, resource.RLIM_INFINITY)
                        healed = max(healed, await _until_said(lambda: _state(witness) == ""))
                    together = await agreed(people)
                missing = lost(people) + math.isnan(together)
        with copy_of(data) as database:
            broken = damage(database) + len({id for one in people for id in one.drawn} - ids(database))
    return [
        Figure("disk", f"until the board says that nothing can be stored ({times} times)", said, 1.0, "s", timed=True),
        Figure("disk", "until it says that it can, once there is room", healed, 3.0, "s", timed=True),
        Figure("disk", "strokes lost, of those drawn before, meanwhile and after", missing, 0),
        Figure("disk", "damage to the database, holes, doubles, strokes missing", broken, 0),
    ]


def _limit_files(pid: int, size: int) -> None:
    """No file may grow beyond this size: for SQLite that is a disk that takes nothing."""
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def _state(witness: object) -> str:
    said = [tick["read_only"] for tick in witness.of("tick") if "read_only" in tick]  # type: ignore[attr-defined]
    return said[-1] if said else ""


async def _until_said(condition: object) -> float:
    loop = asyncio.get_running_loop()
    begin = loop.time()
    while loop.time() < begin + PATIENCE:
        if condition():  # type: ignore[operator]
            return loop.time() - begin
        await asyncio.sleep(0.01)
    return math.nan
