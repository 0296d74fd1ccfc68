"""What Ctrl+C does before a command listens to it: it ends the process at once, without a traceback."""

from __future__ import annotations

import signal


def ends_at_once() -> None:
    """From now on: loading what a command needs takes a second, of no use to anybody who has changed his mind."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def is_heard() -> None:
    """From now on it raises KeyboardInterrupt again, so that what was begun can be tidied up."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)
