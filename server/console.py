"""What the person who started the server reads: one line a board, who comes and goes, a summary at the end."""

from __future__ import annotations

import io
import logging
import sys
from collections.abc import Sequence

from aiohttp.http_exceptions import HttpProcessingError
from aiohttp.web import RequestPayloadError

from whiteboard.protocol.link import Link

from .hub import Hub


class _Line(logging.Formatter):
    """`12:34:56 what happened`; warnings and worse say so."""

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record)
        return line if record.levelno < logging.WARNING else f"{line[:9]}{record.levelname.lower()}: {line[9:]}"


class NotHttp(logging.Filter):
    """aiohttp tells of each request that is not HTTP with a traceback and what was sent: one line without it is enough.

    The same of one that cannot be unpacked, or whose sender left before the answer. A stranger's mistake is no fault of
    ours, and what he sent may be a secret.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, HttpProcessingError | RequestPayloadError | ConnectionError):
            record.levelno, record.levelname = logging.WARNING, "WARNING"
            record.msg = f"{record.getMessage()}: {type(error).__name__}"
            record.args, record.exc_info, record.exc_text = (), None, None
        return True


def set_up(level: str) -> None:
    """Send log lines to standard output, after the READY lines that scripts wait for."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a console of few letters must not end the server
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(_Line("%(asctime)s %(message)s", "%H:%M:%S"))
    logging.basicConfig(level=level.upper(), handlers=[handler])
    logging.getLogger("asyncio").setLevel(logging.WARNING)
    logging.getLogger("aiohttp").setLevel(logging.ERROR)
    logging.getLogger("aiohttp.server").addFilter(NotHttp())


def ready(board: str, links: Sequence[Link]) -> None:
    """Say that a board is served; the first link is the best one."""
    first, *others = links
    print(f"READY board={board} link={first}", flush=True)
    for link in others:
        print(f"ALSO board={board} link={link}", flush=True)
    if not first.code:
        logging.getLogger(__name__).warning("everybody who reaches this machine can draw on this board (--open)")


def summary(hub: Hub, seconds: float) -> None:
    """Say what there was, when all is over."""
    minutes, rest = divmod(round(seconds), 60)
    visits = hub.visits
    people = _count(len(visits.people), "person", "people")
    print(
        f"Served for {minutes // 60} h {minutes % 60} min {rest} s: {_count(len(hub.rooms), 'board')}, "
        f"{_count(visits.connections, 'connection')}, {'more than ' if visits.more else ''}{people}, "
        f"{_count(visits.edits, 'edit')} stored.",
        flush=True,
    )


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
