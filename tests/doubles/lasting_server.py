"""The real server in a process that may die and be started again: same port, same board."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from whiteboard.bootstrap import SKIP
from whiteboard.protocol.link import Link, parse_link

from .children import kill
from .patience import PATIENCE
from .ports import own_port

ROOT = Path(__file__).resolve().parents[2]
READY_SECONDS = 60.0
"""Half a second of work, which a busy machine may take long to find."""


class LastingServer:
    """Serves one board out of `data`. After `kill` or `stop` it can be started again: same port, same board.

    `link` is for those who encrypt, as the app does; `guests` are allowed by default. `program` are the words after
    `python -m`.
    """

    def __init__(
        self,
        data: Path,
        board: str = "Board",
        *arguments: str,
        guests: bool = True,
        program: Sequence[str] = ("server",),
    ) -> None:
        self.data = data
        self.link = Link("127.0.0.1", own_port(), board)
        self.lines: list[str] = []
        """What it has printed, without the line that it is printing."""
        self._arguments = ("--guests", *arguments) if guests else arguments
        self._program = program
        self._process: asyncio.subprocess.Process | None = None
        self._reading: asyncio.Task[None] | None = None
        self._tasks = asyncio.TaskGroup()

    async def __aenter__(self) -> Self:
        await self._tasks.__aenter__()
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            await self.stop()
        finally:
            await self._tasks.__aexit__(kind, error, trace)

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def through(self, port: int, *, plain: bool = False) -> Link:
        """The link by way of a proxy; `plain` if that has to understand what passes."""
        return dataclasses.replace(self.link, port=port, fingerprint="" if plain else self.link.fingerprint)

    async def start(self) -> None:
        pipe = asyncio.subprocess.PIPE
        place = ["--host", "127.0.0.1", "--port", str(self.link.port), "--no-announce", "--data", str(self.data)]
        self._process = await asyncio.create_subprocess_exec(
            *(
                sys.executable,
                "-m",
                *self._program,
                "--parent-pipe",
                *place,
                "--board",
                self.link.board,
                *self._arguments,
            ),
            stdin=pipe,
            stdout=pipe,
            cwd=ROOT,
            env=os.environ | {SKIP: "1"},
        )
        assert self._process.stdout is not None
        async with asyncio.timeout(READY_SECONDS):
            line = (await self._process.stdout.readline()).decode()
        assert line.startswith("READY "), line
        self.link = parse_link(line.rpartition(" link=")[2])
        self._reading = self._tasks.create_task(self._read(self._process.stdout))

    async def kill(self) -> None:
        """kill -9."""
        assert self._process is not None
        kill(self._process)
        await self._end()

    async def stop(self) -> None:
        """Close its standard input, so that it says goodbye."""
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE):
                    await self._process.wait()
            if self._process.returncode is None:
                kill(self._process)
            await self._end()

    async def _end(self) -> None:
        assert self._process is not None
        await self._process.wait()
        if self._reading is not None:
            await self._reading
        self._process = None

    async def _read(self, output: asyncio.StreamReader) -> None:
        while line := await output.readline():
            self.lines.append(line.decode().rstrip())
