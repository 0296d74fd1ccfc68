"""The app in a real window: drawn on with a real mouse, killed, and started again."""

import signal
import subprocess
from pathlib import Path

from tests.doubles.app_process import END_SECONDS, AppProcess, app_process
from tests.doubles.patience import until

COUNT = "SELECT count(*) FROM elements"


def xdotool(environ: dict[str, str], *arguments: str) -> str:
    run = subprocess.run(["xdotool", *arguments], env=environ, capture_output=True, text=True, timeout=120, check=False)
    return run.stdout.strip()


async def window_of(app: AppProcess, environ: dict[str, str]) -> str:
    found: list[str] = []

    def look() -> bool:
        pid = str(app.process.pid)
        found[:] = xdotool(environ, "search", "--onlyvisible", "--pid", pid, "--name", "Whiteboard").split()
        return bool(found)

    await until(look, END_SECONDS, "the window")
    xdotool(environ, "windowactivate", "--sync", found[-1])
    return found[-1]


def draw(environ: dict[str, str], window: str, y: int, *, lift: bool = True) -> None:
    moves = [part for x in range(330, 730, 20) for part in ("mousemove", "--window", window, str(x), str(y))]
    start = ("mousemove", "--window", window, "320", str(y), "mousedown", "1")
    xdotool(environ, *start, *moves, *(("mouseup", "1") if lift else ()))


async def test_kill_9_loses_at_most_the_stroke_in_progress(tmp_path: Path, x_screen: dict[str, str]) -> None:
    screen = {name: x_screen[name] for name in ("DISPLAY", "QT_QPA_PLATFORM")}
    async with app_process(tmp_path, **screen) as app:
        await app.ready()
        window = await window_of(app, x_screen)
        for count in range(1, 4):
            draw(x_screen, window, 150 + 50 * count)
            await until(lambda: app.kept(COUNT) == [(count,)])  # noqa: B023
        draw(x_screen, window, 400, lift=False)
        app.send(signal.SIGKILL)
        await app.ended()
    xdotool(x_screen, "mouseup", "1")
    async with app_process(tmp_path, **screen) as app:
        window = await window_of(app, x_screen)
        await until(lambda: app.kept(COUNT) == [(3,)])
        draw(x_screen, window, 450)
        await until(lambda: app.kept(COUNT) == [(4,)])
        xdotool(x_screen, "windowactivate", "--sync", window, "key", "ctrl+z")
        await until(lambda: app.kept(COUNT) == [(3,)])
        xdotool(x_screen, "windowactivate", "--sync", window, "key", "alt+F4")
        assert await app.ended() == (0, "")
