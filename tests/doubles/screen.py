"""A real X screen in memory, for tests that open real windows and use a real mouse."""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator

from whiteboard.bootstrap import libraries
from whiteboard.bootstrap.machine import Machine


class OnScreen(Machine):
    """This computer as the app will see it there: with an X display, whatever the tests themselves run on."""

    def __init__(self) -> None:
        self.environ = {"DISPLAY": ":0"}


def lacking() -> str:
    """What keeps a real window from opening here, or an empty string."""
    tools = [name for name in ("Xvfb", "openbox", "xdotool") if shutil.which(name) is None]
    return ", ".join(tools + sorted(libraries.missing("whiteboard", OnScreen())))


@contextlib.contextmanager
def virtual_screen(width_px: int = 1920, height_px: int = 1080) -> Iterator[dict[str, str]]:
    """An environment for child processes whose windows go to a fresh Xvfb with a window manager (openbox)."""
    geometry = f"{width_px}x{height_px}x24"
    # -displayfd picks a free number: another Xvfb may run on this machine
    display = ["Xvfb", "-displayfd", "1", "-screen", "0", geometry, "-nolisten", "tcp", "-noreset"]
    with contextlib.ExitStack() as running:
        number = running.enter_context(_ready(display, dict(os.environ)))
        environ = dict(os.environ, DISPLAY=f":{number}", QT_QPA_PLATFORM="xcb")
        environ.pop("WAYLAND_DISPLAY", None)
        running.enter_context(_ready(["openbox", "--startup", "echo ready"], environ))
        yield environ


@contextlib.contextmanager
def _ready(command: list[str], environ: dict[str, str]) -> Iterator[str]:
    """The line that a process prints when it is ready; it ends with the context. RuntimeError if it ends before."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, env=environ, stdin=quiet, stdout=subprocess.PIPE, stderr=quiet)
    assert process.stdout is not None
    try:
        line = process.stdout.readline().decode().strip()  # blocks; empty if it died
        if not line:
            raise RuntimeError(f"{command[0]} ended with code {process.wait()}")
        yield line
    finally:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()  # not before: who writes into a closed pipe is killed
