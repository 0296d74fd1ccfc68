"""One connection of a board to its server, from hello to the end."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import assert_never
from urllib.parse import quote

import aiohttp

from whiteboard.model.document import Document
from whiteboard.protocol.host_messages import Door, Waiting
from whiteboard.protocol.link import Link
from whiteboard.protocol.messages import ClientMessage, Hello, Refused, Tick, Welcome

from . import snapshot
from .board_port import LiveBoard
from .connection import Wire
from .picture_desk import PictureDesk
from .pictures import PictureTraffic
from .pump import Pump
from .trouble import Failed, Trouble

WELCOME_SECONDS = 8.0
PING_SECONDS = 2.0
MAX_UNHEARD_PINGS = 3
"""A server from which nothing at all came during so many pings is gone. Counted, not timed: after a stall of this
program the answers that wait are read first."""

FLUSH_ON_LEAVING_SECONDS = 0.5

log = logging.getLogger(__name__)


class Visit:
    """Runs until the connection ends, then raises Failed.

    `changed` is called when there may be something to show, `on_door` with what hosts are told.
    """

    def __init__(
        self,
        wire: Wire,
        http: aiohttp.ClientSession,
        board: LiveBoard,
        link: Link,
        hello: Callable[[], Hello],
        clock: Callable[[], float],
        changed: Callable[[], None],
        on_door: Callable[[Door], None],
        pictures: PictureDesk | None = None,
    ) -> None:
        self.wire = wire
        self.arrived = False
        """Whether the board was up to date at least once."""
        self.waiting = False
        """Whether the host has to let me in first."""
        self._http = http
        self._board = board
        self._link = link
        self._clock = clock
        self._changed = changed
        self._on_door = on_door
        self._pump = Pump(wire, board, hello, clock, self._look)
        self._token = ""
        self._pictures = PictureTraffic(http, pictures) if pictures is not None else None
        self._fetching: asyncio.Task[None] | None = None

    async def run(self) -> None:
        """Raises Failed when the connection ends; cancelled, it sends what is left and leaves."""
        try:
            await self._pump.greet()
            await self._together()
        except asyncio.CancelledError:
            await self._pump.flush()
            await self.wire.drain(FLUSH_ON_LEAVING_SECONDS)
            raise
        finally:
            self._board.disconnected()

    def say(self, message: ClientMessage) -> None:
        """Send a message that is not the board's."""
        self._pump.add(message)

    def nudge(self) -> None:
        self._pump.nudge()

    def look_at_pictures(self) -> None:
        """The board may use other pictures now."""
        if self._pictures is not None:
            self._pictures.look()

    # ------------------------------------------------------------ inside

    async def _together(self) -> None:
        failures: list[Failed] = []
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._listen(tasks))
                tasks.create_task(self._pump.run())
                tasks.create_task(self._watch())
                if self._pictures is not None:
                    tasks.create_task(self._pictures.run())
        except* Failed as group:
            failures = _leaves(group)
        raise failures[0]

    async def _listen(self, tasks: asyncio.TaskGroup) -> None:
        try:
            async with asyncio.timeout(WELCOME_SECONDS) as limit:
                while True:
                    message = await self.wire.receive()
                    match message:
                        case Welcome():
                            limit.reschedule(None)
                            self._on_welcome(message, tasks)
                        case Tick():
                            self._board.receive(message, self._clock())
                            await asyncio.sleep(0)  # of many that came together, a frame after each
                        case Waiting():
                            limit.reschedule(None)
                            self.waiting = True
                            self._changed()
                        case Door():
                            self._on_door(message)
                        case Refused():
                            raise Failed(message.code, message.why, retry_after=message.retry_after or 0.0)
                        case _:
                            assert_never(message)
        except TimeoutError:
            raise Failed(Trouble.SILENT, "no welcome") from None

    def _on_welcome(self, welcome: Welcome, tasks: asyncio.TaskGroup) -> None:
        self._token = welcome.token
        if self._pictures is not None:
            self._pictures.admitted(f"{self._link.origin}/b/{quote(welcome.board, safe='')}", welcome.token)
        self.waiting = False
        self._board.receive(welcome, self._clock())
        if self._fetching is not None:
            self._fetching.cancel()
            self._fetching = None
        path = self._board.replica.wants_snapshot
        if path is not None:
            self._fetching = tasks.create_task(self._fetch(path))

    async def _fetch(self, path: str) -> None:
        known = Document(self._board.replica.document)
        self._board.load(await snapshot.fetch(self._http, self._link.origin + path, self._token, known))

    async def _watch(self) -> None:
        unheard = 0
        while unheard < MAX_UNHEARD_PINGS:
            heard = self.wire.heard
            await self.wire.ping()
            await asyncio.sleep(PING_SECONDS)
            unheard = unheard + 1 if self.wire.heard == heard else 0
        raise Failed(Trouble.SILENT, f"nothing in {MAX_UNHEARD_PINGS} pings")

    def _look(self) -> None:
        if not self.arrived and self._board.replica.current:
            self.arrived = True
            log.info("on the board, by %s", self.wire.transport)
        self._changed()


def _leaves(group: BaseExceptionGroup[Failed]) -> list[Failed]:
    found: list[Failed] = []
    for error in group.exceptions:
        found += _leaves(error) if isinstance(error, BaseExceptionGroup) else [error]
    return found
