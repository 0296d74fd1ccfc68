"""What starting costs: the app until its first frame with a board, and the server with a board in memory."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from tests.bench import runner
from tests.bench.handwriting import handwriting
from tests.bench.usage import cpu_seconds, resident_mb
from tests.doubles.lasting_server import ROOT, LastingServer
from tests.doubles.patience import until
from tests.doubles.person import Person
from whiteboard.files import portable
from whiteboard.model.document import Document
from whiteboard.model.geometry import Rect

STROKES = 1000
AREA = Rect(0, 0, 1920, 1080)


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--runs", type=int, default=5, help="starts of the app in each case (default 5)")


def measure(given: argparse.Namespace) -> list[runner.Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lesson = folder / f"lesson{portable.SUFFIX}"
        portable.write(lesson, "Lesson", Document(handwriting(STROKES, (AREA,))))
        rows: list[runner.Row] = [
            app_row("app, new board", given.runs, folder, fresh=True),
            app_row("app, the same board again", given.runs, folder, fresh=False),
            app_row(f"app, file of {STROKES} strokes", given.runs, folder, str(lesson), fresh=True),
        ]
        rows.append(asyncio.run(server_row(folder / "server")))
        return rows


def app_row(what: str, runs: int, folder: Path, *arguments: str, fresh: bool) -> runner.Row:
    """The median of some starts, after one that does not count."""
    taken = []
    for number in range(runs + 1):
        data = folder / (f"{what} {number}" if fresh else what)
        taken.append(first_frame("--data", str(data), "--size", "1920x1080", *arguments))
        print(what, taken[-1], flush=True)
    cpu = [each["cpu_s"] for each in taken[1:]]
    wall = [each["wall_s"] for each in taken[1:]]
    return {"what": what, "cpu_s": statistics.median(cpu), "wall_s": statistics.median(wall), "worst_cpu_s": max(cpu)}


def first_frame(*arguments: str) -> dict[str, float]:
    """Seconds of processor and of the clock from the start of a process to its first frame with a board."""
    command = [sys.executable, "-m", "tests.bench.first_frame", str(perf_counter()), *arguments]
    environ = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "WHITEBOARD_LOOPBACK": "1"}
    child = subprocess.run(command, env=environ, cwd=ROOT, stdout=subprocess.PIPE, timeout=60, check=True)
    found: dict[str, float] = json.loads(child.stdout.splitlines()[-1])
    return found


async def server_row(data: Path) -> runner.Row:
    """A server that has just loaded a board of so many strokes from its disk, with one member."""
    ann = Person("Ann", handwriting(STROKES, (AREA,)), attached=False)
    ann.editor.replica.attach()
    async with LastingServer(data) as server, ann.on_board(server.link):
        await until(lambda: ann.settled, 20)
        await server.stop()
        await server.start()
        cpu = cpu_seconds(server.pid)
        await until(lambda: ann.settled, 20)
        return {"what": f"server, {STROKES} strokes", "cpu_s": cpu, "rss_mb": resident_mb(server.pid)}


if __name__ == "__main__":
    runner.run("startup", measure, options)
