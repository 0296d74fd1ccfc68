"""Who is there and who is not: anything that comes is a sign of life, also where an answer to a ping has to wait."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from server import wire
from tests.doubles.house import house
from tests.doubles.raw import Raw, raw

PINGS = 5


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that soon asks, and soon gives up."""
    monkeypatch.setattr(wire, "PING_SECONDS", 0.05)
    monkeypatch.setattr(wire, "PONG_SECONDS", 0.1)


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
            async with asyncio.timeout(1.0):
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


def _parts_of_a_frame() -> Iterator[bytes]:
    """A text frame of 60,000 bytes (RFC 6455, 5.2), masked with zeros, in small pieces."""
    yield b"\x81\xfe" + (60_000).to_bytes(2, "big") + bytes(4)
    while True:
        yield b"4"


def _write(mallory: Raw, data: bytes) -> None:
    network = mallory.ws._response.connection.transport  # type: ignore[union-attr]
    assert network is not None
    network.write(data)
