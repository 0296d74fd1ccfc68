"""Somebody else's ink: from the pen event in one process to the painted pixel in another's window, over loopback."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from tests.bench import crowd
from tests.bench.frames import Frames
from tests.bench.handwriting import handwriting
from tests.bench.usage import cpu_seconds
from tests.doubles.lasting_server import ROOT, LastingServer
from tests.doubles.onlooker import Onlooker
from tests.doubles.patience import until
from whiteboard.bootstrap import SKIP
from whiteboard.model.geometry import Rect
from whiteboard.model.op import Put

WIDTH_PX, HEIGHT_PX = 1920, 1080
STROKES = 1000
CLEAR = (Rect(0, 0, WIDTH_PX, 440), Rect(0, 640, WIDTH_PX, HEIGHT_PX))
"""Where the board's old strokes are: off the rows of the pen."""


class Eye:
    """Watches a window for the pen's ink, sample by sample."""

    def __init__(self, person: Onlooker) -> None:
        self.seen: dict[tuple[int, int], float] = {}
        self._canvas = person.page.canvas
        self._next = (0, 0)
        self._frames = Frames(person.page, self._look)

    def _look(self, now: float) -> None:
        while self._is_ink(*self._next):
            stroke, sample = self._next
            self.seen[self._next] = now
            self._next = (stroke, sample + 1) if sample + 1 < crowd.SAMPLES else (stroke + 1, 0)

    def _is_ink(self, stroke: int, sample: int) -> bool:
        x, y = crowd.place(stroke, sample)
        color = self._frames.color_at(self._canvas, round(x), round(y))
        return color.green() < 160 and color.red() > 180


async def peer_ink(people: int, strokes: int) -> tuple[list[float], float]:
    """Seconds from pen to pixel for each sample, and the share of a core that the server used meanwhile."""
    with tempfile.TemporaryDirectory() as folder:
        async with contextlib.AsyncExitStack() as stack:
            server = await stack.enter_async_context(LastingServer(Path(folder)))
            watcher = Onlooker("Watcher", width_px=WIDTH_PX, height_px=HEIGHT_PX)
            watcher.editor.submit([Put(element) for element in handwriting(STROKES, CLEAR)])
            await stack.enter_async_context(watcher.on_board(server.link))
            await until(lambda: watcher.settled, 20)
            eye = Eye(watcher)
            began, used = asyncio.get_running_loop().time(), cpu_seconds(server.pid)
            times = await _pen_times(server, people - 2, strokes)
            share = (cpu_seconds(server.pid) - used) / (asyncio.get_running_loop().time() - began)
            wanted = set(times)
            with contextlib.suppress(AssertionError):
                await until(lambda: wanted <= eye.seen.keys(), 3)
        watcher.leave()
        QCoreApplication.processEvents()
    return [eye.seen[key] - times[key] for key in sorted(wanted & eye.seen.keys())], share


async def _pen_times(server: LastingServer, scribblers: int, strokes: int) -> dict[tuple[int, int], float]:
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.bench.crowd", str(server.link), str(scribblers), str(strokes)),
        stdout=asyncio.subprocess.PIPE,
        cwd=ROOT,
        env=os.environ | {SKIP: "1"},
    )
    assert child.stdout is not None
    times: dict[tuple[int, int], float] = {}
    while line := await child.stdout.readline():
        stroke, sample, seconds = line.split()
        times[int(stroke), int(sample)] = float(seconds)
    await child.wait()
    return times
