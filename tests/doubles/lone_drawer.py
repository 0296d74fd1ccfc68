"""Somebody in a process of their own, which may be stopped, killed or confused: draws until standard input ends.

`python -m tests.doubles.lone_drawer LINK` prints a JSON line for each state of the connection (`phase`, `sentence`) and
at the end the ids of the strokes drawn, once all of them are confirmed.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whiteboard.net.status import Connection
from whiteboard.protocol.link import Link, parse_link

from .children import kill
from .patience import PATIENCE, until
from .person import Person

ROOT = Path(__file__).resolve().parents[2]
EVERY_SECONDS = 0.05
SETTLE_SECONDS = PATIENCE


@dataclass(frozen=True, slots=True)
class LoneDrawer:
    """The process, and what it has said so far."""

    process: asyncio.subprocess.Process
    said: list[dict[str, Any]]

    @property
    def phases(self) -> list[str]:
        return [line["phase"] for line in self.said if "phase" in line]

    @property
    def sentences(self) -> set[str]:
        """All that the person was told."""
        return {line["sentence"] for line in self.said if line.get("sentence")}

    async def online(self, seconds: float = 60.0) -> None:
        await until(lambda: self.phases[-1:] == ["online"], seconds, "the lone drawer to be on the board")

    async def drawn(self) -> list[str]:
        """Let it stop; the strokes that it drew. All of them are confirmed."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        await until(lambda: "drawn" in self.said[-1], SETTLE_SECONDS + 5.0, "the lone drawer's strokes")
        return list(self.said[-1]["drawn"])


@contextlib.asynccontextmanager
async def lone_drawer(link: Link, *wrapped: str) -> AsyncIterator[LoneDrawer]:
    """Start one; `wrapped` are words before the module's name, such as another module that runs it."""
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", *wrapped, __name__, str(link)), stdin=pipe, stdout=pipe, cwd=ROOT, env=os.environ
    )
    drawer = LoneDrawer(process, [])
    async with asyncio.TaskGroup() as tasks:
        reading = tasks.create_task(_read(drawer))
        try:
            yield drawer
        finally:
            with contextlib.suppress(ProcessLookupError):
                kill(process)
            await process.wait()
            await reading


async def _read(drawer: LoneDrawer) -> None:
    assert drawer.process.stdout is not None
    while line := await drawer.process.stdout.readline():
        drawer.said.append(json.loads(line))


async def _draw(link: Link) -> None:
    person = Person("Lone")
    drawn: list[str] = []
    over = asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    seen = Connection()
    async with person.on_board(link):
        while not over.done():
            drawn.append(person.draw(100.0 * (len(drawn) % 40), 20.0 * (len(drawn) // 40)))
            await asyncio.sleep(EVERY_SECONDS)
            seen = _tell(seen, person.reports)
        await until(lambda: person.settled, SETTLE_SECONDS, "everything to be confirmed")
        _tell(seen, person.reports)
        print(json.dumps({"drawn": drawn}), flush=True)


def _tell(before: Connection, reports: list[Connection]) -> Connection:
    """Print what the person saw of the connection since the last time; returns the last of it."""
    for report in reports:
        if (before.phase, before.sentence) != (report.phase, report.sentence):
            print(json.dumps({"phase": report.phase, "sentence": report.sentence}), flush=True)
        before = report
    reports.clear()
    return before


if __name__ == "__main__":
    asyncio.run(_draw(parse_link(sys.argv[1])))
