"""Writing to a terminal: nothing that came over the network may steer it, and a closed pipe is no error."""

from __future__ import annotations

import asyncio
import io
import logging
import os
import signal
import sys
import unicodedata
from collections.abc import Callable, Coroutine
from typing import Any

from whiteboard import interrupt

_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}

INTERRUPTED = 130


def plain(text: str, longest: int = 200) -> str:
    """Words of others, fit for a terminal: without control characters, which could write anywhere on the screen."""
    kept = "".join(c if unicodedata.category(c) not in _UNSEEN else " " for c in text[: 2 * longest])
    return kept if len(kept) <= longest else kept[: longest - 1] + "…"


def say(line: str) -> None:
    """One line on standard output, at once. If that cannot be written (a full disk), all ends with a sentence."""
    try:
        print(line, flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        complain(f"whiteboard: What there is to say cannot be written: {error.strerror}.")
        sys.stdout = None  # it would be tried once more at the end
        raise SystemExit(1) from None


def complain(line: str) -> None:
    """One line on standard error."""
    print(line, file=sys.stderr, flush=True)


def guarded(command: Callable[[], int]) -> int:
    """Run a command on whatever terminal there is, or into a pipe; its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a console of few letters must not end it
    try:
        return command()
    except BrokenPipeError:  # `whiteboard watch LINK | head`: who read has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def run(command: Coroutine[Any, Any, int]) -> int:
    """Run a command in a loop of its own; its exit code. Ctrl+C cancels it, unless it listens with `on_interrupt`."""
    logging.basicConfig(format="whiteboard: %(message)s", level=logging.ERROR)
    interrupt.is_heard()
    try:
        return asyncio.run(command)
    except KeyboardInterrupt:
        complain("whiteboard: Stopped.")
        return INTERRUPTED


def on_interrupt(callback: Callable[[], None]) -> None:
    """Call this at the first Ctrl+C or SIGTERM; the second one ends the process."""
    loop = asyncio.get_running_loop()

    def told(number: signal.Signals) -> None:
        for each in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(each)
        callback()

    try:
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, told, number)
    except NotImplementedError:  # Windows
        signal.signal(signal.SIGINT, lambda *_: loop.call_soon_threadsafe(callback))
