"""Nonsense of every kind, at the events, at the frames and at HTTP, while an honest pair goes on drawing."""

from __future__ import annotations

import asyncio
import contextlib
import random
import tempfile
from collections import Counter
from pathlib import Path

from tests.bench.relay_load import greeting, upgrade_request
from tests.bench.relay_servers import SOCKET_IO
from tests.bench.usage import resident_mb
from tests.doubles.lasting_server import LastingServer
from whiteboard.protocol.link import Link

from .crowd import crowd
from .figures import Figure
from .nonsense import frames, packets, requests

AT_ONCE = 8
A_CONNECTION = 40


async def run(long: bool) -> list[Figure]:
    total = 1_000_000 if long else 4_000
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        async with LastingServer(Path(folder), "Board", "--open", "--log-level", "warning") as server:
            honest = await crowd(server.link, 2)
            before = (await honest.draw(2, 2.0)).p99
            await _attack(server.link, chance, total // 20)  # what is set up once is not a leak
            memory = resident_mb(server.pid)
            async with asyncio.TaskGroup() as tasks:
                attack = tasks.create_task(_attack(server.link, chance, total))
                late, missing = 0.0, 0.0
                while not attack.done():
                    count = await honest.draw(2, 1.0)
                    late, missing = max(late, count.p99), max(missing, 1.0 - count.delivered)
            grown = resident_mb(server.pid) - memory
            alive = await crowd(server.link, 1)
            alive.leave()
            honest.leave()
            await asyncio.sleep(0.1)
        lines = Counter(_kind(line) for line in server.lines)
    return [
        Figure("fuzz", f"unhandled exceptions in {total} messages, frames and requests", lines["exception"], 0),
        Figure("fuzz", "log lines a bad connection", lines["warning"] / (total * 1.05 / A_CONNECTION), 1),
        Figure("fuzz", "memory more than before", grown, 10, "MB"),
        Figure("fuzz", "share of the honest pair's points that were not delivered", missing, 0),
        Figure("fuzz", "the honest pair's p99, relative to before", late / before, 2.0, timed=True),
    ]


def _kind(line: str) -> str:
    if "Traceback" in line or " error: " in line:
        return "exception"
    return "warning" if " warning: " in line else "other"


async def _attack(link: Link, chance: random.Random, total: int) -> None:
    left = total // A_CONNECTION

    async def one() -> None:
        nonlocal left
        while left > 0:
            left -= 1
            kind = chance.choice((packets, packets, frames, requests))
            with contextlib.suppress(OSError, TimeoutError, asyncio.IncompleteReadError):
                await _say(link, [kind(chance, link) for _ in range(A_CONNECTION)], kind is not requests, chance)

    async with asyncio.TaskGroup() as tasks:
        for _ in range(AT_ONCE):
            tasks.create_task(one())


async def _say(link: Link, said: list[bytes], upgrade: bool, chance: random.Random) -> None:
    """Send it all over one connection, and read whatever comes until the server has had enough or a moment passed."""
    reader, writer = await asyncio.open_connection("127.0.0.1", link.port)
    try:
        if upgrade:
            writer.write(upgrade_request(SOCKET_IO, f"127.0.0.1:{link.port}"))
            greet = greeting(link.board, 0)
            await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 5.0)
            if chance.random() < 0.8:
                writer.write(greet("0{}") + greet("40{}"))
        writer.write(b"".join(said))
        async with asyncio.timeout(0.05):
            while await reader.read(65536):
                pass
    finally:
        writer.transport.abort()
