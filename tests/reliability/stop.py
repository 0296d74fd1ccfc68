"""A machine sleeps for a while, the server's or somebody's own: nobody is sent away, nothing is lost, it is said."""

from __future__ import annotations

import asyncio
import math
import os
import signal
import tempfile
from pathlib import Path

from tests.doubles.lasting_server import LastingServer
from tests.doubles.lone_drawer import lone_drawer
from tests.doubles.patience import PATIENCE, until
from whiteboard.net.status import Phase

from .drawers import Drawer, agreed, drawing, lost, on_board
from .figures import Figure
from .length import Length


async def run(length: Length) -> list[Figure]:
    asleep = length.of(1.5, 5.0, 30.0)
    with tempfile.TemporaryDirectory() as folder:
        async with LastingServer(Path(folder)) as server:
            people = [Drawer(f"P{number}", seed=number) for number in range(5)]
            async with lone_drawer(server.link) as lone, on_board(people, [server.link] * 5):
                await lone.online()
                async with drawing(people, every=0.05):
                    await asyncio.sleep(0.3)
                    await _sleep(server.pid, asleep)
                    awake = asyncio.get_running_loop().time()
                    untold = sum(not one.person.connection.sentence for one in people)
                    await until(lambda: all(one.person.online for one in people), 2 * PATIENCE, "all to be back")
                    back = asyncio.get_running_loop().time() - awake
                    await _sleep(lone.process.pid, asleep)
                    await lone.online()
                drawn = await lone.drawn()
                together = await agreed(people, also=drawn)
                missing = lost(people) + len(set(drawn) - {element.id for element in people[0].person.document})
                fatal = sum(one.person.connection.phase is Phase.REFUSED for one in people)
                fatal += "refused" in lone.phases
    figures = [
        Figure("stop", f"strokes lost, the server and one app asleep for {asleep:g} s each", missing, 0),
        Figure("stop", "people who were sent away for good", fatal, 0),
        Figure("stop", "until all are back after the server woke up", back, 4.0, "s", timed=True),
        Figure("stop", "people who do not agree at the end", math.isnan(together), 0),
    ]
    if length is Length.LONG:  # time enough for everybody to give the server up
        figures.append(Figure("stop", "people who were not told that the server does not answer", untold, 0))
    return figures


async def _sleep(pid: int, seconds: float) -> None:
    os.kill(pid, signal.SIGSTOP)
    try:
        await asyncio.sleep(seconds)
    finally:
        os.kill(pid, signal.SIGCONT)
