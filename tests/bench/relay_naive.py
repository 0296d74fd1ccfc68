"""The relay that one writes in ten minutes with python-socketio: whatever comes goes to everybody in the room, at once.

`python -m tests.bench.relay_naive PORT`. Nothing is checked, merged or kept.
"""

from __future__ import annotations

import sys
from typing import Any

import socketio
from aiohttp import web

relay = socketio.AsyncServer(async_mode="aiohttp")
boards: dict[str, str] = {}


@relay.event  # type: ignore[untyped-decorator]
async def hello(sid: str, data: dict[str, Any]) -> None:
    boards[sid] = data["board"]
    await relay.enter_room(sid, data["board"])
    await relay.emit("welcome", {}, to=sid)


@relay.event  # type: ignore[untyped-decorator]
async def trail(sid: str, data: dict[str, Any]) -> None:
    await relay.emit("trail", data, room=boards[sid])


@relay.event  # type: ignore[untyped-decorator]
async def presence(sid: str, data: dict[str, Any]) -> None:
    await relay.emit("presence", data, room=boards[sid])


@relay.event  # type: ignore[untyped-decorator]
async def edit(sid: str, data: dict[str, Any]) -> None:
    await relay.emit("edit", data, room=boards[sid])


if __name__ == "__main__":
    app = web.Application()
    relay.attach(app)
    web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), print=lambda line: None)
