"""The boards that are shared from this computer: one server each, as long as the app runs or until it is stopped."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from whiteboard.files.board_info import BoardId
from whiteboard.protocol.limits import DEFAULT_PORT

from .errands import Errands

if TYPE_CHECKING:
    from whiteboard.net.hosting import Hosted, HostedServer, HostingFailed


@dataclass(frozen=True, slots=True)
class Place:
    """Where servers listen, and whether they are announced. Tests and trials stay on 127.0.0.1, unheard."""

    host: str = "0.0.0.0"
    port: int = DEFAULT_PORT
    announce: bool = True


LOOPBACK = Place("127.0.0.1", 0, announce=False)


@dataclass(slots=True)
class Share:
    """A board that is being served, or is about to be."""

    server: HostedServer
    hosted: Hosted
    task: asyncio.Task[None]
    open: bool


class Sharing:
    """`folder` holds the servers' own data. `report` hears of a server that died, came back or was given up."""

    def __init__(
        self,
        folder: Path,
        place: Place,
        errands: Errands,
        report: Callable[[BoardId, Hosted | HostingFailed], None],
    ) -> None:
        self._folder = folder
        self._place = place
        self._errands = errands
        self._report = report
        self._shares: dict[BoardId, Share] = {}
        self._ending: set[asyncio.Task[None]] = set()

    @property
    def boards(self) -> frozenset[BoardId]:
        """Those that are shared now."""
        return frozenset(self._shares)

    def share(self, board: BoardId) -> Share | None:
        return self._shares.get(board)

    async def start(self, board: BoardId, name: str, port: int, *, open: bool, called: str) -> Share:
        """Serve a board under this name, on this port if it is free (0: the usual one). HostingFailed if it cannot be.

        `open` boards can be joined without the code. Others see that it is shared by whoever is `called` so.
        """
        from whiteboard.net.hosting import HostedServer  # with aiohttp: not needed by the first frame

        def report(news: Hosted | HostingFailed) -> None:
            self._on_report(board, news)

        server = HostedServer(
            name,
            self._folder / board,
            report,
            port=port or self._place.port,
            host=self._place.host,
            announce=self._place.announce,
            open=open,
            called=called,
        )
        hosted = await server.start()
        share = Share(server, hosted, self._errands.start(server.run()), open)
        self._shares[board] = share
        return share

    async def stop(self, board: BoardId) -> None:
        """Say goodbye to everybody and end the server."""
        share = self._shares.pop(board, None)
        if share is not None:
            self._ending.add(share.task)
            share.task.add_done_callback(self._ending.discard)
            share.task.cancel()
            await asyncio.wait([share.task])

    async def stop_all(self) -> None:
        await asyncio.gather(*(self.stop(board) for board in list(self._shares)))
        if self._ending:
            await asyncio.wait(self._ending)

    def _on_report(self, board: BoardId, news: Hosted | HostingFailed) -> None:
        from whiteboard.net.hosting import Hosted

        share = self._shares.get(board)
        if share is not None and isinstance(news, Hosted):
            share.hosted = news
        elif share is not None and not isinstance(news, Hosted) and news.final:
            del self._shares[board]
        self._report(board, news)
