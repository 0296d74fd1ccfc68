"""Listens on all of this computer's networks for servers that announce boards (mDNS, `_whiteboard._tcp`)."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from zeroconf import Error as ZeroconfError
from zeroconf import InterfaceChoice, IPVersion, ServiceStateChange, Zeroconf
from zeroconf.asyncio import AsyncServiceBrowser, AsyncServiceInfo, AsyncZeroconf

from whiteboard.protocol.fingerprint import is_fingerprint
from whiteboard.protocol.identity import board_name, person_name

SERVICE_TYPE = "_whiteboard._tcp.local."
LOOK_AGAIN_SECONDS = 10.0
"""How often networks that came or went are noticed."""

RESOLVE_MS = 3000

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Seen:
    """A service that announces a board. `host` is what its computer wants to be called, or ""; `title` what people call
    the board, "" if by its name.

    `addresses` are all of its computer's, in no order, maybe of other networks. `fingerprint` is that of the server's
    certificate, "" if it has none.
    """

    service: str
    board: str
    host: str
    open: bool
    port: int
    addresses: tuple[str, ...]
    fingerprint: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Gone:
    """A service that took its announcement back."""

    service: str


Sighting = Seen | Gone


async def watch(report: Callable[[Sighting], None]) -> None:
    """Report what is seen until cancelled, on IPv4. Goes on trying where there is no network yet."""
    logging.getLogger("zeroconf").setLevel(logging.ERROR)  # it warns of every network without multicast
    while True:
        try:
            await _listen(report)
        except (OSError, ZeroconfError) as error:
            log.info("cannot look for boards: %s", error)
        await asyncio.sleep(LOOK_AGAIN_SECONDS)


async def _listen(report: Callable[[Sighting], None]) -> None:
    changes: asyncio.Queue[tuple[str, ServiceStateChange]] = asyncio.Queue()

    def on_change(zeroconf: Zeroconf, service_type: str, name: str, state_change: ServiceStateChange) -> None:
        changes.put_nowait((name, state_change))

    zeroconf = AsyncZeroconf(interfaces=InterfaceChoice.All, ip_version=IPVersion.V4Only)
    troubles: list[BaseException] = []
    try:
        browser = AsyncServiceBrowser(zeroconf.zeroconf, SERVICE_TYPE, handlers=[on_change])
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(_notice_networks(zeroconf))
                while True:
                    name, change = await changes.get()
                    if change is ServiceStateChange.Removed:
                        report(Gone(name))
                    else:
                        tasks.create_task(_resolve(zeroconf.zeroconf, name, report))
        finally:
            await browser.async_cancel()
    except* (OSError, ZeroconfError) as group:
        troubles.extend(group.exceptions)
    finally:
        await zeroconf.async_close()
    raise OSError(str(troubles[0]))


async def _notice_networks(zeroconf: AsyncZeroconf) -> None:
    while True:
        await asyncio.sleep(LOOK_AGAIN_SECONDS)
        await zeroconf.async_update_interfaces()


async def _resolve(zeroconf: Zeroconf, name: str, report: Callable[[Sighting], None]) -> None:
    info = AsyncServiceInfo(SERVICE_TYPE, name)
    with contextlib.suppress(OSError, ZeroconfError):
        if await info.async_request(zeroconf, RESOLVE_MS):
            seen = seen_in(info)
            if seen is not None:
                report(seen)


def seen_in(info: AsyncServiceInfo) -> Seen | None:
    """What a resolved service says of its board; None if it names none."""
    facts = info.properties
    board = board_name(_text(facts, b"board"))
    if not board or not info.port:
        return None
    addresses = tuple(info.parsed_scoped_addresses(IPVersion.All))
    host, key = person_name(_text(facts, b"host")), _text(facts, b"key")
    known = key if is_fingerprint(key) else ""
    title = board_name(_text(facts, b"title"))
    return Seen(info.name, board, host, facts.get(b"open") == b"1", info.port, addresses, known, title)


def _text(facts: Mapping[bytes, bytes | None], key: bytes) -> str:
    return (facts.get(key) or b"").decode(errors="replace")
