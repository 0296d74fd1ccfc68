"""The boards near you: what is announced on the network and answers."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import NamedTuple

import aiohttp

from whiteboard.protocol.link import Link

from . import sightings
from .addresses import local_addresses, nearest_first
from .http import http_client
from .knock import Health, knock
from .pin import trust
from .sightings import Gone, Seen, Sighting
from .trouble import Failed

STAGGER_SECONDS = 0.15
"""How much later the next address is tried while those before have not answered."""

KNOCK_SECONDS = 1.5
PROBE_SECONDS = 5.0
"""How often a listed board is asked whether it is still there."""

MAX_FAILURES = 2
FAR_SECONDS = 15.0
"""How often one that does not answer is asked: its announcement may outlive it by an hour."""


@dataclass(frozen=True, slots=True)
class NearbyBoard:
    """A board to join with one click. `link` has no code; `open` boards need none. `name` is what people call it.

    `address` is where it answered; `host` is what to call its computer. `people` are on it now, if that is known: a
    server tells strangers only how many people are on all of its boards.
    """

    name: str
    link: Link
    open: bool
    address: str
    host: str
    people: int | None = None


class Answer(NamedTuple):
    """The address at which a server answered, and what it says of itself."""

    address: str
    health: Health


class Discovery:
    """Looks around while `run` runs. `on_boards` gets the whole list, sorted, whenever it changes."""

    def __init__(
        self,
        on_boards: Callable[[tuple[NearbyBoard, ...]], None],
        *,
        watch: Callable[[Callable[[Sighting], None]], Awaitable[None]] = sightings.watch,
    ) -> None:
        self.boards: tuple[NearbyBoard, ...] = ()
        self._on_boards = on_boards
        self._watch = watch
        self._found: dict[str, NearbyBoard] = {}
        self._following: dict[str, asyncio.Task[None]] = {}

    async def run(self) -> None:
        """Look around until cancelled."""
        async with http_client() as http, asyncio.TaskGroup() as tasks:

            def on_sighting(sighting: Sighting) -> None:
                old = self._following.pop(sighting.service, None)
                if old is not None:
                    old.cancel()
                match sighting:
                    case Seen():
                        task = tasks.create_task(self._follow(http, sighting))
                        self._following[sighting.service] = task
                    case Gone():
                        self._list(sighting.service, None)

            await self._watch(on_sighting)

    # ------------------------------------------------------------ inside

    async def _follow(self, http: aiohttp.ClientSession, seen: Seen) -> None:
        """Ask one service again and again whether it is there."""
        failures = 0
        while True:
            answer = await first_that_answers(http, seen)
            if answer is not None:
                failures = 0
                self._list(seen.service, _nearby(seen, answer))
            else:
                failures += 1
                if failures >= MAX_FAILURES:
                    self._list(seen.service, None)
            await asyncio.sleep(FAR_SECONDS if failures > MAX_FAILURES else PROBE_SECONDS)

    def _list(self, service: str, board: NearbyBoard | None) -> None:
        if board is None:
            self._found.pop(service, None)
        else:
            self._found[service] = board
        # a server that was killed and started again is announced twice, under the same link; the newer one is right
        found = {board.link: board for board in self._found.values()}
        boards = tuple(sorted(found.values(), key=lambda b: (b.name.casefold(), b.address, b.link.port)))
        if boards != self.boards:
            self.boards = boards
            self._on_boards(boards)


def _nearby(seen: Seen, answer: Answer) -> NearbyBoard:
    address, health = answer
    people = health.members if health.boards == 1 else None
    link = Link(address, seen.port, seen.board, fingerprint=seen.fingerprint)
    return NearbyBoard(seen.title or seen.board, link, seen.open, address, seen.host or address, people)


async def first_that_answers(http: aiohttp.ClientSession, seen: Seen) -> Answer | None:
    """The first of a service's addresses at which a server answers: nearest first, the others soon after."""
    answered: asyncio.Queue[Answer] = asyncio.Queue()

    async def ask(address: str) -> None:
        with contextlib.suppress(Failed):
            link = Link(address, seen.port, seen.board, fingerprint=seen.fingerprint)
            health = await knock(
                http, link.origin, trust=trust(link), connect_seconds=KNOCK_SECONDS, answer_seconds=KNOCK_SECONDS
            )
            answered.put_nowait(Answer(address, health))

    async with asyncio.TaskGroup() as tasks:
        asking: list[asyncio.Task[None]] = []
        for address in nearest_first(seen.addresses, local_addresses()):
            asking.append(tasks.create_task(ask(address)))
            await asyncio.wait(asking[-1:], timeout=STAGGER_SECONDS)
            if not answered.empty():
                break
        while answered.empty() and any(not task.done() for task in asking):
            await asyncio.wait([task for task in asking if not task.done()], return_when=asyncio.FIRST_COMPLETED)
        for task in asking:
            task.cancel()
    return None if answered.empty() else answered.get_nowait()
