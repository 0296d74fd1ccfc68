"""The people of the relay bench: lean WebSocket clients of our own, all in one process.

They look at nothing while the clock runs: what comes is kept, once for all who got the same bytes, with the time at
which each of them had it. relay_count.py makes figures of it afterwards.
"""

from __future__ import annotations

import asyncio
import os
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter
from typing import Protocol

from whiteboard.protocol.messages import Hello

from .relay_ink import MESSAGES_A_SECOND, Said, frame, spoken

BUFFER_BYTES = 1024 * 1024
JOIN_SECONDS = 60.0
JOINING_AT_ONCE = 20


@dataclass(slots=True)
class Heard:
    """One message that came from the server, who got it (numbers within the room), and when."""

    body: bytes
    who: list[int] = field(default_factory=list)
    times: list[float] = field(default_factory=list)


class Ear:
    """What a room's people heard. The same bytes, in the same order, are kept once."""

    def __init__(self) -> None:
        self.heard: list[Heard] = []
        self._by_body: dict[bytes, Heard] = {}

    def forget(self) -> None:
        self.heard.clear()
        self._by_body.clear()

    def hear(self, body: bytes, who: int, place: int, now: float) -> int:
        """Note a message for somebody who is at `place` in the list; returns where he is then."""
        for index in range(place, min(place + 3, len(self.heard))):
            if self.heard[index].body == body:
                known, place = self.heard[index], index + 1
                break
        else:
            known = self._by_body.setdefault(body, Heard(body))
            if not known.who:
                self.heard.append(known)
                place = len(self.heard)
        known.who.append(who)
        known.times.append(now)
        return place


class Client(asyncio.BufferedProtocol):
    """One person's WebSocket. `greet` is written when the server has accepted; `welcomed` resolves at `welcome`."""

    _shared = bytearray(BUFFER_BYTES)
    _view = memoryview(_shared)

    def __init__(self, path: str, greet: Callable[[str], bytes], welcome: bytes, ear: Ear, number: int) -> None:
        self.welcomed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.lost = False
        self._path, self._greet, self._welcome = path, greet, welcome
        self._ear, self._number = ear, number
        self._place = 0
        self._rest = b""
        self._upgraded = False
        self._transport: asyncio.Transport | None = None

    # asyncio's

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        host = "{}:{}".format(*transport.get_extra_info("peername"))
        transport.set_write_buffer_limits(high=1 << 30)
        transport.write(upgrade_request(self._path, host))

    def get_buffer(self, sizehint: int) -> memoryview:
        return self._view  # asyncio's TLS slices it, which would copy the bytearray

    def buffer_updated(self, nbytes: int) -> None:
        now = perf_counter()
        data = self._rest + self._view[:nbytes].tobytes() if self._rest else self._view[:nbytes].tobytes()
        if not self._upgraded:
            head, end, data = data.partition(b"\r\n\r\n")
            if not end:
                self._rest = head
                return
            assert b" 101 " in head, head
            self._upgraded = True
            self.write(self._greet(""))
        at, size = 0, len(data)
        while size - at >= 2:
            length, begin = data[at + 1], at + 2
            if length == 126:
                length, begin = int.from_bytes(data[at + 2 : at + 4], "big"), at + 4
            elif length == 127:
                length, begin = int.from_bytes(data[at + 2 : at + 10], "big"), at + 10
            if begin + length > size:
                break
            self._take(data[begin : begin + length], now)
            at = begin + length
        self._rest = data[at:]

    def connection_lost(self, error: Exception | None) -> None:
        self.lost = True
        if not self.welcomed.done():
            self.welcomed.set_exception(error or ConnectionResetError("the server closed"))

    # ours

    def write(self, frames: bytes) -> None:
        if frames and self._transport is not None and not self.lost:
            self._transport.write(frames)

    @property
    def network(self) -> asyncio.Transport:
        assert self._transport is not None
        return self._transport

    def end(self) -> None:
        if self._transport is not None:
            self._transport.abort()

    def _take(self, body: bytes, now: float) -> None:
        if self.welcomed.done():
            if body == b"2":
                self.write(frame("3"))
            else:
                self._place = self._ear.hear(body, self._number, self._place, now)
        elif body.startswith(self._welcome):
            self.welcomed.set_result(None)
        else:
            self.write(self._greet(body.decode()))


def upgrade_request(path: str, host: str) -> bytes:
    return (
        f"GET {path} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    ).encode()


class Drawer(Protocol):
    def write(self, frames: bytes) -> None: ...


def greeting(board: str, number: int) -> Callable[[str], bytes]:
    """What a Socket.IO client of ours says to each message before its welcome."""
    hello = Hello(board=board, client=os.urandom(16).hex(), ordinal=1, name=f"Person {number}", color="#1971c2")

    def greet(packet: str) -> bytes:
        if packet.startswith("0"):
            return frame("40")
        return spoken(hello) if packet.startswith("40") else b""

    return greet


async def connect(port: int, clients: list[Client], trust: ssl.SSLContext | None = None) -> None:
    """Connect all, with TLS if there is something to trust, and wait until they are welcome."""
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(JOIN_SECONDS):
        for start in range(0, len(clients), JOINING_AT_ONCE):
            some = clients[start : start + JOINING_AT_ONCE]
            for client in some:
                make: Callable[[], Client] = lambda client=client: client  # type: ignore[misc]  # noqa: E731
                await loop.create_connection(make, "127.0.0.1", port, ssl=trust)
            await asyncio.gather(*(client.welcomed for client in some))


async def draw(scripts: list[tuple[Drawer, list[Said]]], seconds: float) -> None:
    """Write what is due, the drawers spread evenly over each sixtieth of a second."""
    begin, drawers = perf_counter(), len(scripts)
    turns = round(seconds * MESSAGES_A_SECOND) * drawers
    pace = MESSAGES_A_SECOND * drawers
    done = 0
    while done < turns:
        now = perf_counter()
        due = min(turns, int((now - begin) * pace) + 1)
        for turn in range(done, due):
            client, said = scripts[turn % drawers]
            one = said[turn // drawers]
            one.at = perf_counter()
            client.write(one.frames)
        done = due
        await asyncio.sleep(max(0.0, begin + done / pace - perf_counter()))
