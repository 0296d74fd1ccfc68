"""Everything that knows the insides of python-socketio 5.18 and python-engineio 4.13 to 4.15.

Sessions and the Socket.IO handshake are theirs. Reading, sending, liveness and limits are `wire.py`'s, because theirs
queue without bound, start a task a message, stop reading for good at one bad frame and trust the wall clock.
tests/server/test_transport_hooks.py fails when a hook that is used here disappears. Polling is not upgraded to
WebSocket: a client that can use WebSocket begins with it.
"""

from __future__ import annotations

import asyncio
import logging
import socket
from typing import Any

import engineio
import socketio
from aiohttp import WSMsgType, web
from engineio.async_socket import AsyncSocket
from engineio.exceptions import EngineIOError

from whiteboard.protocol.codec import to_json
from whiteboard.protocol.limits import MAX_MESSAGE_BYTES

from .outlet import Outlet, PollingOutlet, WebSocketOutlet
from .web import MAX_BODY_BYTES
from .websocket import EagerSocket
from .wire import PING_SECONDS, PONG_SECONDS, BadFrame, Hall, Wire

PATH = "/socket.io/"
MAX_CONNECTIONS = 2_000
MAX_PACKETS_A_POST = 1_000
BODY_SECONDS = 10.0
SLOWEST_BYTES_A_SECOND = 1024.0
"""A request's body gets so many seconds, and one more for each so many bytes of it that have come."""

CLOSE_SECONDS = 1.0

SEND_BUFFER_BYTES = 256 * 1024
"""What the kernel holds for one client: enough for a LAN, small enough that a stalled one is noticed soon."""

_quiet = logging.getLogger("server.transport.socketio")
_quiet.setLevel(logging.CRITICAL)  # one line of ours a bad connection, instead of a traceback a bad packet


class _Session(AsyncSocket):  # type: ignore[misc]  # engineio has no types
    """One Engine.IO session: engineio keeps it by its id, `wire` does the work."""

    def __init__(self, server: _Engine, sid: str, outlet: Outlet, request: web.Request) -> None:
        super().__init__(server, sid)
        self._polled = False
        self.outlet = outlet
        self.wire = Wire(
            server.hall,
            outlet,
            request.remote or "",
            encrypted=request.secure,
            connect=self._connect,
            ended=self._ended,
        )

    async def _connect(self, packet: str) -> None:
        await self.server._trigger_event("message", self.sid, packet, run_async=False)

    def _ended(self, reason: str) -> None:
        self.closed = True
        self.server.ended.put_nowait((self.sid, reason))

    # what engineio calls

    async def send(self, pkt: Any) -> None:
        self.outlet.write_packet(pkt.encode())

    async def close(self, wait: bool = True, abort: bool = False, reason: str | None = None) -> None:
        self.wire.end(reason or "closed")

    async def check_ping_timeout(self) -> bool:
        return not self.closed

    def schedule_ping(self) -> None:
        pass

    async def handle_get_request(self, environ: dict[str, Any]) -> web.Response:
        if self._polled or not isinstance(self.outlet, PollingOutlet):
            raise EngineIOError("a second request while one is waiting")
        self._polled = True
        try:
            body = await self.outlet.take()
        except asyncio.CancelledError:
            self.wire.end("connection lost")  # the request was given up, with what it may have taken
            raise
        finally:
            self._polled = False
        return web.Response(text=body) if body else web.Response(status=400)

    async def answer_post(self, request: web.Request) -> web.Response:
        """Take the packets of a long-polling request.

        python-engineio is not asked: 4.15 has no answer, and raises, if the session ends while its packets come.
        """
        try:
            body = await self._body(request)
            packets = body.decode().split("\x1e")
            if len(packets) > MAX_PACKETS_A_POST:
                raise BadFrame("too many packets at once")
            for packet in packets:
                if len(packet) > MAX_MESSAGE_BYTES:
                    raise BadFrame("too large a packet")
                await self.wire.take(packet)
        except (BadFrame, UnicodeDecodeError, TimeoutError, web.RequestPayloadError):
            self.wire.end("sent what is not valid")
            return web.Response(status=400)
        except (ConnectionError, RuntimeError):
            if request.transport is not None:
                raise
            self.wire.end("connection lost")
            return web.Response(status=400)
        return web.Response(text="OK")

    async def _body(self, request: web.Request) -> bytes:
        """All of a request's body; TimeoutError if it comes too slowly, BadFrame if there is too much of it."""
        loop = asyncio.get_running_loop()
        begin, body = loop.time(), bytearray()
        async with asyncio.timeout(BODY_SECONDS) as limit:
            async for chunk in request.content.iter_any():
                body += chunk
                if len(body) > MAX_BODY_BYTES:
                    raise BadFrame("too large a body")
                self.wire.heard()
                limit.reschedule(begin + BODY_SECONDS + len(body) / SLOWEST_BYTES_A_SECOND)
        return bytes(body)

    async def read_websocket(self, ws: web.WebSocketResponse) -> None:
        """Take everything that comes until the connection is over."""
        while not self.wire.over:
            message = await ws.receive()
            if message.type is WSMsgType.TEXT:
                await self.wire.take(message.data)
            elif message.type is WSMsgType.PING:
                await ws.pong(message.data)
            elif message.type is not WSMsgType.PONG:
                return  # closed, or binary, which this protocol does not use


class _Engine(engineio.AsyncServer):  # type: ignore[misc]
    """Makes sessions of our kind."""

    hall: Hall
    ended: asyncio.Queue[tuple[str, str]]

    async def _handle_connect(
        self, environ: dict[str, Any], transport: str, jsonp_index: int | None = None
    ) -> web.StreamResponse:
        request: web.Request = environ["aiohttp.request"]
        if len(self.sockets) >= MAX_CONNECTIONS and not self._make_room():
            return web.Response(status=503, text="There are too many connections.")
        if transport == "websocket":
            return await self._serve_websocket(request, environ)
        session = await self._open(PollingOutlet(), request, environ)
        session.connected = True
        return await session.handle_get_request(environ)

    def _make_room(self) -> bool:
        """End the oldest session that has not said hello, so that strangers keep nobody out; False if there is none."""
        for session in self.sockets.values():
            if not (session.wire.over or session.wire.said_hello):
                session.wire.end("made room")
                return True
        return False

    async def _serve_websocket(self, request: web.Request, environ: dict[str, Any]) -> web.StreamResponse:
        ws = EagerSocket(max_msg_size=MAX_MESSAGE_BYTES, compress=False, autoping=False, timeout=CLOSE_SECONDS)
        await ws.prepare(request)
        network = request.transport
        if network is None:
            return ws
        raw: socket.socket = network.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER_BYTES)
        session = await self._open(WebSocketOutlet(network), request, environ)
        session.connected = session.upgraded = True
        ws.offer_to(session.wire.take_at_once, session.wire.abort, session.wire.heard)
        reason = "connection lost"
        try:
            await session.read_websocket(ws)
        except BadFrame:
            reason = "sent what is not valid"
        finally:
            session.wire.end(reason)
        return ws

    async def _open(self, outlet: Outlet, request: web.Request, environ: dict[str, Any]) -> _Session:
        sid = self.generate_id()
        session = self.sockets[sid] = _Session(self, sid, outlet, request)
        handshake = {
            "sid": sid,
            "upgrades": [],
            "pingInterval": int(PING_SECONDS * 1000),
            "pingTimeout": int(PONG_SECONDS * 1000),
            "maxPayload": MAX_MESSAGE_BYTES,
        }
        outlet.write_packet("0" + to_json(handshake).decode())
        await self._trigger_event("connect", sid, environ, run_async=False)
        return session


class _SocketIO(socketio.AsyncServer):  # type: ignore[misc]
    def _engineio_server_class(self) -> type[_Engine]:
        return _Engine


class Transport:
    """The Socket.IO endpoint of an aiohttp application. `run` is a task of the app."""

    def __init__(self, hall: Hall) -> None:
        self._socketio = _SocketIO(
            async_mode="aiohttp",
            async_handlers=False,
            cors_allowed_origins=[],  # web/origin.py checks Host and Origin of every request
            monitor_clients=False,
            http_compression=False,
            allow_upgrades=False,
            max_http_buffer_size=MAX_MESSAGE_BYTES,
            logger=_quiet,
            engineio_logger=_quiet,
        )
        self._engine: _Engine = self._socketio.eio
        self._engine.hall = hall
        self._engine.ended = asyncio.Queue()

    def attach(self, app: web.Application) -> None:
        app.router.add_get(PATH, self._handle)
        app.router.add_post(PATH, self._handle)

    async def run(self) -> None:
        """Let python-socketio forget the sessions that ended."""
        while True:
            sid, reason = await self._engine.ended.get()
            await self._engine._trigger_event("disconnect", sid, reason, run_async=False)
            self._engine.sockets.pop(sid, None)

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        query = request.query
        upgrade = query.get("transport") == "websocket" or "upgrade" in request.headers.get("Connection", "").lower()
        if "j" in query or ("sid" in query and upgrade):
            return web.Response(status=400, text="JSONP and upgrades from polling are not offered.")
        session: _Session | None = self._engine.sockets.get(query.get("sid", ""))
        if session is not None and session.closed:  # `run` has not come to it yet; python-engineio 4.13 raises KeyError
            return web.Response(status=400, text="This session is over.")
        if request.method == "POST" and session is not None and isinstance(session.outlet, PollingOutlet):
            return await session.answer_post(request)
        response: web.StreamResponse = await self._engine.handle_request(request)
        return response
