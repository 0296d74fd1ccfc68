"""Runs the server of a shared board: starts it, starts it again if it dies, and ends it with a goodbye."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import errno
import logging
import os
import random
import secrets
import socket
import sys
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

import whiteboard
from whiteboard.net import backoff
from whiteboard.net.http import http_client
from whiteboard.net.knock import knock
from whiteboard.net.pin import trust
from whiteboard.net.sentences import sentence
from whiteboard.net.trouble import Failed, HostingTrouble
from whiteboard.protocol.limits import DEFAULT_PORT
from whiteboard.protocol.link import BadLink, Link, parse_link

from .child import CannotStart, Child
from .values import Hosted, HostingFailed

COMMAND = (sys.executable, "-m", "server")
HOST_KEY_VARIABLE = "WHITEBOARD_HOST_KEY"
START_SECONDS = 20.0
MAX_CRASHES = 5
"""So many crashes within CRASH_SECONDS, and it is not started again."""

CRASH_SECONDS = 60.0
PROBE_SECONDS = 2.0
ANY_PORT = 0

log = logging.getLogger(__name__)


class HostedServer:
    """One board shared from this computer. `start` it, then let `run` look after it; cancelling `run` stops sharing.

    `data` is the server's own folder. `report` is called when the server has died (HostingFailed, not `final`), is back
    (Hosted), or is given up (HostingFailed, `final`). `host` is the address to listen on; an `open` board needs
    no code. Others see that it is shared by whoever is `called` so.
    """

    def __init__(
        self,
        board: str,
        data: Path,
        report: Callable[[Hosted | HostingFailed], None],
        *,
        port: int = DEFAULT_PORT,
        host: str = "0.0.0.0",
        announce: bool = True,
        open: bool = False,
        called: str = "",
        command: Sequence[str] = COMMAND,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._board = board
        self._data = data
        self._report = report
        self._port = port
        self._host = host
        self._announce = announce
        self._open = open
        self._called = called
        self._command = command
        self._chance = chance
        self._child: Child | None = None
        self.host_key = secrets.token_urlsafe(32)
        """Who says hello with it is host; it lives as long as this."""

    @property
    def details(self) -> str:
        """The last lines that the server wrote."""
        return self._child.details if self._child is not None else ""

    @property
    def pid(self) -> int:
        """The process id of the server; 0 if there is none."""
        return self._child.pid if self._child is not None else 0

    async def start(self) -> Hosted:
        """Start the server and wait until it serves; HostingFailed if it does not."""
        taken = self._port != ANY_PORT and is_taken(self._host, self._port)
        hosted = await self._launch(ANY_PORT if taken else self._port)
        self._port = hosted.port
        note = sentence(HostingTrouble.PORT_TAKEN, port=hosted.port) if taken else ""
        return dataclasses.replace(hosted, note=note)

    async def run(self) -> None:
        """After `start`: keep the server alive until cancelled. Members come back by themselves: the port stays."""
        loop = asyncio.get_running_loop()
        crashes: deque[float] = deque(maxlen=MAX_CRASHES)
        try:
            while self._child is not None:
                await self._child.ended.wait()
                log.warning("the server ended by itself")
                crashes.append(loop.time())
                if len(crashes) == MAX_CRASHES and crashes[-1] - crashes[0] < CRASH_SECONDS:
                    self._report(HostingFailed(HostingTrouble.CRASHING, self.details))
                    return
                self._report(HostingFailed(HostingTrouble.CRASHED, self.details, final=False))
                await asyncio.sleep(backoff.delay(len(crashes) - 1, self._chance))
                with contextlib.suppress(HostingFailed):  # counts as one more crash
                    self._report(await self._launch(self._port))
        finally:
            await self.stop()

    async def stop(self) -> None:
        """End the server; it says goodbye to everybody first."""
        if self._child is not None:
            await self._child.stop()
            self._child = None

    # ------------------------------------------------------------ inside

    async def _launch(self, port: int) -> Hosted:
        ready: list[Link] = []
        news = asyncio.Event()

        def on_line(line: str) -> None:
            link = ready_link(line)
            if link is not None and link.board == self._board:
                ready.append(link)
                news.set()

        child = self._child = Child(
            self._arguments(port), folder_of_server(), on_line, news.set, {HOST_KEY_VARIABLE: self.host_key}
        )
        try:
            await child.start()
            async with asyncio.timeout(START_SECONDS):
                await news.wait()
        except CannotStart as error:
            raise HostingFailed(HostingTrouble.NOT_STARTED, str(error)) from None
        except TimeoutError:
            await child.stop()
            raise HostingFailed(HostingTrouble.TOO_SLOW, child.details) from None
        except asyncio.CancelledError:
            await child.stop()
            raise
        if not ready:
            raise HostingFailed(_why_it_ended(child.details), child.details)
        link = ready[0]
        return Hosted(self._board, link.code, link.port, self._host, fingerprint=link.fingerprint)

    def _arguments(self, port: int) -> list[str]:
        given = ["--host", self._host, "--port", str(port), "--data", str(self._data), "--board", self._board]
        switches = [*(() if self._announce else ("--no-announce",)), *(("--open",) if self._open else ())]
        if self._called:
            switches += ["--announce-as", self._called]
        return [*self._command, *given, "--parent-pipe", *switches]


def ready_link(line: str) -> Link | None:
    """The link in a line `READY board=NAME link=LINK` of the server; None for any other line."""
    if not line.startswith("READY "):
        return None
    try:
        return parse_link(line.rpartition(" link=")[2])
    except BadLink:
        return None


def is_taken(host: str, port: int) -> bool:
    """Whether another program listens there."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        if os.name == "posix":  # elsewhere it means: take the port from the other program
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            return error.errno == errno.EADDRINUSE
    return False


async def firewall_hint(hosted: Hosted) -> str:
    """A sentence if this computer cannot even reach itself by the address that others are told, else ""."""
    for link in hosted.links[:1]:
        async with http_client(trust(link)) as http:
            try:
                await knock(http, link.origin, connect_seconds=PROBE_SECONDS, answer_seconds=PROBE_SECONDS)
            except Failed:
                return sentence(HostingTrouble.UNREACHABLE, port=hosted.port)
    return ""


def folder_of_server() -> Path:
    """Where `python -m server` finds the server: beside this package, in a checkout and installed."""
    return Path(whiteboard.__file__).resolve().parent.parent


def _why_it_ended(details: str) -> HostingTrouble:
    words = details.lower()
    if "permi" in words or "rights" in words:
        return HostingTrouble.NOT_PERMITTED
    return HostingTrouble.ENDED
