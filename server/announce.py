"""Announces the boards on the local network: one mDNS service of the type `_whiteboard._tcp` a board."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import logging
import platform
import secrets
from collections.abc import AsyncIterator, Callable, Sequence

from zeroconf import Error as ZeroconfError
from zeroconf import InterfaceChoice, IPVersion
from zeroconf.asyncio import AsyncServiceInfo, AsyncZeroconf

from whiteboard.protocol.identity import person_name
from whiteboard.protocol.limits import PROTOCOL

from .addresses import of_interfaces
from .room import Room

log = logging.getLogger(__name__)

SERVICE_TYPE = "_whiteboard._tcp.local."
LOOK_AGAIN_SECONDS = 10.0
"""How often networks that came or went are noticed, and boards that are called otherwise."""

UNREGISTER_SECONDS = 1.0
_LABEL_BYTES = 63
_TXT_BYTES = 255


async def announce(rooms: Sequence[Room], bound: str, port: int, called: str = "", fingerprint: str = "") -> None:
    """Announce until cancelled, then take everything back. `bound` is the address that the server listens on.

    `called` is what people call this computer, or whoever shares from it; "": its own name. `fingerprint` is that
    of the server's certificate, if it has one.
    """
    logging.getLogger("zeroconf").setLevel(logging.ERROR)  # it reports every network without multicast
    ip = ipaddress.ip_address(bound)
    everywhere = ip.is_unspecified
    suffixes = {room.name: secrets.token_hex(2) for room in rooms}
    host = f"whiteboard-{secrets.token_hex(4)}.local."
    called = person_name(called or platform.node().partition(".")[0])

    def services() -> list[AsyncServiceInfo]:
        addresses = of_interfaces(ip.version) if everywhere else [bound]
        made = [service(room, suffixes[room.name], addresses, host, port, called, fingerprint) for room in rooms]
        return [info for info in made if info is not None]

    while True:
        try:
            async with _responder(None if everywhere else bound, ip.version) as zeroconf:
                await _keep_announcing(zeroconf, services)
        except (OSError, ZeroconfError) as error:
            log.warning("the boards cannot be announced just now: %s", error)
            await asyncio.sleep(LOOK_AGAIN_SECONDS)


async def _keep_announcing(zeroconf: AsyncZeroconf, services: Callable[[], list[AsyncServiceInfo]]) -> None:
    announced: list[AsyncServiceInfo] = []
    while True:
        current = services()
        if announced:
            await zeroconf.async_update_interfaces()
        for info in current if not announced else ():
            await (await zeroconf.async_register_service(info))
        for before, info in zip(announced, current, strict=False):
            if _said(info) != _said(before):
                await (await zeroconf.async_update_service(info))
        announced = current
        await asyncio.sleep(LOOK_AGAIN_SECONDS)


def _said(info: AsyncServiceInfo) -> tuple[object, ...]:
    """What may change of an announcement: where the board is, and what it is called."""
    return info.addresses_by_version(IPVersion.All), info.properties


@contextlib.asynccontextmanager
async def _responder(interface: str | None, version: int) -> AsyncIterator[AsyncZeroconf]:
    """Zeroconf on one interface, or on all; takes back at the end what it announced."""
    zeroconf = AsyncZeroconf(
        interfaces=InterfaceChoice.All if interface is None else [interface],
        ip_version=IPVersion.V4Only if version == 4 else IPVersion.All,
    )
    try:
        yield zeroconf
    finally:
        with contextlib.suppress(TimeoutError, OSError):
            async with asyncio.timeout(UNREGISTER_SECONDS):
                await zeroconf.async_unregister_all_services()
        await zeroconf.async_close()


def service(
    room: Room, suffix: str, addresses: Sequence[str], host: str, port: int, called: str = "", fingerprint: str = ""
) -> AsyncServiceInfo | None:
    """The service of a board; None if its name is too long to be announced.

    The suffix keeps boards of one name apart: two of a name on one network would be taken for one.
    """
    name = room.name.encode()
    if len(b"board=" + name) > _TXT_BYTES:
        log.warning("a board's name is too long to be announced: tell people its link")
        return None
    label = name.replace(b".", b" ")[: _LABEL_BYTES - len(suffix) - 1].decode(errors="ignore").strip()
    facts = {"board": name, "v": str(PROTOCOL), "open": "0" if room.code else "1", "id": room.ledger.log.log_id}
    title = room.title.encode()[: _TXT_BYTES - len(b"title=")].decode(errors="ignore")
    if title != room.name:
        facts["title"] = title
    if called:
        facts["host"] = called
    if fingerprint:
        facts["key"] = fingerprint
    return AsyncServiceInfo(
        SERVICE_TYPE,
        f"{label} {suffix}.{SERVICE_TYPE}",
        port=port,
        properties=facts,
        server=host,
        parsed_addresses=list(addresses),
    )
