"""A WebSocket that says what a test wants, frame by frame: for broken and hostile clients."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp

from whiteboard.net.pin import trust
from whiteboard.protocol.codec import to_packet
from whiteboard.protocol.messages import ClientMessage, Hello

from .house import House
from .patience import PATIENCE

SHORT = aiohttp.ClientWSTimeout(ws_close=0.2)
PATH = "/socket.io/?EIO=4&transport="
HELLO = Hello(board="Board", client="f" * 32, ordinal=1, code="K7QM2XPA", name="Mallory")


class Raw:
    """A WebSocket that says what it is told to, frame by frame."""

    def __init__(self, ws: aiohttp.ClientWebSocketResponse) -> None:
        self.ws = ws

    def stop_reading(self) -> None:
        network = self.ws._response.connection.transport  # type: ignore[union-attr]
        assert network is not None
        network.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        network.pause_reading()

    async def join(self) -> None:
        await self.ws.send_str("40")
        await self.ws.send_str("4" + to_packet(HELLO))
        while "welcome" not in (await self.ws.receive_str()):
            pass

    async def say(self, *messages: ClientMessage) -> None:
        for message in messages:
            await self.ws.send_str("4" + to_packet(message))

    async def end(self) -> list[str]:
        """Everything that comes until the server ends the connection."""
        heard = []
        async with asyncio.timeout(PATIENCE):
            async for message in self.ws:
                heard.append(str(message.data))
        return heard


@asynccontextmanager
async def raw(server: House, *, encrypted: bool = False) -> AsyncIterator[Raw]:
    link = server.link if encrypted else server.plain
    async with (
        aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=trust(link))) as http,
        http.ws_connect(link.origin + PATH + "websocket", autoping=False, timeout=SHORT) as ws,
    ):
        assert (await ws.receive_str()).startswith("0{")
        yield Raw(ws)
