"""The server of a whole class is killed and started again: all come back by themselves, and soon."""

from __future__ import annotations

import asyncio
import math
import tempfile
from pathlib import Path

import pytest

from server.snapshots import Capture
from tests.bench.handwriting import handwriting
from tests.doubles.foreigner import Foreigner, foreigners
from tests.doubles.house import house
from tests.doubles.lasting_server import LastingServer
from tests.doubles.patience import PATIENCE
from whiteboard.model.geometry import Rect
from whiteboard.model.op import Put

from .drawers import Drawer, agreed, lost, on_board
from .figures import Figure, quantile
from .length import Length


async def run(length: Length) -> list[Figure]:
    people = length.of(15, 100, 100)
    with tempfile.TemporaryDirectory() as folder:
        async with LastingServer(Path(folder)) as server:
            drawers = [Drawer(f"S{number}", seed=number) for number in range(people)]
            async with on_board(drawers, [server.link] * people):
                for drawer in drawers:
                    drawer.draw_one()
                await agreed(drawers)
                await server.kill()
                await asyncio.sleep(0.5)  # long enough for everybody to notice
                await server.start()
                times = await _back(drawers)
                for drawer in drawers:
                    drawer.draw_one()
                together = await agreed(drawers)
                missing = lost(drawers) + math.isnan(together)
    encoded = await _encodings(people)
    return [
        Figure("storm", f"back after the server is, p50 of {people}", quantile(times, 0.5), 1.5, "s", timed=True),
        Figure("storm", "the same, the last one", max(times), 4.0, "s", timed=True),
        Figure("storm", "strokes missing at the end", missing, 0),
        Figure("storm", f"snapshots encoded for {people} joiners at once", encoded, 1),
    ]


async def _back(drawers: list[Drawer]) -> list[float]:
    loop = asyncio.get_running_loop()
    begin, times = loop.time(), [math.nan] * len(drawers)
    async with asyncio.timeout(2 * PATIENCE):
        while any(map(math.isnan, times)):
            for number, drawer in enumerate(drawers):
                if math.isnan(times[number]) and drawer.person.online:
                    times[number] = loop.time() - begin
            await asyncio.sleep(0.01)
    return times


async def _encodings(people: int) -> int:
    count = 0
    encode = Capture.encode

    def counted(capture: Capture) -> bytes:
        nonlocal count
        count += 1
        return encode(capture)

    async def come(one: Foreigner) -> None:
        await one.join()
        await one.snapshot()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Capture, "encode", counted)
        async with house() as server, foreigners(server.link, people) as strangers:
            first = Drawer("First", seed=1)
            async with on_board([first], [server.link]):
                first.person.editor.submit([Put(stroke) for stroke in handwriting(500, (Rect(0, 0, 3000, 3000),))])
                await agreed([first])
                count = 0
                await asyncio.gather(*map(come, strangers))
    return count
