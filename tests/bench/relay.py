"""What the relay costs and how late ink is: our server, a naive python-socketio relay, and the floor, side by side.

The server has one core, the people in one generator process the other. `people` and `drawing` are per room. A drawer
says 60 messages a second of 2 to 4 points, moves his pointer four times a second, and puts a stroke after 75 messages.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
from dataclasses import dataclass
from time import perf_counter

from tests.bench import runner
from tests.bench.relay_count import Window, count
from tests.bench.relay_ink import MESSAGES_A_SECOND, Said, script
from tests.bench.relay_load import Client, Drawer, Ear, connect, draw
from tests.bench.relay_picture import picture
from tests.bench.relay_servers import SERVERS, USUAL
from tests.bench.usage import busy_seconds, cpu_seconds, resident_mb

WARM_UP = 1.0
GRACE = 2.0
"""So long after the last message, what comes still counts as delivered."""

IDLE = 0.3


@dataclass(frozen=True, slots=True)
class Cell:
    rooms: int
    people: int
    drawing: int


SIZES = (2, 10, 30, 100, 300)
ALL = [
    *(Cell(1, people, drawing) for people in SIZES for drawing in sorted({1, max(1, people // 3), people})),
    Cell(30, 10, 3),
]
QUICK = [Cell(1, 10, 10), Cell(1, 30, 30)]


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--quick", action="store_true", help="two rooms and two seconds each, half a minute in all")
    parser.add_argument("--seconds", type=float, default=None, help="how long each cell is measured (default 5)")
    parser.add_argument(
        "--server", choices=SERVERS, action="append", help="only this one (may be repeated); encrypted: ours with TLS"
    )
    parser.add_argument(
        "--cell", type=_cell, action="append", metavar="RxN:D", help="only R rooms of N people, D drawing (repeatable)"
    )
    parser.add_argument(
        "--pointer-every", type=int, default=15, metavar="N", help="a pointer with every Nth message; 0: none"
    )
    parser.add_argument("--urgent", action="store_true", help="go before other programs (needs the right to, as root)")
    parser.add_argument("--picture", metavar="FILE", help="draw the curve as SVG into this file")


def measure(given: argparse.Namespace) -> list[runner.Row]:
    cells = given.cell or (QUICK if given.quick else ALL)
    seconds = given.seconds or (2.0 if given.quick else 5.0)
    cores = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {cores[-1]})
    if given.urgent:
        os.setpriority(os.PRIO_PROCESS, 0, -10)  # the servers inherit it
    rows: list[runner.Row] = []
    for cell in cells:
        for server in given.server or USUAL:
            row = asyncio.run(_measured(server, cell, seconds, given.pointer_every, cores[0]))
            print(
                ", ".join(
                    f"{key} {value:.3g}" if isinstance(value, float) else f"{value}" for key, value in row.items()
                )
            )
            rows.append(row)
    if given.picture:
        with open(given.picture, "w", encoding="utf-8") as file:
            file.write(picture(rows))
    return rows


async def _measured(server: str, cell: Cell, seconds: float, pointer_every: int, core: int) -> runner.Row:
    boards = [f"room{number}" for number in range(cell.rooms)]
    async with SERVERS[server](boards, core) as relay:
        await asyncio.sleep(IDLE)
        before = resident_mb(relay.pid)
        ears = [Ear() for _ in boards]
        clients = [
            Client(relay.path(board), relay.greeting(board, number), relay.welcome, ear, number)
            for board, ear in zip(boards, ears, strict=True)
            for number in range(cell.people)
        ]
        scripts: list[tuple[Drawer, list[Said]]] = [
            (
                clients[room * cell.people + drawer],
                script(room * cell.drawing + drawer, WARM_UP + seconds, pointer_every),
            )
            for room in range(cell.rooms)
            for drawer in range(cell.drawing)
        ]
        await connect(relay.port, clients, relay.trust)  # who makes scripts for long answers no ping
        await asyncio.sleep(IDLE)
        gc.collect()
        gc.freeze()
        gc.disable()
        try:
            async with asyncio.TaskGroup() as tasks:
                drawing = tasks.create_task(draw(scripts, WARM_UP + seconds))
                await asyncio.sleep(WARM_UP)
                after = resident_mb(relay.pid)  # later the board's own strokes would count too
                begin = _Usage.now(relay.pid, core)
                await drawing
                end = _Usage.now(relay.pid, core)
            await asyncio.sleep(GRACE)
        finally:
            gc.enable()
            for client in clients:
                client.end()
        lost = sum(client.lost for client in clients)
    await asyncio.sleep(0)
    by_room = [
        [said for _, said in scripts[room * cell.drawing : (room + 1) * cell.drawing]] for room in range(cell.rooms)
    ]
    heard = zip((ear.heard for ear in ears), by_room, [cell.people] * cell.rooms, strict=True)
    got = count(heard, Window(begin.at, end.at))
    taken = end.at - begin.at
    offered = sum(begin.at <= one.at < end.at for _, said in scripts for one in said)
    return {
        "server": server,
        "rooms": cell.rooms,
        "people": cell.people,
        "drawing": cell.drawing,
        "us_per_point": 1e6 * (end.server - begin.server) / got.points_in_time if got.points_in_time else None,
        "cpu_percent": 100 * (end.server - begin.server) / taken,
        "p50_ms": 1000 * got.p50,
        "p99_ms": 1000 * got.p99,
        "delivered": got.delivered,
        "bytes_per_point": got.bytes_in_time / got.points_in_time if got.points_in_time else None,
        "live_bytes_per_point": (got.bytes_in_time - got.edit_bytes_in_time) / got.points_in_time
        if got.points_in_time
        else None,
        "rss_kb_per_member": (after - before) * 1000 / (cell.rooms * cell.people),
        "offered": offered / (taken * MESSAGES_A_SECOND * cell.rooms * cell.drawing),
        "generator_cpu_percent": 100 * (end.generator - begin.generator) / taken,
        "others_cpu_percent": 100 * max(0.0, end.core - begin.core - end.server + begin.server) / taken,
        "disconnected": lost,
    }


@dataclass(frozen=True, slots=True)
class _Usage:
    at: float
    server: float
    generator: float
    core: float

    @classmethod
    def now(cls, pid: int, core: int) -> _Usage:
        return cls(perf_counter(), cpu_seconds(pid), cpu_seconds(os.getpid()), busy_seconds(core))


def _cell(text: str) -> Cell:
    try:
        rooms, _, rest = text.partition("x")
        people, _, drawing = rest.partition(":")
        return Cell(int(rooms), int(people), int(drawing))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not like 30x10:3") from None


if __name__ == "__main__":
    runner.run("relay", measure, options)
