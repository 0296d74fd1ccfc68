"""A Python program whose clocks can be set by signals: `python -m tests.doubles.clocks MODULE [ARGUMENT ...]`.

SIGUSR1 puts the wall clock an hour forward, SIGUSR2 an hour back (a time server, a person); SIGURG both clocks an hour
forward, as waking up does on systems whose monotonic clock runs on while the machine sleeps. It is what Python code
reads; no clock of the machine changes.
"""

from __future__ import annotations

import runpy
import signal
import sys
import time
from collections.abc import Callable
from types import FrameType

HOUR = 3600.0

WALL_FORWARD = signal.SIGUSR1
WALL_BACK = signal.SIGUSR2
BOTH_FORWARD = signal.SIGURG


class Offset:
    """A clock that can be put forward and back."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.seconds = 0.0
        self._clock = clock

    def __call__(self) -> float:
        return self._clock() + self.seconds


def main() -> None:
    """Become the program that the first argument names."""
    wall, monotonic = Offset(time.time), Offset(time.monotonic)
    time.time, time.monotonic = wall, monotonic

    def turn(number: int, frame: FrameType | None) -> None:
        wall.seconds += -HOUR if number == WALL_BACK else HOUR
        if number == BOTH_FORWARD:
            monotonic.seconds += HOUR

    for number in (WALL_FORWARD, WALL_BACK, BOTH_FORWARD):
        signal.signal(number, turn)
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
