"""Coming to a large board over loopback: one person with a real window, then a hundred clients at once.

`first_picture_ms` is from the first packet of the person's app, whose window is open, to the first painted frame with
ink, `all_ms` to the complete document. `app_cpu_ms` and `server_cpu_ms` are processor time.
`bytes_per_point` is the snapshot as it travels.
"""

from __future__ import annotations

import argparse
import asyncio
import dataclasses
import math
import os
import tempfile
from pathlib import Path
from time import perf_counter, process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import aiohttp
from PySide6.QtWidgets import QApplication

from server.app import FILE_NAME
from server.boards import prepare
from server.ledger import Ledger
from server.storage.sqlite import SqliteStore
from tests.bench import runner
from tests.bench.frames import Frames
from tests.bench.handwriting import handwriting
from tests.bench.usage import cpu_seconds, resident_mb
from tests.doubles.foreigner import Foreigner, foreigners
from tests.doubles.lasting_server import LastingServer
from tests.doubles.onlooker import Onlooker
from tests.doubles.patience import until
from whiteboard.model.element import Author
from whiteboard.model.geometry import Rect
from whiteboard.model.op import Put
from whiteboard.ui.event_loop import EventLoop

AREA = Rect(0, 0, 12_000, 8_000)
POINTS = 60
EDIT = 250
BIG = 1920, 1080


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--strokes", type=int, default=10_000, help="on the board (default 10000), of 60 points each")
    parser.add_argument("--joiners", type=int, default=100, help="who come at once (default 100)")


def measure(given: argparse.Namespace) -> list[runner.Row]:
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder), given.strokes)
        with asyncio.Runner(loop_factory=lambda: EventLoop(app)) as loop:
            return loop.run(_measure(Path(folder), given.strokes, given.joiners))


def fill(folder: Path, strokes: int) -> None:
    """Write a board of such strokes, as if they had been drawn."""
    store = SqliteStore(folder / FILE_NAME)
    (board,) = prepare(store, (), None)
    ledger = Ledger(board, wall=lambda: 0.0)
    drawn = handwriting(strokes, (AREA,), points=POINTS)
    for start in range(0, strokes, EDIT):
        ledger.number(Author("0" * 16), start // EDIT + 1, tuple(map(Put, drawn[start : start + EDIT])))
        batch = ledger.take_batch()
        assert batch is not None
        store.commit([batch])
        ledger.stored(batch.rows[-1].seq)
    store.close()


async def _measure(folder: Path, strokes: int, joiners: int) -> list[runner.Row]:
    async with LastingServer(folder, "Board", "--open", "--log-level", "warning") as server:
        cpu, own = cpu_seconds(server.pid), process_time()
        first, everything = await _one(server, strokes)
        cpu, own = cpu_seconds(server.pid) - cpu, process_time() - own
        async with aiohttp.ClientSession() as http, foreigners(server.link) as (ann,):
            await ann.join()
            size = await _fetched(http, ann)
        alone: runner.Row = {
            "joiners": 1,
            "strokes": strokes,
            "first_picture_ms": first,
            "all_ms": everything,
            "app_cpu_ms": 1000 * own,
            "server_cpu_ms": 1000 * cpu,
            "bytes_per_point": size / (strokes * POINTS),
        }
        return [alone, await _many(server, strokes, joiners)]


async def _one(server: LastingServer, strokes: int) -> tuple[float, float]:
    person = Onlooker("Ann", width_px=BIG[0], height_px=BIG[1])
    shown = math.nan
    window = person.page.window()

    def painted(now: float) -> None:
        nonlocal shown
        if math.isnan(shown) and len(person.document) and _has_ink(frames, person):
            shown = now

    frames = Frames(window, painted)
    frames.settle()
    begin = perf_counter()
    async with person.on_board(server.link):
        await until(lambda: len(person.document) == strokes, 30.0, "the board")
        everything = perf_counter()
        await until(lambda: not math.isnan(shown), 30.0, "the first picture")
    window.close()
    return 1000 * (shown - begin), 1000 * (everything - begin)


def _has_ink(frames: Frames, person: Onlooker) -> bool:
    canvas = person.page.canvas
    spots = [(x, y) for x in range(7, canvas.width() - 7, 23) for y in range(120, canvas.height() - 120, 41)]
    return any(frames.color_at(canvas, x, y).lightness() < 200 for x, y in spots)


async def _many(server: LastingServer, strokes: int, joiners: int) -> runner.Row:
    times: list[float] = []
    cpu, memory, most = cpu_seconds(server.pid), resident_mb(server.pid), 0.0

    async def come(one: Foreigner, http: aiohttp.ClientSession) -> None:
        await one.join()
        await _fetched(http, one)
        times.append(1000 * (perf_counter() - begin))

    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector) as http, foreigners(server.link, joiners, first=2) as crowd:
        begin = perf_counter()
        async with asyncio.TaskGroup() as tasks:
            coming = [tasks.create_task(come(one, http)) for one in crowd]
            while not all(task.done() for task in coming):
                most = max(most, resident_mb(server.pid))
                await asyncio.sleep(0.05)
        used = cpu_seconds(server.pid) - cpu
    return {
        "joiners": joiners,
        "strokes": strokes,
        "all_ms": max(times),
        "server_cpu_ms": 1000 * used,
        "grown_mb": most - memory,
    }


async def _fetched(http: aiohttp.ClientSession, one: Foreigner) -> int:
    """Fetch the snapshot and leave it as it came; how many bytes that were."""
    link = dataclasses.replace(one.link, fingerprint="")
    headers = {"Authorization": f"Bearer {one.welcome['token']}"}
    async with http.get(link.origin + one.welcome["snapshot"], headers=headers, auto_decompress=False) as answer:
        assert answer.status == 200, answer.status
        return len(await answer.read())


if __name__ == "__main__":
    runner.run("joining", measure, options)
