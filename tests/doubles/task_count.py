"""A Python program that tells how many tasks its loop has: `python -m tests.doubles.task_count MODULE [ARGUMENT ...]`.

At SIGUSR1 it writes `tasks N` to standard output. Nothing of the program itself can be asked for that.
"""

from __future__ import annotations

import asyncio
import os
import runpy
import signal
import sys
from types import FrameType

from .lasting_server import LastingServer
from .patience import until

PROGRAM = __name__
_ANSWER = "tasks "


async def tasks_of(server: LastingServer) -> int:
    """How many tasks a server has that was started with `program=(PROGRAM, "server")`."""
    before = len(_answers(server))
    os.kill(server.pid, signal.SIGUSR1)
    await until(lambda: len(_answers(server)) > before, what="the server to count its tasks")
    return int(_answers(server)[-1].removeprefix(_ANSWER))


def _answers(server: LastingServer) -> list[str]:
    return [line for line in server.lines if line.startswith(_ANSWER)]


def main() -> None:
    """Become the program that the first argument names."""

    def tell(number: int, frame: FrameType | None) -> None:
        os.write(1, f"{_ANSWER}{len(asyncio.all_tasks())}\n".encode())  # print could be interrupted by itself

    signal.signal(signal.SIGUSR1, tell)
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
