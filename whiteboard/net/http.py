"""The HTTP client that everything in this room uses: no cookies, no proxy, no limit of connections."""

from __future__ import annotations

import asyncio
import ssl
from typing import TYPE_CHECKING, Literal

import aiohttp
from aiohttp.client_ws import ClientWebSocketResponse

if TYPE_CHECKING:
    from aiohttp._websocket.models import WSMessageDecodeText


class ClosingSocket(ClientWebSocketResponse[Literal[True]]):
    """A WebSocket that ends when whoever waits for its first message is broken off. Later it is asked again.

    python-engineio 4.15 forgets one that says nothing at first, and aiohttp 3.14 keeps it open: as long as the client
    lives, and then until the collector of cycles finds it, which complains in one order of two. When
    tests/net/test_connection.py passes without this class it can go.
    """

    _has_spoken = False

    async def receive(self, timeout: float | None = None) -> WSMessageDecodeText:
        try:
            message = await super().receive(timeout)
        except asyncio.CancelledError:
            if not self._has_spoken:
                self._response.close()
            raise
        self._has_spoken = True
        if self.closed:  # aiohttp lets go of it, but not where the line was lost
            self._response.close()
        return message


def http_client(trust: ssl.SSLContext | bool = True, *traces: aiohttp.TraceConfig) -> aiohttp.ClientSession:
    """A client to be used in `async with`, inside a running loop; `traces` see its requests.

    `trust` says which servers are the right ones, see `pin.trust`.
    """
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=0, ssl=trust),
        cookie_jar=aiohttp.DummyCookieJar(),
        trace_configs=list(traces),
        ws_response_class=ClosingSocket,
        trust_env=False,  # a board on the local network is never behind the proxy to the internet
    )


async def body_of(answer: aiohttp.ClientResponse, most: int) -> bytes:
    """The body of an answer as a whole, or its first `most` bytes; raises what aiohttp raises if it breaks off.

    `answer.content.read(most)` gives what has come by then, which is less wherever the network brings it in pieces.
    """
    body = bytearray()
    async for piece in answer.content.iter_any():
        body += piece
        if len(body) >= most:
            break
    return bytes(body[:most])
