"""Ports that are nobody else's while nobody listens on them, and that are given up without leaving anybody behind."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import os
import socket

_FIRST, _LAST = 20_000, 32_000
"""Below those that systems give to whoever asks for any: one of these that is let go may be taken a moment later."""

_numbers = itertools.count(os.getpid() * 97)
_kept: list[socket.socket] = []


def own_port() -> int:
    """A port on which nobody listens, and which no other process of the tests gets as long as this one runs."""
    for number in itertools.islice(_numbers, _LAST - _FIRST):
        port = _FIRST + number % (_LAST - _FIRST)
        mark = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        with contextlib.suppress(OSError), socket.socket() as probe:
            mark.bind(("127.0.0.1", port))  # UDP, which is for no use but to tell the others
            probe.bind(("127.0.0.1", port))
            _kept.append(mark)
            return port
        mark.close()
    raise RuntimeError("all ports are taken")


async def give_up(server: asyncio.Server) -> None:
    """Listen no longer.

    Whoever was taken in this very turn of the loop gets a connection first: asyncio up to 3.13 leaves their socket open
    if the server has been closed meanwhile, which is a ResourceWarning, later.
    """
    loop = asyncio.get_running_loop()
    for listener in server.sockets:
        loop.remove_reader(listener.fileno())
    await asyncio.sleep(0)
    server.close()
