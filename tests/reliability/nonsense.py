"""Makes what no client of ours would say, from what one would."""

from __future__ import annotations

import hashlib
import json
import random
import struct
from dataclasses import dataclass
from typing import Any

from tests.bench.relay_ink import frame
from whiteboard.protocol.link import Link

_STROKE = {
    "id": "a", "kind": "stroke", "geometry": {"x": 0.0, "y": 0.0, "w": 1.0, "h": 1.0}, "order": "A",
    "points": "AADIASAgAA==", "ext": {"glow": [1, {"x": None}]},
}  # fmt: skip
_EVENTS: list[tuple[str, dict[str, Any]]] = [
    ("hello", {"protocol": 1, "board": "Board", "client": "0" * 32, "ordinal": 1, "name": "Ann", "color": "#e03131",
               "resume": {"log_id": "9b2f6c0d11a84e53", "seq": 417, "hash": "5d0c9e3b7a6f1284"}}),
    ("edit", {"cseq": 1, "ops": [{"op": "put", "element": _STROKE}]}),
    ("edit", {"cseq": 1, "ops": [{"op": "patch", "id": "a", "geometry": {"x": 1.0, "y": 1.0}, "lock": True}]}),
    ("edit", {"cseq": 1, "ops": [{"op": "remove", "id": "a"}]}),
    ("trail", {"id": "b", "points": [0, 0, 128, 16, 8, 12], "x": 3.0, "y": 4.0, "style": {"color": "#e03131"}}),
    ("trail", {"id": "b", "start": 2, "points": [-6, 192, 0]}),
    ("trail_end", {"id": "b"}),
    ("presence", {"x": 133.0, "y": -38.5, "tool": "pen"}),
    ("profile", {"name": "Anna", "color": "#7048e8"}),
    ("ping", {}),
]  # fmt: skip
_VALUES: list[Any] = [
    None, True, -1, 0, 2**31, 2**63, -(2**64), 1e308, 1e-308, "", "x" * 3000, "\x00", "\ud7ff", "🖊", "null", [], {},
    [[]] * 50, {"a": {"b": {"c": []}}}, "../../etc", "%s%n", "#zzzzzz", "AAAA====", [1] * 3000, [1e9] * 30, "\u202e",
]  # fmt: skip
_PACKETS = [b"4", b"42", b"40", b"41", b"43[]", b"451-[]", b"4599999999-[]", b"3", b"2", b"", b"40/admin,", b"420[",
            b"42[", b"4" + b"[" * 2000, b"42[" * 300, b"\xff\xfe", b"42[\"\xff\"]"]  # fmt: skip
_PATHS = ["/", "/health", "/b/Board", "/b/Board/snapshot", "/b/Board/snapshot?seq=", "/socket.io/", "/b/%00",
          "/b/" + "%ff" * 90, "/socket.io/?EIO=4&transport=polling", "/socket.io/?EIO=4&transport=polling&sid=x",
          "/b/../..", "//", "/" + "a" * 9000]  # fmt: skip
_NAMES = ["0" * 64, "A" * 64, "..", "%2e%2e%2f" * 7, "0" * 63, "f" * 4000, "%00" * 64, ""]
_ABOUT_PICTURES = ["Range: bytes=5-2", "Range: bytes=-99999999999", "Range: bytes=0-0,2-3", "If-None-Match: *",
                   "If-Range: x", "Content-Encoding: gzip", "Expect: 100-continue", "Content-Type: image/svg+xml",
                   "Accept-Encoding: gzip"]  # fmt: skip
_HEADERS = ["Host: 127.0.0.1", "Host: evil.example", "Origin: null", "Authorization: Bearer x", "Content-Length: 5",
            "Content-Length: -1", "Transfer-Encoding: chunked", "Connection: Upgrade", "Upgrade: websocket",
            "Sec-WebSocket-Key: x", "Range: bytes=0-", "X: " + "y" * 9000, "A" * 300 + ": b",
            "Cookie: \x7f"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """Whom to talk nonsense to. `token` is one that lets a member fetch and send pictures."""

    link: Link
    token: str


def packets(chance: random.Random, target: Target) -> bytes:
    """An event that is nearly right, in a proper frame."""
    return frame_of(_packet(chance))


def frames(chance: random.Random, target: Target) -> bytes:
    """A WebSocket frame with something wrong about it."""
    made = bytearray(frame_of(_packet(chance)[:200]))
    for _ in range(chance.randint(1, 3)):
        made[chance.randrange(min(8, len(made)))] = chance.randrange(256)
    return bytes(made[: chance.randint(1, len(made))] if chance.random() < 0.2 else made)


def requests(chance: random.Random, target: Target) -> bytes:
    """An HTTP request that is not one, or not one of ours."""
    method = chance.choice(("GET", "POST", "PUT", "OPTIONS", "HEAD", "BREW", "", "GET" * 3000))
    path, version = chance.choice(_PATHS) + chance.choice(("", "1", "-1", "9" * 30)), chance.choice(("1.1", "9", ""))
    lines = [f"{method} {path} HTTP/{version}"]
    lines += chance.choices(_HEADERS, k=chance.randint(0, 5))
    body = bytes(chance.randrange(256) for _ in range(chance.randrange(40)))
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def pictures(chance: random.Random, target: Target) -> bytes:
    """A picture that is none, is cut off, is called otherwise, or is asked for in another way; by a member."""
    data = bytearray(drawn_png(chance))
    for _ in range(chance.choice((0, 0, 1, 30))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    data = data[: chance.randint(0, len(data))] if chance.random() < 0.3 else data
    name = hashlib.sha256(data).hexdigest() if chance.random() < 0.7 else chance.choice(_NAMES)
    size = len(data) if chance.random() < 0.8 else chance.choice((0, 1, 2**24, 2**24 + 1, 2**63, -1, "x"))
    length = f"Content-Length: {size}" if chance.random() < 0.9 else "Transfer-Encoding: chunked"
    token = target.token if chance.random() < 0.9 else chance.choice(("", "x", target.token[:-1]))
    lines = [f"{chance.choice(('PUT', 'PUT', 'PUT', 'GET', 'HEAD'))} /b/{target.link.board}/pictures/{name} HTTP/1.1"]
    lines += [f"Host: 127.0.0.1:{target.link.port}", f"Authorization: Bearer {token}", length]
    lines += chance.choices((*_HEADERS, *_ABOUT_PICTURES), k=chance.choice((0, 0, 1, 2)))
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + data


def drawn_png(chance: random.Random) -> bytes:
    """The beginning of a PNG of some size, which may be an enormous one, and whatever follows."""
    side = chance.choice((1, 37, 4000, 100_000, 2**31 - 1, 0))
    head = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", side, 37, 8, 2, 0, 0, 0)
    return head + chance.randbytes(chance.choice((4, 40, 3000)))


def frame_of(packet: bytes) -> bytes:
    """The masked text frame of any bytes, even such as are no text."""
    if len(packet) > 60_000:
        packet = packet[:60_000]
    return frame(packet.decode("utf-8")) if packet.isascii() else frame_of_bytes(packet)


def frame_of_bytes(packet: bytes) -> bytes:
    size = len(packet)
    head = bytes((0x81, 0x80 | size)) if size < 126 else bytes((0x81, 0x80 | 126)) + size.to_bytes(2, "big")
    return head + bytes(4) + packet


def _packet(chance: random.Random) -> bytes:
    if chance.random() < 0.15:
        return chance.choice(_PACKETS)
    event, payload = chance.choice(_EVENTS)
    text = json.dumps([event, _changed(chance, payload)], separators=(",", ":"), ensure_ascii=False)
    if chance.random() < 0.3:
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(("", "\x00", "]", "}", "{", '"', "1e999", "\\u0000", text[at:] * 2))
    return b"42" + text.encode("utf-8", "surrogatepass")


def _changed(chance: random.Random, value: Any) -> Any:
    """The same with about one thing in it made wrong."""
    if isinstance(value, dict) and value:
        value = dict(value)
        key = chance.choice(list(value))
        turn = chance.random()
        if turn < 0.1:
            del value[key]
        elif turn < 0.2:
            value[chance.choice(("extra", "", "seq", "author"))] = chance.choice(_VALUES)
        else:
            value[key] = _changed(chance, value[key])
        return value
    if isinstance(value, list) and value and chance.random() < 0.7:
        value = list(value)
        at = chance.randrange(len(value))
        value[at] = _changed(chance, value[at])
        return value
    return chance.choice(_VALUES)
