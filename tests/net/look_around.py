"""A process that prints every list of boards near it as a line of JSON, until its standard input closes.

`once`: it asks each board only once whether it is there, and then relies on what is announced.
"""

import asyncio
import json
import sys

from whiteboard.net import discovery
from whiteboard.net.discovery import Discovery, NearbyBoard


def show(boards: tuple[NearbyBoard, ...]) -> None:
    print(json.dumps([{"name": b.name, "link": str(b.link), "open": b.open} for b in boards]), flush=True)


async def main() -> None:
    if "once" in sys.argv:
        discovery.PROBE_SECONDS = discovery.KNOCK_SECONDS = 3600.0
    async with asyncio.TaskGroup() as tasks:
        looking = tasks.create_task(Discovery(show).run())
        await asyncio.to_thread(sys.stdin.read)
        looking.cancel()


if __name__ == "__main__":
    asyncio.run(main())
