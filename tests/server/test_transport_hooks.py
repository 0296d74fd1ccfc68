"""The private places of python-socketio and python-engineio that `server/transport.py` stands on.

When one of these fails after an update, read the new source before raising the version's bound.
"""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncIterator

import aiohttp
import engineio
import msgspec
import pytest
import socketio
from aiohttp import web, web_ws
from aiohttp._websocket.reader import WebSocketDataQueue
from aiohttp.web_protocol import RequestHandler
from engineio.async_server import AsyncServer
from engineio.async_socket import AsyncSocket
from engineio.base_socket import BaseSocket
from engineio.exceptions import EngineIOError

from server.transport import Transport
from tests.doubles.foreigner import foreigners
from tests.doubles.house import house
from tests.doubles.patience import until


def parameters(function: object) -> list[str]:
    assert callable(function)
    return list(inspect.signature(function).parameters)


def test_socketio_asks_which_engine_to_make_and_hands_it_its_options() -> None:
    assert "self.eio = self._engineio_server_class()(" in inspect.getsource(socketio.base_server)
    assert inspect.isfunction(socketio.AsyncServer._engineio_server_class)


def test_engineio_makes_sessions_in_one_place_and_looks_for_a_response_there() -> None:
    assert parameters(AsyncServer._handle_connect) == ["self", "environ", "transport", "jsonp_index"]
    source = inspect.getsource(AsyncServer.handle_request)
    assert "r = await self._handle_connect(environ, transport," in source
    assert "if not isinstance(r, dict):\n            return r" in source


def test_engineio_leaves_reading_and_sending_to_the_session() -> None:
    source = inspect.getsource(AsyncServer)
    for call in ("socket.handle_get_request(", "await socket.send(pkt)"):
        assert call in source
    assert parameters(AsyncSocket.handle_get_request) == ["self", "environ"]
    assert parameters(AsyncSocket.close) == ["self", "wait", "abort", "reason"]
    assert parameters(AsyncSocket.send) == ["self", "pkt"]
    assert "except exceptions.EngineIOError:" in inspect.getsource(AsyncServer.handle_request)
    assert issubclass(EngineIOError, Exception)


def test_engineio_asks_a_session_whether_it_is_connected_upgraded_and_closed() -> None:
    for attribute in ("connected", "upgraded", "closed"):
        assert f"self.{attribute} = " in inspect.getsource(BaseSocket.__init__)


def test_socketio_hears_of_a_session_by_three_events() -> None:
    sio = socketio.AsyncServer(async_mode="aiohttp", monitor_clients=False)
    assert set(sio.eio.handlers) == {"connect", "message", "disconnect"}
    assert parameters(sio._handle_eio_connect) == ["eio_sid", "environ"]
    assert parameters(sio._handle_eio_message) == ["eio_sid", "data"]
    assert parameters(sio._handle_eio_disconnect) == ["eio_sid", "reason"]
    assert parameters(engineio.AsyncServer._trigger_event) == ["self", "event", "args", "kwargs"]


def test_aiohttp_makes_a_websockets_queue_and_parser_in_one_place() -> None:
    assert parameters(web.WebSocketResponse._post_start) == ["self", "request", "protocol", "writer"]
    source = inspect.getsource(web.WebSocketResponse._post_start)
    statements = ("_ws_protocol = protocol", "_writer = writer", "_reader = WebSocketDataQueue(", "_parser = ")
    for line in (*(f"self.{statement}" for statement in statements), "protocol.set_parser(", "keep_alive(False)"):
        assert line in source
    assert source.count("self._") == 13  # what it sets and reads; the rest is for heartbeats and compression
    assert parameters(WebSocketDataQueue.feed_data) == ["self", "data", "size"]
    assert parameters(RequestHandler.set_parser) == ["self", "parser", "data_received_cb"]
    assert "            self._data_received_cb()\n" in inspect.getsource(RequestHandler.data_received)
    assert vars(web_ws)["WebSocketDataQueue"] is WebSocketDataQueue


async def test_a_session_that_is_over_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    transports: list[Transport] = []
    attach = Transport.attach

    def noted(transport: Transport, app: web.Application) -> None:
        transports.append(transport)
        attach(transport, app)

    monkeypatch.setattr(Transport, "attach", noted)
    async with house() as server, foreigners(server.link, 2) as (ann, bob):
        await ann.join("websocket")
        await bob.join("polling")
        sio = transports[0]._socketio
        assert len(sio.eio.sockets) == len(sio.environ) == 2
        await ann.hang_up()
        await bob.hang_up()
        await until(lambda: not sio.eio.sockets and not sio.environ and not sio.manager.rooms.get("/"))
        assert not sio.manager.eio_to_sid


async def test_a_request_for_a_session_that_has_just_ended_is_refused_and_is_no_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def busy(transport: Transport) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr(Transport, "run", busy)
    async with house() as server, aiohttp.ClientSession() as http:
        url = f"{server.plain.origin}/socket.io/?EIO=4&transport=polling"
        sid = msgspec.json.decode((await (await http.get(url)).text())[1:])["sid"]
        await http.post(f"{url}&sid={sid}", data="1")
        for ask in (http.post, http.get):
            assert (await ask(f"{url}&sid={sid}")).status == 400


async def test_packets_that_come_while_their_session_ends_are_refused_and_are_no_error() -> None:
    async with house() as server, aiohttp.ClientSession() as http:
        url = f"{server.plain.origin}/socket.io/?EIO=4&transport=polling"
        sid = msgspec.json.decode((await (await http.get(url)).text())[1:])["sid"]

        async def slowly() -> AsyncIterator[bytes]:
            yield b"4"
            await http.post(f"{url}&sid={sid}", data="1")
            await until(lambda: not server.hub._links)
            yield b"\xff"

        assert (await http.post(f"{url}&sid={sid}", data=slowly())).status == 400
