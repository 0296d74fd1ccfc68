"""The checkout's own `.venv`, shared by its parts: each adds its locked requirements and leaves a stamp."""

from __future__ import annotations

import contextlib
import platform
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from whiteboard.bootstrap.interpreter import OLDEST, named
from whiteboard.bootstrap.machine import Machine
from whiteboard.bootstrap.unready import Unready

_LOCK = "set-up.lock"
_TRIES = 60
# A part's lock contains those of these parts, pin by pin (held by tests/setup/test_locks.py).
_CONTAINS = {"server": (), "whiteboard": ("server",), "tests": ("server", "whiteboard")}


class Venv:
    """`.venv` of the checkout at `root`."""

    def __init__(self, root: Path, machine: Machine) -> None:
        self._root = root
        self._machine = machine
        self.folder = root / ".venv"
        windows = machine.system == "win32"
        self.python = self.folder / ("Scripts/python.exe" if windows else "bin/python")

    @property
    def is_running(self) -> bool:
        """True if this very process is the venv's interpreter."""
        return Path(self._machine.prefix).resolve() == self.folder.resolve()

    @property
    def is_sound(self) -> bool:
        """True if its interpreter is new enough and still the one that it was made with."""
        version = self._version()
        if version is None or version < OLDEST or not self.python.exists():
            return False
        if version == self._machine.python:
            return True
        # the system's python3 may be another one since, and then the venv's packages are in a folder it never reads
        probe = f"import sys; sys.exit(sys.version_info[:2] != {version})"
        return self._machine.run([str(self.python), "-c", probe], quiet=True) == 0

    def has_stamp(self, part: str) -> bool:
        return self._stamp(part).is_file()

    def is_ready(self, part: str) -> bool:
        """True if the part's requirements of today are installed."""
        try:
            stamped = self._stamp(part).read_text()
        except OSError:
            return False
        return stamped == self._state(part) and self.is_sound

    def make(self) -> None:
        """Create it, or create it anew if it is broken; a sound one is kept with all that is in it."""
        if self.is_sound:
            return
        for old in self.folder.iterdir():
            if old.is_dir() and not old.is_symlink():
                shutil.rmtree(str(old))
            elif old.name != _LOCK:
                old.unlink()
        self._machine.say("Making the Python environment")
        base = getattr(sys, "_base_executable", "") or self._machine.executable
        if self._machine.run([base, "-m", "venv", str(self.folder)]) != 0:
            raise Unready("Python's venv module failed; it says why above.")

    def install(self, part: str) -> None:
        """Add the part's locked requirements and stamp it."""
        python = str(self.python)
        if self._machine.run([python, "-m", "pip", "--version"], quiet=True) != 0:  # other tools make venvs without pip
            self._machine.run([python, "-m", "ensurepip"], quiet=True)
        requirements = self._root / part / "requirements.txt"
        self._machine.say(f"Installing {part}/requirements.txt")
        command = [python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--no-user"]
        command += ["--only-binary", ":all:", "--require-hashes", "-r", str(requirements)]
        if not self._machine.has_terminal:
            command.append("--quiet")
        if self._machine.run(command) != 0:
            raise Unready(
                "pip could not install the requirements; it says why above. If it could not reach its package index, "
                "connect this computer or set pip's configuration, then start again."
            )
        for each in (part, *_CONTAINS[part]):
            self._stamp(each).write_text(self._state(each))

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other starts in this checkout out until done; the system frees the lock if this process dies."""
        try:
            self.folder.mkdir(exist_ok=True)
            file = (self.folder / _LOCK).open("a")
        except OSError as error:
            raise Unready(f"Set-up cannot write to {self.folder}: {error.strerror}") from None
        with file:
            if not _lock(file, wait=False):
                self._machine.say("Another start is setting up here; waiting for it")
                if not any(_lock(file, wait=True) for _ in range(_TRIES)):
                    raise Unready("Another start has been setting up for too long; end it and start again.")
            yield

    def _stamp(self, part: str) -> Path:
        return self.folder / f"set-up-{part}.txt"

    def _state(self, part: str) -> str:
        import hashlib  # here, because it loads OpenSSL, 4 MB that a process which needs no venv shall not have

        requirements = (self._root / part / "requirements.txt").read_bytes()
        version = self._version() or (0, 0)
        kind = f"{self._machine.system} {platform.machine()} Python {named(version)}"
        return f"{hashlib.sha256(requirements).hexdigest()} {kind}\n"

    def _version(self) -> tuple[int, int] | None:
        try:
            stated = (self.folder / "pyvenv.cfg").read_text()
        except OSError:
            return None
        match = re.search(r"^version(?:_info)? *= *(\d+)\.(\d+)", stated, re.MULTILINE)
        return (int(match.group(1)), int(match.group(2))) if match else None


def _lock(file: IO[str], wait: bool) -> bool:
    """True once the lock is held, until the file is closed. Waiting has no end on Unix, ten seconds on Windows."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        return False
    return True
