"""The least that a relay on aiohttp can do: join what came since the last tick, and write the same ready frame to all.

`python -m tests.bench.relay_floor PORT`. No Socket.IO, nothing is looked at, checked or kept. It ticks as ours does.
"""

from __future__ import annotations

import asyncio
import sys
from collections import defaultdict

from aiohttp import WSMsgType, web

from server.link import framed
from whiteboard.protocol.limits import CROWD, CROWD_TICK_SECONDS, TICK_SECONDS


class Room:
    def __init__(self) -> None:
        self.members: list[asyncio.Transport] = []
        self._waiting: list[str] = []

    def take(self, text: str) -> None:
        if not self._waiting:
            interval = CROWD_TICK_SECONDS if len(self.members) > CROWD else TICK_SECONDS
            asyncio.get_running_loop().call_later(interval, self._tick)
        self._waiting.append(text)

    def _tick(self) -> None:
        ready = framed("\n".join(self._waiting).encode())
        self._waiting.clear()
        for member in self.members:
            member.write(ready)


rooms: dict[str, Room] = defaultdict(Room)


async def serve(request: web.Request) -> web.WebSocketResponse:
    ws = web.WebSocketResponse(compress=False)
    await ws.prepare(request)
    room, network = rooms[request.match_info["room"]], request.transport
    assert network is not None
    room.members.append(network)
    await ws.send_str("welcome")
    async for message in ws:
        if message.type is WSMsgType.TEXT:
            room.take(message.data)
    room.members.remove(network)
    return ws


if __name__ == "__main__":
    app = web.Application()
    app.router.add_get("/{room}", serve)
    web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), print=lambda line: None)
