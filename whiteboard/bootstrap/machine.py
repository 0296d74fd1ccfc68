"""What set-up sees of the computer and does to it; tests put another one in its place."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import MutableMapping, Sequence
from typing import NoReturn


class Machine:
    """This computer, as this process sees it."""

    system: str = sys.platform
    python: tuple[int, int] = sys.version_info[:2]
    executable: str = sys.executable
    prefix: str = sys.prefix
    arguments: Sequence[str] = sys.argv
    original_arguments: Sequence[str] = getattr(sys, "orig_argv", ())  # Python 3.10
    environ: MutableMapping[str, str] = os.environ

    def say(self, text: str) -> None:
        """Progress and errors; standard output belongs to the program that is started."""
        sys.stderr.write(text + "\n")
        sys.stderr.flush()

    def run(self, command: Sequence[str], extra: dict[str, str] | None = None, quiet: bool = False) -> int:
        """Run to its end, return the exit code (127 if there is no such program); `extra` adds to its environment."""
        output = subprocess.DEVNULL if quiet else sys.stderr
        try:
            return subprocess.call(
                list(command),
                stdin=subprocess.DEVNULL if quiet else None,
                stdout=output,
                stderr=output,
                env=dict(self.environ, **(extra or {})),
            )
        except OSError:
            return 127

    def which(self, name: str) -> str | None:
        return shutil.which(name)

    def has_library(self, soname: str) -> bool:
        try:
            ctypes.CDLL(soname)
        except OSError:
            return False
        return True

    def has_module(self, name: str) -> bool:
        importlib.invalidate_caches()
        return importlib.util.find_spec(name) is not None

    @property
    def is_root(self) -> bool:
        return hasattr(os, "geteuid") and os.geteuid() == 0

    @property
    def has_terminal(self) -> bool:
        return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()

    def agree(self, question: str) -> bool:
        """Ask on the terminal; Return alone means yes."""
        sys.stderr.write(question + " [Y/n] ")
        sys.stderr.flush()
        return sys.stdin.readline().strip().lower() in ("", "y", "yes")

    def become(self, python: str, module: str, extra: dict[str, str]) -> NoReturn:
        """Go on as `python`, with the options and arguments that this process was started with."""
        given: list[str] = list(self.original_arguments[1:]) or ["-m", module, *self.arguments[1:]]
        environ = dict(self.environ, **extra)
        sys.stderr.flush()
        if self.system == "win32":  # exec there detaches from the console
            raise SystemExit(_wait(subprocess.Popen([python, *given], env=environ)))
        os.execve(python, [python, *given], environ)


def _wait(child: subprocess.Popen[bytes]) -> int:
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:  # the child got it too, and says goodbye in its own time
            continue
