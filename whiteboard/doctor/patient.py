"""What an examination has found out so far, for the rungs that stand on it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeVar

import aiohttp

from whiteboard.net.addresses import LocalAddress, local_addresses
from whiteboard.net.knock import Health
from whiteboard.net.sightings import Seen, Sighting, watch
from whiteboard.protocol.link import Link
from whiteboard.protocol.messages import Refused, Welcome

from .finding import Untried
from .firewall import System
from .talk import Talk

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the doctor looks at besides the server; tests put others in their place.

    `patience` stretches or shortens how long the rungs wait for what does not come.
    """

    addresses: Callable[[], list[LocalAddress]] = local_addresses
    listen: Callable[[Callable[[Sighting], None]], Awaitable[None]] = watch
    listen_seconds: float = 3.0
    patience: float = 1.0
    system: System = field(default_factory=System)


async def hear_nothing(report: Callable[[Sighting], None]) -> None:
    """Listen for no announcements, and ask for none: for tests and trials."""
    await asyncio.Event().wait()


class Patient:
    """One link (or this computer's own server on a port), and what is known of it. `http` lives as long as this."""

    def __init__(self, link: Link, http: aiohttp.ClientSession, around: Surroundings, new_client: Callable[[], str]):
        self.link = link
        self.http = http
        self.around = around
        self.new_client = new_client
        self.mine: list[LocalAddress] = []
        self.others: list[Seen] = []
        self.connected = False
        self.knows_whom = not link.is_encrypted
        """Whether it is the server that the link means; or the link does not say."""
        self.health: Health | None = None
        self.socket: aiohttp.ClientWebSocketResponse | None = None
        self.talk: Talk | None = None
        self.greeted = False
        self.answer: Welcome | Refused | str | None = None
        self.welcome: Welcome | None = None
        self.edits = 0
        self.second: Talk | None = None
        self._kept: list[aiohttp.ClientSession] = []

    def keep(self, http: aiohttp.ClientSession) -> None:
        """Close this as well in the end."""
        self._kept.append(http)

    def needs(self, found: T | None, rung: str) -> T:
        """What an earlier rung has found; Untried if it has not."""
        if not found:
            raise Untried(rung)
        return found

    def waits(self, usual: float) -> float:
        """How many seconds to wait where `usual` would be right."""
        return usual * self.around.patience

    def gives(self, usual: float) -> float:
        """How many seconds something may take altogether where `usual` would be right: never fewer."""
        return usual * max(1.0, self.around.patience)

    @property
    def where(self) -> dict[str, object]:
        """The facts that most sentences mention."""
        return {"host": self.link.host, "port": self.link.port}

    async def close(self) -> None:
        """Hang up."""
        for talk in (self.second, self.talk):
            if talk is not None:
                await talk.close()
        if self.socket is not None:
            await self.socket.close()
        for http in self._kept:
            await http.close()
