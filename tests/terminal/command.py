"""`whiteboard COMMAND` as a process: no screen, no Qt and no numpy to be found."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.doubles.children import kill
from whiteboard.bootstrap import SKIP

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 60.0

_BARE = """
import sys

class Nothing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6", "qasync", "numpy", "segno"}:
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Nothing())
sys.argv[0] = "whiteboard"
from whiteboard.__main__ import main
sys.exit(main())
"""


class Command:
    """A running command; `out` and `err` are the lines so far."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.out: list[str] = []
        self.err: list[str] = []

    async def said(self, words: str) -> str:
        """The first line of standard output with these words."""
        assert self.process.stdout is not None
        async with asyncio.timeout(SECONDS):
            while True:
                raw = await self.process.stdout.readline()
                assert raw, f"it ended without saying {words!r}: {self.out}"
                self.out.append(raw.decode().rstrip("\n"))
                if words in self.out[-1]:
                    return self.out[-1]

    async def ended(self) -> int:
        """Wait for its end; its exit code."""
        async with asyncio.timeout(SECONDS):
            out, err = await self.process.communicate()
        self.out += out.decode().splitlines()
        self.err += err.decode().splitlines()
        assert self.process.returncode is not None
        return self.process.returncode


@asynccontextmanager
async def started(*arguments: str) -> AsyncIterator[Command]:
    """A command that is gone at the end, whatever happens."""
    environ = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "QT_QPA_PLATFORM", "QT_API")}
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", _BARE, *arguments),
        stdin=pipe,
        stdout=pipe,
        stderr=pipe,
        cwd=ROOT,
        env=environ | {SKIP: "1", "PYTHONWARNINGS": "error", "PYTHONIOENCODING": "utf-8"},
    )
    try:
        yield Command(process)
    finally:
        if process.returncode is None:
            kill(process)
            await process.communicate()


async def run(*arguments: str) -> Command:
    """A command that has ended; its exit code is `.process.returncode`."""
    async with started(*arguments) as command:
        await command.ended()
        return command
