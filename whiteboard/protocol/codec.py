"""Between messages and the text of Socket.IO event packets: the only place where JSON is written or read.

A packet here is Socket.IO's, without Engine.IO's leading digit: `2["tick",{...}]`.
"""

from __future__ import annotations

from typing import Any

import msgspec

from .messages import CLIENT_EVENTS, SERVER_EVENTS, ClientMessage, ServerMessage, Snapshot

_encode = msgspec.json.Encoder().encode
_CLIENT = {event: msgspec.json.Decoder(type) for event, type in CLIENT_EVENTS.items()}
_SERVER = {event: msgspec.json.Decoder(type) for event, type in SERVER_EVENTS.items()}
_NAMES: dict[type, str] = {type: event for event, type in (CLIENT_EVENTS | SERVER_EVENTS).items()}
_SNAPSHOT = msgspec.json.Decoder(Snapshot)
_EVENT = msgspec.json.Decoder(tuple[str, msgspec.Raw])


class BadMessage(ValueError):
    """The peer sent something that is not a message of this protocol; the text says what."""


def event_of(message: ClientMessage | ServerMessage) -> str:
    """The name of the Socket.IO event that carries a message."""
    return _NAMES[type(message)]


def to_json(value: Any) -> bytes:
    """Any message or part of one as JSON."""
    return _encode(value)


def to_packet(message: ClientMessage | ServerMessage) -> str:
    """The Socket.IO packet of a message."""
    return f'2["{event_of(message)}",{_encode(message).decode()}]'


def split_packet(packet: str) -> tuple[str, msgspec.Raw]:
    """Event name and undecoded payload of an event packet in the default namespace; BadMessage for anything else."""
    if not packet.startswith("2["):
        raise BadMessage("not an event of the default namespace")
    try:
        return _EVENT.decode(packet[1:])
    except (msgspec.DecodeError, RecursionError) as error:
        raise BadMessage(f"not an event with one payload: {error}") from None


def client_message(event: str, payload: bytes | str | msgspec.Raw) -> ClientMessage:
    """The message that a client sent as JSON; BadMessage if it is not one."""
    decoder = _CLIENT.get(event)
    if decoder is None:
        raise BadMessage(f"no event {event[:40]!r}")
    try:
        return decoder.decode(payload)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadMessage(f"{event}: {error}") from None


def server_message(event: str, payload: bytes | str | msgspec.Raw) -> ServerMessage:
    """The message that a server sent as JSON; BadMessage if it is not one."""
    decoder = _SERVER.get(event)
    if decoder is None:
        raise BadMessage(f"no event {event[:40]!r}")
    try:
        return decoder.decode(payload)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadMessage(f"{event}: {error}") from None


def message_from(event: str, payload: Any, events: dict[str, type[Any]]) -> Any:
    """The message of an event whose payload somebody has already parsed into dicts and lists; BadMessage if bad."""
    type_ = events.get(event)
    if type_ is None:
        raise BadMessage(f"no event {event[:40]!r}")
    try:
        return msgspec.convert(payload, type_)
    except (msgspec.ValidationError, RecursionError) as error:
        raise BadMessage(f"{event}: {error}") from None


def snapshot_from_json(data: bytes) -> Snapshot:
    """The snapshot of a board; BadMessage if the bytes are not one."""
    try:
        return _SNAPSHOT.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadMessage(f"snapshot: {error}") from None
