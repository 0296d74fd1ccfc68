"""Clocks that jump by an hour, at the server and at somebody's app: nobody is cut off for it, and nothing is lost."""

from __future__ import annotations

import asyncio
import math
import os
import tempfile
from pathlib import Path

from tests.doubles.clocks import BOTH_FORWARD, WALL_BACK, WALL_FORWARD
from tests.doubles.lasting_server import LastingServer
from tests.doubles.lone_drawer import LoneDrawer, lone_drawer
from tests.doubles.patience import PATIENCE

from .drawers import Drawer, agreed, drawing, lost, on_board
from .figures import Figure
from .length import Length

PROGRAM = "tests.doubles.clocks"
WAKING_SECONDS = 1.5
"""An app that was not cut off by then will not be."""

JUMPS = (WALL_FORWARD, WALL_BACK, BOTH_FORWARD)


async def run(length: Length) -> list[Figure]:
    people, after, rounds = length.of((5, 1.0, 1), (20, 2.0, 1), (50, 12.0, 3))
    with tempfile.TemporaryDirectory() as folder:
        async with LastingServer(Path(folder), program=(PROGRAM, "server")) as server:
            crew = [Drawer(f"C{number}", seed=number) for number in range(people)]
            async with lone_drawer(server.link, PROGRAM) as lone, on_board(crew, [server.link] * people):
                await lone.online()
                for one in crew:
                    one.person.reports.clear()  # how they came is another matter
                async with drawing(crew, every=0.5):
                    for jump in JUMPS * rounds:
                        os.kill(server.pid, jump)
                        await asyncio.sleep(after)
                    cut = sum(_cut(one) for one in crew) + _gone(lone)
                    for jump in (WALL_FORWARD, WALL_BACK) * rounds:
                        os.kill(lone.process.pid, jump)
                        await asyncio.sleep(after)
                    gone = _gone(lone)
                    os.kill(lone.process.pid, BOTH_FORWARD)  # an hour without a word: it takes its server for dead
                    awake = await _back(lone)
                drawn = await lone.drawn()
                together = await agreed(crew, also=drawn)
                missing = lost(crew) + len(set(drawn) - {element.id for element in crew[0].person.document})
        said = [line for line in server.lines if "Traceback" in line or " error: " in line]
    jumps = f"{len(JUMPS) * rounds} jumps of an hour"
    return [
        Figure("clock", f"of {people + 1} people cut off by {jumps} of the server's clocks", cut, 0),
        Figure("clock", f"times that an app lost its server by {2 * rounds} such jumps of its wall clock", gone, 0),
        Figure("clock", "until an app that slept for an hour is on the board", awake, 4.0, "s", timed=True),
        Figure("clock", "strokes lost", missing + math.isnan(together), 0),
        Figure("clock", "exceptions of the server", len(said), 0),
    ]


def _cut(drawer: Drawer) -> bool:
    return any(report.sentence for report in drawer.person.reports)


def _gone(lone: LoneDrawer) -> int:
    return max(0, lone.phases.count("online") - 1)


async def _back(lone: LoneDrawer) -> float:
    """How long it takes from now until it is on the board, perhaps again; nan if it is not."""
    loop = asyncio.get_running_loop()
    begin, heard, back = loop.time(), len(lone.phases), 0.0
    while loop.time() < begin + (WAKING_SECONDS if lone.phases[-1] == "online" else PATIENCE):
        if len(lone.phases) > heard and lone.phases[-1] == "online":
            heard, back = len(lone.phases), loop.time() - begin
        await asyncio.sleep(0.01)
    return back if lone.phases[-1] == "online" else math.nan
