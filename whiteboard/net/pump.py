"""Sends what a board has to say, at most every FLUSH_SECONDS, and only as fast as the connection takes it."""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable

from whiteboard.protocol.codec import to_packet
from whiteboard.protocol.limits import FLUSH_SECONDS
from whiteboard.protocol.messages import ClientMessage, Hello

from .board_port import LiveBoard
from .connection import Wire

BYTES_AT_ONCE = 512 * 1024
"""At most about this much waits inside the connection: one long poll must not grow beyond what a server accepts."""

MAX_HELLO_PAUSE = 2.0
"""A board that never gets in step with its server greets it at most this often, in seconds."""


class Pump:
    """The sending half of one connection."""

    def __init__(
        self,
        wire: Wire,
        board: LiveBoard,
        hello: Callable[[], Hello],
        clock: Callable[[], float],
        after: Callable[[], None],
    ) -> None:
        """`hello` makes the whole greeting; `after` is called after every look at the board."""
        self._wire = wire
        self._board = board
        self._hello = hello
        self._clock = clock
        self._after = after
        self._waiting: deque[str] = deque()
        self._added: deque[str] = deque()
        self._hellos = 0
        self._next_hello = 0.0
        self._nudged = asyncio.Event()

    async def greet(self) -> None:
        """Say hello: first of all, and again whenever the board wants to. What waited belongs to what was before."""
        self._waiting.clear()
        self._hellos += 1
        self._next_hello = self._clock() + min(MAX_HELLO_PAUSE, 0.1 * self._hellos)
        await self._wire.send(self._hello())

    def add(self, message: ClientMessage) -> None:
        """Send a message that is not the board's, also after a greeting, and before what waits of the board."""
        self._added.append(to_packet(message))

    def nudge(self) -> None:
        """Look at the board now, if nothing was sent just before."""
        self._nudged.set()

    async def run(self) -> None:
        while True:
            self._nudged.clear()
            sent = await self.flush()
            self._after()
            if sent:
                await asyncio.sleep(FLUSH_SECONDS)
            else:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(FLUSH_SECONDS):
                        await self._nudged.wait()

    async def flush(self) -> bool:
        """Send what the connection takes just now; returns whether there was anything to send."""
        now = self._clock()
        if self._board.replica.wants_hello and now >= self._next_hello:
            await self.greet()
        if not self._wire.idle:
            return False
        if not self._waiting:
            self._waiting.extend(map(to_packet, self._board.take_outgoing(now)))
        something = bool(self._added or self._waiting)
        room = BYTES_AT_ONCE
        while (next_ones := self._added or self._waiting) and room > 0:
            packet = next_ones.popleft()
            room -= len(packet)
            await self._wire.send_packet(packet)
        return something
