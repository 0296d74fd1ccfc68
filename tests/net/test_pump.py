"""The pump: at its own pace, in portions, and nothing from before a new greeting."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Sequence

import pytest

from tests.doubles.board import stroke
from tests.doubles.patience import until
from tests.doubles.proxy import Proxy
from tests.doubles.wire import ScriptedServer
from whiteboard.model.document import Document
from whiteboard.model.op import Patch
from whiteboard.net.connection import Transport, connected
from whiteboard.net.http import http_client
from whiteboard.net.pump import Pump
from whiteboard.protocol.host_messages import SetGuests
from whiteboard.protocol.messages import ClientMessage, Edit, Hello, Snapshot, Tick, Welcome

BIG = 300_000


class Scripted:
    """A board that has just this to say. It is its own standing."""

    online = True
    current = True
    wants_snapshot = None
    document = Document()
    unconfirmed = 0

    def __init__(self) -> None:
        self.outgoing: list[ClientMessage] = []
        self.wants_hello = False

    @property
    def replica(self) -> "Scripted":
        return self

    def hello(self) -> Hello:
        self.wants_hello = False
        return Hello(board="Board", client="0" * 32, ordinal=1)

    def receive(self, message: Welcome | Tick, now: float) -> None:
        pass

    def load(self, snapshot: Snapshot) -> None:
        pass

    def disconnected(self) -> None:
        pass

    def take_outgoing(self, now: float) -> Sequence[ClientMessage]:
        taken, self.outgoing = self.outgoing, []
        return taken

    def tidy(self, now: float) -> None:
        pass


def big_edit(cseq: int) -> Edit:
    return Edit(cseq=cseq, ops=(Patch(id=stroke("s").id, text="x" * BIG),))


@contextlib.asynccontextmanager
async def pumping(transport: Transport) -> AsyncIterator[tuple[Scripted, Pump, ScriptedServer]]:
    board = Scripted()
    async with (
        ScriptedServer() as server,
        http_client() as http,
        connected(http, server.link.origin, (transport,)) as wire,
    ):
        yield board, Pump(wire, board, board.hello, time.monotonic, lambda: None), server


async def test_what_waited_before_a_new_greeting_is_not_sent_after_it() -> None:
    """It may be numbered for somebody I no longer am (SPEC S6)."""
    async with pumping("websocket") as (board, pump, server):
        board.outgoing = [big_edit(cseq) for cseq in range(1, 7)]
        assert await pump.flush()
        await until(lambda: pump._wire.idle and server.heard)
        board.wants_hello = True
        board.outgoing = [big_edit(100)]
        await until(lambda: time.monotonic() > pump._next_hello)
        await pump.flush()
        await until(lambda: pump._wire.idle)
        await pump.flush()
        await until(lambda: isinstance(server.heard[-1], Edit) and server.heard[-1].cseq == 100)
        numbers = [message.cseq if isinstance(message, Edit) else 0 for message in server.heard]
        assert numbers == [1, 2, 0, 100]


async def test_what_is_not_the_boards_is_sent_though_the_board_greets_again() -> None:
    async with pumping("websocket") as (board, pump, server):
        board.wants_hello = True
        pump.add(SetGuests(on=True))
        await pump.flush()
        await until(lambda: pump._wire.idle)
        await pump.flush()
        await until(lambda: len(server.heard) == 2)
        assert server.heard == [board.hello(), SetGuests(on=True)]


async def test_nothing_is_taken_from_the_board_while_the_network_takes_nothing() -> None:
    board = Scripted()
    async with (
        ScriptedServer() as server,
        Proxy(server.link.port) as proxy,
        http_client() as http,
        connected(http, f"http://127.0.0.1:{proxy.port}", ("websocket",)) as wire,
    ):
        pump = Pump(wire, board, board.hello, time.monotonic, lambda: None)
        proxy.stall()
        for cseq in range(1, 101):  # 30 MB: more than all buffers on the way
            board.outgoing.append(big_edit(cseq))
            await pump.flush()
            await asyncio.sleep(0)
        assert len(board.outgoing) > 10
        assert wire._sio.eio.queue.qsize() < 10


@pytest.mark.parametrize("transport", ["websocket", "polling"])
async def test_much_goes_in_portions_that_a_server_accepts(transport: Transport) -> None:
    # python-engineio's server ends the connection at a poll of more than 1 MB
    async with pumping(transport) as (board, pump, server):
        board.outgoing = [big_edit(cseq) for cseq in range(1, 13)]
        async with asyncio.TaskGroup() as tasks:
            running = tasks.create_task(pump.run())
            await until(lambda: len(server.heard) == 12)
            running.cancel()
        assert [message.cseq for message in server.heard if isinstance(message, Edit)] == list(range(1, 13))
