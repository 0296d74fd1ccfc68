"""Finding out what is wrong with an address: each case is told apart."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from typing import NoReturn

import msgspec
import pytest

from tests.doubles import services
from tests.doubles.ports import own_port
from tests.doubles.wire import HEALTH, ScriptedServer
from whiteboard.net import knock
from whiteboard.net.http import http_client
from whiteboard.net.trouble import Failed, Trouble


async def trouble_at(
    origin: str,
    *,
    connect_seconds: float = knock.CONNECT_SECONDS,
    answer_seconds: float = knock.ANSWER_SECONDS,
) -> Trouble:
    async with http_client() as http:
        with pytest.raises(Failed) as failure:
            await knock.knock(http, origin, connect_seconds=connect_seconds, answer_seconds=answer_seconds)
    assert isinstance(failure.value.what, Trouble)
    return failure.value.what


@contextlib.asynccontextmanager
async def service(answer: bytes | None) -> AsyncIterator[str]:
    """A TCP service that gives this answer to everybody, or none."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1000)
        if answer is not None:
            writer.write(answer)
            writer.close()

    async with services.service(serve) as port:
        yield f"http://127.0.0.1:{port}"


async def test_a_whiteboard_server_is_known_by_its_health() -> None:
    async with ScriptedServer() as server, http_client() as http:
        health = await knock.knock(http, server.link.origin)
        assert (health.version, health.members) == ("0", 0)


async def test_a_health_that_comes_in_pieces_is_read_whole() -> None:
    body = msgspec.json.encode(HEALTH | {"version": "in pieces"})

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body))
        await services.dribble(writer, body)

    async with services.service(serve) as port, http_client() as http:
        assert (await knock.knock(http, f"http://127.0.0.1:{port}")).version == "in pieces"


async def test_a_closed_port() -> None:
    port = own_port()
    assert await trouble_at(f"http://127.0.0.1:{port}") is Trouble.NOBODY_THERE
    assert await trouble_at(f"http://localhost:{port}") is Trouble.NOBODY_THERE


def know_no_names(*_: object, **__: object) -> NoReturn:
    """What the system says of every name; a real question might leave this computer."""
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


async def test_a_name_that_does_not_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", know_no_names)
    monkeypatch.setattr(knock, "local_addresses", lambda: ["some"])
    assert await trouble_at("http://no-such-computer.invalid:7440") is Trouble.NO_SUCH_HOST


async def test_without_any_network_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", know_no_names)
    monkeypatch.setattr(knock, "local_addresses", list)
    assert await trouble_at("http://no-such-computer.invalid:7440") is Trouble.NO_NETWORK


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno",
        b'HTTP/1.1 200 OK\r\nContent-Length: 17\r\n\r\n{"version":"1.0"}',
        b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\ncut off",
        b"220 mail.example ESMTP\r\n",
        b"",
    ],
)
async def test_another_service(answer: bytes) -> None:
    async with service(answer) as origin:
        assert await trouble_at(origin) is Trouble.NOT_WHITEBOARD


async def test_a_service_that_says_nothing() -> None:
    async with service(None) as origin:
        assert await trouble_at(origin, answer_seconds=0.2) is Trouble.SILENT


async def test_an_endless_answer_is_cut_short() -> None:
    async with service(b"HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\n\r\n" + b" " * 8_000_000) as origin:
        assert await trouble_at(origin) is Trouble.NOT_WHITEBOARD


async def test_an_address_where_packets_vanish() -> None:
    with socket.socket() as full:  # a listener whose queue is full swallows further attempts, like a firewall
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        with contextlib.ExitStack() as waiting:
            for _ in range(4):
                client = waiting.enter_context(socket.socket())
                client.setblocking(False)
                client.connect_ex(full.getsockname())
            origin = f"http://127.0.0.1:{full.getsockname()[1]}"
            assert await trouble_at(origin, connect_seconds=0.3) in (Trouble.NO_ANSWER, Trouble.NO_NETWORK)
