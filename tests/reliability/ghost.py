"""Connections that end in every way there is, while a stroke is drawn: the others see at once that somebody is gone."""

from __future__ import annotations

import asyncio
import math
import os
import socket
import struct
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench.relay_load import Client
from tests.doubles.foreigner import Foreigner, foreigners
from tests.doubles.lasting_server import LastingServer
from tests.doubles.lone_drawer import lone_drawer
from tests.doubles.patience import PATIENCE, until

from .crowd import crowd
from .figures import Figure, quantile
from .length import Length


def reset(client: Client) -> None:
    """An RST, as from a program that crashed."""
    raw: socket.socket = client.network.get_extra_info("socket")
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.network.abort()


def finish(client: Client) -> None:
    """A FIN without a word, as from a process that was killed."""
    client.network.close()


def babble(client: Client) -> None:
    """A frame that is none of Engine.IO's (SOCKETIO 2)."""
    client.network.write(b"\x81\x83\0\0\0\0xyz")


def empty(client: Client) -> None:
    client.network.write(b"\x81\x80\0\0\0\0")


def unmasked(client: Client) -> None:
    """Not even WebSocket."""
    client.network.write(b"\xff\xff\xff\xff")


WAYS: tuple[Callable[[Client], None], ...] = (reset, finish, babble, empty, unmasked)


async def run(length: Length) -> list[Figure]:
    times = length.of(2, 5, 20)
    seen: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        async with LastingServer(Path(folder), "Board", "--open") as server, foreigners(server.link) as (witness,):
            await witness.join()
            files = _files(server.pid)
            people = await crowd(server.link, times * len(WAYS))
            await people.draw(len(people.clients), 0.2)
            for number, client in enumerate(people.clients):
                way = WAYS[number % len(WAYS)]
                seen.append(await _until_left(witness, lambda end=way, one=client: end(one)))  # type: ignore[misc]
            for _ in range(times):
                async with lone_drawer(server.link) as lone:
                    await lone.online()
                    seen.append(await _until_left(witness, lone.process.kill))
            people.leave()
            await until(lambda: _files(server.pid) <= files, what="the descriptors of those who are gone")
    broken = f"{len(seen)} connections broken in {len(WAYS) + 1} ways"
    return [
        Figure("ghost", f"until the others know, worst of {broken}", quantile(seen, 1.0), 1.0, "s", timed=True),
        Figure("ghost", "of them never noticed", sum(map(math.isnan, seen)), 0),
    ]


async def _until_left(witness: Foreigner, end: Callable[[], None]) -> float:
    """End a connection; how long it takes until the witness is told; nan if never."""
    loop = asyncio.get_running_loop()
    before = _left(witness)
    begin = loop.time()
    end()
    while loop.time() < begin + PATIENCE:
        if _left(witness) > before:
            return loop.time() - begin
        await asyncio.sleep(0.002)
    return math.nan


def _left(witness: Foreigner) -> int:
    return sum(len(tick.get("left", ())) for tick in witness.of("tick"))


def _files(pid: int) -> int:
    return len(os.listdir(f"/proc/{pid}/fd"))
