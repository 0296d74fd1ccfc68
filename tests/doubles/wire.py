"""A Socket.IO server that says exactly what a test wants: real sockets and a real python-socketio on the other side."""

from __future__ import annotations

import asyncio
import gzip
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from types import TracebackType
from typing import Any, Self

import msgspec
import socketio
from aiohttp import web

from whiteboard.protocol import codec
from whiteboard.protocol.link import Link
from whiteboard.protocol.messages import CLIENT_EVENTS, ClientMessage, Hello, ServerMessage, Snapshot

_quiet = logging.getLogger(__name__)  # a cut connection is an error to python-engineio's server
_quiet.setLevel(logging.CRITICAL)

HEALTH: dict[str, Any] = {"version": "0", "protocol": 1, "boards": 1, "members": 0, "uptime": 1.0}


class _Body:
    """The body of a request, for python-engineio."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    async def read(self, length: int) -> bytes:
        return self._body


@web.middleware
async def _with_whole_body(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """python-engineio 4.15 on aiohttp takes what has arrived of a poll for all of it."""
    if request.method == "POST":
        request._payload = _Body(await request.read())  # type: ignore[assignment]
    return await handler(request)


class ScriptedServer:
    """Answers every hello with what `answer` makes of it, keeps in `heard` what it was told, and serves `snapshot`."""

    def __init__(self, answer: Callable[[Hello], Sequence[ServerMessage]] = lambda hello: ()) -> None:
        self.answer = answer
        self.heard: list[ClientMessage] = []
        self.snapshot: Snapshot | None = None
        self.snapshot_ready = asyncio.Event()
        """Clear it to keep those waiting who fetch the snapshot."""
        self.snapshot_ready.set()
        self.tokens: list[str] = []
        self.transports: list[str] = []
        self.health: object = HEALTH
        self.answers_pings = True
        self.pings = 0
        self.sid = ""
        self._running = AsyncExitStack()
        self._port = 0
        self._sio = socketio.AsyncServer(
            async_mode="aiohttp", async_handlers=False, logger=_quiet, engineio_logger=_quiet, ping_interval=5
        )
        self._sio.on("connect", self._on_connect)
        self._sio.on("*", self._on_event)
        self._sio.on("ping", self._on_ping)

    @property
    def link(self) -> Link:
        return Link("127.0.0.1", self._port, "Board", "K7QM2XPA")

    @property
    def greetings(self) -> list[Hello]:
        return [message for message in self.heard if isinstance(message, Hello)]

    async def say(self, *messages: ServerMessage) -> None:
        """Send messages to whoever connected last."""
        for message in messages:
            await self._sio.eio.send(self._eio_sid(), codec.to_packet(message))

    async def say_packet(self, packet: str) -> None:
        await self._sio.eio.send(self._eio_sid(), packet)

    async def __aenter__(self) -> Self:
        app = web.Application(middlewares=[_with_whole_body])
        app.router.add_get("/health", self._get_health)
        app.router.add_get("/b/{name}/snapshot", self._get_snapshot)
        self._sio.attach(app)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1, handler_cancellation=True)
        await runner.setup()
        self._running.push_async_callback(runner.cleanup)
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self._port = runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._sio.shutdown()
        await self._running.aclose()

    # ------------------------------------------------------------ inside

    def _eio_sid(self) -> str:
        return str(self._sio.manager.eio_sid_from_sid(self.sid, "/"))

    def _on_connect(self, sid: str, environ: dict[str, Any], auth: object) -> None:
        self.sid = sid
        self.transports.append(self._sio.transport(sid))

    def _on_ping(self, sid: str) -> tuple[()]:
        self.pings += 1
        if not self.answers_pings:
            raise ConnectionAbortedError
        return ()

    async def _on_event(self, event: str, sid: str, payload: object) -> None:
        message = codec.message_from(event, payload, CLIENT_EVENTS)
        self.heard.append(message)
        if isinstance(message, Hello):
            await self.say(*self.answer(message))

    async def _get_health(self, request: web.Request) -> web.Response:
        return web.json_response(self.health)

    async def _get_snapshot(self, request: web.Request) -> web.Response:
        self.tokens.append(request.headers.get("Authorization", ""))
        await self.snapshot_ready.wait()
        if self.snapshot is None:
            return web.Response(status=404)
        body = gzip.compress(msgspec.json.encode(self.snapshot))
        return web.Response(body=body, headers={"Content-Encoding": "gzip", "Content-Type": "application/json"})
