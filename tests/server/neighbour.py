"""Run on a machine of its own by test_announce.py: looks for boards, prints what it finds, waits until all are gone.

`python -m tests.server.neighbour COUNT` prints one JSON line when COUNT boards are found and another when none is left.
"""

from __future__ import annotations

import asyncio
import json
import sys

from zeroconf import IPVersion, ServiceStateChange, Zeroconf
from zeroconf.asyncio import AsyncServiceBrowser, AsyncServiceInfo, AsyncZeroconf

from server.announce import SERVICE_TYPE
from tests.doubles.patience import PATIENCE, until


async def look(count: int) -> None:
    names: set[str] = set()

    def changed(zeroconf: Zeroconf, service_type: str, name: str, state_change: ServiceStateChange) -> None:
        if state_change is ServiceStateChange.Removed:
            names.discard(name)
        else:
            names.add(name)

    neighbour = AsyncZeroconf(ip_version=IPVersion.V4Only)
    browser = AsyncServiceBrowser(neighbour.zeroconf, SERVICE_TYPE, handlers=[changed])
    try:
        await until(lambda: len(names) == count, what="the boards to be announced")
        print(json.dumps([await _resolved(neighbour, name) for name in sorted(names)]), flush=True)
        await until(lambda: not names, what="the boards to be taken back")
        print(json.dumps([]), flush=True)
    finally:
        await browser.async_cancel()
        await neighbour.async_close()


async def _resolved(zeroconf: AsyncZeroconf, name: str) -> dict[str, object]:
    info = AsyncServiceInfo(SERVICE_TYPE, name)
    assert await info.async_request(zeroconf.zeroconf, int(1000 * PATIENCE))
    board = info.decoded_properties["board"]
    return {"board": board, "addresses": sorted(info.parsed_addresses()), "port": info.port}


if __name__ == "__main__":
    asyncio.run(look(int(sys.argv[1])))
