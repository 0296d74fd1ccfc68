"""What a room knows of a connection: something that takes ready packets, and whether it has passed them on."""

from __future__ import annotations

from typing import Protocol

from whiteboard.protocol.codec import to_json
from whiteboard.protocol.messages import Refused, ServerMessage

_TEXT_FRAME = 0x81
_EVENT = b"42"


class Ready:
    """One message in the form in which it travels, made once for everybody who gets it.

    `frame` is the unmasked WebSocket text frame (RFC 6455, 5.2) of an Engine.IO message, `packet` the Engine.IO message
    itself (`42["tick",{...}]`) for long-polling.
    """

    __slots__ = ("_packet", "frame")

    def __init__(self, event: bytes, payload: bytes) -> None:
        body = b'%b["%b",%b]' % (_EVENT, event, payload)
        self.frame = framed(body)
        self._packet: str | None = None

    @property
    def packet(self) -> str:
        if self._packet is None:
            self._packet = self.frame[self.frame.index(_EVENT, 2) :].decode()
        return self._packet

    def __len__(self) -> int:
        return len(self.frame)


def framed(body: bytes) -> bytes:
    """The WebSocket text frame of a message from a server."""
    size = len(body)
    if size < 126:
        return bytes((_TEXT_FRAME, size)) + body
    if size < 1 << 16:
        return bytes((_TEXT_FRAME, 126)) + size.to_bytes(2, "big") + body
    return bytes((_TEXT_FRAME, 127)) + size.to_bytes(8, "big") + body


def ready(event: str, message: ServerMessage) -> Ready:
    return Ready(event.encode(), to_json(message))


def refusal(refused: Refused) -> Ready:
    return ready("refused", refused)


class Link(Protocol):
    """One connection to one client, whatever carries it. None of these wait."""

    @property
    def address(self) -> str:
        """Where the client is, for guess limits and the console."""

    @property
    def transport(self) -> str:
        """`websocket` or `polling`."""

    @property
    def encrypted(self) -> bool:
        """Whether nobody in between can read along."""

    def send(self, message: Ready) -> None:
        """Pass a message on, after all earlier ones; nothing happens if the connection is gone."""

    def waiting(self) -> int:
        """How much of what was sent has not left yet (bytes or packets); 0: drained."""

    def close(self) -> None:
        """Read nothing more, and end the connection as soon as everything is sent, within a second."""

    def abort(self) -> None:
        """End the connection now."""
