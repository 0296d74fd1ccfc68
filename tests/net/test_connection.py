"""The wire: transports, order, sizes, ends, and the places in python-socketio that it stands on."""

import asyncio
import contextlib
import logging
import os
from collections.abc import AsyncIterator

import aiohttp
import engineio
import pytest

from tests.doubles.board import OTHER, stroke
from tests.doubles.patience import PATIENCE, until
from tests.doubles.proxy import Proxy, Upgrade
from tests.doubles.wire import ScriptedServer
from whiteboard.model.op import Put
from whiteboard.net import connection
from whiteboard.net.connection import Transport, Wire, connected
from whiteboard.net.http import http_client
from whiteboard.net.trouble import Failed, Trouble
from whiteboard.protocol import codec
from whiteboard.protocol.messages import Edit, Entry, Presence, Tick

IMPATIENT: dict[Transport, float] = {"websocket": 0.5, "polling": PATIENCE}
PATIENT: dict[Transport, float] = dict.fromkeys(IMPATIENT, PATIENCE)


@contextlib.asynccontextmanager
async def wire_to(origin: str, *transports: Transport) -> AsyncIterator[Wire]:
    """By one of these transports; if none is given by polling where websockets do not work at once."""
    patience = PATIENT if transports else IMPATIENT
    async with http_client() as http, connected(http, origin, transports or tuple(patience), patience) as wire:
        yield wire


@contextlib.asynccontextmanager
async def through_a_proxy(transport: Transport) -> AsyncIterator[tuple[Proxy, Wire]]:
    async with (
        ScriptedServer() as server,
        Proxy(server.link.port) as proxy,
        wire_to(f"http://127.0.0.1:{proxy.port}", transport) as wire,
    ):
        yield proxy, wire


def numbered(seq: int) -> Tick:
    return Tick(seq=seq, hash=f"h{seq}")


@pytest.mark.parametrize("transport", ["websocket", "polling"])
async def test_messages_arrive_in_order_and_whole_both_ways(transport: Transport) -> None:
    async with ScriptedServer() as server, wire_to(server.link.origin, transport) as wire:
        assert wire.transport == transport
        for seq in range(300):
            await server.say(numbered(seq))
            await wire.send(Presence(x=float(seq), y=0.5, tool="pen"))
        got = [await wire.receive() for _ in range(300)]
        assert got == [numbered(seq) for seq in range(300)]
        await until(lambda: len(server.heard) == 300)
        assert server.heard == [Presence(x=float(seq), y=0.5, tool="pen") for seq in range(300)]


@pytest.mark.parametrize("transport", ["websocket", "polling"])
async def test_a_message_of_a_megabyte_comes_through(transport: Transport) -> None:
    entries = tuple(
        Entry(seq=seq, author=OTHER, cseq=1, at=1.0, ops=(Put(stroke(f"s{seq}")),)) for seq in range(1, 6000)
    )
    big = Tick(seq=5999, hash="h", edits=entries)
    assert len(codec.to_packet(big)) > 1_000_000
    async with ScriptedServer() as server, wire_to(server.link.origin, transport) as wire:
        await server.say(big)
        assert await wire.receive() == big


async def test_a_burst_of_long_polling_is_not_lost() -> None:
    # python-engineio's limit of 16 packets a poll would end the connection
    async with ScriptedServer() as server, wire_to(server.link.origin, "polling") as wire:
        for seq in range(200):
            await server.say(numbered(seq))
        assert [(await wire.receive()) for _ in range(200)] == [numbered(seq) for seq in range(200)]


@pytest.mark.parametrize("upgrade", [Upgrade.REFUSE, Upgrade.HANG, Upgrade.MUTE])
async def test_where_websockets_are_blocked_it_polls(upgrade: Upgrade) -> None:
    async with ScriptedServer() as server, Proxy(server.link.port) as proxy:
        proxy.upgrade = upgrade
        async with wire_to(f"http://127.0.0.1:{proxy.port}") as wire:
            assert wire.transport == "polling"
            await server.say(numbered(1))
            assert await wire.receive() == numbered(1)


@pytest.mark.parametrize("how", ["too slow", "broken off"])
async def test_a_websocket_that_says_nothing_is_closed_once_it_is_given_up(how: str) -> None:
    open, over = asyncio.Event(), asyncio.Event()

    async def shaken(*_: object) -> None:
        open.set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            await reader.read()
        over.set()
        writer.close()

    trace = aiohttp.TraceConfig()
    trace.on_request_end.append(shaken)
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server, Proxy(server.sockets[0].getsockname()[1]) as proxy, http_client(True, trace) as http:
        proxy.upgrade = Upgrade.MUTE
        patience = IMPATIENT if how == "too slow" else PATIENT

        async def dial() -> None:
            async with connected(http, f"http://127.0.0.1:{proxy.port}", ["websocket"], patience):
                raise AssertionError("nobody has said hello")

        if how == "too slow":
            with pytest.raises(Failed):
                await dial()
        else:
            async with asyncio.TaskGroup() as tasks:
                dialling = tasks.create_task(dial())
                await until(open.is_set, what="the websocket")
                dialling.cancel()
        await until(over.is_set, what="the end of the websocket")


async def test_a_websocket_that_is_lost_is_let_go_of_at_once() -> None:
    async with through_a_proxy("websocket") as (_, wire):
        socket = wire._sio.eio.ws
        socket._reader.set_exception(aiohttp.ServerDisconnectedError())
        await until(lambda: socket.closed)
        await until(lambda: socket._response.connection is None, what="the connection to be let go of")


async def test_where_nothing_works_it_says_blocked() -> None:
    async with Proxy(1) as proxy:
        with pytest.raises(Failed) as failure:
            async with wire_to(f"http://127.0.0.1:{proxy.port}"):
                pass
        assert failure.value.what is Trouble.BLOCKED
        assert "websocket" in failure.value.why
        assert "polling" in failure.value.why


@pytest.mark.parametrize("transport", ["websocket", "polling"])
async def test_a_cut_ends_receiving_once_and_for_all(transport: Transport) -> None:
    async with through_a_proxy(transport) as (proxy, wire):
        await proxy.close()
        for _ in range(2):
            with pytest.raises(Failed) as failure:
                await wire.receive()
            assert failure.value.what is Trouble.CUT


async def test_what_was_said_last_arrives_before_the_end() -> None:
    """A refusal and the close behind it may come in one go: one poll, or one read of a socket since Python 3.12."""
    async with ScriptedServer() as server, wire_to(server.link.origin) as wire:
        receive = wire._sio.eio._receive_packet
        await receive(engineio.packet.Packet(engineio.packet.MESSAGE, codec.to_packet(numbered(1))))
        await receive(engineio.packet.Packet(engineio.packet.CLOSE))
        assert await wire.receive() == numbered(1)
        with pytest.raises(Failed):
            await wire.receive()


@pytest.mark.parametrize("transport", ["websocket", "polling"])
async def test_hanging_up_on_a_frozen_network_takes_no_more_than_a_moment(transport: Transport) -> None:
    clock = asyncio.get_running_loop().time
    async with ScriptedServer() as server, Proxy(server.link.port) as proxy, http_client() as http:
        async with connected(http, f"http://127.0.0.1:{proxy.port}", (transport,)) as wire:
            proxy.stall()
            await wire.send(Presence(x=1.0, y=1.0, tool="pen"))
            await until(lambda: wire.idle)  # it is in the writer's hands, who will never be rid of it
            began = clock()
        assert clock() - began < 10.0
        assert not [task for task in asyncio.all_tasks() if "engineio/async_client" in _code_of(task)]


def _code_of(task: asyncio.Task[object]) -> str:
    code = getattr(task.get_coro(), "cr_code", None)
    return "" if code is None else code.co_filename.replace(os.sep, "/")


async def test_a_ping_measures_the_round_trip() -> None:
    async with through_a_proxy("websocket") as (proxy, wire):
        proxy.delay = 0.05
        await wire.ping()
        await until(lambda: wire.round_trip is not None)
        assert wire.round_trip is not None
        assert 0.1 <= wire.round_trip < 60.0, "in seconds"


@pytest.mark.parametrize("packet", ['2["tick",{"seq":"x"}]', '2["tick"]', "2[", "2{}", "51-", "9", "3x[]"])
async def test_what_is_not_of_the_protocol_ends_the_connection(packet: str) -> None:
    async with ScriptedServer() as server, wire_to(server.link.origin, "websocket") as wire:
        await server.say_packet(packet)
        with pytest.raises(Failed) as failure:
            await wire.receive()
        assert failure.value.what is Trouble.UNREADABLE


async def test_an_event_of_a_later_version_is_passed_over() -> None:
    async with ScriptedServer() as server, wire_to(server.link.origin, "websocket") as wire:
        await server.say_packet('2["confetti",{"n":3}]')
        await server.say(numbered(1))
        assert await wire.receive() == numbered(1)


async def test_draining_waits_for_what_was_sent() -> None:
    async with ScriptedServer() as server, wire_to(server.link.origin, "websocket") as wire:
        for cseq in range(1, 51):
            await wire.send(Edit(cseq=cseq, ops=(Put(stroke("s")),)))
        busy = wire.idle
        await wire.drain(PATIENCE)
        assert (busy, wire.idle) == (False, True)
        await until(lambda: len(server.heard) == 50)


async def test_python_engineio_offers_what_the_wire_takes() -> None:
    async with aiohttp.ClientSession() as http:
        sio = Wire(http)._sio
        assert {"message", "disconnect"} <= set(sio.eio.handlers)
        assert hasattr(sio.eio, "read_loop_task")
        assert hasattr(sio.eio, "write_loop_task")
        assert sio.eio.queue.empty()
        assert sio.reconnection is False
        assert engineio.payload.Payload.max_decode_packets >= 1000


def test_python_socketio_does_not_log_drawings() -> None:
    assert not logging.getLogger(f"{connection.__name__}.socketio").isEnabledFor(logging.INFO)
