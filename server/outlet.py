"""The two ways to a client: frames written to a WebSocket, or packets kept until a long-polling request takes them."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Protocol

from .link import Ready, framed

MAX_PACKETS_A_POLL = 16
"""What python-engineio's client takes in one answer; more would be dropped without a word."""

POLLING_DRAINED_BYTES = 64 * 1024


class Outlet(Protocol):
    """The way to the client. Nothing here waits."""

    kind: str

    def write(self, message: Ready) -> None: ...

    def write_packet(self, packet: str) -> None:
        """An Engine.IO packet of another kind than ours."""

    def waiting(self) -> int:
        """0 when there is room for another tick."""

    def taken(self) -> bool:
        """Whether the client is known to have everything."""

    def finish(self) -> None:
        """Nothing more will be written: close properly."""

    def cut(self) -> None:
        """Close at once."""


class WebSocketOutlet:
    """Writes ready frames straight to the network, past aiohttp's and engineio's writers.

    asyncio's transport takes a frame whole, so what aiohttp writes (pongs, its close frame) never falls into one.
    """

    kind = "websocket"

    def __init__(self, network: asyncio.Transport) -> None:
        self._network = network

    def write(self, message: Ready) -> None:
        if not self._network.is_closing():
            self._network.write(message.frame)

    def write_packet(self, packet: str) -> None:
        if not self._network.is_closing():
            self._network.write(framed(packet.encode()))

    def waiting(self) -> int:
        return self._network.get_write_buffer_size()

    def taken(self) -> bool:
        return False  # the client closes when it has read our close frame

    def finish(self) -> None:
        if not self._network.is_closing():
            self._network.write(b"\x88\x02\x03\xe8")  # close frame, status 1000

    def cut(self) -> None:
        self._network.abort()


class PollingOutlet:
    """Keeps packets until the client's next request takes them."""

    kind = "polling"

    def __init__(self) -> None:
        self._packets: deque[str] = deque()
        self._bytes = 0
        self._filled = asyncio.Event()
        self._closed = False

    def write(self, message: Ready) -> None:
        self.write_packet(message.packet)

    def write_packet(self, packet: str) -> None:
        if not self._closed:
            self._packets.append(packet)
            self._bytes += len(packet)
            self._filled.set()

    def waiting(self) -> int:
        drained = len(self._packets) < MAX_PACKETS_A_POLL and self._bytes <= POLLING_DRAINED_BYTES
        return 0 if drained else len(self._packets)

    def taken(self) -> bool:
        return not self._packets

    def finish(self) -> None:
        pass

    def cut(self) -> None:
        self._closed = True
        self._filled.set()

    async def take(self) -> str:
        """The body of the answer to a request: waits until there is a packet, or the connection is over ("")."""
        await self._filled.wait()
        packets = [self._packets.popleft() for _ in range(min(MAX_PACKETS_A_POLL, len(self._packets)))]
        self._bytes = sum(map(len, self._packets))
        if not self._packets and not self._closed:
            self._filled.clear()
        return "\x1e".join(packets)
