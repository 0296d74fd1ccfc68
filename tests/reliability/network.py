"""Bad networks between the people and the server: nothing is lost or doubled, and all are together again soon."""

from __future__ import annotations

import asyncio
import math
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from tests.doubles.lasting_server import LastingServer
from tests.doubles.proxy import Proxy, Upgrade

from .database import copy_of, doubled
from .drawers import Drawer, agreed, drawing, lost, on_board
from .figures import Figure, quantile
from .length import Length

Fault = Callable[[Proxy, float], Awaitable[None]]
"""Makes a network bad for so many seconds, and good again."""


async def late(proxy: Proxy, seconds: float) -> None:
    proxy.delay = min(1.0, seconds / 4)  # in each direction: two seconds for a round trip
    await asyncio.sleep(seconds)
    proxy.delay = 0.0


async def jitter(proxy: Proxy, seconds: float) -> None:
    for step in range(round(seconds / 0.1)):
        proxy.delay = (0.0, 0.3, 0.05, 0.2)[step % 4]
        await asyncio.sleep(0.1)
    proxy.delay = 0.0


async def narrow(proxy: Proxy, seconds: float) -> None:
    proxy.bytes_a_second = 8 * 1024
    await asyncio.sleep(seconds)
    proxy.bytes_a_second = math.inf


async def stall(proxy: Proxy, seconds: float) -> None:
    """No FIN and no RST: nothing arrives any more."""
    proxy.stall()
    await asyncio.sleep(seconds)
    proxy.flow()


async def reset(proxy: Proxy, seconds: float) -> None:
    await proxy.close()
    await asyncio.sleep(seconds)
    await proxy.open()


async def cuts(proxy: Proxy, seconds: float) -> None:
    """A reset every three seconds, or three of them."""
    for _ in range(3):
        proxy.cut()
        await asyncio.sleep(min(3.0, seconds / 3))


FAULTS: dict[str, Fault] = {
    "late": late, "jitter": jitter, "narrow": narrow, "stall": stall, "reset": reset, "cuts": cuts,
}  # fmt: skip


async def run(length: Length) -> list[Figure]:
    seconds, rounds = length.of((0.6, 1), (2.0, 1), (10.0, 5))
    times: list[float] = []
    missing = twice = 0
    for upgrade in (Upgrade.PASS, Upgrade.REFUSE):
        for fault in FAULTS.values():
            for _ in range(rounds):
                healed, lacking, double = await _once(fault, upgrade, seconds)
                times.append(healed)
                missing, twice = missing + lacking, twice + double
    what = f"{len(times)} times bad for {seconds:g} s, websocket and polling"
    together = math.nan if any(map(math.isnan, times)) else quantile(times, 0.95)
    return [
        Figure("network", f"strokes lost ({what})", missing, 0),
        Figure("network", "edits doubled", twice, 0),
        Figure("network", "together again after healing, p95", together, 2.0, "s", timed=True),
    ]


async def _once(fault: Fault, upgrade: Upgrade, seconds: float) -> tuple[float, int, int]:
    with tempfile.TemporaryDirectory() as folder:
        async with LastingServer(Path(folder)) as server, Proxy(server.link.port) as proxy:
            proxy.upgrade = upgrade
            people = [Drawer(f"N{number}", seed=number) for number in range(3)]
            bad = server.through(proxy.port, plain=upgrade is Upgrade.REFUSE)
            async with on_board(people, [bad, bad, server.link]):
                async with drawing(people, every=0.1):
                    await fault(proxy, seconds)
                healed = await agreed(people)
                lacking = lost(people)
        with copy_of(Path(folder)) as database:
            return healed, lacking, doubled(database)
