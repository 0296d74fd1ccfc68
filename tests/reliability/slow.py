"""People who read nothing, or little: they cost the server little memory, the others no time, and they are cut off."""

from __future__ import annotations

import asyncio
import os
import socket
import tempfile
from pathlib import Path

from tests.bench.relay_load import Client
from tests.bench.usage import resident_mb
from tests.doubles import task_count
from tests.doubles.lasting_server import LastingServer
from tests.doubles.patience import until

from .crowd import crowd
from .figures import Figure
from .held import files_of, held, left
from .length import Length

TRICKLE_BYTES = 8 * 1024
CUT_SECONDS = 30.0
"""A stalled member is cut off after 20 s."""

AFTER_SECONDS = 5.0
WATCHED = (task_count.PROGRAM, "server")


async def run(length: Length) -> list[Figure]:
    people, slow, drawers, seconds = length.of((20, 4, 6, 2.0), (90, 10, 30, 8.0), (90, 10, 30, 20.0))
    with tempfile.TemporaryDirectory() as folder:
        async with LastingServer(Path(folder), "Board", "--open", "--log-level", "warning", program=WATCHED) as server:
            good = await crowd(server.link, people)
            await good.draw(drawers, 1.0)
            first = resident_mb(server.pid)
            alone = (await good.draw(drawers, seconds)).p95
            before, memory = await held(server), resident_mb(server.pid)
            bad = await crowd(server.link, slow)
            for client in bad.clients:
                _stop_reading(client)
            async with asyncio.TaskGroup() as tasks:
                trickling = [tasks.create_task(_trickle(client)) for client in bad.clients[: slow // 2]]
                together = (await good.draw(drawers, seconds)).p95
                drawn = memory - first  # so much the strokes themselves take
                each = max(0.0, resident_mb(server.pid) - memory - drawn) * 1000 / slow
                for task in trickling:
                    task.cancel()
            if length is Length.LONG:
                await until(lambda: files_of(server.pid) <= before.files, CUT_SECONDS, "the stalled ones to be cut off")
            else:
                bad.leave()
            more = await left(server, before, AFTER_SECONDS)
            bad.leave()
            good.leave()
    return [
        Figure(
            "slow", f"p95 of {people} with {slow} slow ones, relative to without", together / alone, 1.1, timed=True
        ),
        Figure("slow", "memory a slow member", each, 256, "KB"),
        Figure("slow", "descriptors left 5 s after they are gone", more.files, 0),
        Figure("slow", "tasks left 5 s after they are gone", more.tasks, 0),
    ]


def _stop_reading(client: Client) -> None:
    network = client.network
    network.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    network.pause_reading()


async def _trickle(client: object) -> None:
    """Read a little, eight times a second."""
    network = client._transport  # type: ignore[attr-defined]
    raw: socket.socket = network.get_extra_info("socket")
    while True:
        await asyncio.sleep(0.125)
        try:
            os.read(raw.fileno(), TRICKLE_BYTES // 8)
        except OSError:
            return
