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
    read, write = os.pipe()
    geometry = f"{width_px}x{height_px}x24"
    # -displayfd picks a free number: another Xvfb may run on this machine
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", geometry, "-nolisten", "tcp", "-noreset"]
    with contextlib.ExitStack() as running:
        server = running.enter_context(_process(command, dict(os.environ), pass_fds=(write,)))
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()  # blocks until it is ready; empty if it died
        if not number:
            raise RuntimeError(f"Xvfb ended with code {server.wait()}")
        environ = dict(os.environ, DISPLAY=f":{number}", QT_QPA_PLATFORM="xcb")
        environ.pop("WAYLAND_DISPLAY", None)
        running.enter_context(_process(["openbox"], environ))
        yield environ


@contextlib.contextmanager
def _process(
    command: list[str], environ: dict[str, str], pass_fds: tuple[int, ...] = ()
) -> Iterator[subprocess.Popen[bytes]]:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, env=environ, pass_fds=pass_fds, stdin=quiet, stdout=quiet, stderr=quiet)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
