"""Makes assets/screenshot.png: two people in a lesson, drawn by a real mouse in real windows on a screen in memory.

Run by hand, where Xvfb, openbox and xdotool are: `python -m tests.screenshots [--dark]`.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage

from tests.doubles import screen
from tests.doubles.app_process import AppProcess, app_process
from tests.doubles.handwriting import Stroke, formula, line, written
from tests.doubles.patience import until
from tests.doubles.server_process import server_process
from whiteboard.files import settings
from whiteboard.files.database import Database

OUTPUT = Path(__file__).parents[1] / "assets" / "screenshot.png"
WIDTH_PX, HEIGHT_PX = 1280, 800
PANEL_PX = 228
LOOKS = 20
BLACK, RED, GREEN, BLUE, ORANGE = "#1e1e1e", "#e03131", "#2f9e44", "#1971c2", "#f08c00"

LIGHT_RED, LIGHT_GREEN = "#ffc9c9", "#b2f2bb"
A, B, C = (700.0, 490.0), (900.0, 490.0), (700.0, 340.0)
"""The corners of a right triangle, in pixels of the window."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody's window, by its X id. Positions are pixels of its content."""

    window: str

    def draw(self, strokes: Iterable[Stroke], *, lift: bool = True) -> None:
        """Strokes by mouse; the last is still being drawn unless `lift`."""
        for stroke in strokes:
            commands = [self._to(*stroke[0]), "mousedown 1", "sleep 0.02"]
            for x, y in stroke[1:]:
                commands += [self._to(x, y), "sleep 0.004"]
            xdotool_script([*commands, "sleep 0.02", *(["mouseup 1"] if lift else [])])

    def press(self, *keys: str) -> None:
        xdotool("windowactivate", "--sync", self.window, "key", *keys)

    def choose(self, color: str) -> None:
        """Click the colour in the panel at the left, found by looking; on a busy machine it comes a little later."""
        wanted = int(color.removeprefix("#"), 16)
        for _ in range(LOOKS):
            image = grabbed(self.window)
            for y, x in itertools.product(range(60, 260), range(14, PANEL_PX)):
                if all(image.pixel(x + dx, y + 4) & 0xFFFFFF == wanted for dx in (0, 4, 8)):
                    xdotool_script([self._to(x + 4, y + 4), "click 1", "sleep 0.2"])
                    return
            xdotool("sleep", "0.2")
        raise AssertionError(f"no {color} in the panel")

    def write(self, text: str, x: float, y: float) -> None:
        """A note with its middle there."""
        self.press("n")
        xdotool_script([self._to(x, y), "click 1", "sleep 0.3"])
        for number, row in enumerate(text.splitlines()):
            xdotool(*(["key", "Return"] if number else []), "type", "--delay", "30", row)
        self.press("Escape", "Escape")

    def _to(self, x: float, y: float) -> str:
        return f"mousemove --window {self.window} {round(x)} {round(y)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dark", action="store_true", help="show the dark theme")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    given = parser.parse_args()
    if lacking := screen.lacking():
        sys.exit(f"missing: {lacking}")
    with screen.virtual_screen(2 * WIDTH_PX + 40, HEIGHT_PX + 80) as environ, tempfile.TemporaryDirectory() as folder:
        os.environ.update(environ)
        application = QGuiApplication(["screenshots"])
        asyncio.run(_lesson(Path(folder), given.output, dark=given.dark))
        del application


async def _lesson(folder: Path, output: Path, *, dark: bool) -> None:
    async with AsyncExitStack() as running:
        server = await running.enter_async_context(
            server_process("--data", str(folder / "server"), "--board", "Maths 8A")
        )
        await server.ready()
        seats: list[Seat] = []
        for i, (name, color) in enumerate((("Ms Lee", "#7048e8"), ("Ben", "#2f9e44"))):
            _choose_look(folder / name, color, dark=dark)
            options = ("--join", str(server.link), "--name", name, "--size", f"{WIDTH_PX}x{HEIGHT_PX}")
            app = await running.enter_async_context(
                app_process(folder / name, *options, QT_QPA_PLATFORM="xcb", DISPLAY=os.environ["DISPLAY"])
            )
            await app.ready()
            seats.append(await _seat(app, i * (WIDTH_PX + 20)))
        teacher, pupil = seats
        _teach(teacher)
        pupil.press("r")
        pupil.choose(GREEN)
        pupil.choose(LIGHT_GREEN)
        pupil.draw([line(A, (900, 690))])
        pupil.press("Escape", "p")
        pupil.choose(GREEN)
        pupil.draw(formula("b2", 776, 570, 44))
        *done, last = formula("32+42=52", 980, 560, 52)
        pupil.draw(done)
        xdotool("windowraise", teacher.window)
        pupil.draw([last], lift=False)
        await asyncio.sleep(0.3)  # the others' ink is played back with a little delay
        grabbed(teacher.window).save(str(output))
        xdotool("mouseup", "1")


def _teach(seat: Seat) -> None:
    seat.press("p", "2")
    seat.draw(written("Pythagoras", 280, 92, 56))
    seat.draw(formula("a2+b2=c2", 286, 220, 56))
    seat.write("Homework\n6² + 8² = ?", 390, 580)
    seat.press("r")
    seat.choose(RED)
    seat.choose(LIGHT_RED)
    seat.draw([line((550, 340), A)])
    seat.press("Escape", "p")
    seat.draw([line(A, B, C, A), line((700, 465), (725, 465), (725, 490))])
    seat.choose(RED)
    seat.draw(formula("a2", 598, 386, 44))
    seat.choose(BLUE)
    seat.draw([line(C, (850, 140), (1050, 290), B)])
    seat.draw(formula("c2", 844, 286, 44))
    seat.press("m")
    seat.choose(ORANGE)
    seat.draw([line((280, 264), (522, 260))])
    seat.press("p")
    seat.choose(BLACK)


async def _seat(app: AppProcess, left: int) -> Seat:
    """Put the window of an app at a place, and learn where its content is."""
    found: list[str] = []

    def look() -> bool:
        command = ["xdotool", "search", "--onlyvisible", "--pid", str(app.process.pid), "--name", "Maths"]
        found[:] = subprocess.run(command, capture_output=True, text=True, check=False).stdout.split()
        return bool(found)

    await until(look, 15, "the window")
    xdotool("windowmove", "--sync", found[-1], str(left), "20")
    await asyncio.sleep(0.5)  # the window manager adds its frame
    return Seat(found[-1])


def _choose_look(folder: Path, color: str, *, dark: bool) -> None:
    """What the person had chosen before."""
    database = Database(folder, on_trouble=print, new_client=str)
    settings.keep(database, settings.Settings(color=color, scheme="dark" if dark else "light"))
    database.close(5)


def grabbed(window: str) -> QImage:
    """What the screen shows of a window, without its frame."""
    return QGuiApplication.primaryScreen().grabWindow(int(window)).toImage()


def xdotool(*arguments: str) -> None:
    subprocess.run(["xdotool", *arguments], check=True, stdout=subprocess.DEVNULL)


def xdotool_script(commands: Iterable[str]) -> None:
    subprocess.run(["xdotool", "-"], input="\n".join(commands) + "\n", text=True, check=True)


if __name__ == "__main__":
    main()
