"""TLS between a connection and the protocol that serves it, such that what waits to be sent can be told exactly.

asyncio's own layer says how much waits in itself, not how much in the transport beneath it: a client that stops reading
would look drained until that one is full too (SPEC F2). Here nothing waits: every byte is encrypted when it is written
and goes down at once. Only documented parts of `ssl` and `asyncio` are used.
"""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import Iterable
from typing import Any, NoReturn

_RECORD_BYTES = 16 * 1024


class TlsConnection(asyncio.Protocol, asyncio.Transport):
    """The protocol of a connection, and the transport of `above`, which is told of it after the handshake."""

    def __init__(self, network: asyncio.Transport, above: asyncio.Protocol, context: ssl.SSLContext) -> None:
        asyncio.Transport.__init__(self)
        self._network = network
        self._above = above
        self._came = ssl.MemoryBIO()
        self._goes = ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._came, self._goes, server_side=True)
        self._is_open = False
        self._is_closing = False
        self._is_paused = False

    # ------------------------------------------------------------ the protocol of the connection

    def data_received(self, data: bytes) -> None:
        self._came.write(data)
        self._take()

    def eof_received(self) -> None:
        pass  # the transport below closes itself then, and says so by connection_lost

    def connection_lost(self, exc: Exception | None) -> None:
        self._is_closing = True
        if self._is_open:
            self._is_open = False
            self._above.connection_lost(exc)

    def pause_writing(self) -> None:
        if self._is_open:
            self._above.pause_writing()

    def resume_writing(self) -> None:
        if self._is_open:
            self._above.resume_writing()

    # ------------------------------------------------------------ the transport of the one above

    def write(self, data: bytes | bytearray | memoryview[Any]) -> None:
        if not data or self._is_closing:
            return
        rest = memoryview(data).cast("B")
        try:
            while rest:
                rest = rest[self._tls.write(rest) :]
        except ssl.SSLError:  # the other side has broken the connection
            self.abort()
        else:
            self._flush()

    def writelines(self, list_of_data: Iterable[bytes | bytearray | memoryview[Any]]) -> None:
        self.write(b"".join(list_of_data))

    def can_write_eof(self) -> bool:
        return False

    def write_eof(self) -> None:
        raise NotImplementedError("TLS has no half of a connection")

    def close(self) -> None:
        if self._is_closing:
            return
        self._is_closing = True
        with contextlib.suppress(ssl.SSLError):
            self._tls.unwrap()  # says that nothing more follows; whether the other side answers does not matter
        self._flush()
        self._network.close()

    def abort(self) -> None:
        self._is_closing = True
        self._network.abort()

    def is_closing(self) -> bool:
        return self._is_closing or self._network.is_closing()

    def pause_reading(self) -> None:
        self._is_paused = True
        self._network.pause_reading()

    def resume_reading(self) -> None:
        self._is_paused = False
        self._network.resume_reading()
        if self._came.pending or self._tls.pending():
            asyncio.get_running_loop().call_soon(self._take)

    def is_reading(self) -> bool:
        return not self._is_paused and self._network.is_reading()

    def get_write_buffer_size(self) -> int:
        """How much waits to be sent, in bytes: all of it."""
        return self._network.get_write_buffer_size()

    def get_write_buffer_limits(self) -> tuple[int, int]:
        return self._network.get_write_buffer_limits()

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:
        self._network.set_write_buffer_limits(high, low)

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        if name == "ssl_object":
            return self._tls
        if name == "sslcontext":
            return self._tls.context
        return self._network.get_extra_info(name, default)

    def get_protocol(self) -> asyncio.BaseProtocol:
        return self._above

    def set_protocol(self, protocol: asyncio.BaseProtocol) -> None:
        assert isinstance(protocol, asyncio.Protocol)
        self._above = protocol

    @property
    def _sendfile_compatible(self) -> NoReturn:
        """Who sends a file has to read it: asyncio 3.11 looks here, and aiohttp 3.14 goes on by itself at this error.

        tests/server/test_pictures.py fails when that changes.
        """
        raise NotImplementedError

    # ------------------------------------------------------------ inside

    def _take(self) -> None:
        """Do what has come, as far as it is complete."""
        try:
            if not self._is_open and not self._is_closing:
                self._tls.do_handshake()
                self._is_open = True
                self._above.connection_made(self)
            while self._is_open and not self._is_closing and not self._is_paused:
                data = self._tls.read(min(_RECORD_BYTES, max(self._came.pending, self._tls.pending(), 1)))
                if not data:
                    self.close()  # the other side has said that nothing more follows
                    return
                self._above.data_received(data)
                if not self._came.pending and not self._tls.pending():
                    break
        except ssl.SSLWantReadError:
            pass
        except ssl.SSLError:  # its fault: what follows cannot be read
            self._flush()
            self._is_closing = True
            self._network.close()
            return
        self._flush()

    def _flush(self) -> None:
        if self._goes.pending and not self._network.is_closing():
            self._network.write(self._goes.read())
