"""A child process on Qt's event loop, read line by line. QProcess needs no child watcher on any system."""

from __future__ import annotations

import asyncio
import codecs
import contextlib
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QProcess, QProcessEnvironment

from whiteboard import bootstrap

KEPT_LINES = 200
GOODBYE_SECONDS = 3.0
FORCE_SECONDS = 2.0


class CannotStart(Exception):
    """The program cannot be run; the text is the system's reason."""


class Child:
    """One run of a program. Its standard input stays open: a child that reads it ends when this process dies."""

    def __init__(
        self,
        command: Sequence[str],
        folder: Path,
        on_line: Callable[[str], None],
        on_end: Callable[[], None],
        variables: Mapping[str, str],
    ) -> None:
        """`variables` are added to its environment.

        `on_line` gets every line of its standard output, `on_end` is called when it has ended or never began.
        """
        self.log: deque[str] = deque(maxlen=KEPT_LINES)
        """The last lines of both outputs."""
        self.ended = asyncio.Event()
        self._started = asyncio.Event()
        self._failed = False
        self._on_line = on_line
        self._on_end = on_end
        self._rest = ""
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert(bootstrap.SKIP, "1")  # it runs in the interpreter that runs this
        environment.insert("PYTHONUNBUFFERED", "1")
        environment.insert("PYTHONUTF8", "1")
        for name, value in variables.items():
            environment.insert(name, value)
        self._process = QProcess()
        self._process.setProgram(command[0])
        self._process.setArguments(list(command[1:]))
        self._process.setWorkingDirectory(str(folder))
        self._process.setProcessEnvironment(environment)
        self._process.started.connect(self._started.set)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.readyReadStandardError.connect(self._on_complaint)

    @property
    def pid(self) -> int:
        return int(self._process.processId())

    @property
    def details(self) -> str:
        return "\n".join(self.log)

    async def start(self) -> None:
        """CannotStart if the program is missing or may not be run."""
        self._process.start()
        await self._started.wait()
        if self._failed:
            raise CannotStart(self._process.errorString())

    async def stop(self) -> None:
        """Close its standard input, so that it says goodbye and ends; use force if it does not."""
        self._process.closeWriteChannel()
        if not await self._ends_within(GOODBYE_SECONDS):
            self._process.terminate()
            if not await self._ends_within(FORCE_SECONDS):
                self._process.kill()
                await self._ends_within(FORCE_SECONDS)

    async def _ends_within(self, seconds: float) -> bool:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self.ended.wait()
        return self.ended.is_set()

    # ------------------------------------------------------------ called by Qt

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._failed = True
            self._finish()
            self._started.set()

    def _on_finished(self) -> None:
        self._on_output()
        self._on_complaint()
        self._finish()

    def _finish(self) -> None:
        self.ended.set()
        self._on_end()

    def _on_output(self) -> None:
        text = self._rest + self._decode(bytes(self._process.readAllStandardOutput().data()))
        *lines, self._rest = text.split("\n")
        for line in lines:
            self.log.append(line)
            self._on_line(line.rstrip("\r"))

    def _on_complaint(self) -> None:
        complaint = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
        self.log.extend(complaint.splitlines())
