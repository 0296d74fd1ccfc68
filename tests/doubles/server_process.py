"""The server as people start it: a process of its own, on a free port of 127.0.0.1, announcing nothing."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from whiteboard.protocol.link import Link, parse_link

from .children import kill

START_SECONDS = 60.0
STOP_SECONDS = 60.0
ROOT = Path(__file__).parents[2]


class ServerProcess:
    """A running `python -m server`. `lines` are what it has printed so far."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.lines: list[str] = []

    @property
    def links(self) -> list[Link]:
        return [parse_link(line.partition(" link=")[2]) for line in self.lines if line.startswith("READY ")]

    @property
    def link(self) -> Link:
        return self.links[0]

    async def ready(self, boards: int = 1) -> None:
        """Wait until so many boards are served."""
        async with asyncio.timeout(START_SECONDS):
            while len(self.links) < boards:
                await self.read_line()

    async def read_line(self) -> str:
        assert self.process.stdout is not None
        line = (await self.process.stdout.readline()).decode()
        assert line, f"the server ended with {await self.process.wait()}: {self.lines}"
        self.lines.append(line.rstrip("\n"))
        return self.lines[-1]

    def send(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    async def ended(self) -> int:
        """Wait for its end, take what it still printed, and give its exit code."""
        async with asyncio.timeout(STOP_SECONDS):
            rest, _ = await self.process.communicate()
        self.lines += rest.decode().splitlines()
        assert self.process.returncode is not None
        return self.process.returncode


@asynccontextmanager
async def server_process(
    *arguments: str, port: int = 0, stdin: int | None = None, guests: bool = True
) -> AsyncIterator[ServerProcess]:
    """Start a server; whatever happens, it is gone afterwards. Foreigners come in as guests."""
    if guests:
        arguments = ("--guests", *arguments)
    command = [sys.executable, "-m", "server", "--host", "127.0.0.1", "--port", str(port), "--no-announce", *arguments]
    process = await asyncio.create_subprocess_exec(
        *command,
        cwd=ROOT,
        env=dict(os.environ, WHITEBOARD_NO_SETUP="1", PYTHONWARNINGS="error"),
        stdin=asyncio.subprocess.DEVNULL if stdin is None else stdin,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    server = ServerProcess(process)
    try:
        yield server
    finally:
        if process.returncode is None:
            kill(process)
            await process.communicate()
