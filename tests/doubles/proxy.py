"""A network in between that fails on demand: cut, stalled, slow, closed, or with no love for websockets."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import hashlib
import math
import re
from enum import Enum
from types import TracebackType
from typing import Self

from .ports import give_up, own_port

_UPGRADE = re.compile(rb"\r\nupgrade: *websocket", re.IGNORECASE)
_KEY = re.compile(rb"\r\nsec-websocket-key: *(\S+)", re.IGNORECASE)
_GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"  # RFC 6455, 1.3

PIECE_SECONDS = 0.1
"""So much of what passes a narrow place is there at a time."""


class Upgrade(Enum):
    """What happens to a request for a websocket."""

    PASS = "pass"
    REFUSE = "refuse"
    HANG = "hang"
    MUTE = "mute"
    """Accepted, then nothing: the worst of the real ones."""


class Loss(Enum):
    """What gets lost on the way to the server; the way back stays good."""

    NOTHING = "nothing"
    AFTER_UPGRADE = "after upgrade"
    """On connections that have become websockets, and only after the upgrade."""
    EVERYTHING = "everything"


class Proxy:
    """A TCP proxy on loopback. `port` stays the same when it is closed and opened again."""

    def __init__(self, target_port: int) -> None:
        self.target_port = target_port
        self.port = own_port()
        self.upgrade = Upgrade.PASS
        self.loss = Loss.NOTHING
        self.delay = 0.0
        """Seconds that every chunk waits, in each direction."""
        self.bytes_a_second = math.inf
        self.accepted = 0
        self._flowing = asyncio.Event()
        self._flowing.set()
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._writers: set[asyncio.StreamWriter] = set()

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def open(self) -> None:
        """Let people connect (again)."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)

    async def close(self) -> None:
        """Cut all connections and refuse new ones."""
        server, self._server = self._server, None
        if server is not None:
            await give_up(server)
        tasks = list(self._tasks)
        self.cut()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def cut(self) -> None:
        """Reset all connections; new ones are welcome."""
        for writer in list(self._writers):
            writer.transport.abort()

    def stall(self) -> None:
        """Pass nothing on, and say nothing about it."""
        self._flowing.clear()

    def flow(self) -> None:
        """Pass on what was held back, and all that follows."""
        self._flowing.set()

    # ------------------------------------------------------------ inside

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._server is None:  # closed since this one was taken
            writer.transport.abort()
            return
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self.accepted += 1
        out: asyncio.StreamWriter | None = None
        self._writers.add(writer)
        try:
            back, out = await asyncio.open_connection("127.0.0.1", self.target_port)
            self._writers.add(out)
            async with asyncio.TaskGroup() as both:
                both.create_task(self._pass_requests(reader, out, writer))
                both.create_task(self._pass(back, writer))
        except* (OSError, asyncio.CancelledError):
            pass
        finally:
            self._tasks.discard(task)
            for end in (writer, out):
                if end is not None:
                    self._writers.discard(end)
                    end.transport.abort()

    async def _pass_requests(
        self, reader: asyncio.StreamReader, out: asyncio.StreamWriter, back: asyncio.StreamWriter
    ) -> None:
        upgraded = False
        while chunk := await self._read_request(reader):
            if self.upgrade is not Upgrade.PASS and _UPGRADE.search(chunk):
                await self._refuse(chunk, back)
                continue
            if self.loss is Loss.EVERYTHING or (upgraded and self.loss is Loss.AFTER_UPGRADE):
                continue
            upgraded = upgraded or _UPGRADE.search(chunk) is not None
            await self._forward(chunk, out)
        raise ConnectionResetError

    async def _read_request(self, reader: asyncio.StreamReader) -> bytes:
        """The next that comes; the head of a GET as a whole, into however many pieces the network has cut it."""
        chunk = await reader.read(65536)
        while chunk and chunk[:4] == b"GET "[: len(chunk)] and b"\r\n\r\n" not in chunk:
            more = await reader.read(65536)
            if not more:
                break
            chunk += more
        return chunk

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while chunk := await reader.read(65536):
            await self._forward(chunk, writer)
        raise ConnectionResetError

    async def _forward(self, chunk: bytes, writer: asyncio.StreamWriter) -> None:
        await self._flowing.wait()
        if self.delay:
            await asyncio.sleep(self.delay)
        while chunk and not writer.is_closing():  # asyncio warns of what is written to one who is gone
            rate = self.bytes_a_second  # which may change in the middle of a chunk
            piece = chunk if rate == math.inf else chunk[: max(1, int(rate * PIECE_SECONDS))]
            chunk = chunk[len(piece) :]
            if rate != math.inf:
                await asyncio.sleep(len(piece) / rate)
            writer.write(piece)
            with contextlib.suppress(ConnectionError):
                await writer.drain()

    async def _refuse(self, request: bytes, back: asyncio.StreamWriter) -> None:
        if self.upgrade is Upgrade.REFUSE:
            back.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
        elif self.upgrade is Upgrade.MUTE:
            key = _KEY.search(request)
            assert key is not None
            accept = base64.b64encode(hashlib.sha1(key[1] + _GUID).digest())
            back.write(
                b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                b"Sec-WebSocket-Accept: " + accept + b"\r\n\r\n"
            )
        await back.drain()
