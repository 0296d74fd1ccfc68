"""Somebody's real window: keys, mouse and letters go in by xdotool, pictures come out."""

from __future__ import annotations

import asyncio
import contextlib
import os
import subprocess
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage

from tests.doubles.app_process import AppProcess
from tests.doubles.patience import until

Place = tuple[float, float]

WIDTH_PX, HEIGHT_PX = 1280, 800
PATIENCE, ATTEMPTS = 80.0, 4
_STEPS = 8


@dataclass(frozen=True, slots=True)
class Window:
    """By its X id. Places are pixels of its content."""

    id: str
    pid: int

    # ------------------------------------------------------------ hands

    def press(self, *keys: str) -> None:
        """Keys, one after the other, as xdotool calls them: "ctrl+s", "Return"."""
        run(f"windowactivate --sync {self.id}")
        for key in keys:
            run(f"key --delay 30 {key}", "sleep 0.05")

    def write(self, text: str) -> None:
        """Letters, to whatever has the focus."""
        subprocess.run(["xdotool", "type", "--delay", "12", text], check=True)
        run("sleep 0.15")

    def click(self, at: Place, *, times: int = 1, button: int = 1) -> None:
        run(self._to(at), "sleep 0.03", f"click --repeat {times} --delay 40 {button}", "sleep 0.05")

    def drag(self, *route: Place) -> None:
        """One press through these places, in small steps."""
        commands = [self._to(route[0]), "sleep 0.03", "mousedown 1", "sleep 0.03"]
        for (ax, ay), (bx, by) in pairwise(route):
            for step in range(1, _STEPS + 1):
                share = step / _STEPS
                commands += [self._to((ax + (bx - ax) * share, ay + (by - ay) * share)), "sleep 0.006"]
        run(*commands, "sleep 0.03", "mouseup 1", "sleep 0.05")

    def command(self, words: str) -> None:
        """Something by its name, from the list of all commands."""
        self.press("ctrl+k")
        run("sleep 0.2")
        self.write(words)
        run("key Return", "sleep 0.2")

    def leave(self) -> None:
        """Take the pointer off all windows."""
        run("mousemove 2 2", "sleep 0.1")

    def _to(self, at: Place) -> str:
        return f"mousemove --window {self.id} {round(at[0])} {round(at[1])}"

    # ------------------------------------------------------------ eyes

    def grab(self) -> QImage:
        """What the screen shows of it, without its frame."""
        return QGuiApplication.primaryScreen().grabWindow(int(self.id)).toImage().convertToFormat(RGB)

    async def still(self) -> QImage:
        """What it shows once that no longer changes."""
        last = self.grab()

        def same() -> bool:
            nonlocal last
            before, last = last, self.grab()
            return before == last

        for _ in range(3):
            await asyncio.sleep(0.12)
            await until(same, PATIENCE, "the window to be still")
        return last

    async def answer(self, title: str) -> None:
        """Press Return in a dialog, and wait until it is gone."""
        await until(lambda: found(self.pid, title), PATIENCE, f"the dialog {title}")
        asking = found(self.pid, title)
        run(f"windowactivate --sync {asking[-1]}", "sleep 0.2", "key Return")
        await until(lambda: not set(asking) & set(found(self.pid, title)), PATIENCE, f"the end of {title}")

    async def file_dialog(self, path: Path, title: str) -> None:
        """Type a path into the dialog that asks for one."""
        await until(lambda: found(self.pid, title), PATIENCE, f"the dialog {title}")
        asking = found(self.pid, title)
        for _ in range(ATTEMPTS):  # on a busy machine letters come before the focus does
            run(f"windowactivate --sync {asking[-1]}", "sleep 0.2", "key ctrl+a")
            self.write(str(path))
            run("key Return")
            with contextlib.suppress(AssertionError):
                await until(lambda: not set(asking) & set(found(self.pid, title)), PATIENCE / ATTEMPTS)
                return
        raise AssertionError(f"the dialog {title} stays")


RGB = QImage.Format.Format_RGB32


async def window_of(app: AppProcess, place: Place, name: str) -> Window:
    """Find the window of an app by a part of its title, and put it somewhere on the screen."""
    await until(lambda: found(app.process.pid, name), PATIENCE, "the window")
    id = found(app.process.pid, name)[-1]
    run(f"windowmove --sync {id} {round(place[0])} {round(place[1])}", f"windowactivate --sync {id}")
    await asyncio.sleep(0.3)  # the window manager adds its frame
    return Window(id, app.process.pid)


def found(pid: int, name: str) -> list[str]:
    command = ["xdotool", "search", "--all", "--onlyvisible", "--pid", str(pid), "--name", name]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.split()


def run(*commands: str) -> None:
    """What xdotool is told, a line each."""
    script = "\n".join(commands) + "\n"
    subprocess.run(["xdotool", "-"], input=script, text=True, check=True, stdout=subprocess.DEVNULL, env=os.environ)
