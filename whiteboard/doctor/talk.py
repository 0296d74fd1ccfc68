"""A conversation over a line: Engine.IO, Socket.IO and the protocol's events, one step at a time."""

from __future__ import annotations

import asyncio
import contextlib
import json
from dataclasses import dataclass

import msgspec

from whiteboard.protocol import codec
from whiteboard.protocol.messages import SERVER_EVENTS, ClientMessage, Entry, Refused, ServerMessage, Tick, Welcome
from whiteboard.words import t

from .lines import CLOSE_SECONDS, Ended, Line, PollingLine

WAITING = "waiting"
"""The event that says: the host has not yet let this client in."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Engine.IO's first packet: the session, and how often the server pings, in seconds."""

    sid: str
    interval: float
    timeout: float


class _Open(msgspec.Struct):
    sid: str
    pingInterval: int
    pingTimeout: int


class Talk:
    """Reads only while one of its methods runs; answers the server's pings meanwhile. Ended when the line is over."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.heard = 0
        """How many packets have come in."""
        self._pings = 0

    async def open(self) -> Opened:
        """Wait for Engine.IO's open packet; BadMessage if something else comes."""
        packet = await self._receive()
        try:
            stated = msgspec.json.decode(packet[1:], type=_Open) if packet[:1] == "0" else None
        except (msgspec.DecodeError, UnicodeDecodeError):
            stated = None
        if stated is None:
            raise codec.BadMessage(t("{packet!r} opens nothing").format(packet=packet[:60]))
        if isinstance(self.line, PollingLine):
            self.line.join(stated.sid)
        return Opened(stated.sid, stated.pingInterval / 1000, stated.pingTimeout / 1000)

    async def connect(self) -> str:
        """Connect Socket.IO; its session's id. BadMessage if that is refused."""
        await self.line.send("40")
        while True:
            packet = await self._receive()
            if packet.startswith("44"):
                raise codec.BadMessage(t("Socket.IO refuses: {packet}").format(packet=packet[2:80]))
            if packet.startswith("40"):
                with contextlib.suppress(ValueError, AttributeError):
                    return str(json.loads(packet[2:]).get("sid", ""))
                return ""

    async def send(self, message: ClientMessage) -> None:
        await self.line.send("4" + codec.to_packet(message))

    async def message(self) -> ServerMessage | str:
        """The next event: a message, or the name of one that this program does not know. BadMessage if unreadable."""
        while True:
            packet = await self._receive()
            if packet.startswith("42["):
                event, payload = codec.split_packet(packet[1:])
                return codec.server_message(event, payload) if event in SERVER_EVENTS else event

    async def answer(self) -> Welcome | Refused | str:
        """The answer to a greeting: ticks may come before it."""
        while True:
            message = await self.message()
            if isinstance(message, (Welcome, Refused)):
                return message
            event = message if isinstance(message, str) else codec.event_of(message)
            if event == WAITING:
                return event

    async def entry(self, author: str, cseq: int) -> Entry:
        """The log's entry for an edit."""
        while True:
            message = await self.message()
            if isinstance(message, Tick):
                for entry in message.edits:
                    if (entry.author, entry.cseq) == (author, cseq):
                        return entry

    async def ping(self) -> None:
        """Ask for an answer and wait for it."""
        self._pings += 1
        await self.line.send(f'42{self._pings}["ping"]')
        while not (await self._receive()).startswith(f"43{self._pings}["):
            pass

    async def close(self) -> None:
        with contextlib.suppress(Ended, TimeoutError, OSError):
            async with asyncio.timeout(CLOSE_SECONDS):
                await self.line.close()

    async def _receive(self) -> str:
        while True:
            packet = await self.line.receive()
            self.heard += 1
            if packet == "2":
                await self.line.send("3")
            elif packet == "1":
                raise Ended(t("the server closed the connection"))
            elif packet:
                return packet
