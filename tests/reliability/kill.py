"""kill -9 of the server under ten writers, again and again: nothing that it acknowledged may be lost (SPEC P2)."""

from __future__ import annotations

import asyncio
import random
import tempfile
from pathlib import Path

from tests.doubles.lasting_server import LastingServer

from .database import copy_of, damage, ids
from .drawers import Drawer, agreed, drawing, lost, on_board
from .figures import Figure
from .length import Length

WRITERS = 10


async def run(length: Length) -> list[Figure]:
    kills = length.of(4, 20, 200)
    chance = random.Random(1)
    missing = broken = 0
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        async with LastingServer(data) as server:
            writers = [Drawer(f"W{number}", seed=number) for number in range(WRITERS)]
            async with on_board(writers, [server.link] * WRITERS):
                for _ in range(kills):
                    async with drawing(writers, every=0.03):
                        await asyncio.sleep(chance.uniform(0.2, 0.6))
                        acknowledged = {id for writer in writers for id in writer.confirmed}
                        await server.kill()
                    with copy_of(data) as database:
                        missing += len(acknowledged - ids(database))
                        broken += damage(database)
                    await server.start()
                    for writer in writers:
                        await writer.person.arrive()
                together = await agreed(writers)
    return [
        Figure("kill", f"acknowledged edits lost in {kills} kills under {WRITERS} writers", missing, 0),
        Figure("kill", "damage to the database, holes and doubles in the log", broken, 0),
        Figure("kill", "strokes that somebody drew and somebody lacks at the end", lost(writers), 0),
        Figure("kill", "time until all agree at the end", together, 4.0, "s", timed=True),
    ]
