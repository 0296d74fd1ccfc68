"""Engine.IO's two transports, spoken by hand: what goes in and out is exactly what PROTOCOL.md writes.

The app uses python-socketio for this; the doctor is a second witness, and shows what others hide.
"""

from __future__ import annotations

from collections import deque
from typing import Protocol

import aiohttp

from whiteboard.net.http import body_of
from whiteboard.words import t

MAX_BYTES = 4 * 1024 * 1024
SEPARATOR = "\x1e"
CLOSE_SECONDS = 1.0


class Ended(Exception):
    """The other side has closed the connection, or it was cut; the text says how."""


class Line(Protocol):
    """A connection that carries Engine.IO packets as text."""

    @property
    def transport(self) -> str:
        """What it is, for people."""

    async def send(self, packet: str) -> None:
        """Send a packet; Ended if that cannot be done any more."""

    async def receive(self) -> str:
        """The next packet; Ended if there will be none."""

    async def close(self) -> None:
        """Hang up."""


class WebSocketLine:
    """Packets as WebSocket messages."""

    transport = "WebSocket"

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket

    async def send(self, packet: str) -> None:
        try:
            await self._socket.send_str(packet)
        except (ConnectionError, aiohttp.ClientError) as error:
            raise Ended(str(error)) from None

    async def receive(self) -> str:
        message = await self._socket.receive()
        if message.type is not aiohttp.WSMsgType.TEXT:
            raise Ended(t("closed with code {code}").format(code=self._socket.close_code))
        return str(message.data)

    async def close(self) -> None:
        await self.send("1")
        await self._socket.close()


class PollingLine:
    """Packets in HTTP bodies, several at a time."""

    transport = "long-polling"

    def __init__(self, http: aiohttp.ClientSession, origin: str) -> None:
        self._http = http
        self._url = f"{origin}/socket.io/?EIO=4&transport=polling"
        self._waiting: deque[str] = deque()

    def join(self, sid: str) -> None:
        """From now on this is the session `sid`."""
        self._url += f"&sid={sid}"

    async def send(self, packet: str) -> None:
        await self._ask("POST", packet)

    async def receive(self) -> str:
        while not self._waiting:
            self._waiting.extend((await self._ask("GET")).split(SEPARATOR))
        return self._waiting.popleft()

    async def close(self) -> None:
        await self.send("1")

    async def _ask(self, method: str, body: str | None = None) -> str:
        try:
            async with self._http.request(method, self._url, data=body, allow_redirects=False) as answer:
                content = await body_of(answer, MAX_BYTES)
                if answer.status != 200:
                    raise Ended(t("{method} was answered with {status}").format(method=method, status=answer.status))
        except (aiohttp.ClientError, OSError) as error:
            raise Ended(str(error) or type(error).__name__) from None
        return content.decode(errors="replace")


async def upgraded(http: aiohttp.ClientSession, origin: str) -> aiohttp.ClientWebSocketResponse:
    """A WebSocket to the server's Engine.IO; raises what aiohttp raises."""
    return await http.ws_connect(
        f"{origin}/socket.io/?EIO=4&transport=websocket",
        max_msg_size=MAX_BYTES,
        timeout=aiohttp.ClientWSTimeout(ws_close=CLOSE_SECONDS),
    )
