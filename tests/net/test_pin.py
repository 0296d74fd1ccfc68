"""Whom the app talks to: the server that the link means, and nobody else."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import ssl
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from server.certificate import kept_in
from tests.doubles.lasting_server import LastingServer
from tests.doubles.patience import PATIENCE, until
from tests.doubles.person import Person
from tests.doubles.services import Serve, certified, hang_up, say_nothing, service, signed, web_server
from whiteboard.net.http import http_client
from whiteboard.net.knock import knock
from whiteboard.net.pin import trust
from whiteboard.net.session import Session
from whiteboard.net.status import Connection, Phase
from whiteboard.net.trouble import Failed, Trouble
from whiteboard.protocol.link import Link
from whiteboard.protocol.messages import Profile
from whiteboard.protocol.refusal import Refusal

OTHER = "0123456789ABCDEFGHJKMNPQRS"
CODE = "K7QM2XPA"


async def trouble_at(link: Link) -> Failed:
    async with http_client(trust(link)) as http:
        with pytest.raises(Failed) as failed:
            await knock(http, link.origin, connect_seconds=PATIENCE, answer_seconds=PATIENCE)
    return failed.value


class Listener:
    """Somebody in between: keeps what he hears, after the handshake if there is one."""

    def __init__(self) -> None:
        self.heard = b""

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            self.heard += data


def session_at(link: Link, *, plain: bool = False) -> Session:
    ann = Person("Ann")
    return Session(ann.editor, link, Profile(name="Ann", color="#1971c2"), lambda _: None, plain=plain)


@contextlib.asynccontextmanager
async def visiting(link: Link, *, plain: bool = False) -> AsyncIterator[Session]:
    """A session as the app has it, trying to get onto a board."""
    session = session_at(link, plain=plain)
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(session.run())
        try:
            yield session
        finally:
            running.cancel()


async def refused(session: Session) -> Connection:
    await until(lambda: session.connection.phase is Phase.REFUSED)
    return session.connection


# ------------------------------------------------------------ a fingerprint in the link


async def test_another_certificate_ends_the_handshake_before_anything_is_said(tmp_path: Path) -> None:
    listener = Listener()
    async with service(listener, certified(tmp_path)) as port:
        failed = await trouble_at(Link("127.0.0.1", port, "Board", CODE, OTHER))
    assert failed.what is Trouble.OTHER_CERTIFICATE
    assert failed.fatal
    assert failed.fingerprint == kept_in(tmp_path).fingerprint
    assert listener.heard == b""


async def test_a_session_that_meets_another_server_says_so_and_does_not_try_again(tmp_path: Path) -> None:
    listener = Listener()
    async with service(listener, certified(tmp_path)) as port:
        session = session_at(Link("127.0.0.1", port, "Board", CODE, OTHER), plain=True)
        async with asyncio.timeout(PATIENCE):
            await session.run()  # until the end
    assert session.connection.phase is Phase.REFUSED
    assert session.connection.is_doubtful
    assert "Another computer" in session.connection.sentence
    assert listener.heard == b""


async def http_alone(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """A web server that takes a handshake for a bad request."""
    await reader.read(100)
    writer.write(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
    writer.close()


@pytest.mark.parametrize("serve", [http_alone, hang_up, say_nothing])
async def test_a_link_with_a_fingerprint_never_leads_to_anything_plain(serve: Serve) -> None:
    """Downgrade: whoever is in between refuses TLS, and offers plain HTTP."""
    first: list[bytes] = []

    async def listen(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if said := await reader.read(1):  # who is interrupted says nothing
            first.append(said)
            await serve(reader, writer)

    async with (
        service(listen) as port,
        visiting(Link("127.0.0.1", port, "Board", CODE, OTHER), plain=True) as session,
    ):
        await until(lambda: len(first) >= (1 if serve is say_nothing else 3))
        assert session.connection.phase is not Phase.ONLINE
    assert set(first) == {b"\x16"}


@pytest.mark.parametrize(("serve", "trouble"), [(http_alone, Trouble.UNENCRYPTED), (hang_up, Trouble.HUNG_UP)])
async def test_who_does_not_encrypt_is_named_as_such_and_who_hangs_up_is_not(serve: Serve, trouble: Trouble) -> None:
    async with service(serve) as port:
        failed = await trouble_at(Link("127.0.0.1", port, "Board", CODE, OTHER))
    assert failed.what is trouble
    assert not failed.fatal, "it may be a login page of the Wi-Fi, and gone in a minute"


async def test_an_older_tls_will_not_do(tmp_path: Path) -> None:
    context = certified(tmp_path)
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    listener = Listener()
    async with service(listener, context) as port:
        link = Link("127.0.0.1", port, "Board", CODE, kept_in(tmp_path).fingerprint)
        assert (await trouble_at(link)).what in {Trouble.UNENCRYPTED, Trouble.HUNG_UP}
    assert listener.heard == b""


@pytest.mark.parametrize("years", [-3, 3])
async def test_a_clock_that_is_wrong_keeps_nobody_out(tmp_path: Path, years: int) -> None:
    begins = datetime.now(UTC) + timedelta(days=365 * years)
    context, fingerprint = signed(begins, begins + timedelta(days=1), tmp_path)
    async with service(web_server, context) as port:
        failed = await trouble_at(Link("127.0.0.1", port, "Board", CODE, fingerprint))
    assert failed.what is Trouble.NOT_WHITEBOARD, "the handshake was good, and the request answered"


async def test_a_certificate_that_a_website_would_need_is_checked_as_such(tmp_path: Path) -> None:
    listener = Listener()
    async with service(listener, certified(tmp_path)) as port:
        failed = await trouble_at(Link("127.0.0.1", port, "Board", CODE, vouched=True))
    assert failed.what is Trouble.NOT_VOUCHED
    assert listener.heard == b""


# ------------------------------------------------------------ none in the link


async def test_without_a_fingerprint_a_person_is_asked_and_nothing_is_said(tmp_path: Path) -> None:
    async with LastingServer(tmp_path) as server:
        link = dataclasses.replace(server.link, fingerprint="")
        async with visiting(link) as session:
            connection = await refused(session)
        assert connection.is_doubtful
        assert connection.fingerprint == server.link.fingerprint
        assert not any("connected" in line for line in server.lines)


async def test_without_a_fingerprint_whoever_does_not_encrypt_is_not_joined() -> None:
    listener = Listener()
    async with service(listener) as port, visiting(Link("127.0.0.1", port, "Board", CODE)) as session:
        await until(lambda: listener.heard)
        assert session.connection.phase is not Phase.ONLINE
    assert listener.heard[0] == 22
    assert CODE.encode() not in listener.heard


async def test_a_program_may_go_without_encryption_where_guests_are_allowed(tmp_path: Path) -> None:
    async with LastingServer(tmp_path) as server:
        link = dataclasses.replace(server.link, fingerprint="")
        async with visiting(link, plain=True) as session:
            await until(lambda: session.connection.phase is Phase.ONLINE)
            assert session.connection.fingerprint == ""


async def test_a_program_is_told_where_guests_are_not_allowed(tmp_path: Path) -> None:
    async with LastingServer(tmp_path, guests=False) as server:
        link = dataclasses.replace(server.link, fingerprint="")
        async with visiting(link, plain=True) as session:
            connection = await refused(session)
        assert (connection.refusal, connection.is_doubtful) == (Refusal.PLAIN, False)
        async with visiting(server.link) as session:
            await until(lambda: session.connection.phase is Phase.ONLINE)
