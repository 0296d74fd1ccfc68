"""The three servers of the relay bench, each a process of its own, held to one core."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import os
import socket
import ssl
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from server.certificate import kept_in
from whiteboard.bootstrap import SKIP
from whiteboard.net.pin import pinned

from .relay_load import greeting

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 20.0
SOCKET_IO = "/socket.io/?EIO=4&transport=websocket"


@dataclass(frozen=True, slots=True)
class Relay:
    """A running server: where it listens, how one gets into a room, and by which certificate to know it, if any."""

    pid: int
    port: int
    path: Callable[[str], str]
    greeting: Callable[[str, int], Callable[[str], bytes]]
    welcome: bytes
    trust: ssl.SSLContext | None = None


@asynccontextmanager
async def ours(boards: list[str], core: int) -> AsyncIterator[Relay]:
    """`python -m server`, with its log on the disk that temporary files are on; everybody comes without encryption."""
    async with _served(boards, core, "--guests") as (relay, _):
        yield relay


@asynccontextmanager
async def encrypted(boards: list[str], core: int) -> AsyncIterator[Relay]:
    """The same, with TLS for everybody."""
    async with _served(boards, core) as (relay, folder):
        yield dataclasses.replace(relay, trust=pinned(kept_in(folder).fingerprint))


@asynccontextmanager
async def _served(boards: list[str], core: int, *switches: str) -> AsyncIterator[tuple[Relay, Path]]:
    with tempfile.TemporaryDirectory() as folder:
        named = [word for board in boards for word in ("--board", board)]
        place = ["--host", "127.0.0.1", "--no-announce", "--open", "--log-level", "warning", "--data", folder]
        async with _running("server", core, "--port", *place, *named, *switches, port_at=2) as (pid, port):
            yield Relay(pid, port, lambda board: SOCKET_IO, greeting, b'42["welcome"'), Path(folder)


@asynccontextmanager
async def naive(boards: list[str], core: int) -> AsyncIterator[Relay]:
    async with _running("tests.bench.relay_naive", core) as (pid, port):
        yield Relay(pid, port, lambda board: SOCKET_IO, greeting, b'42["welcome"')


@asynccontextmanager
async def floor(boards: list[str], core: int) -> AsyncIterator[Relay]:
    async with _running("tests.bench.relay_floor", core) as (pid, port):
        yield Relay(pid, port, lambda board: f"/{board}", lambda board, number: lambda packet: b"", b"welcome")


USUAL = {"ours": ours, "naive": naive, "floor": floor}
SERVERS = {**USUAL, "encrypted": encrypted}


@asynccontextmanager
async def _running(module: str, core: int, *arguments: str, port_at: int = 1) -> AsyncIterator[tuple[int, int]]:
    """Start a module with a free port among its arguments, and wait until it listens there."""
    port = free_port()
    words = [module, *arguments]
    words.insert(port_at, str(port))
    here = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})  # inherited by what is started, with all its threads
    try:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", *words),
            cwd=ROOT,
            env=os.environ | {SKIP: "1"},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
        )
    finally:
        os.sched_setaffinity(0, here)
    try:
        async with asyncio.timeout(START_SECONDS):
            while not await _listens(port):
                assert process.returncode is None, f"{module} ended with {process.returncode}"
                await asyncio.sleep(0.02)
        yield process.pid, port
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


async def _listens(port: int) -> bool:
    with contextlib.suppress(OSError):
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.close()
        return True
    return False
