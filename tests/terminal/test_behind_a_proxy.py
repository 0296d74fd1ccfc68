"""A board behind a proxy that has a certificate as websites have: `https://` links."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.doubles.lasting_server import LastingServer
from tests.doubles.patience import until
from tests.doubles.person import Person
from tests.doubles.proxy import Proxy, Upgrade
from tests.doubles.services import Serve, certified, service, signed

from .command import run, started


def passing_on(port: int) -> Serve:
    """What such a proxy does."""

    async def passes(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()  # or asyncio warns of what is written to one who is gone
        writer.close()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        back, out = await asyncio.open_connection("127.0.0.1", port)
        try:
            async with asyncio.TaskGroup() as both:
                both.create_task(passes(reader, out))
                both.create_task(passes(back, writer))
        finally:
            out.transport.abort()

    return serve


async def test_a_board_behind_a_proxy_is_joined_by_its_https_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = datetime.now(UTC)
    context, _ = signed(now - timedelta(days=1), now + timedelta(days=1), tmp_path, "localhost")
    async with (
        LastingServer(tmp_path / "data", "Board", "--no-tls", guests=False) as server,
        service(passing_on(server.link.port), context) as port,
    ):
        link = f"https://localhost:{port}/b/Board#{server.link.code}"
        stranger = await run("watch", link, "--seconds", "1")
        assert (stranger.process.returncode, "does not trust the certificate" in stranger.err[0]) == (1, True)
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "all.pem"))
        async with started("watch", link, "--seconds", "1") as watch:
            assert "WebSocket" in await watch.said("Connected")
            assert await watch.ended() == 0


async def test_encrypted_long_polling_is_complete_and_shown_as_such(tmp_path: Path) -> None:
    """As behind a proxy that opens what is encrypted, with the board's own certificate, and refuses WebSockets."""
    ann = Person("Ann")
    async with (
        LastingServer(tmp_path) as server,
        Proxy(server.link.port) as refusing,
        service(passing_on(refusing.port), certified(tmp_path)) as port,
        ann.on_board(server.link),
    ):
        refusing.upgrade = Upgrade.REFUSE
        await ann.arrive()
        link = server.through(port)
        assert link.is_encrypted
        async with started("watch", str(link)) as watch:
            assert "long-polling" in await watch.said("Connected")
            for _ in range(5):
                ann.draw()
            for _ in range(5):
                await watch.said("Ann drew a stroke")
        ben = Person("Ben")
        async with ben.on_board(link):
            await ben.arrive()
            assert ben.connection.transport == "polling"
            ben.draw()
            await until(lambda: ben.settled and len(ann.document) == 6)
