"""Ends processes that asyncio has started."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal


def kill(process: asyncio.subprocess.Process) -> None:
    """kill -9, if it still runs.

    `process.kill` asks the system first whether it has ended, and so takes its end away from asyncio, which warns then
    (Python 3.11; bpo-38630 brought the question).
    """
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process.pid, signal.SIGKILL)
