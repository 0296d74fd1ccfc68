"""Fetches a board's snapshot over HTTP (SPEC F4), within limits of size, and unpacks it beside the window's loop."""

from __future__ import annotations

import asyncio
import zlib

import aiohttp

from whiteboard.model.document import Document
from whiteboard.protocol.codec import BadMessage, snapshot_from_json
from whiteboard.protocol.snapshot_pieces import pieces
from whiteboard.sync.unpacked import Unpacked, unpacked

from .trouble import Failed, Trouble

MAX_PACKED_BYTES = 256 * 1024 * 1024
MAX_BYTES = 1024 * 1024 * 1024
"""What a snapshot may have on the wire, and unpacked: no server can fill this computer's memory."""

STALL_SECONDS = 10.0
_GZIP = 16 + zlib.MAX_WBITS


async def fetch(http: aiohttp.ClientSession, url: str, token: str, known: Document | None = None) -> Unpacked:
    """The snapshot at `url`; Failed with NO_SNAPSHOT if it cannot be had, UNREADABLE if it is none.

    Elements that are as they are in `known`, which a thread reads, are the same objects as there.
    """
    headers = {"Authorization": f"Bearer {token}", "Accept-Encoding": "gzip"}
    timeout = aiohttp.ClientTimeout(total=None, sock_connect=STALL_SECONDS, sock_read=STALL_SECONDS)
    body = bytearray()
    try:
        async with http.get(
            url, headers=headers, timeout=timeout, auto_decompress=False, allow_redirects=False
        ) as answer:
            if answer.status != 200:
                raise Failed(Trouble.NO_SNAPSHOT, f"status {answer.status}")
            packed = answer.headers.get("Content-Encoding", "") == "gzip"
            async for chunk in answer.content.iter_any():
                body += chunk
                if len(body) > MAX_PACKED_BYTES:
                    raise Failed(Trouble.NO_SNAPSHOT, "too large")
    except (aiohttp.ClientError, OSError) as error:
        raise Failed(Trouble.NO_SNAPSHOT, str(error)) from None
    return await asyncio.to_thread(_decoded, bytes(body), packed, known)


def _decoded(body: bytes, packed: bool, known: Document | None) -> Unpacked:
    try:
        return decoded(inflated(body) if packed else body, known)
    except (BadMessage, zlib.error) as error:
        raise Failed(Trouble.UNREADABLE, str(error)) from None


def decoded(data: bytes, known: Document | None = None) -> Unpacked:
    """The snapshot in this JSON, decoded in pieces, between which other threads get their turn; BadMessage if bad."""
    try:
        return unpacked(map(snapshot_from_json, pieces(data)), known)
    except BadMessage:
        return unpacked([snapshot_from_json(data)], known)


def inflated(body: bytes, limit: int = MAX_BYTES) -> bytes:
    """The content of gzipped bytes; Failed if there is more than `limit`, zlib.error if it is not gzip."""
    unpacker = zlib.decompressobj(_GZIP)
    content = unpacker.decompress(body, limit)
    if unpacker.unconsumed_tail:
        raise Failed(Trouble.NO_SNAPSHOT, "too large when unpacked")
    if not unpacker.eof:
        raise zlib.error("the answer is cut off")
    return content
