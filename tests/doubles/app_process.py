"""The app as people start it: a process of its own, without a screen, on 127.0.0.1 alone."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import msgspec

from tests.doubles.children import kill
from tests.doubles.patience import until
from whiteboard import bootstrap
from whiteboard.app import LOOPBACK_VARIABLE
from whiteboard.files.database import FILE_NAME

END_SECONDS = 120.0
ROOT = Path(__file__).parents[2]


def environment(**more: str) -> dict[str, str]:
    alone = {LOOPBACK_VARIABLE: "1", bootstrap.SKIP: "1", "QT_QPA_PLATFORM": "offscreen", "PYTHONWARNINGS": "error"}
    return {**os.environ, **alone, **more}


class AppProcess:
    """A running `python -m whiteboard`. What it keeps is read from its folder, as far as it has reached the disk."""

    def __init__(self, process: asyncio.subprocess.Process, folder: Path) -> None:
        self.process = process
        self.folder = folder

    async def ready(self) -> None:
        """Wait until its window has a board."""
        await until(
            lambda: self.kept("SELECT body FROM settings WHERE CAST(body AS TEXT) LIKE '%last_board\":\"%'"),
            END_SECONDS,
        )

    def kept(self, sql: str) -> list[tuple[object, ...]]:
        with suppress(sqlite3.OperationalError):
            connection = sqlite3.connect(f"file:{self.folder / FILE_NAME}?mode=ro", uri=True)
            try:
                return connection.execute(sql).fetchall()
            finally:
                connection.close()
        return []

    @property
    def titles(self) -> list[str]:
        rows = self.kept("SELECT body FROM boards")
        return sorted(msgspec.json.decode(body)["title"] for (body,) in rows if isinstance(body, bytes))

    def send(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    async def ended(self) -> tuple[int, str]:
        """Wait for its end; its exit code, and all that it printed."""
        async with asyncio.timeout(END_SECONDS):
            out, _ = await self.process.communicate()
        assert self.process.returncode is not None
        return self.process.returncode, out.decode()


@asynccontextmanager
async def app_process(folder: Path, *arguments: str, **environ: str) -> AsyncIterator[AppProcess]:
    """Started with `--data FOLDER` and these arguments; killed at the end of the context if it still runs."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "whiteboard",
        "--data",
        str(folder),
        *arguments,
        cwd=ROOT,
        env=environment(**environ),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        yield AppProcess(process, folder)
    finally:
        if process.returncode is None:
            kill(process)
            await process.communicate()
