"""Brings a board's pictures to the server and from it, beside the connection and never in its way.

Of each picture that the board uses and that is here, the server is asked once a visit whether it has it, and given it
if not. A picture that is not here is fetched; if the server does not have it yet, it is asked for again later.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator

import aiohttp

from whiteboard.model.content import AssetId
from whiteboard.protocol.limits import MAX_ASSET_BYTES
from whiteboard.protocol.pictures import BadPicture

from .picture_desk import PictureDesk, Progress

AT_ONCE = 2
"""Pictures on their way at the same time, so that ink gets through beside them."""

PIECE_BYTES = 64 * 1024
AGAIN_SECONDS = 1.0
MOST_SECONDS = 15.0
"""A picture that cannot be had yet is asked for again after so long, then twice as long, up to the most."""

STALL_SECONDS = 30.0

log = logging.getLogger(__name__)


class PictureTraffic:
    """One visit's pictures. Nothing is asked before it is `admitted`; call `look` when the board uses others."""

    def __init__(self, http: aiohttp.ClientSession, desk: PictureDesk) -> None:
        self._http = http
        self._address = ""
        self._token = ""
        self._shelf = desk.shelf
        self._used = desk.used
        self._report = desk.report
        self._may_send = desk.may_send
        self._tell_settled = desk.settled
        self._settled: set[AssetId] = set()
        self._pauses: dict[AssetId, float] = {}
        self._due: dict[AssetId, float] = {}
        self._changed = asyncio.Event()

    def admitted(self, address: str, token: str) -> None:
        """The server has welcomed me to the board at `address`, as `http://host:port/b/NAME`, with this token."""
        self._address, self._token = address, token
        self._changed.set()

    def look(self) -> None:
        """The board may use other pictures now."""
        self._changed.set()

    async def run(self) -> None:
        """Keep at it until cancelled."""
        now = asyncio.get_running_loop().time
        while True:
            self._changed.clear()
            waiting = self._waits() if self._token else []
            due = [id for id in waiting if self._due.get(id, 0.0) <= now()]
            if due:
                await asyncio.gather(*(self._settle(id) for id in due[:AT_ONCE]))
                continue
            next_due = min((self._due[id] for id in waiting), default=None)
            try:
                async with asyncio.timeout_at(next_due):
                    await self._changed.wait()
            except TimeoutError:
                pass

    def _waits(self) -> list[AssetId]:
        return [id for id in self._used() if id not in self._settled]

    async def _settle(self, id: AssetId) -> None:
        try:
            here = await asyncio.to_thread(self._shelf.has, id)
            done = await self._offer(id) if here else await self._fetch(id)
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            log.info("a picture does not come through: %s", error)
            done = False
        if done:
            self._settled.add(id)
            self._tell_settled(id)
            return
        pause = self._pauses[id] = min(self._pauses.get(id, AGAIN_SECONDS / 2) * 2, MOST_SECONDS)
        self._due[id] = asyncio.get_running_loop().time() + pause

    async def _offer(self, id: AssetId) -> bool:
        """Give the server a picture that it lacks; returns whether that is settled."""
        if not self._may_send():
            return True
        async with self._http.head(self._url(id), headers=self._headers, timeout=_TIMEOUT) as answer:
            if answer.status == 200:
                return True
            if answer.status != 404:
                return False
        data = await asyncio.to_thread(self._shelf.read, id)
        if data is None:
            return True
        body = self._pieces(id, data)
        headers = self._headers | {"Content-Length": str(len(data))}
        async with self._http.put(self._url(id), data=body, headers=headers, timeout=_TIMEOUT) as answer:
            if answer.status in (400, 403, 413, 415, 422):
                log.warning("the server does not take a picture: %s", await answer.text())
                return True
            return answer.status in (200, 201)

    async def _pieces(self, id: AssetId, data: bytes) -> AsyncIterator[bytes]:
        for at in range(0, len(data), PIECE_BYTES):
            yield data[at : at + PIECE_BYTES]
            self._report(Progress(id, min(at + PIECE_BYTES, len(data)), len(data), sending=True))

    async def _fetch(self, id: AssetId) -> bool:
        body = bytearray()
        async with self._http.get(
            self._url(id), headers=self._headers, timeout=_TIMEOUT, allow_redirects=False
        ) as answer:
            total = answer.content_length or 0
            if answer.status != 200 or total > MAX_ASSET_BYTES:
                self._report(Progress(id, 0, 0))
                return False
            async for piece in answer.content.iter_any():
                body += piece
                if len(body) > MAX_ASSET_BYTES:
                    return False
                if len(body) < total:
                    self._report(Progress(id, len(body), total))
        try:
            await asyncio.to_thread(self._shelf.keep_as, id, bytes(body))
        except BadPicture as error:
            log.warning("the server sent something else than a picture: %s", error)
            return False
        self._report(Progress(id, len(body), len(body)))
        return True

    def _url(self, id: AssetId) -> str:
        return f"{self._address}/pictures/{id}"

    @property
    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._token}"}


_TIMEOUT = aiohttp.ClientTimeout(total=None, sock_connect=STALL_SECONDS, sock_read=STALL_SECONDS)
