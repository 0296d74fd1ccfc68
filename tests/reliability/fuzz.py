"""Nonsense of every kind, at the events, at the frames, at HTTP and as pictures, while an honest pair draws on."""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import os
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.bench.relay_count import Count
from tests.bench.relay_load import greeting, upgrade_request
from tests.bench.relay_servers import SOCKET_IO
from tests.bench.usage import resident_mb
from tests.doubles.foreigner import foreigners
from tests.doubles.lasting_server import LastingServer
from whiteboard.protocol.limits import CROWD
from whiteboard.protocol.link import Link

from .crowd import crowd
from .figures import Figure
from .length import Length
from .nonsense import Target, frames, packets, pictures, requests

AT_ONCE = 16
NICE = 10
MAX_SHOWN = 20_000
ONLOOKERS = CROWD
"""Nonsense becomes a member now and then, and above CROWD members a tick takes 33 ms instead of 16. So that it is the
nonsense that is measured and not the tick, there are so many without it, too."""

_STAMP = re.compile(r"\d\d:\d\d:\d\d ")

A_CONNECTION = 8
"""So much is said over one connection: the server ends it at the third bad message, or at the first bad frame."""


async def run(length: Length) -> list[Figure]:
    total, turns = length.of((4_000, 1), (50_000, 10), (1_000_000, 40))
    loop = asyncio.get_running_loop()
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        async with (
            LastingServer(Path(folder), "Board", "--open", "--log-level", "warning") as server,
            foreigners(server.link) as (member,),
        ):
            outside = stack.enter_context(ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")))
            await member.join()
            target = Target(server.link, member.welcome["token"])
            honest = await crowd(server.link, 2 + ONLOOKERS)
            # what the first of it sets up, pools of memory above all, is not a leak: six times 25,000 added 8.2, 1.6,
            # 1.6, -0.6, 0.9 and 0.4 MB
            await loop.run_in_executor(outside, _attack_from_outside, target, 1, total // 2)
            memory = resident_mb(server.pid)
            alone: list[Count] = []
            attacked: list[Count] = []
            for turn in range(turns):
                attack = loop.run_in_executor(outside, _attack_from_outside, target, 2 + turn, total // turns)
                while not attack.done():
                    attacked.append(await honest.draw(2, 1.0))
                await attack
                while len(alone) < len(attacked):
                    alone.append(await honest.draw(2, 1.0))
            grown = resident_mb(server.pid) - memory
            alive = await crowd(server.link, 1)
            alive.leave()
            honest.leave()
            await asyncio.sleep(0.1)
        reports = _reports(server.lines)
        sys.stderr.write("".join(f"{report}\n" for report in reports if _kind(report) == "exception")[:MAX_SHOWN])
        kinds = Counter(map(_kind, reports))
    return [
        Figure("fuzz", f"unhandled exceptions in {total} messages, frames and requests", kinds["exception"], 0),
        Figure("fuzz", "log lines a bad connection", kinds["warning"] / (total * 1.5 / A_CONNECTION), 1),
        Figure("fuzz", "memory more than after half as many before", grown, 10, "MB"),
        Figure("fuzz", "share of the honest pair's points that were not delivered", _missing(attacked), 0),
        Figure(
            "fuzz",
            f"the honest pair's p99 in the worst of {len(attacked)} seconds, to that without",
            _worst(attacked) / _worst(alone),
            2.0,
            timed=True,
        ),
    ]


def _missing(counts: list[Count]) -> float:
    return max(1.0 - count.delivered for count in counts)


def _worst(counts: list[Count]) -> float:
    return max(count.p99 for count in counts)


def _reports(lines: Sequence[str]) -> list[str]:
    """What the server said, each time with the traceback that follows it."""
    reports: list[str] = []
    for line in lines:
        if reports and not _STAMP.match(line):
            reports[-1] += f"\n{line}"
        else:
            reports.append(line)
    return reports


def _kind(report: str) -> str:
    if "Traceback" in report or " error: " in report:
        return "exception"
    return "warning" if " warning: " in report else "other"


def _attack_from_outside(target: Target, seed: int, total: int) -> None:
    """In a process of its own that stands back, so that the honest pair does not wait for who makes nonsense."""
    if hasattr(os, "nice"):
        os.nice(max(0, NICE - os.nice(0)))
    asyncio.run(_attack(target, random.Random(seed), total))


async def _attack(target: Target, chance: random.Random, total: int) -> None:
    left = total // A_CONNECTION

    async def one() -> None:
        nonlocal left
        while left > 0:
            left -= 1
            kind = chance.choice((packets, packets, frames, requests, pictures))
            upgrade = kind in (packets, frames)
            with contextlib.suppress(OSError, TimeoutError, asyncio.IncompleteReadError):
                await _say(target.link, [kind(chance, target) for _ in range(A_CONNECTION)], upgrade, chance)

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
