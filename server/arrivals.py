"""Connections that have asked for nothing yet: a bounded number of them, for a bounded time.

aiohttp waits for a first request without end. Who opens connections and says nothing, or one letter a second, would use
up the descriptors of this process.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from aiohttp.web_protocol import RequestHandler

SILENT_SECONDS = 10.0
"""So long a client may take for its first request line and headers."""

MAX_SILENT = 200
"""Above this the one that has been silent longest is cut off."""


class Arrivals:
    """A protocol factory around another one. `asked` is told of every connection that makes a request."""

    def __init__(self, make: Callable[[], RequestHandler]) -> None:
        self._make = make
        self._silent: dict[RequestHandler, asyncio.TimerHandle] = {}

    def __call__(self) -> RequestHandler:
        protocol = self._make()
        timer = asyncio.get_running_loop().call_later(SILENT_SECONDS, self._cut, protocol)
        self._silent[protocol] = timer
        if len(self._silent) > MAX_SILENT:
            self._cut(next(iter(self._silent)))
        return protocol

    def asked(self, protocol: RequestHandler) -> None:
        timer = self._silent.pop(protocol, None)
        if timer is not None:
            timer.cancel()

    def _cut(self, protocol: RequestHandler) -> None:
        self.asked(protocol)
        if protocol.transport is not None:
            protocol.transport.abort()
