"""A client that knows nothing of our code: a stock python-socketio client that follows PROTOCOL.md."""

from __future__ import annotations

import asyncio
import dataclasses
import json
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import socketio

from whiteboard.net.pin import trust
from whiteboard.protocol.link import Link

from .patience import PATIENCE, until

Message = dict[str, Any]

_quiet = logging.getLogger(__name__)
_quiet.setLevel(logging.CRITICAL)  # python-socketio reports every connection that a server ends


class Foreigner:
    """Keeps what it hears as (event, payload), in order."""

    def __init__(self, link: Link, http: aiohttp.ClientSession, client: str) -> None:
        self.link = link
        self.client = client
        self.heard: list[tuple[str, Message]] = []
        self.http = http
        self.sio = socketio.AsyncClient(
            reconnection=False, handle_sigint=False, http_session=http, logger=_quiet, engineio_logger=_quiet
        )
        self.sio.on("*", lambda event, payload: self.heard.append((event, payload)))
        self._cseq = 0
        self._ordinal = 0

    def of(self, event: str) -> list[Message]:
        return [payload for name, payload in self.heard if name == event]

    @property
    def welcome(self) -> Message:
        return self.of("welcome")[-1]

    @property
    def entries(self) -> list[Message]:
        return [entry for tick in self.of("tick") for entry in tick.get("edits", ())]

    async def connect(self, transport: str = "websocket") -> None:
        await self.sio.connect(self.link.origin, transports=[transport], wait_timeout=PATIENCE)

    async def hello(self, **fields: Any) -> None:
        """Say hello; fields given replace or add to the usual ones."""
        self._ordinal += 1
        usual = {"protocol": 1, "board": self.link.board, "client": self.client, "ordinal": self._ordinal}
        await self.say("hello", usual | {"code": self.link.code, "name": "Åsa", "color": "#2f9e44"} | fields)

    async def join(self, transport: str = "websocket", **fields: Any) -> Message:
        """Connect, say hello and be welcomed."""
        before = len(self.of("welcome"))
        await self.connect(transport)
        await self.hello(**fields)
        await self.until(lambda: len(self.of("welcome")) > before, "a welcome")
        self._cseq = self.welcome["known"]
        return self.welcome

    async def say(self, event: str, payload: Any) -> None:
        await self.sio.emit(event, payload)

    async def edit(self, *ops: Message) -> int:
        """Send the next edit; returns its cseq."""
        self._cseq += 1
        await self.say("edit", {"cseq": self._cseq, "ops": list(ops)})
        return self._cseq

    async def acknowledged(self, cseq: int) -> Message:
        """The echo of an edit of mine."""

        def echo() -> Message | None:
            mine = (e for e in self.entries if e["author"] == self.welcome["author"] and e["cseq"] == cseq)
            return next(mine, None)

        await self.until(echo, f"edit {cseq} to be acknowledged")
        found = echo()
        assert found is not None
        return found

    async def snapshot(self) -> Message:
        """The snapshot that the last welcome names."""
        headers = {"Authorization": f"Bearer {self.welcome['token']}"}
        async with self.http.get(self.link.origin + self.welcome["snapshot"], headers=headers) as answer:
            assert answer.status == 200, await answer.text()
            snapshot: Message = json.loads(await answer.read())
            return snapshot

    async def until(self, condition: Callable[[], object], what: str = "") -> None:
        await until(condition, what=f"{what}; heard {self.heard[-3:]}")

    async def until_cut(self) -> None:
        """The end of the connection; all that was said before it is heard."""
        await self.until(lambda: not self.sio.connected, "the end of the connection")
        await asyncio.sleep(0)  # python-engineio hands each message over in a task of its own, even the last

    async def hang_up(self) -> None:
        eio = self.sio.eio
        loops = [task for task in (eio.read_loop_task, eio.write_loop_task) if task is not None]
        try:
            async with asyncio.timeout(2.0):
                await self.sio.disconnect()
        except TimeoutError:
            pass
        for task in loops:
            task.cancel()
        await asyncio.gather(*loops, return_exceptions=True)


@asynccontextmanager
async def foreigners(
    link: Link, count: int = 1, first: int = 1, *, encrypted: bool = False
) -> AsyncIterator[list[Foreigner]]:
    """So many clients, not connected yet; their connections end with the context. They come as guests by default."""
    if not encrypted:
        link = dataclasses.replace(link, fingerprint="")
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0, ssl=trust(link))) as http:
        people = [Foreigner(link, http, f"{first + i:032x}") for i in range(count)]
        try:
            yield people
        finally:
            for person in people:
                await person.hang_up()


def stroke(id: str, x: float = 0.0) -> Message:
    """A `put` of a stroke of two points, as PROTOCOL.md writes it."""
    geometry = {"x": x, "y": 0.0, "w": 1.0, "h": 1.0}
    return {
        "op": "put",
        "element": {"id": id, "kind": "stroke", "geometry": geometry, "order": "A", "points": "AADIASAgAA=="},
    }
