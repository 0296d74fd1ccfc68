"""Connections that have asked for nothing yet: told apart by their first byte, a bounded number, for a bounded time.

One port serves both kinds: TLS begins with the byte 22 (RFC 8446, 5.1), HTTP with a letter. aiohttp waits for a first
request without end. Who opens connections and says nothing, says one letter a second, or begins a handshake and stops,
would use up the descriptors of this process.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable

from aiohttp.web_protocol import RequestHandler

from .tls import TlsConnection

SILENT_SECONDS = 10.0
"""So long a client may take for its handshake, its first request line and its headers, all together."""

MAX_SILENT = 200
"""Above this the one that has been silent longest is cut off."""

TLS_HANDSHAKE = 22


class Arrivals:
    """A protocol factory around another one. `asked` is told of every connection that makes a request.

    Without a context nothing is encrypted.
    """

    def __init__(self, make: Callable[[], RequestHandler], context: ssl.SSLContext | None) -> None:
        self._make = make
        self._context = context
        self._silent: dict[RequestHandler, Arrival] = {}

    def __call__(self) -> Arrival:
        handler = self._make()
        arrival = self._silent[handler] = Arrival(handler, self._context, lambda: self.asked(handler))
        if len(self._silent) > MAX_SILENT:
            for over in [each for each, arrival in self._silent.items() if arrival.is_over]:
                self.asked(over)
        if len(self._silent) > MAX_SILENT:
            next(iter(self._silent.values())).cut()
        return arrival

    def asked(self, handler: RequestHandler) -> None:
        arrival = self._silent.pop(handler, None)
        if arrival is not None:
            arrival.settle()

    def close(self) -> None:
        """Cut off all that have asked for nothing."""
        for arrival in list(self._silent.values()):
            arrival.cut()
        self._silent.clear()


class Arrival(asyncio.Protocol):
    """One connection up to its first bytes, which say who takes over. `gone` is called if it is cut off, or leaves."""

    def __init__(self, handler: RequestHandler, context: ssl.SSLContext | None, gone: Callable[[], None]) -> None:
        self._handler = handler
        self._context = context
        self._gone = gone
        self._network: asyncio.Transport | None = None
        self._timer = asyncio.get_running_loop().call_later(SILENT_SECONDS, self.cut)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._network = transport

    def data_received(self, data: bytes) -> None:
        assert self._network is not None
        if self._context is not None and data[0] == TLS_HANDSHAKE:
            tls = TlsConnection(self._network, self._handler, self._context)
            self._network.set_protocol(tls)
            tls.data_received(data)
        else:
            self._network.set_protocol(self._handler)
            self._handler.connection_made(self._network)
            self._handler.data_received(data)

    def connection_lost(self, exc: Exception | None) -> None:
        self._gone()

    @property
    def is_over(self) -> bool:
        return self._network is not None and self._network.is_closing()

    def settle(self) -> None:
        """It has asked for something, or is over."""
        self._timer.cancel()

    def cut(self) -> None:
        self._timer.cancel()
        if self._network is not None:
            self._network.abort()
        self._gone()
