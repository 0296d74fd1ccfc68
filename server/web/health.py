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
    """Answers with version, protocol, uptime and the boards: by name if they are open, else only how many are there."""

    def __init__(self, hub: Hub, started: float) -> None:
        self._hub = hub
        self._started = started

    async def __call__(self, request: web.Request) -> web.Response:
        rooms = list(self._hub.rooms.values())
        report = {
            "version": VERSION,
            "protocol": PROTOCOL,
            "uptime_s": round(asyncio.get_running_loop().time() - self._started, 1),
            "members": sum(len(room.members) for room in rooms),
            "boards": [_figures(room) for room in rooms],
        }
        return web.Response(
            body=to_json(report), content_type="application/json", headers={"Cache-Control": "no-store"}
        )


def _figures(room: Room) -> dict[str, Any]:
    figures: dict[str, Any] = {"open": not room.code, "members": len(room.members)}
    if room.read_only:
        figures["read_only"] = True
    if not room.code:
        figures |= {"name": room.name, "elements": len(room.ledger.document), "seq": room.ledger.log.published}
    return figures
