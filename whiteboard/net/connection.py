"""The wire to a server: the only module of the app that knows python-socketio.

Messages go out as ready packets and are taken before python-socketio parses them: its own JSON walks every value, 5 ms
for 30 strokes. Known to work with python-socketio 5.18 and python-engineio 4.15; `tests/net/test_connection.py` fails
when the places that this stands on change.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from typing import Literal

import aiohttp
import engineio
import socketio

from whiteboard.protocol import codec
from whiteboard.protocol.limits import MAX_MESSAGE_BYTES
from whiteboard.protocol.messages import SERVER_EVENTS, ClientMessage, ServerMessage

from .tap import Tap
from .trouble import Failed, Trouble

Transport = Literal["websocket", "polling"]

PATIENCE: dict[Transport, float] = {"websocket": 4.0, "polling": 8.0}
"""Seconds that a transport gets to connect, in the order tried: some proxies swallow websockets without a word."""

FAREWELL_SECONDS = 1.0

_quiet = logging.getLogger(f"{__name__}.socketio")  # python-socketio logs drawings at info, and errors that we handle
_quiet.setLevel(logging.CRITICAL)

# 16 by default; python-engineio 4.15 ends the connection at a longer poll
engineio.payload.Payload.max_decode_packets = 1000


class Wire:
    """An open connection. `receive` ends with Failed when it is over, whatever the reason."""

    def __init__(
        self, http: aiohttp.ClientSession, tap: Tap | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.transport: Transport = "websocket"
        """The transport that was dialled last."""
        self.heard = 0
        """How many packets have come in."""
        self.round_trip: float | None = None
        """Seconds from the last answered `ping` to its answer."""
        self._clock = clock
        self._tap = tap or Tap()
        self._arrived: asyncio.Queue[ServerMessage | Failed] = asyncio.Queue()
        self._sio = socketio.AsyncClient(
            reconnection=False,
            handle_sigint=False,
            logger=_quiet,
            engineio_logger=_quiet,
            http_session=http,
            websocket_extra_options={
                "max_msg_size": MAX_MESSAGE_BYTES,
                "timeout": aiohttp.ClientWSTimeout(ws_close=FAREWELL_SECONDS / 2),
            },
        )
        eio = self._sio.eio
        self._sio_message: Callable[[str | bytes], Awaitable[None]] = eio.handlers["message"]
        self._sio_disconnect: Callable[[str], Awaitable[None]] = eio.handlers["disconnect"]
        eio.on("message", self._on_message)
        eio.on("disconnect", self._on_disconnect)

    @property
    def idle(self) -> bool:
        """Whether all that was sent is on its way, so that more would not just pile up here."""
        return bool(self._sio.eio.queue.empty())

    async def dial(self, origin: str, transport: Transport, seconds: float) -> None:
        """Connect by one transport; Failed with BLOCKED if it cannot be done within `seconds`."""
        self.transport = transport
        try:
            async with asyncio.timeout(seconds):
                await self._sio.connect(origin, transports=[transport], wait_timeout=seconds)
        except (TimeoutError, socketio.exceptions.SocketIOError, aiohttp.ClientError, OSError, ValueError) as error:
            raise Failed(Trouble.BLOCKED, f"{transport}: {error!r}") from None

    async def send(self, message: ClientMessage) -> None:
        await self.send_packet(codec.to_packet(message))

    async def send_packet(self, packet: str) -> None:
        """Send a packet of `codec.to_packet`; what cannot be sent any more is dropped without a word."""
        self._tap.pass_by(packet, incoming=False)
        await self._sio.eio.send(packet)

    async def receive(self) -> ServerMessage:
        """The next message; Failed when there will be no more."""
        message = await self._arrived.get()
        if isinstance(message, Failed):
            self._arrived.put_nowait(message)
            raise message
        return message

    async def ping(self) -> None:
        """Ask for an answer, which sets `round_trip`."""
        sent = self._clock()
        self._tap.pass_by('2["ping"]', incoming=False)
        with contextlib.suppress(socketio.exceptions.SocketIOError):
            await self._sio.emit("ping", callback=lambda *_: self._on_pong(sent))

    async def drain(self, seconds: float) -> None:
        """Wait until all is sent, but not longer than this."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._sio.eio.queue.join()

    async def hang_up(self) -> None:
        """Close, saying goodbye if the server listens. No task is left, where python-engineio's writer lives 10 s."""
        eio = self._sio.eio
        loops = [task for task in (eio.read_loop_task, eio.write_loop_task) if task is not None]
        try:
            with contextlib.suppress(TimeoutError, aiohttp.ClientError, OSError):
                async with asyncio.timeout(FAREWELL_SECONDS):
                    await self._sio.disconnect()  # not shutdown(): that leaves a half-open connection alone
        finally:
            for task in loops:
                task.cancel()
            await asyncio.gather(*loops, return_exceptions=True)

    # ------------------------------------------------------------ what python-engineio calls, in order of arrival

    async def _on_message(self, packet: str | bytes) -> None:
        self.heard += 1
        if isinstance(packet, str):
            self._tap.pass_by(packet, incoming=True)
        try:
            if isinstance(packet, str) and packet.startswith("2["):
                event, payload = codec.split_packet(packet)
                if event in SERVER_EVENTS:
                    self._arrived.put_nowait(codec.server_message(event, payload))
            elif isinstance(packet, str) and packet.startswith(("0", "1", "3", "4")):
                await self._sio_message(packet)
            else:
                raise codec.BadMessage("a packet of a kind that this protocol does not have")
        except (
            ValueError,
            TypeError,
            LookupError,
            AttributeError,
        ) as error:  # what bad packets raise in python-socketio
            self._arrived.put_nowait(Failed(Trouble.UNREADABLE, str(error)))

    async def _on_disconnect(self, reason: str) -> None:
        await asyncio.sleep(0)  # python-engineio starts a task for each message: those before the end take their turn
        await self._sio_disconnect(reason)
        self._arrived.put_nowait(Failed(Trouble.CUT, reason))

    def _on_pong(self, sent: float) -> None:
        self.round_trip = self._clock() - sent


@contextlib.asynccontextmanager
async def connected(
    http: aiohttp.ClientSession,
    origin: str,
    transports: Sequence[Transport] = tuple(PATIENCE),
    patience: dict[Transport, float] = PATIENCE,
    tap: Tap | None = None,
) -> AsyncIterator[Wire]:
    """A wire to the server at `origin` by the first transport that works; Failed with BLOCKED if none does."""
    failures: list[str] = []
    for transport in transports:
        wire = Wire(http, tap)
        try:
            await wire.dial(origin, transport, patience[transport])
        except Failed as failure:
            failures.append(failure.why)
            await wire.hang_up()
            continue
        except asyncio.CancelledError:
            await wire.hang_up()
            raise
        try:
            yield wire
        finally:
            await wire.hang_up()
        return
    raise Failed(Trouble.BLOCKED, "; ".join(failures))
