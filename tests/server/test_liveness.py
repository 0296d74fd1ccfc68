"""Who is there and who is not: anything that comes is a sign of life, also where an answer to a ping has to wait."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import aiohttp
import msgspec
import pytest

from server import serving, transport, wire
from tests.doubles.house import House, house
from tests.doubles.patience import PATIENCE
from tests.doubles.raw import HELLO, PATH, Raw, raw
from whiteboard.protocol.codec import to_packet

PINGS = 5


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that soon asks, and soon gives up."""
    monkeypatch.setattr(wire, "PING_SECONDS", 0.05)
    monkeypatch.setattr(wire, "PONG_SECONDS", 0.3)
    monkeypatch.setattr(wire, "LATE_SECONDS", 0.02)


@pytest.mark.usefixtures("hasty")
async def test_who_says_something_but_answers_no_ping_stays() -> None:
    async with house() as server, raw(server) as mallory:
        await mallory.join()
        await mallory.ws.send_str("3")
        pings = 0
        while pings < PINGS:
            if await mallory.ws.receive_str() == "2":
                pings += 1
                await mallory.ws.send_str('42["ping",{}]')
        assert len(server.room.members) == 1


@pytest.mark.usefixtures("hasty")
async def test_who_is_sending_one_long_message_stays() -> None:
    async with house() as server, raw(server) as mallory:
        await mallory.join()
        await mallory.ws.send_str("3")
        parts = _parts_of_a_frame()
        pings = 0
        while pings < PINGS:
            _write(mallory, next(parts))
            async with asyncio.timeout(PATIENCE):
                pings += await mallory.ws.receive_str() == "2"
        assert len(server.room.members) == 1


@pytest.mark.usefixtures("hasty")
async def test_who_stops_in_the_middle_of_a_message_is_gone() -> None:
    async with house() as server, raw(server) as mallory:
        await mallory.join()
        await mallory.ws.send_str("3")
        _write(mallory, next(_parts_of_a_frame()))
        await mallory.end()
        assert len(server.room.members) == 0


async def test_a_long_post_over_a_slow_line_arrives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport, "BODY_SECONDS", 0.1)
    monkeypatch.setattr(transport, "SLOWEST_BYTES_A_SECOND", 1.0)
    async with house() as server, polling(server) as (http, url):
        answer = await http.post(url, data=_drip("4" + to_packet(HELLO), bytes_at_once=20, seconds=0.02))
        assert answer.status == 200
        assert len(server.room.members) == 1


async def test_a_post_that_comes_too_slowly_ends_the_session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport, "BODY_SECONDS", 0.05)
    monkeypatch.setattr(transport, "SLOWEST_BYTES_A_SECOND", 100_000.0)
    monkeypatch.setattr(serving, "LINGER_SECONDS", 0.0)
    async with house() as server, polling(server) as (http, url):
        answer = await http.post(url, data=_drip("4" + to_packet(HELLO), bytes_at_once=10, seconds=0.02))
        assert answer.status == 400
        assert len(server.room.members) == 0


@asynccontextmanager
async def polling(server: House) -> AsyncIterator[tuple[aiohttp.ClientSession, str]]:
    """A session by long-polling that has connected, and where it posts to."""
    async with aiohttp.ClientSession() as http:
        url = server.plain.origin + PATH + "polling"
        sid = msgspec.json.decode((await (await http.get(url)).text())[1:])["sid"]
        await http.post(f"{url}&sid={sid}", data="40")
        yield http, f"{url}&sid={sid}"


async def _drip(text: str, bytes_at_once: int, seconds: float) -> AsyncIterator[bytes]:
    for at in range(0, len(text), bytes_at_once):
        yield text[at : at + bytes_at_once].encode()
        await asyncio.sleep(seconds)


def _parts_of_a_frame() -> Iterator[bytes]:
    """A text frame of 60,000 bytes (RFC 6455, 5.2), masked with zeros, in small pieces."""
    yield b"\x81\xfe" + (60_000).to_bytes(2, "big") + bytes(4)
    while True:
        yield b"4"


def _write(mallory: Raw, data: bytes) -> None:
    network = mallory.ws._response.connection.transport  # type: ignore[union-attr]
    assert network is not None
    network.write(data)
