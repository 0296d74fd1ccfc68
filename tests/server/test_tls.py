"""One port for those who encrypt and those who do not; and who gets how far (SPEC R5)."""

from __future__ import annotations

import asyncio
import contextlib
import random
import ssl
from collections.abc import AsyncIterator

import aiohttp
import pytest

from server.options import parse
from server.tls import TlsConnection
from server.web.guests import NO_GUESTS
from server.wire import Wire
from tests.doubles.foreigner import Foreigner, foreigners, stroke
from tests.doubles.house import House, house, shown
from tests.doubles.patience import PATIENCE, until
from tests.doubles.raw import raw
from tests.doubles.surprises import Surprises
from tests.doubles.table import HOST_KEY
from whiteboard.net.pin import pinned
from whiteboard.protocol.link import Link

PATH = "/socket.io/?EIO=4&transport="
HEALTH = b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
MAX_STALLED_BYTES = 256 * 1024


def own_context(version: ssl.TLSVersion = ssl.TLSVersion.TLSv1_3) -> ssl.SSLContext:
    """Of a client that trusts everybody and speaks at most this version."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.maximum_version = version
    return context


@contextlib.asynccontextmanager
async def connection(server: House) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    try:
        yield reader, writer
    finally:
        writer.transport.abort()


async def until_cut(reader: asyncio.StreamReader, seconds: float = PATIENCE) -> bytes:
    """All that comes before the end, which may be a reset."""
    heard = b""
    async with asyncio.timeout(seconds):
        with contextlib.suppress(ConnectionResetError):
            while more := await reader.read(65536):
                heard += more
    return heard


def client_hello() -> bytes:
    """The first bytes of a client that speaks TLS."""
    came, goes = ssl.MemoryBIO(), ssl.MemoryBIO()
    with contextlib.suppress(ssl.SSLWantReadError):
        own_context().wrap_bio(came, goes).do_handshake()
    return goes.read()


async def shake_hands(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, bite: int) -> ssl.SSLObject:
    """A handshake whose bytes arrive `bite` at a time."""
    came, goes = ssl.MemoryBIO(), ssl.MemoryBIO()
    tls = own_context().wrap_bio(came, goes)
    while True:
        try:
            tls.do_handshake()
        except ssl.SSLWantReadError:
            await dribble(writer, goes.read(), bite)
            came.write(await reader.read(4096))
        else:
            await dribble(writer, goes.read(), bite)
            tls.write(HEALTH)
            await dribble(writer, goes.read(), bite)
            return tls


async def dribble(writer: asyncio.StreamWriter, data: bytes, bite: int) -> None:
    for start in range(0, len(data), bite):
        writer.write(data[start : start + bite])
        await writer.drain()
        await asyncio.sleep(0)


# ------------------------------------------------------------ the first byte


async def test_one_port_serves_both_kinds_and_members_of_both_see_each_other() -> None:
    async with (
        house() as server,
        foreigners(server.link, encrypted=True) as (ann,),
        foreigners(server.link, first=2) as (guest,),
    ):
        assert (ann.link.origin[:6], guest.link.origin[:6]) == ("https:", "http:/")
        for transport in ("websocket", "polling"):
            await ann.join(transport)
            await guest.join("websocket")
            await ann.acknowledged(await ann.edit(stroke(f"a-{transport}")))
            await guest.until(lambda: len(guest.entries) == len(server.room.ledger.document))
            await ann.hang_up()
            await guest.hang_up()
            guest.heard.clear()


async def test_whatever_the_first_byte_is_the_others_draw_on(surprises: Surprises) -> None:
    surprises.expect("aiohttp")  # it reports requests that it cannot parse; the console keeps them out
    chance = random.Random(7)
    async with house() as server, foreigners(server.link, encrypted=True) as (ann,):
        await ann.join()
        for first in range(256):
            async with connection(server) as (_, writer):
                writer.write(bytes((first,)) + chance.randbytes(chance.choice((0, 1, 5, 64, 3_000))))
                await writer.drain()
                if first % 16 == 0:
                    writer.write_eof()
        await ann.acknowledged(await ann.edit(stroke("a")))
        assert len(server.room.members) == 1


async def test_a_handshake_that_is_spoilt_anywhere_ends_the_connection() -> None:
    chance = random.Random(8)
    hello = client_hello()
    async with house() as server, foreigners(server.link, encrypted=True) as (ann,):
        await ann.join()
        for _ in range(60):
            spoilt = bytearray(hello)
            for _ in range(chance.choice((1, 3))):
                spoilt[chance.randrange(1, 60)] ^= 1 << chance.randrange(8)
            async with connection(server) as (_, writer):
                writer.write(bytes(spoilt) + chance.randbytes(200))
                await writer.drain()
        await ann.acknowledged(await ann.edit(stroke("a")))


@pytest.mark.parametrize("bite", [1, 7, 4096])
async def test_a_handshake_may_come_in_pieces(bite: int) -> None:
    async with house() as server, connection(server) as (reader, writer):
        tls = await shake_hands(reader, writer, bite=bite)
        assert tls.version() == "TLSv1.3"


async def test_an_older_tls_is_refused() -> None:
    async with house() as server:
        with pytest.raises(ssl.SSLError):
            await asyncio.open_connection("127.0.0.1", server.port, ssl=own_context(ssl.TLSVersion.TLSv1_2))
        _, writer = await asyncio.open_connection("127.0.0.1", server.port, ssl=own_context())
        writer.transport.abort()


async def test_without_a_certificate_tls_is_not_understood(surprises: Surprises) -> None:
    surprises.expect("aiohttp")
    async with house(tls=False) as server, connection(server) as (reader, writer):
        writer.write(client_hello() + b"\r\n\r\n")
        assert (await reader.readline()).startswith(b"HTTP/1.0 400")


# ------------------------------------------------------------ connections that get nowhere


@pytest.mark.parametrize("said", [b"\x16", b"\x16\x03\x01\x02", "half", "whole"])
async def test_who_begins_a_handshake_and_stops_is_cut_off(said: bytes | str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.arrivals.SILENT_SECONDS", 1.0)
    hello = client_hello()
    start = said if isinstance(said, bytes) else hello[: len(hello) // 2] if said == "half" else hello
    async with house() as server, connection(server) as (reader, writer):
        writer.write(start)
        answer = await until_cut(reader)
        assert bool(answer) == (said == "whole"), "the server's half of the handshake, and nothing more"


async def test_who_shakes_hands_and_asks_for_nothing_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.arrivals.SILENT_SECONDS", 1.0)
    async with house() as server:
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port, ssl=own_context())
        assert await until_cut(reader) == b""
        writer.transport.abort()


async def test_handshakes_that_were_given_up_keep_nobody_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.arrivals.MAX_SILENT", 5)
    async with house() as server, connection(server) as (first, _):
        for _ in range(20):
            async with connection(server) as (_, writer):
                writer.write(b"\x16\x03\x01")
                await writer.drain()
        async with foreigners(server.link, encrypted=True) as (ann,):
            await ann.join()
        assert not first.at_eof()


# ------------------------------------------------------------ sending


async def test_a_member_who_encrypts_and_stops_reading_fills_no_memory_and_is_cut_off(
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # F2, F3
    monkeypatch.setattr("server.broadcast.SNAPSHOT_AFTER_SECONDS", 2.0)
    monkeypatch.setattr("server.broadcast.SLOW_SECONDS", 3.0)
    async with (
        house() as server,
        foreigners(server.link, encrypted=True) as (ann,),
        raw(server, encrypted=True) as mallory,
    ):
        await ann.join()
        await mallory.join()
        mallory.stop_reading()
        link = next(each.link for each in server.room.members if each.name == "Mallory")
        assert isinstance(link, Wire)
        waiting: list[int] = []
        text = {"id": "", "kind": "text", "geometry": {"x": 0.0, "y": 0.0}, "order": "A", "text": "x" * 19_000}
        for i in range(60):
            await ann.acknowledged(
                await ann.edit(*({"op": "put", "element": text | {"id": f"t{i}-{k}"}} for k in range(2)))
            )
            waiting.append(held_by(link))
        assert 0 < max(waiting) < MAX_STALLED_BYTES
        await ann.until(lambda: len(server.room.members) == 1, "the stalled one to be cut off")
        await ann.acknowledged(await ann.edit(stroke("a")))


def held_by(link: Wire) -> int:
    """The bytes that wait for a member in the transport at the bottom."""
    tls = link._outlet._network  # type: ignore[attr-defined]
    assert isinstance(tls, TlsConnection)
    return tls._network.get_write_buffer_size() + tls._goes.pending


async def test_what_is_written_comes_out_whole_whatever_its_size() -> None:
    sizes = [0, 1, 100, 16_383, 16_384, 16_385, 100_000, 3_000_000]
    received = bytearray()
    async with between(received) as (tls, above):
        for size in sizes:
            tls.write(bytes(size))
        tls.writelines([b"a", bytearray(b"b"), memoryview(b"c")])
        await until(lambda: len(received) == sum(sizes) + 3)
        assert received.endswith(b"abc")
        assert tls.get_write_buffer_size() == 0
        assert above.lost is None


async def test_a_paused_reader_gets_nothing_and_loses_nothing() -> None:
    received = bytearray()
    async with between(received) as (tls, above):
        above.pausing = tls
        above.say(b"x" * 40_000)
        await until(lambda: above.heard)
        for _ in range(50):
            await asyncio.sleep(0)
        assert len(above.heard) <= 16 * 1024, "no more than the record during which it paused"
        assert not tls.is_reading()
        above.pausing = None
        tls.resume_reading()
        await until(lambda: len(above.heard) == 40_000)


@pytest.mark.parametrize("end", ["close", "abort"])
async def test_an_end_is_told_once(end: str) -> None:
    async with between(bytearray()) as (tls, above):
        getattr(tls, end)()
        getattr(tls, end)()
        tls.write(b"too late")
        await until(lambda: above.lost is not None)
        assert above.lost == [None]
        assert tls.is_closing()


class Above(asyncio.Protocol):
    """The protocol above TLS; `say` lets the client at the other end speak."""

    def __init__(self, client: asyncio.StreamWriter | None = None) -> None:
        self.heard = bytearray()
        self.lost: list[Exception | None] | None = None
        self.ready = asyncio.Event()
        self.client = client
        self.pausing: TlsConnection | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.ready.set()

    def data_received(self, data: bytes) -> None:
        self.heard += data
        if self.pausing is not None:
            self.pausing.pause_reading()

    def connection_lost(self, exc: Exception | None) -> None:
        self.lost = [*(self.lost or ()), exc]

    def say(self, data: bytes) -> None:
        assert self.client is not None
        self.client.write(data)


class Below(asyncio.Protocol):
    """What a listening socket gives to TLS."""

    def __init__(self, above: Above, made: list[TlsConnection]) -> None:
        self._above, self._made = above, made

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        tls = TlsConnection(transport, self._above, shown().context)
        transport.set_protocol(tls)
        self._made.append(tls)


@contextlib.asynccontextmanager
async def between(received: bytearray) -> AsyncIterator[tuple[TlsConnection, Above]]:
    """The server's end of a connection whose client puts into `received` what it gets."""
    above, made = Above(), list[TlsConnection]()
    listener = await asyncio.get_running_loop().create_server(lambda: Below(above, made), "127.0.0.1", 0)
    port = listener.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=pinned(shown().fingerprint))

    async def read() -> None:
        with contextlib.suppress(OSError):
            while data := await reader.read(65536):
                received.extend(data)

    async with asyncio.TaskGroup() as tasks:
        reading = tasks.create_task(read())
        await above.ready.wait()
        above.client = writer
        try:
            yield made[0], above
        finally:
            reading.cancel()
            made[0].abort()
            writer.transport.abort()
            listener.close()


# ------------------------------------------------------------ guests


async def test_without_guests_plain_http_gets_health_and_a_page_that_says_why() -> None:
    async with house("Secret plans", guests=False) as server, aiohttp.ClientSession() as http:
        origin = server.plain.origin
        assert (await (await http.get(origin + "/health")).json())["guests"] is False
        page = await http.get(origin + "/b/Secret%20plans")
        assert page.status == 200
        assert NO_GUESTS in await page.text()
        for query in ("polling", "polling&sid=", "polling&sid=&sid=x"):
            assert (query, (await http.get(origin + PATH + query)).status) == (query, 403)
        for path in ("/b/Secret%20plans/snapshot?seq=0", "/", "/health/", "/nothing"):
            answer = await http.get(origin + path, headers={"Authorization": "Bearer x"})
            assert (path, answer.status) == (path, 403)
        assert (await http.post(origin + PATH + "polling", data=b"40")).status == 403
        with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
            await http.ws_connect(origin + PATH + "websocket")


async def test_without_guests_those_who_encrypt_are_let_in_all_the_same() -> None:
    async with house(guests=False) as server, foreigners(server.link, encrypted=True) as (ann,):
        for transport in ("websocket", "polling"):
            await ann.join(transport)
            assert "elements" in await ann.snapshot()
            await ann.hang_up()


@contextlib.asynccontextmanager
async def hosted() -> AsyncIterator[tuple[House, Foreigner]]:
    """A server that allows no guests, and the host of its board."""
    async with house(guests=False) as server, foreigners(server.link, encrypted=True) as (host,):
        await host.join(host_key=HOST_KEY)
        yield server, host


def codes(person: Foreigner) -> list[str]:
    return [refused["code"] for refused in person.of("refused")]


async def allow(host: Foreigner, on: bool) -> None:
    await host.say("guests", {"on": on})
    await host.until(lambda: host.of("door") and host.of("door")[-1].get("guests", False) is on)


async def test_guests_may_come_in_from_the_moment_that_the_host_allows_them() -> None:
    async with hosted() as (server, host), foreigners(server.link, first=2) as (guest,):
        await allow(host, True)
        for transport in ("websocket", "polling"):
            await guest.join(transport)
            await guest.hang_up()
        async with aiohttp.ClientSession() as http:
            assert NO_GUESTS not in await (await http.get(server.plain.origin + "/b/Board")).text()


@pytest.mark.parametrize("transport", ["websocket", "polling"])
async def test_guests_are_told_and_cut_off_when_the_host_allows_them_no_longer(transport: str) -> None:
    async with (
        hosted() as (server, host),
        foreigners(server.link, first=2) as (guest,),
        foreigners(server.link, first=3, encrypted=True) as (ann,),
    ):
        await allow(host, True)
        await ann.join()
        await guest.join(transport)
        await allow(host, False)
        await guest.until(lambda: codes(guest) == ["plain"])
        await until(lambda: len(server.room.members) == 2)
        await ann.acknowledged(await ann.edit(stroke("a")))
        assert (codes(ann), codes(host)) == ([], [])


async def test_a_guest_who_waits_at_the_door_is_sent_away_too() -> None:
    async with hosted() as (server, host), foreigners(server.link, first=2) as (guest,):
        await allow(host, True)
        await host.say("approval", {"on": True})
        await guest.connect()
        await guest.hello()
        await host.until(lambda: host.of("door")[-1].get("waiting"))
        await allow(host, False)
        await guest.until(lambda: codes(guest) == ["plain"])
        await host.until(lambda: not host.of("door")[-1].get("waiting"))


async def test_a_board_whose_host_allows_guests_opens_no_other_board_to_them() -> None:
    async with house("Open", "Shut", guests=False) as server, foreigners(server.link, encrypted=True) as (host,):
        await host.join(host_key=HOST_KEY)
        await allow(host, True)
        shut = Link("127.0.0.1", server.port, "Shut", server.room.code)
        async with foreigners(shut, first=2) as (guest,):
            await guest.connect()
            await guest.hello()
            await guest.until(lambda: codes(guest) == ["plain"])


async def test_whoever_started_the_server_with_guests_has_the_last_word() -> None:
    async with house() as server, foreigners(server.link, 2) as (host, guest):
        await host.join(host_key=HOST_KEY)
        await guest.join()
        await host.say("guests", {"on": False})
        await host.acknowledged(await host.edit(stroke("a")))
        assert host.of("door")[-1]["guests"] is True
        assert len(server.room.members) == 2


def test_encryption_is_on_and_guests_are_out_unless_somebody_says_otherwise() -> None:
    usual, guests, proxy = parse([]), parse(["--guests"]), parse(["--no-tls"])
    assert (usual.tls, usual.guests, usual.announce) == (True, False, True)
    assert (guests.tls, guests.guests, guests.announce) == (True, True, True)
    assert (proxy.tls, proxy.guests, proxy.announce) == (False, True, False)
    with pytest.raises(SystemExit):
        parse(["--guests", "--no-tls"])
