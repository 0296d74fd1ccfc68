"""The app as people start it, in a process of its own on an X screen, used with a real mouse."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from PySide6.QtGui import QImage

from whiteboard.bootstrap import SKIP

from .children import kill
from .patience import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
TOP_BAR_PX = 48
START_SECONDS = 120.0


class RealScreen:
    """One X screen with its mouse; `environ` as from `tests.doubles.screen.virtual_screen`."""

    def __init__(self, environ: Mapping[str, str], folder: Path) -> None:
        self.environ = {**environ, SKIP: "1", "WHITEBOARD_LOOPBACK": "1"}
        self._picture = folder / "screen.png"

    async def do(self, *arguments: object) -> str:
        """Run xdotool; what it prints."""
        pipe = asyncio.subprocess.PIPE
        tool = await asyncio.create_subprocess_exec(
            "xdotool", *map(str, arguments), env=self.environ, stdout=pipe, stderr=asyncio.subprocess.DEVNULL
        )
        output, _ = await tool.communicate()
        return output.decode()

    async def draw(self, *places: tuple[int, int]) -> None:
        """One stroke with the left button through these places of the screen."""
        (x, y), *others = places
        moves: list[object] = []
        for a, b in zip(places, others, strict=False):
            for part in range(1, 11):
                moves += ["mousemove", a[0] + (b[0] - a[0]) * part // 10, a[1] + (b[1] - a[1]) * part // 10]
                moves += ["sleep", 0.01]
        await self.do("mousemove", x, y, "sleep", 0.05, "mousedown", 1, *moves, "mouseup", 1)

    async def photograph(self) -> QImage:
        command = [sys.executable, "-m", "tests.doubles.photograph", str(self._picture)]
        child = await asyncio.create_subprocess_exec(*command, env=self.environ, cwd=ROOT)
        assert await child.wait() == 0
        return QImage(str(self._picture))

    async def until(self, condition: Callable[[QImage], bool], seconds: float = PATIENCE) -> QImage:
        """Take pictures until one shows what is wanted."""
        loop = asyncio.get_running_loop()
        limit = loop.time() + seconds
        while not condition(picture := await self.photograph()):
            assert loop.time() < limit, f"not on the screen within {seconds} s"
        return picture


class RealApp:
    """`async with RealApp(screen, data, x, "--join", link)`: a window of 900 by 700 at x on the screen."""

    WIDTH, HEIGHT = 900, 700

    def __init__(self, screen: RealScreen, data: Path, x: int, *arguments: str) -> None:
        self._screen = screen
        self._x = x
        size = f"{self.WIDTH}x{self.HEIGHT}"
        self._command = [sys.executable, "-m", "whiteboard", "--data", str(data), "--size", size, *arguments]
        self._process: asyncio.subprocess.Process | None = None
        self._window = ""

    async def __aenter__(self) -> Self:
        environ = self._screen.environ | {"PYTHONFAULTHANDLER": "1"}
        self._process = await asyncio.create_subprocess_exec(*self._command, env=environ, cwd=ROOT)
        try:
            self._window = await self._found()
            await self._screen.do("windowmove", "--sync", self._window, self._x, 0)
            await self._screen.do("windowactivate", "--sync", self._window)
        except BaseException:
            await self._end()
            raise
        return self

    async def _found(self) -> str:
        """The window, once it is on the screen."""
        assert self._process is not None
        wanted = ("--all", "--onlyvisible", "--pid", self._process.pid, "--name", "Whiteboard")
        async with asyncio.timeout(START_SECONDS):
            while not (found := await self._screen.do("search", *wanted)):
                assert self._process.returncode is None, "the app has ended"
        return found.split()[0]

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._end()

    async def _end(self) -> None:
        if self._process is not None and self._process.returncode is None:
            self._process.terminate()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE):
                    await self._process.wait()
            if self._process.returncode is None:
                kill(self._process)
                await self._process.wait()

    async def kill(self) -> None:
        """kill -9."""
        assert self._process is not None
        kill(self._process)
        await self._process.wait()

    async def place(self) -> tuple[int, int]:
        """Where the inside of the window begins on the screen."""
        shell = await self._screen.do("getwindowgeometry", "--shell", self._window)
        found = dict(line.split("=") for line in shell.split())
        return int(found["X"]), int(found["Y"])


def ink_in(picture: QImage, left: int, top: int, width: int, height: int) -> int:
    """How many pixels of a part of the screen are dark."""
    part = picture.copy(left, top, width, height)
    return sum(part.pixelColor(x, y).lightness() < 110 for x in range(part.width()) for y in range(part.height()))
