"""A WebSocket that offers each text to a callback inside aiohttp's frame parser, before a task is woken for it.

Waking the task of a connection, ten coroutines deep, costs more than all that is done for a message of ink. This module
knows insides of aiohttp 3.14; tests/server/test_transport_hooks.py fails when one that is used here disappears.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from aiohttp import WSMsgType, web
from aiohttp._websocket.models import WSMessage, WSMessageTextBytes
from aiohttp._websocket.reader import WebSocketDataQueue
from aiohttp._websocket.writer import WebSocketWriter
from aiohttp.http import WebSocketReader
from aiohttp.web_protocol import RequestHandler
from aiohttp.web_request import BaseRequest

log = logging.getLogger(__name__)

QUEUE_BYTES = 64 * 1024


_TEXT = WSMsgType.TEXT
"""Getting a member of an enum takes as long as a call, in Python 3.11."""


class _Inbox(WebSocketDataQueue):
    """What `take` does not take waits here for `receive`, and so does all that comes after it."""

    take: Callable[[str], bool] | None = None
    failed: Callable[[], None]

    def feed_data(self, data: WSMessage | WSMessageTextBytes, size: int) -> None:
        if self.take is not None and not self._buffer and data.type is _TEXT:
            try:
                if self.take(data.data):
                    return
            except Exception:  # an outermost door: the parser has nobody to pass it on to
                log.exception("a message could not be handled")
                self.failed()
                return
        super().feed_data(data, size)


class EagerSocket(web.WebSocketResponse):
    """`offer_to` a callback that returns whether it took a text. It is not asked while earlier messages wait."""

    _inbox: _Inbox
    _network: RequestHandler

    def offer_to(self, take: Callable[[str], bool], failed: Callable[[], None], heard: Callable[[], None]) -> None:
        """`failed` is called if `take` raises, which is a defect of ours; `heard` for any bytes that come."""
        self._inbox.failed = failed
        self._inbox.take = take
        self._network._data_received_cb = heard  # aiohttp's heartbeat, which is not used here, hears of them like this

    def _post_start(self, request: BaseRequest, protocol: str | None, writer: WebSocketWriter) -> None:
        """aiohttp's own, with a queue of ours."""
        self._ws_protocol = protocol
        self._writer = writer
        self._reader = self._inbox = _Inbox(request.protocol, QUEUE_BYTES, loop=asyncio.get_running_loop())
        self._parser = WebSocketReader(self._inbox, self._max_msg_size, compress=False, decode_text=True)
        self._network = request.protocol
        request.protocol.set_parser(self._parser)
        request.protocol.keep_alive(False)
