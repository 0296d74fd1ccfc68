"""A real server in this process, on a free port of 127.0.0.1, with boards in memory."""

from __future__ import annotations

import asyncio
import dataclasses
import functools
import itertools
import secrets
import tempfile
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from server.certificate import Certificate, kept_in
from server.hub import Hub
from server.room import Room, Surroundings
from server.serving import serving
from server.storage.pictures import Pictures
from server.storage.port import BoardRecord, Store
from whiteboard.protocol.link import Link

from .table import HOST_KEY, FaultyStore

CODE = "K7QM2XPA"


@dataclass(frozen=True, slots=True)
class House:
    """The server; `link` leads to the first of its boards."""

    hub: Hub
    store: Store
    port: int
    fingerprint: str = ""

    @property
    def room(self) -> Room:
        return next(iter(self.hub.rooms.values()))

    @property
    def link(self) -> Link:
        """As people get it: their programs encrypt."""
        return Link("127.0.0.1", self.port, self.room.name, self.room.code, self.fingerprint)

    @property
    def plain(self) -> Link:
        """As guests use it, in browsers and foreign programs."""
        return dataclasses.replace(self.link, fingerprint="")


@functools.cache
def shown() -> Certificate:
    """The certificate of all houses of this process."""
    with tempfile.TemporaryDirectory() as folder:
        return kept_in(Path(folder))


@asynccontextmanager
async def house(
    *names: str,
    code: str = CODE,
    store: Store | None = None,
    guests: bool = True,
    tls: bool = True,
    expect_ticks: Callable[[float], None] = lambda seconds: None,
) -> AsyncIterator[House]:
    """Serve boards of these names (one called Board if none) until the end of the context."""
    store = store or FaultyStore()
    known = {record.name for record in store.boards()}
    for name in names or ("Board",):
        if name not in known:
            store.create(BoardRecord(name, secrets.token_hex(8), code))
    start, jitter = 1000.0, itertools.count(1)
    clock = asyncio.get_running_loop().time
    around = Surroundings(
        wall=lambda: start + clock(),
        new_token=secrets.token_urlsafe,
        jitter=lambda: next(jitter),
        new_code=lambda: f"NEWC0DE{next(jitter)}",
        host_key=HOST_KEY,
        guests=guests,
    )
    rooms = [Room(store.load(record.log_id, rows=5_000, bytes=10**7), around) for record in store.boards()]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(max_workers=1) as thread:
        hub = Hub(rooms, store, thread, clock, Pictures(Path(folder)), expect_ticks)
        certificate = shown()
        async with serving(hub, "127.0.0.1", 0, context=certificate.context if tls else None) as (_, port):
            yield House(hub, store, port, certificate.fingerprint if tls else "")
