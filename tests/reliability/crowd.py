"""Many lean clients on one board, by the relay bench's sockets: cheap enough for a hundred of them in one process."""

from __future__ import annotations

import asyncio
import secrets
from time import perf_counter

from tests.bench.relay_count import Count, Window, count
from tests.bench.relay_ink import script
from tests.bench.relay_load import Client, Ear, connect, draw, greeting
from tests.bench.relay_servers import SOCKET_IO
from tests.doubles.patience import PATIENCE
from whiteboard.protocol.link import Link

POINTER_EVERY = 15
LAST_SECONDS = 0.5
"""So often somebody looks whether the last of it has arrived."""


class Crowd:
    """`ear` heard what `clients` were sent since they last began to draw."""

    def __init__(self, clients: list[Client], ear: Ear) -> None:
        self.clients = clients
        self.ear = ear
        self._drawn = secrets.randbits(40)  # strokes are named after it
        self._edits = [0] * len(clients)

    @property
    def edits(self) -> int:
        """How many strokes they have finished."""
        return sum(self._edits)

    async def draw(self, drawers: int, seconds: float) -> Count:
        """So many of them draw for so long; gives what all of them heard of it."""
        self.ear.forget()
        scripts = [script(self._drawn + n, seconds, POINTER_EVERY, self._edits[n]) for n in range(drawers)]
        self._drawn += drawers
        for n, said in enumerate(scripts):
            self._edits[n] += sum(one.edit for one in said)
        begin = perf_counter()
        await draw(list(zip(self.clients, scripts, strict=False)), seconds)
        end = perf_counter()
        while True:
            await asyncio.sleep(LAST_SECONDS)
            counted = count([(self.ear.heard, scripts, len(self.clients))], Window(begin, end))
            if counted.delivered >= 1.0 or perf_counter() > end + PATIENCE:
                return counted

    def leave(self) -> None:
        for client in self.clients:
            client.end()


async def crowd(link: Link, people: int) -> Crowd:
    ear = Ear()
    clients = [
        Client(SOCKET_IO, greeting(link.board, number), b'42["welcome"', ear, number) for number in range(people)
    ]
    await connect(link.port, clients)
    return Crowd(clients, ear)
