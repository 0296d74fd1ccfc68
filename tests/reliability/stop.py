"""The server's machine sleeps for a while: nobody is cut off for it, and nothing is lost."""

from __future__ import annotations

import asyncio
import math
import os
import signal
import tempfile
from pathlib import Path

from tests.doubles.lasting_server import LastingServer
from whiteboard.net.status import Phase

from .drawers import Drawer, agreed, drawing, lost, on_board
from .figures import Figure


async def run(long: bool) -> list[Figure]:
    asleep = 30.0 if long else 1.5
    with tempfile.TemporaryDirectory() as folder:
        async with LastingServer(Path(folder)) as server:
            people = [Drawer(f"P{number}", seed=number) for number in range(5)]
            async with on_board(people, [server.link] * 5):
                async with drawing(people, every=0.05):
                    await asyncio.sleep(0.3)
                    os.kill(server.pid, signal.SIGSTOP)
                    await asyncio.sleep(asleep)
                    os.kill(server.pid, signal.SIGCONT)
                together = await agreed(people)
                missing = lost(people) + math.isnan(together)
                fatal = sum(one.person.connection.phase is Phase.REFUSED for one in people)
    return [
        Figure("stop", f"strokes lost while the server slept for {asleep:g} s", missing, 0),
        Figure("stop", "people who were sent away for good", fatal, 0),
        Figure("stop", "together again after it woke up", together, 4.0, "s", timed=True),
    ]
