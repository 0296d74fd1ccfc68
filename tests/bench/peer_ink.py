"""Somebody else's ink: from the pen event in one process to the painted pixel in another's window, over loopback."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time

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
LOOK_AHEAD = 60
"""So many samples are looked for in each frame: one that something covers must not hide those after it."""

STROKES = 1000
CLEAR = (Rect(0, 0, WIDTH_PX, 440), Rect(0, 640, WIDTH_PX, HEIGHT_PX))
"""Where the board's old strokes are: off the rows of the pen."""


class Eye:
    """Watches a window for the pen's ink, sample by sample."""

    def __init__(self, person: Onlooker, strokes: int) -> None:
        self.seen: dict[tuple[int, int], float] = {}
        self._canvas = person.page.canvas
        self._awaited = [(stroke, sample) for stroke in range(strokes) for sample in range(crowd.SAMPLES)]
        self._frames = Frames(person.page, self._look)

    def _look(self, now: float) -> None:
        for key in self._awaited[:LOOK_AHEAD]:
            if self._is_ink(*key):
                self.seen[key] = now
        self._awaited = [key for key in self._awaited[:LOOK_AHEAD] if key not in self.seen] + self._awaited[LOOK_AHEAD:]

    def _is_ink(self, stroke: int, sample: int) -> bool:
        x, y = crowd.place(stroke, sample)
        color = self._frames.color_at(self._canvas, round(x), round(y))
        return color.green() < 160 and color.red() > 180


@dataclass(frozen=True, slots=True)
class PeerInk:
    """Seconds from pen to pixel of each sample, how many samples never came, and shares of a core used meanwhile."""

    seconds: list[float]
    missing: int
    server_share: float
    window_share: float


async def peer_ink(people: int, strokes: int) -> PeerInk:
    with tempfile.TemporaryDirectory() as folder:
        async with contextlib.AsyncExitStack() as stack:
            server = await stack.enter_async_context(LastingServer(Path(folder)))
            watcher = Onlooker("Watcher", width_px=WIDTH_PX, height_px=HEIGHT_PX)
            watcher.editor.submit([Put(element) for element in handwriting(STROKES, CLEAR)])
            await stack.enter_async_context(watcher.on_board(server.link))
            await until(lambda: watcher.settled, 20)
            eye = Eye(watcher, strokes)
            began, server_used, own_used = perf_counter(), cpu_seconds(server.pid), process_time()
            times = await _pen_times(server, people - 2, strokes)
            seconds = perf_counter() - began
            shares = ((cpu_seconds(server.pid) - server_used) / seconds, (process_time() - own_used) / seconds)
            wanted = set(times)
            with contextlib.suppress(AssertionError):
                await until(lambda: wanted <= eye.seen.keys(), 3)
        watcher.leave()
        QCoreApplication.processEvents()
    taken = [eye.seen[key] - times[key] for key in sorted(wanted & eye.seen.keys())]
    return PeerInk(taken, len(wanted - eye.seen.keys()), *shares)


async def _pen_times(server: LastingServer, scribblers: int, strokes: int) -> dict[tuple[int, int], float]:
    """When each sample was drawn, by a process of its own, while another one scribbles."""
    others = await _child("scribblers", server, scribblers)
    pen = await _child("pen", server, strokes)
    output, _ = await pen.communicate()
    await others.communicate(b"")  # closes its standard input, also on Python 3.11
    rows = (line.split() for line in output.decode().splitlines())
    return {(int(stroke), int(sample)): float(seconds) for stroke, sample, seconds in rows}


async def _child(role: str, server: LastingServer, number: int) -> asyncio.subprocess.Process:
    command = [sys.executable, "-m", "tests.bench.crowd", role, str(server.link), str(number)]
    pipe = asyncio.subprocess.PIPE
    environ = os.environ | {SKIP: "1"}
    return await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, cwd=ROOT, env=environ)
