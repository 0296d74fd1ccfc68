"""Pictures and snapshots over HTTP: killed while one comes in, and people who fetch one and do not read it."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import io
import math
import os
import random
import signal
import socket
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp

from server.storage.pictures import FOLDER_NAME
from tests.bench.handwriting import handwriting
from tests.bench.usage import resident_mb
from tests.doubles.foreigner import Foreigner, foreigners
from tests.doubles.lasting_server import LastingServer
from tests.protocol.test_pictures import drawn
from whiteboard.model.geometry import Rect
from whiteboard.model.op import Put
from whiteboard.protocol.limits import MAX_ASSET_BYTES

from .drawers import Drawer, agreed, on_board
from .figures import Figure
from .length import Length

PIECE_BYTES = 64 * 1024
STALLED_BYTES = 4096


async def run(length: Length) -> list[Figure]:
    kills, readers, strokes = length.of((2, 6, 1_000), (10, 10, 30_000), (30, 40, 30_000))
    return [*await _kills(kills), *await _stalled_readers(readers, strokes)]


async def _kills(times: int) -> list[Figure]:
    chance = random.Random(1)
    half = whole = 0
    with tempfile.TemporaryDirectory() as folder:
        async with LastingServer(Path(folder), "Board", "--open") as server:
            for number in range(times):
                data = _picture(2 * MAX_ASSET_BYTES // 8, number)
                async with foreigners(server.link) as (ann,):
                    await ann.join()
                    status = await _put(ann, data, chance.uniform(0.0, 1.2), server)
                await server.start()
                async with foreigners(server.link) as (ann,):
                    await ann.join()
                    async with ann.http.get(_url(ann, data), headers=_token(ann)) as answer:
                        there = await answer.read() if answer.status == 200 else b""
                whole += there == data
                half += there not in (b"", data) or (status == 201 and there != data)
            left = _leftovers(Path(folder))
    what = f"halves of pictures given out, or whole ones lost, after {times} kills while one came"
    return [
        Figure("pictures", what, half, 0),
        Figure("pictures", "leftovers in the folder", left, 0),
    ]


def _leftovers(data: Path) -> int:
    return len(list((data / FOLDER_NAME).glob("*/.*")))


async def _put(ann: Foreigner, data: bytes, share: float, server: LastingServer) -> int:
    """Send a picture and kill the server when about this share of it is gone, or right after its answer (above 1)."""
    at = int(len(data) * share)

    async def pieces() -> AsyncIterator[bytes]:
        for start in range(0, len(data), PIECE_BYTES):
            if start <= at < start + PIECE_BYTES:
                os.kill(server.pid, signal.SIGKILL)  # no more: this is given up as soon as the connection is lost
            yield data[start : start + PIECE_BYTES]

    status = 0
    with contextlib.suppress(aiohttp.ClientError, OSError):
        async with ann.http.put(_url(ann, data), data=pieces(), headers=_token(ann)) as answer:
            status = answer.status
    await server.kill()
    return status


async def _stalled_readers(readers: int, count: int) -> list[Figure]:
    """Half of them fetch a picture of 16 MB, half the snapshot of a large board."""
    with tempfile.TemporaryDirectory() as folder:
        async with LastingServer(Path(folder), "Board", "--open") as server, foreigners(server.link) as (ann,):
            first = Drawer("First", seed=1)
            async with on_board([first], [server.link]):
                strokes = handwriting(count, (Rect(0, 0, 9000, 9000),))
                for start in range(0, count, 500):
                    first.person.editor.submit([Put(stroke) for stroke in strokes[start : start + 500]])
                await agreed([first])
            await ann.join()
            data = _picture(MAX_ASSET_BYTES, 0)
            async with ann.http.put(_url(ann, data), data=io.BytesIO(data), headers=_token(ann)) as answer:
                assert answer.status == 201, answer.status
            snapshot = len((await ann.snapshot())["elements"])
            files, memory = _files(server.pid), resident_mb(server.pid)
            paths = [f"/b/Board/pictures/{hashlib.sha256(data).hexdigest()}", ann.welcome["snapshot"]]
            stalled = [await _ask(ann, server.link.port, paths[number % 2]) for number in range(readers)]
            await asyncio.sleep(1.0)
            held = (resident_mb(server.pid) - memory) * 1000 / readers
            for writer in stalled:
                writer.transport.abort()
            freed = await _until_files(server.pid, files)
    return [
        Figure("pictures", f"memory each of {readers} who fetch and do not read", held, 256, "KB"),
        Figure("pictures", "until their descriptors are closed when they are gone", freed, 5.0, "s", timed=True),
        Figure("pictures", "strokes missing in the snapshot", count - snapshot, 0),
    ]


async def _ask(ann: Foreigner, port: int, path: str) -> asyncio.StreamWriter:
    """A request whose answer nobody reads."""
    raw = socket.socket()
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, STALLED_BYTES)
    raw.setblocking(False)
    await asyncio.get_running_loop().sock_connect(raw, ("127.0.0.1", port))
    reader, writer = await asyncio.open_connection(sock=raw, limit=STALLED_BYTES)
    token = _token(ann)["Authorization"]
    writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: {token}\r\n\r\n".encode())
    await reader.read(1)
    return writer


async def _until_files(pid: int, files: int) -> float:
    loop = asyncio.get_running_loop()
    begin = loop.time()
    while loop.time() < begin + 15.0:
        if _files(pid) <= files:
            return loop.time() - begin
        await asyncio.sleep(0.01)
    return math.nan


def _picture(size: int, number: int) -> bytes:
    """A PNG with so many bytes; what follows its end, no program shows."""
    png = drawn("png") + number.to_bytes(4, "big")
    return png + bytes(size - len(png))


def _url(ann: Foreigner, data: bytes) -> str:
    return f"{ann.link.origin}/b/{ann.link.board}/pictures/{hashlib.sha256(data).hexdigest()}"


def _token(ann: Foreigner) -> dict[str, str]:
    return {"Authorization": f"Bearer {ann.welcome['token']}"}


def _files(pid: int) -> int:
    return len(os.listdir(f"/proc/{pid}/fd"))
