"""Answers that are large: sent as they are taken, and given up when nobody takes them.

Written at once, they would wait in this process for as long as somebody reads slowly, once for each who does (SPEC F2).
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from aiohttp import web
from aiohttp.abc import AbstractStreamWriter
from aiohttp.web_request import BaseRequest

PIECE_BYTES = 64 * 1024

STALL_SECONDS = 20.0
"""A piece that is not taken for so long never will be."""

FILE_SECONDS = 120.0
"""So long a whole file may take: 16 MiB at 140 KB/s."""


async def in_pieces(request: web.Request, data: bytes, headers: Mapping[str, str]) -> web.StreamResponse:
    """Send this, and at most two pieces ahead of who reads it. Who takes nothing any more is cut off."""
    response = web.StreamResponse(headers=headers)
    response.content_length = len(data)
    try:
        async with asyncio.timeout(STALL_SECONDS) as patience:
            await response.prepare(request)
            for start in range(0, len(data), PIECE_BYTES):
                await response.write(data[start : start + PIECE_BYTES])
                patience.reschedule(asyncio.get_running_loop().time() + STALL_SECONDS)
            await response.write_eof()
    except TimeoutError:
        _cut(request)
    return response


class FileInTime(web.FileResponse):
    """A file that has to be taken within FILE_SECONDS."""

    async def prepare(self, request: BaseRequest) -> AbstractStreamWriter | None:
        try:
            async with asyncio.timeout(FILE_SECONDS):
                return await super().prepare(request)
        except TimeoutError:
            _cut(request)
            raise ConnectionResetError("cut off") from None  # aiohttp takes it for what it is


def _cut(request: BaseRequest) -> None:
    if request.transport is not None:
        request.transport.abort()
