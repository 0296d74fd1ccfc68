"""One client's connection: guards what comes in, and sends ready packets out, by WebSocket or by long-polling.

It reads and writes Engine.IO 4 packets as text (`4` message, `2` ping, `3` pong, `1` close) and knows of sockets only
what `Outlet` says.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable
from typing import Protocol

import msgspec

from whiteboard.protocol.codec import BadMessage, split_packet
from whiteboard.protocol.messages import Refused
from whiteboard.protocol.refusal import Refusal

from .bucket import Bucket
from .link import Link, Ready, refusal
from .outlet import Outlet

log = logging.getLogger(__name__)

PING_SECONDS = 5.0
PONG_SECONDS = 10.0
"""A peer from which nothing at all comes for so long after a ping is gone. Its answer may wait behind a long edit."""

HELLO_SECONDS = 5.0
FLUSH_SECONDS = 1.0
LATE_SECONDS = 1.0
MAX_BAD_MESSAGES = 3

_PING_EVENT = re.compile(r'2(\d{0,9})\["ping"(?:,(?:null|\{\}))?\]')
_WITH_ID = re.compile(r"2(\d{1,9})\[")
_TRAIL, _PRESENCE = '42["trail",', '42["presence",'
"""How nine of ten packets begin while people draw."""

_CLOSE = "1"
_PING = "2"


class BadFrame(Exception):
    """What came is not Engine.IO as this protocol uses it; the connection is of no use any more."""


class Hall(Protocol):
    """What stands behind the door."""

    def opened(self, link: Link) -> None:
        """A client is at the door; nothing is known of it."""

    async def received(self, link: Link, event: str, payload: msgspec.Raw) -> bool:
        """A client's event; returns whether it is let in. BadMessage if it is not valid."""

    def received_at_once(self, link: Link, event: str, payload: str, now: float) -> None:
        """A client's trail or presence, at a time of the loop's. BadMessage if it is not valid."""

    def closed(self, link: Link, reason: str) -> None:
        """The connection is over; said once for each `opened`."""


class Wire:
    """A `Link`. `connect` answers the Socket.IO CONNECT packet; `ended` is told once when the connection is over."""

    def __init__(
        self,
        hall: Hall,
        outlet: Outlet,
        address: str,
        *,
        encrypted: bool,
        connect: Callable[[str], Awaitable[None]],
        ended: Callable[[str], None],
    ) -> None:
        self.address = address
        self.encrypted = encrypted
        self.over = False
        self._hall = hall
        self._outlet = outlet
        self._connect = connect
        self._ended = ended
        self._loop = asyncio.get_running_loop()
        self._bucket = Bucket(self._loop.time())
        self._bad = 0
        self._connected = False
        self._leaving = False
        self._taking = False
        self._reads_at = 0.0  # not before then, because the client said too much
        self._silent = True  # since the last ping
        self._hello_due: asyncio.TimerHandle | None = self._loop.call_later(HELLO_SECONDS, self._no_hello)
        self._heartbeat = self._loop.call_later(PING_SECONDS, self._ping)
        hall.opened(self)

    # ------------------------------------------------------------ as a Link

    @property
    def transport(self) -> str:
        return self._outlet.kind

    def send(self, message: Ready) -> None:
        if not self._leaving:
            self._outlet.write(message)

    def waiting(self) -> int:
        return self._outlet.waiting()

    def close(self) -> None:
        if not self._leaving:
            self._leaving = True
            self._outlet.write_packet(_CLOSE)
            self._outlet.finish()
            self._flush(self._loop.time() + FLUSH_SECONDS)

    def abort(self) -> None:
        self.end("cut off")

    @property
    def said_hello(self) -> bool:
        """Whether a good hello came: the client is in, or waits to be let in."""
        return self._hello_due is None and not self.over

    # ------------------------------------------------------------ what comes in

    def heard(self) -> None:
        """Something has come, be it a part of a packet: the client lives."""
        self._silent = False

    async def take(self, packet: str) -> None:
        """Wait as long as the client's limits say, then do what an Engine.IO packet asks for. BadFrame ends it."""
        self._taking = True
        self.heard()
        try:
            pause = self._reads_at - self._loop.time()
            if pause > 0.0:
                await asyncio.sleep(pause)
            await self._take(packet)
        finally:
            self._taking = False

    def take_at_once(self, packet: str) -> bool:
        """Do what a light event asks for; False, and nothing done, if the packet has to wait for its turn in `take`."""
        if packet.startswith(_TRAIL):
            event, begin = "trail", len(_TRAIL)
        elif packet.startswith(_PRESENCE):
            event, begin = "presence", len(_PRESENCE)
        else:
            return False
        now = self._loop.time()
        if self._taking or self._leaving or now < self._reads_at or self._hello_due is not None or packet[-1] != "]":
            return False
        self._charge(packet, now)
        try:
            self._hall.received_at_once(self, event, packet[begin:-1], now)
        except BadMessage as error:
            self._strike(error)
        return True

    def end(self, reason: str) -> None:
        """The connection is over, whoever ended it."""
        if self.over:
            return
        if self._leaving:
            reason = "closed by this server"
        self.over = self._leaving = True
        self._heartbeat.cancel()
        if self._hello_due is not None:
            self._hello_due.cancel()
        self._outlet.cut()
        self._hall.closed(self, reason)
        self._ended(reason)

    async def _take(self, packet: str) -> None:
        if self._leaving or self.over:
            return
        self._charge(packet, self._loop.time())
        kind = packet[:1]
        if kind == "4":
            await self._message(packet[1:])
        elif kind == "3":
            self._heartbeat.cancel()
            self._heartbeat = self._loop.call_later(PING_SECONDS, self._ping)
        elif kind == _CLOSE:
            self.end("left")
        else:
            raise BadFrame(f"a packet that begins with {kind!r}")

    def _charge(self, packet: str, now: float) -> None:
        pause = self._bucket.take(len(packet), now)
        if pause > 0.0:
            self._reads_at = now + pause

    async def _message(self, packet: str) -> None:
        try:
            if packet.startswith("2"):
                await self._event(packet)
            elif packet.startswith("0") and not self._connected and packet[1:2] in ("", "{"):
                self._connected = True
                await self._connect(packet)
            elif packet == "1":
                self.end("left")
            else:
                raise BadMessage("a packet that this protocol does not use")
        except BadMessage as error:
            self._strike(error)

    async def _event(self, packet: str) -> None:
        if not self._connected:
            raise BadMessage("an event before CONNECT")
        id = ""
        if (ping := _PING_EVENT.fullmatch(packet)) is not None:
            id = ping[1]
        else:
            if (numbered := _WITH_ID.match(packet)) is not None:
                id = numbered[1]
                packet = "2" + packet[1 + len(id) :]
            event, payload = split_packet(packet)
            if await self._hall.received(self, event, payload) and self._hello_due is not None:
                self._hello_due.cancel()
                self._hello_due = None
        if id and self._hello_due is None and not self._leaving:
            self._outlet.write_packet(f"43{id}[]")

    def _strike(self, error: BadMessage) -> None:
        self._bad += 1
        if self._bad == 1:
            log.warning("%s sent what is not valid", self.address)
            log.debug("%s: %.200r", self.address, error)  # a client's own words: perhaps a drawing, or a forged line
        if self._bad >= MAX_BAD_MESSAGES:
            self.send(refusal(Refused(code=Refusal.BAD_MESSAGE, why="Your app sends what is not valid.")))
            self.close()

    # ------------------------------------------------------------ time

    def _no_hello(self) -> None:
        self._hello_due = None
        self.end("said no hello")

    def _ping(self) -> None:
        self._outlet.write_packet(_PING)
        self._silent = True
        due = self._loop.time() + PONG_SECONDS
        self._heartbeat = self._loop.call_at(due, self._no_pong, due)

    def _no_pong(self, due: float) -> None:
        if not self._silent:
            self._ping()
        elif self._loop.time() - due > LATE_SECONDS:  # this process was stopped: the pong may be here, unread
            due = self._loop.time() + LATE_SECONDS
            self._heartbeat = self._loop.call_at(due, self._no_pong, due)
        else:
            self.end("does not answer")

    def _flush(self, deadline: float) -> None:
        if self.over:
            return
        if self._outlet.taken() or self._loop.time() >= deadline:
            self.end("closed")
        else:
            self._loop.call_later(0.02, self._flush, deadline)
