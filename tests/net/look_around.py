"""A process that prints every list of boards near it as a line of JSON, until its standard input closes."""

import asyncio
import json
import sys

from whiteboard.net.discovery import Discovery, NearbyBoard


def show(boards: tuple[NearbyBoard, ...]) -> None:
    print(json.dumps([{"name": b.name, "link": str(b.link), "open": b.open} for b in boards]), flush=True)


async def main() -> None:
    async with asyncio.TaskGroup() as tasks:
        looking = tasks.create_task(Discovery(show).run())
        await asyncio.to_thread(sys.stdin.read)
        looking.cancel()


if __name__ == "__main__":
    asyncio.run(main())
