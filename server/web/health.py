"""`GET /health`: whether the server is well, in figures that tell strangers no names."""

from __future__ import annotations

import asyncio
from typing import Any

from aiohttp import web

from server.hub import Hub
from server.room import Room
from whiteboard.protocol.codec import to_json
from whiteboard.protocol.limits import PROTOCOL
from whiteboard.version import VERSION


class Health:
    """Answers with version, protocol, uptime in seconds, and how many boards and members there are.

    Only boards that are open to everybody are listed by name.
    """

    def __init__(self, hub: Hub, started: float) -> None:
        self._hub = hub
        self._started = started

    async def answer(self, request: web.Request) -> web.Response:
        rooms = list(self._hub.rooms.values())
        report = {
            "version": VERSION,
            "protocol": PROTOCOL,
            "uptime": round(asyncio.get_running_loop().time() - self._started, 1),
            "members": sum(len(room.members) for room in rooms),
            "boards": len(rooms),
            "guests": self._hub.guests,
            "read_only": any(room.read_only for room in rooms),
            "open": [_figures(room) for room in rooms if not room.code],
        }
        return web.Response(
            body=to_json(report), content_type="application/json", headers={"Cache-Control": "no-store"}
        )


def _figures(room: Room) -> dict[str, Any]:
    elements, seq = len(room.ledger.document), room.ledger.log.published
    return {"name": room.name, "members": len(room.members), "elements": elements, "seq": seq}
