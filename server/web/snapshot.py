"""`GET /b/NAME/snapshot?seq=N`: the board at the sequence number that a welcome names, for members (SPEC F4)."""

from __future__ import annotations

import asyncio

from aiohttp import web

from server.hub import Hub

from .long_answers import in_pieces

_HEADERS = {"Content-Type": "application/json", "Content-Encoding": "gzip", "Cache-Control": "no-store"}


class SnapshotDownload:
    """Sends snapshots: each encoded once, in a thread, however many people ask for it."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._encoding = asyncio.Lock()

    async def answer(self, request: web.Request) -> web.StreamResponse:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise web.HTTPUnauthorized(headers={"WWW-Authenticate": "Bearer"}, text="A welcome's token is needed.")
        room = self._hub.rooms.get(request.match_info["name"])
        if room is None or room.members.of_token(token) is None:
            raise web.HTTPForbidden(text="This token lets nobody in.")
        seq = request.query.get("seq", "")
        capture = room.snapshots.fetch(int(seq)) if seq.isascii() and seq.isdigit() and len(seq) < 16 else None
        if capture is None:
            raise web.HTTPNotFound(text="This snapshot is gone: say hello again.")
        async with self._encoding:
            if capture.data is None:
                capture.encoded(await asyncio.get_running_loop().run_in_executor(None, capture.encode))
        assert capture.data is not None
        return await in_pieces(request, capture.data, _HEADERS)
