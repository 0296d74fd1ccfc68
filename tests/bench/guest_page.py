"""How long a guest's browser takes until one can draw, on a fast line and on a slow one with a slow computer."""

from __future__ import annotations

import argparse
import asyncio
import statistics
from typing import Any

from tests.bench import runner
from tests.doubles.house import house
from tests.web.guest import PHONE, Far, Guest, address_of, guests, running_browser
from whiteboard.protocol.link import Link

SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 94_000}
"""1.6 Mbit/s, 150 ms from each request to its answer: Chromium's own slow 3G is of this order."""

FORM = "() => document.getElementById('name').offsetParent && performance.now()"
DRAWABLE = """() => !document.getElementById('canvas').inert && document.getElementById('pause').hidden
    && document.getElementById('status-words').textContent === 'Connected' && performance.now()"""
JOIN = """() => {
    document.getElementById('name').value = 'Gus';
    document.getElementById('join').click();
    return performance.now();
}"""


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--runs", type=int, default=5, help="visits of each kind (default 5)")


def measure(given: argparse.Namespace) -> list[runner.Row]:
    with running_browser() as browser:
        return asyncio.run(rows(browser, given.runs))


async def rows(browser: Far, runs: int) -> list[runner.Row]:
    found: list[runner.Row] = []
    async with house() as server:
        for what, line, slower in (
            ("as it is", None, 1),
            ("slow line", SLOW, 1),
            ("slow line and computer", SLOW, 4),
        ):
            visits = [await one_visit(browser, server.plain, line, slower) for _ in range(runs)]
            found.append({"what": what, **{key: statistics.median(each[key] for each in visits) for key in visits[0]}})
            print(found[-1], flush=True)
    return found


async def one_visit(browser: Far, link: Link, line: dict[str, Any] | None, slower: int) -> dict[str, float]:
    """Of a browser that was never here: until the form stands, from Join until one can draw; then a reload."""
    async with guests(browser, PHONE) as (gus,):
        device = await gus.page.context.new_cdp_session(gus.page)
        await device.send("Network.enable")
        await device.send("Emulation.setCPUThrottlingRate", {"rate": slower})
        if line is not None:
            await device.send("Network.emulateNetworkConditions", line)
        await gus.page.goto(address_of(link), wait_until="commit")
        form = await moment(gus, FORM)
        pressed = await gus.page.evaluate(JOIN)
        joined = await moment(gus, DRAWABLE) - pressed
        await gus.page.reload(wait_until="commit")
        back = await moment(gus, DRAWABLE)
    return {"form_ms": form, "join_ms": joined, "both_ms": form + joined, "reload_ms": back}


async def moment(gus: Guest, holds: str) -> float:
    """When this holds, in milliseconds since the page was asked for."""
    found = await gus.page.wait_for_function(holds)
    return float(await found.json_value())


if __name__ == "__main__":
    runner.run("guest_page", measure, options)
