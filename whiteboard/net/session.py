"""Keeps a board connected to its server: connects, comes back after every loss, and says how it stands."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random
import time
from collections.abc import Callable
from typing import NoReturn

import msgspec

from whiteboard.protocol.host_messages import Door
from whiteboard.protocol.link import Link
from whiteboard.protocol.messages import Hello, HostMessage, Profile
from whiteboard.protocol.refusal import Refusal
from whiteboard.version import VERSION
from whiteboard.words import t

from . import backoff, pin
from .addresses import LocalAddress, local_addresses
from .board_port import LiveBoard
from .connection import PATIENCE, Transport, connected
from .http import http_client
from .knock import knock
from .picture_desk import PictureDesk
from .sentences import AT_THE_DOOR, KEEP_DRAWING, sentence
from .status import Connection, Phase
from .tap import Tap
from .trouble import Failed, Trouble
from .visit import Visit

APP = f"Whiteboard {VERSION}"

STEADY_SECONDS = 5.0
"""After a connection that lasted this long, the pauses between tries begin at the shortest again."""

TAKEN_OVER_SECONDS = 5.0
"""How long at least to leave the line to a window that took it over."""

TIDY_SECONDS = 1.0

log = logging.getLogger(__name__)


class Session:
    """One board's life with one server. Start `run` once; cancel it to leave.

    `report` is called with every new state of the connection. `chance` gives numbers within 0..1; `clock` gives seconds
    and must be the one that the board sees elsewhere. A link that does not say how to know the server ends in REFUSED
    with the fingerprint that a person has to confirm, unless `plain` allows to speak without encryption. Who knows the
    server's `host_key` is host there, and hears by `on_door` how the door stands. Whatever goes over the wire
    passes by the `tap`.
    """

    def __init__(
        self,
        board: LiveBoard,
        link: Link,
        profile: Profile,
        report: Callable[[Connection], None],
        *,
        plain: bool = False,
        host_key: str = "",
        on_door: Callable[[Door], None] = lambda door: None,
        pictures: PictureDesk | None = None,
        tap: Tap | None = None,
        chance: Callable[[], float] = random.random,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.link = link
        self.connection = Connection()
        self._board = board
        self._profile = profile
        self._report = report
        self._plain = plain
        self._host_key = host_key
        self._on_door = on_door
        self._pictures = pictures
        self._tap = tap
        self._chance = chance
        self._clock = clock
        self._phase = Phase.OFFLINE
        self._trouble: Failed | None = None
        self._visit: Visit | None = None
        self._decided: list[HostMessage] = []
        self._was_there = False
        self._online_since: float | None = None
        self._hurry = asyncio.Event()
        self._transports: tuple[Transport, ...] = tuple(PATIENCE)

    async def run(self) -> None:
        """Stay connected until cancelled, or until the server refuses for good (then `connection` says why)."""
        try:
            async with asyncio.TaskGroup() as tasks:
                tidying = tasks.create_task(self._keep_tidy())
                await self._keep_visiting()
                tidying.cancel()
        except asyncio.CancelledError:
            self._enter(Phase.OFFLINE)
            raise

    def retry_now(self) -> None:
        """Do not wait for the next try: the network has changed, or the person asks."""
        self._hurry.set()

    def nudge(self) -> None:
        """Something of mine waits: send it at once, if nothing was sent just before. Saves half a flush of latency."""
        if self._visit is not None:
            self._visit.nudge()

    def look_at_pictures(self) -> None:
        """The board may use other pictures now."""
        if self._visit is not None:
            self._visit.look_at_pictures()

    def introduce(self, profile: Profile) -> None:
        """I have a new name or colour."""
        self._profile = profile
        if self._visit is not None:
            self._visit.say(profile)

    def decide(self, message: HostMessage) -> None:
        """I am the host, and want this: it is said as soon as I am on the board, perhaps again."""
        self._decided.append(message)
        self._say_decided()

    # ------------------------------------------------------------ inside

    async def _keep_visiting(self) -> None:
        attempt = 0
        while True:
            if self._trouble is None:
                self._enter(Phase.CONNECTING)
            self._online_since = None
            try:
                await self._visit_once()
            except Failed as failure:
                log.info("connection over: %s", failure.what)
                self._trouble = failure
            assert self._trouble is not None
            if self._trouble.fatal:
                self._enter(Phase.REFUSED)
                return
            attempt = 0 if self._was_steady() else attempt + 1
            self._enter(Phase.RETRYING)
            await self._pause(attempt, self._trouble)

    async def _visit_once(self) -> None:
        origin = self.link.origin
        if not self.link.is_encrypted and not self._plain:
            await self._find_out_who_answers()
        async with http_client(pin.trust(self.link)) as http:
            health = await knock(http, origin)
            if not self.link.is_encrypted and not health.guests:
                raise Failed(Refusal.PLAIN)
            async with connected(http, origin, self._transports, tap=self._tap) as wire:
                self._visit = Visit(
                    wire,
                    http,
                    self._board,
                    self.link,
                    self._hello,
                    self._clock,
                    self._look,
                    self._on_door,
                    self._pictures,
                )
                try:
                    await self._visit.run()
                finally:
                    self._choose_transport(wire.transport, self._visit.arrived)
                    self._visit = None

    async def _find_out_who_answers(self) -> NoReturn:
        """Ends in Failed, with the fingerprint if there is one. Nothing is said to them."""
        async with http_client(pin.pinned("")) as http:
            try:
                await knock(http, "https" + self.link.origin.removeprefix("http"))
            except Failed as failure:
                if failure.what is Trouble.OTHER_CERTIFICATE:
                    raise Failed(Trouble.UNKNOWN_CERTIFICATE, fingerprint=failure.fingerprint) from None
                raise
        raise AssertionError("nobody has this fingerprint")

    def _hello(self) -> Hello:
        me = self._profile
        return msgspec.structs.replace(
            self._board.hello(),
            board=self.link.board,
            code=self.link.code,
            name=me.name,
            color=me.color,
            app=APP,
            host_key=self._host_key,
        )

    def _choose_transport(self, used: Transport, good: bool) -> None:
        """Begin the next time with what worked, or with what was not tried: some proxies cut websockets later."""
        first = [t for t in PATIENCE if (t == used) is good]
        self._transports = (*first, *(t for t in PATIENCE if t not in first))

    def _was_steady(self) -> bool:
        return self._online_since is not None and self._clock() - self._online_since > STEADY_SECONDS

    async def _pause(self, attempt: int, trouble: Failed) -> None:
        seconds = backoff.delay(attempt, self._chance, refused=trouble.what is Trouble.NOBODY_THERE)
        at_least = TAKEN_OVER_SECONDS if trouble.what is Refusal.SUPERSEDED else trouble.retry_after
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(at_least + seconds if at_least else seconds):
                await self._hurry.wait()
        self._hurry.clear()

    async def _keep_tidy(self) -> None:
        networks: list[LocalAddress] | None = None
        while True:
            await asyncio.sleep(TIDY_SECONDS)
            self._board.tidy(self._clock())
            self._tell()
            before, networks = networks, local_addresses() if self._phase is Phase.RETRYING else None
            if before is not None and networks is not None and before != networks:
                self.retry_now()  # a cable or a Wi-Fi is back

    # ------------------------------------------------------------ what is reported

    def _look(self) -> None:
        """Called often during a visit."""
        if self._visit is not None and self._visit.arrived and self._phase is not Phase.ONLINE:
            self._was_there = True
            self._online_since = self._clock()
            self._trouble = None
            self._phase = Phase.ONLINE
            self._say_decided()
        elif self._visit is not None and self._visit.waiting and self._phase is not Phase.WAITING:
            self._trouble = None
            self._phase = Phase.WAITING
        self._tell()

    def _say_decided(self) -> None:
        if self._visit is not None and self._phase is Phase.ONLINE:
            for message in self._decided:
                self._visit.say(message)
            self._decided.clear()

    def _enter(self, phase: Phase) -> None:
        self._phase = phase
        self._tell()

    def _tell(self) -> None:
        wire = self._visit.wire if self._visit is not None else None
        trouble = self._trouble
        words = sentence(trouble.what, self.link.host, self.link.port) if trouble is not None else ""
        if words and self._phase is Phase.RETRYING and self._was_there:
            words = f"{words} {t(KEEP_DRAWING)}"
        if self._phase is Phase.WAITING:
            words = t(AT_THE_DOOR)
        connection = Connection(
            phase=self._phase,
            transport=wire.transport if wire is not None else "",
            round_trip=wire.round_trip if wire is not None else None,
            unsent=self._board.replica.unconfirmed,
            sentence=words if self._phase is not Phase.OFFLINE else "",
            refusal=trouble.refusal if trouble is not None else None,
            fingerprint=trouble.fingerprint if trouble is not None and trouble.fingerprint else self.link.fingerprint,
        )
        if connection != self.connection:
            self.connection = connection
            self._report(connection)
