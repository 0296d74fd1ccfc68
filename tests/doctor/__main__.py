"""Prints what the doctor says of a healthy link and of every planted fault: `python3 -m tests.doctor [WORDS]`.

With WORDS only those whose title has them. Everything is on 127.0.0.1, so announcements are not needed.
"""

from __future__ import annotations

import asyncio
import dataclasses
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from tests.doubles.lasting_server import LastingServer
from tests.doubles.proxy import Loss, Proxy, Upgrade
from tests.doubles.services import (
    Serve,
    certified,
    filtered_port,
    hang_up,
    nobodys_port,
    only_tls,
    say_nothing,
    service,
    ssh,
    web_server,
)
from tests.doubles.wire import HEALTH, ScriptedServer
from whiteboard.doctor import examination
from whiteboard.doctor.finding import Result
from whiteboard.doctor.patient import Surroundings
from whiteboard.doctor.report import verdict
from whiteboard.net.addresses import LocalAddress
from whiteboard.protocol.link import Link
from whiteboard.terminal.doctor import row

WIDTH = 110
OTHER = "0123456789ABCDEFGHJKMNPQRS"
AROUND = Surroundings(lambda: [LocalAddress("192.168.1.7", 24, "wlan0")])
HERE = Link("127.0.0.1", 0, "Physics", "K7QM2XPA")
Fault = Callable[[Path], AbstractAsyncContextManager[Link]]


def served(change: Callable[[Link], Link] = lambda link: link, *, guests: bool = True) -> Fault:
    """A real server, and a link that may be wrong."""

    @asynccontextmanager
    async def fault(folder: Path) -> AsyncIterator[Link]:
        async with LastingServer(folder, "Physics", guests=guests) as server:
            yield change(server.link)

    return fault


def between(upgrade: Upgrade = Upgrade.PASS, loss: Loss = Loss.NOTHING) -> Fault:
    """Something on the way to a real server."""

    @asynccontextmanager
    async def fault(folder: Path) -> AsyncIterator[Link]:
        async with LastingServer(folder, "Physics") as server, Proxy(server.link.port) as proxy:
            proxy.upgrade, proxy.loss = upgrade, loss
            yield server.through(proxy.port, plain=True)

    return fault


def other(serve: Serve, *, encrypted: bool = False, tls: bool = False) -> Fault:
    """Something else than a Whiteboard; `encrypted`: the link wants it."""

    @asynccontextmanager
    async def fault(folder: Path) -> AsyncIterator[Link]:
        async with service(serve, certified(folder) if tls else None) as port:
            yield dataclasses.replace(HERE, port=port, fingerprint=OTHER if encrypted else "")

    return fault


@asynccontextmanager
async def nobody(folder: Path) -> AsyncIterator[Link]:
    yield dataclasses.replace(HERE, port=nobodys_port())


@asynccontextmanager
async def filtered(folder: Path) -> AsyncIterator[Link]:
    with filtered_port() as port:
        yield dataclasses.replace(HERE, port=port)


def scripted(protocol: int = 1) -> Fault:
    """A server that says nothing after its health."""

    @asynccontextmanager
    async def fault(folder: Path) -> AsyncIterator[Link]:
        async with ScriptedServer() as server:
            server.health = HEALTH | {"protocol": protocol}
            yield server.link

    return fault


FAULTS: dict[str, Fault] = {
    "A healthy link": served(),
    "Nothing listening": nobody,
    "Port filtered": filtered,
    "Wrong service: a web server": other(web_server),
    "Wrong service: ssh": other(ssh),
    "Accepts and says nothing": other(say_nothing),
    "Accepts and hangs up": other(hang_up),
    "Upgrade refused": between(Upgrade.REFUSE),
    "Upgrade swallowed": between(Upgrade.HANG),
    "Upgrade accepted, then nothing": between(Upgrade.MUTE),
    "One-way link": between(loss=Loss.EVERYTHING),
    "One-way WebSocket": between(loss=Loss.AFTER_UPGRADE),
    "TLS mismatch: another certificate": served(lambda link: dataclasses.replace(link, fingerprint=OTHER)),
    "TLS mismatch: no TLS there": other(only_tls, encrypted=True),
    "TLS mismatch: TLS where the link has none": other(web_server, tls=True),
    "Plain link, encryption only": served(lambda link: dataclasses.replace(link, fingerprint=""), guests=False),
    "Wrong code": served(lambda link: dataclasses.replace(link, code="00000000")),
    "No such board": served(lambda link: dataclasses.replace(link, board="Chemistry")),
    "Old protocol": scripted(0),
    "New protocol": scripted(2),
    "A server that greets nobody": scripted(),
}


async def show(title: str, fault: Fault) -> None:
    print(f"\n======== {title}\n", flush=True)
    results: list[Result] = []
    with tempfile.TemporaryDirectory() as folder:
        async with fault(Path(folder)) as link:
            async for result in examination.of_link(link, AROUND):
                results.append(result)
                print(row(result, WIDTH), flush=True)
    print(f"\n{verdict(results)}", flush=True)


async def main(words: str) -> None:
    for title, fault in FAULTS.items():
        if words.lower() in title.lower():
            await show(title, fault)


if __name__ == "__main__":
    asyncio.run(main(" ".join(sys.argv[1:])))
