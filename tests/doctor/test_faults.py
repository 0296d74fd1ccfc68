"""Planted faults: the doctor names the right rung, the likely cause and the remedy, and tries what can be tried."""

import asyncio
import dataclasses
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.doubles.board import stroke
from tests.doubles.lasting_server import LastingServer
from tests.doubles.proxy import Loss, Proxy, Upgrade
from tests.doubles.services import (
    Serve,
    certified,
    dribble,
    filtered_port,
    hang_up,
    nobodys_port,
    only_tls,
    polite_tls,
    reset,
    say_nothing,
    service,
    ssh,
    web_server,
)
from tests.doubles.wire import HEALTH, ScriptedServer
from whiteboard.client import BoardClient
from whiteboard.doctor import examination
from whiteboard.doctor.advice import Ailment
from whiteboard.doctor.finding import Outcome, Result
from whiteboard.doctor.ladders import FOR_A_LINK
from whiteboard.doctor.lines import PollingLine
from whiteboard.doctor.patient import Surroundings
from whiteboard.doctor.rung import is_healthy
from whiteboard.doctor.rungs import board as board_rungs
from whiteboard.doctor.rungs import reach, socket
from whiteboard.net.addresses import LocalAddress
from whiteboard.net.http import http_client
from whiteboard.net.sightings import Gone, Seen, Sighting
from whiteboard.protocol.fingerprint import words_of
from whiteboard.protocol.identity import author_of
from whiteboard.protocol.link import Link
from whiteboard.protocol.messages import Hello, Placed, Refused, ServerMessage, Snapshot, Welcome
from whiteboard.protocol.refusal import Refusal

PATIENT = 20.0
"""How patient the doctor is here: a busy machine is not to be taken for a fault."""

HASTE = 0.4
"""The same where no rung is wanted that something has to come for in time."""

SOON = 0.5 / PATIENT
"""Of a rung: half a second, where nothing comes and that is what has to be found, by a doctor who is patient else."""

KEY = "0123456789ABCDEFGHJKMNPQRS"
MINE = [LocalAddress("192.0.2.7", 24, "eth0")]


def around(*seen: Sighting, patience: float = PATIENT, mine: list[LocalAddress] | None = None) -> Surroundings:
    """A network with these announcements, and nothing of the real one."""

    async def listen(report: Callable[[Sighting], None]) -> None:
        for sighting in seen:
            report(sighting)
        await asyncio.Event().wait()

    addresses = MINE if mine is None else mine
    return Surroundings(lambda: addresses, listen, listen_seconds=0.05, patience=patience)


async def examined(link: Link, surroundings: Surroundings | None = None) -> dict[str, Result]:
    """Every rung's result by its name."""
    results = {result.name: result async for result in examination.of_link(link, surroundings or around())}
    assert list(results) == [rung.name for rung in FOR_A_LINK]
    for result in results.values():
        failed = result.outcome is Outcome.FAILS
        assert bool(result.cause) == bool(result.remedy) == (result.ailment is not None) == failed, result
        assert result.cause.endswith(".") == failed
    return results


def failures(results: dict[str, Result]) -> dict[str, Ailment | None]:
    return {name: result.ailment for name, result in results.items() if result.outcome is Outcome.FAILS}


def untried(results: dict[str, Result]) -> list[str]:
    return [name for name, result in results.items() if result.outcome is Outcome.UNTRIED]


def here(port: int) -> Link:
    return Link("127.0.0.1", port, "Board", "K7QM2XPA")


# ------------------------------------------------------------ a healthy link


async def test_on_a_healthy_link_every_rung_holds_and_nothing_is_left_on_the_board(tmp_path: Path) -> None:
    async with LastingServer(tmp_path) as server, BoardClient(server.link) as board:
        await board.draw([(0, 0), (9, 9)])
        before = list(board.document)
        results = await examined(server.link)
        assert failures(results) == {}
        assert is_healthy(list(results.values()))
        assert list(board.document) == before
        async with BoardClient(server.link) as later:
            assert list(later.document) == before
    assert [name for name, r in results.items() if r.outcome is not Outcome.HOLDS] == ["Announcement (mDNS)"]
    assert "with 1 other" in results["Join code"].detail
    assert "log at" in results["Snapshot"].detail
    assert results["Transport in use"].detail == "WebSocket"
    assert "median" in results["Round trip"].detail


async def test_the_upgrade_is_shown_as_it_went(tmp_path: Path) -> None:
    async with LastingServer(tmp_path) as server:
        lines = (await examined(server.link))["WebSocket upgrade"].lines
    assert lines[0] == "> GET /socket.io/?EIO=4&transport=websocket HTTP/1.1"
    assert any(line.startswith("> Sec-WebSocket-Key: ") for line in lines)
    answer = lines.index("< HTTP/1.1 101 Switching Protocols")
    assert any(line.startswith("< Sec-WebSocket-Accept: ") for line in lines[answer:])


# ------------------------------------------------------------ nobody, or somebody else


async def test_nothing_listening() -> None:
    results = await examined(here(nobodys_port()))
    assert failures(results) == {"TCP connection": Ailment.NOBODY_LISTENS}
    assert untried(results) == [rung.name for rung in FOR_A_LINK[4:]]
    assert results["HTTP answer"].detail == "not tried: needs TCP connection"
    assert "not shared" in results["TCP connection"].cause


async def test_port_filtered() -> None:
    with filtered_port() as port:
        results = await examined(here(port), around(patience=HASTE))
    assert failures(results) == {"TCP connection": Ailment.FILTERED}
    assert "firewall" in results["TCP connection"].cause
    assert str(port) in results["TCP connection"].remedy


@pytest.fixture
def no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers over HTTP are given up soon; connections are not."""
    monkeypatch.setattr(reach, "ANSWER_SECONDS", SOON)
    monkeypatch.setattr(reach, "LOOK_SECONDS", SOON)


@pytest.mark.parametrize(
    ("serve", "ailment", "seen"),
    [
        (web_server, Ailment.OTHER_WEB_SERVER, "it says HTTP/1.1 404 Not Found"),
        (ssh, Ailment.OTHER_SERVICE, "it says SSH-2.0-OpenSSH_9.2p1 Debian-2"),
        (hang_up, Ailment.CLOSES, ""),
    ],
)
async def test_wrong_service(serve: Serve, ailment: Ailment, seen: str) -> None:
    async with service(serve) as port:
        await is_no_board(port, ailment, seen)


@pytest.mark.usefixtures("no_answer")
async def test_a_service_that_says_nothing() -> None:
    async with service(say_nothing) as port:
        await is_no_board(port, Ailment.SILENT, "")


@pytest.mark.parametrize("end", [reset, asyncio.StreamWriter.close])
@pytest.mark.parametrize(
    ("answer", "ailment", "seen"),
    [
        (b"HTTP/1.1 404 Not Found\r\n\r\n", Ailment.OTHER_WEB_SERVER, "it says HTTP/1.1 404 Not Found"),
        (b"220 mail.example ESMTP\r\n", Ailment.OTHER_SERVICE, "it says 220 mail.example ESMTP"),
        (b"\x15\x03\x03\x00\x02\x02\x28", Ailment.SPEAKS_TLS, "it answers http with a TLS record"),
    ],
)
async def test_an_answer_may_come_a_byte_at_a_time_and_end_in_any_way(
    answer: bytes, ailment: Ailment, seen: str, end: Callable[[asyncio.StreamWriter], None]
) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1000)
        await dribble(writer, answer)
        end(writer)

    async with service(serve) as port:
        await is_no_board(port, ailment, seen)


async def is_no_board(port: int, ailment: Ailment, seen: str) -> None:
    results = await examined(here(port))
    assert failures(results) == {"HTTP answer": ailment}
    assert results["HTTP answer"].detail == seen
    assert results["TCP connection"].outcome is Outcome.HOLDS
    assert untried(results) == [rung.name for rung in FOR_A_LINK[6:]]


async def test_a_service_that_shows_control_characters_cannot_steer_the_terminal() -> None:
    async def rude(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"\x1b[2J\x07\xff hello\r\n")
        await say_nothing(reader, writer)

    async with service(rude) as port:
        assert (await examined(here(port)))["HTTP answer"].detail.isprintable()


async def test_tls_with_a_certificate(tmp_path: Path) -> None:
    async with service(web_server, certified(tmp_path)) as port:
        results = await examined(here(port))
    assert failures(results) == {"HTTP answer": Ailment.SPEAKS_TLS}
    assert "https" in results["HTTP answer"].cause


@pytest.mark.parametrize("serve", [only_tls, polite_tls])
async def test_tls_that_refuses_every_handshake(serve: Serve) -> None:
    async with service(serve) as port:
        assert failures(await examined(here(port))) == {"HTTP answer": Ailment.SPEAKS_TLS}


# ------------------------------------------------------------ encryption


async def test_tls_mismatch(tmp_path: Path) -> None:
    async with LastingServer(tmp_path / "meant") as meant, LastingServer(tmp_path / "other") as other:
        results = await examined(dataclasses.replace(meant.link, port=other.link.port))
        assert not any("connected" in line for line in other.lines), "nothing was said to the other"
    result = results["Encryption (TLS)"]
    assert failures(results) == {"Encryption (TLS)": Ailment.OTHER_CERTIFICATE}
    for link in (meant.link, other.link):
        assert " ".join(words_of(link.fingerprint)) in result.detail
    assert " ".join(words_of(other.link.fingerprint)) in result.remedy
    assert untried(results) == [rung.name for rung in FOR_A_LINK[5:]]
    assert results["HTTP answer"].detail == "not tried: needs Encryption (TLS)"


@pytest.mark.parametrize("serve", [hang_up, only_tls, polite_tls])
async def test_no_tls_where_the_link_wants_it(serve: Serve) -> None:
    async with service(serve) as port:
        results = await examined(dataclasses.replace(here(port), fingerprint=KEY))
    assert failures(results) == {"Encryption (TLS)": Ailment.NO_TLS}


async def test_a_server_that_was_started_without_tls(tmp_path: Path) -> None:
    async with LastingServer(tmp_path, "Board", "--no-tls", guests=False) as server:
        assert failures(await examined(server.link)) == {}
        results = await examined(dataclasses.replace(server.link, fingerprint=KEY))
    assert failures(results) == {"Encryption (TLS)": Ailment.NO_TLS}
    assert "--no-tls" in results["Encryption (TLS)"].remedy


async def test_a_certificate_that_nobody_vouches_for(tmp_path: Path) -> None:
    async with service(web_server, certified(tmp_path)) as port:
        results = await examined(dataclasses.replace(here(port), vouched=True))
    assert failures(results) == {"Encryption (TLS)": Ailment.NOT_VOUCHED}
    assert "clock" in results["Encryption (TLS)"].remedy


async def test_a_link_without_a_fingerprint_where_guests_are_not_allowed(tmp_path: Path) -> None:
    async with LastingServer(tmp_path, guests=False) as server:
        results = await examined(dataclasses.replace(server.link, fingerprint=""))
        assert failures(await examined(server.link)) == {}
    assert failures(results) == {"HTTP answer": Ailment.ENCRYPTED_ONLY}
    assert results["Encryption (TLS)"].outcome is Outcome.NOT_NEEDED
    assert "browser guests" in results["HTTP answer"].remedy


async def test_a_server_that_does_not_answer_to_a_name() -> None:
    async def fussy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while await reader.readline() not in (b"\r\n", b""):
            pass
        words = b"Open this server by its address, not by a name of your own."
        writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: %d\r\n\r\n%s" % (len(words), words))
        writer.close()

    async with service(fussy) as port:
        assert failures(await examined(here(port))) == {"HTTP answer": Ailment.NAME_NOT_ACCEPTED}


# ------------------------------------------------------------ something in between


@pytest.mark.parametrize(
    ("upgrade", "rung", "ailment"),
    [
        (Upgrade.REFUSE, "WebSocket upgrade", Ailment.UPGRADE_REFUSED),
        (Upgrade.HANG, "WebSocket upgrade", Ailment.UPGRADE_SILENT),
        (Upgrade.MUTE, "Engine.IO open", Ailment.UPGRADE_MUTE),
    ],
)
async def test_without_websockets_the_rest_is_tried_by_long_polling(
    tmp_path: Path, upgrade: Upgrade, rung: str, ailment: Ailment, monkeypatch: pytest.MonkeyPatch
) -> None:
    if upgrade is Upgrade.HANG:
        monkeypatch.setattr(reach, "UPGRADE_SECONDS", 1.0 / PATIENT)
    elif upgrade is Upgrade.MUTE:
        monkeypatch.setattr(socket, "OPEN_SECONDS", 2.0 / PATIENT)
    async with LastingServer(tmp_path) as server, Proxy(server.link.port) as proxy:
        proxy.upgrade = upgrade
        results = await examined(server.through(proxy.port, plain=True))
    assert failures(results) == {rung: ailment}
    assert untried(results) == []
    assert "long-polling" in results[rung].remedy
    assert results["Transport in use"].detail == "long-polling: slower, but complete"


async def test_a_poll_that_comes_in_pieces_is_read_whole() -> None:
    packets = ['0{"sid":"x"}', '40{"sid":"y"}']
    body = "\x1e".join(packets).encode()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body))
        await dribble(writer, body)

    async with service(serve) as port, http_client() as http:
        line = PollingLine(http, here(port).origin)
        assert [await line.receive() for _ in packets] == packets


async def test_the_answer_that_refuses_the_upgrade_is_shown(tmp_path: Path) -> None:
    async with LastingServer(tmp_path) as server, Proxy(server.link.port) as proxy:
        proxy.upgrade = Upgrade.REFUSE
        result = (await examined(server.through(proxy.port, plain=True)))["WebSocket upgrade"]
    assert "403" in result.cause
    assert "< HTTP/1.1 403 Forbidden" in result.lines


@pytest.mark.usefixtures("no_answer")
async def test_a_link_of_one_direction_that_carries_nothing_to_the_server(tmp_path: Path) -> None:
    async with LastingServer(tmp_path) as server, Proxy(server.link.port) as proxy:
        proxy.loss = Loss.EVERYTHING
        results = await examined(server.through(proxy.port, plain=True))
    assert failures(results) == {"HTTP answer": Ailment.SILENT}
    assert "lost" in results["HTTP answer"].cause


async def test_a_websocket_of_one_direction_is_told_from_a_silent_server(tmp_path: Path) -> None:
    async with LastingServer(tmp_path) as server, Proxy(server.link.port) as proxy:
        proxy.loss = Loss.AFTER_UPGRADE
        results = await examined(server.through(proxy.port, plain=True))
    assert failures(results) == {"Socket.IO connect": Ailment.ONE_WAY}
    assert "one direction" in results["Socket.IO connect"].cause
    assert "Protocol version" in untried(results)


async def test_a_connection_that_falls_silent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "ANSWER_SECONDS", SOON)
    async with LastingServer(tmp_path) as server, Proxy(server.link.port) as proxy:
        proxy.loss = Loss.AFTER_UPGRADE
        results = await examined(server.through(proxy.port, plain=True))
    assert failures(results) == {"Socket.IO connect": Ailment.NO_SOCKET}


# ------------------------------------------------------------ a server that does not want, or cannot


async def test_wrong_code(tmp_path: Path) -> None:
    async with LastingServer(tmp_path) as server:
        results = await examined(dataclasses.replace(server.link, code="00000000"))
    assert failures(results) == {"Join code": Ailment.WRONG_CODE}
    assert untried(results) == [rung.name for rung in FOR_A_LINK[11:]]
    assert "Ask for the code again" in results["Join code"].remedy


async def test_a_board_that_is_not_there(tmp_path: Path) -> None:
    async with LastingServer(tmp_path) as server:
        results = await examined(dataclasses.replace(server.link, board="Chemistry"))
    assert failures(results) == {"Join code": Ailment.GONE}


@pytest.mark.parametrize(("protocol", "ailment"), [(0, Ailment.SERVER_OLDER), (2, Ailment.SERVER_NEWER)])
async def test_old_protocol(protocol: int, ailment: Ailment) -> None:
    async with ScriptedServer() as server:
        server.health = HEALTH | {"protocol": protocol}
        results = await examined(server.link)
        assert server.greetings == []
    assert failures(results) == {"Protocol version": ailment}
    assert "Update Whiteboard" in results["Protocol version"].remedy


@pytest.mark.parametrize(
    ("refusal", "rung", "ailment"),
    [
        (Refusal.TOO_OLD, "Protocol version", Ailment.SERVER_NEWER),
        (Refusal.TOO_NEW, "Protocol version", Ailment.SERVER_OLDER),
        (Refusal.GUESSING, "Join code", Ailment.GUESSING),
        (Refusal.FULL, "Join code", Ailment.FULL),
        (Refusal.REMOVED, "Join code", Ailment.REMOVED),
        (Refusal.RESTARTING, "Join code", Ailment.REFUSED),
    ],
)
async def test_a_server_that_refuses(refusal: Refusal, rung: str, ailment: Ailment) -> None:
    async with ScriptedServer(lambda hello: [Refused(code=refusal, why="No {braces}.", retry_after=7.0)]) as server:
        results = await examined(server.link)
    assert failures(results) == {rung: ailment}


@pytest.mark.parametrize("seconds", [SOON, 6.0 / PATIENT])
async def test_a_server_that_accepts_and_says_nothing(seconds: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time its Engine.IO pings meanwhile, which says nothing about the way there."""
    monkeypatch.setattr(socket, "WELCOME_SECONDS", seconds)
    async with ScriptedServer() as server:
        results = await examined(server.link)
    assert failures(results) == {"Protocol version": Ailment.NO_WELCOME}
    assert "does not answer the greeting" in results["Protocol version"].cause


def welcomes(**fields: object) -> Callable[[Hello], list[ServerMessage]]:
    def answer(hello: Hello) -> list[ServerMessage]:
        usual: dict[str, object] = {
            "author": author_of(hello.client),
            "member": 1,
            "board": "Board",
            "log_id": "log",
            "start": 0,
            "cseq": 0,
            "known": 0,
            "token": "t",
            "snapshot": "/b/Board/snapshot?seq=0",
        }
        return [Welcome(**usual | fields)]  # type: ignore[arg-type]

    return answer


async def test_a_server_without_a_snapshot_and_without_an_echo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board_rungs, "ECHO_SECONDS", 1.0 / PATIENT)
    async with ScriptedServer(welcomes()) as server:
        results = await examined(server.link)
    assert failures(results) == {
        "Snapshot": Ailment.NO_SNAPSHOT,
        "Own edit comes back": Ailment.NO_ECHO,
        "A second connection sees it": Ailment.NO_BROADCAST,
    }


async def test_a_server_whose_disk_is_full() -> None:
    async with ScriptedServer(welcomes(read_only="The disk is full.")) as server:
        server.snapshot = Snapshot(log_id="log", seq=0, hash="", elements=(Placed(stroke("a")),))
        results = await examined(server.link)
    assert failures(results) == {"Own edit comes back": Ailment.READ_ONLY}
    assert "The disk is full." in results["Own edit comes back"].cause
    assert untried(results) == ["A second connection sees it"]


async def test_a_server_that_answers_no_pings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board_rungs, "ECHO_SECONDS", SOON)
    monkeypatch.setattr(board_rungs, "SLOW_SECONDS", 0.1 / PATIENT)
    async with ScriptedServer(welcomes()) as server:
        server.answers_pings = False
        results = await examined(server.link)
    assert failures(results)["Round trip"] in (Ailment.LOSES_PINGS, Ailment.CUT)


async def test_a_slow_network_is_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board_rungs, "SLOW_SECONDS", 0.25 / PATIENT)
    monkeypatch.setattr(board_rungs, "PAUSE_SECONDS", 0.6)
    monkeypatch.setattr(board_rungs, "PINGS", 6)  # three have to come back within 5.1 s
    async with LastingServer(tmp_path) as server, Proxy(server.link.port) as proxy:
        proxy.delay = 0.15
        results = await examined(server.through(proxy.port))
    assert failures(results) == {"Round trip": Ailment.SLOW}
    median = re.match(r"median ([\d.]+) ms, jitter ", results["Round trip"].detail)
    assert median is not None
    assert float(median[1]) >= 300.0


# ------------------------------------------------------------ before anything is connected


def seen(board: str, address: str, port: int) -> Seen:
    return Seen(f"{board} 1234._whiteboard._tcp.local.", board, "", False, port, (address,))


def heard(*seen: Sighting) -> Surroundings:
    """Announcements of computers that are not there, which takes no patience to find out."""
    return around(*seen, patience=HASTE)


LAN = Link("192.0.2.20", 7440, "Physics", "K7QM2XPA")


async def test_no_network() -> None:
    results = await examined(LAN, around(mine=[], patience=HASTE))
    assert failures(results)["Addresses of this computer"] is Ailment.NO_NETWORK


async def test_an_address_that_the_computer_invented() -> None:
    results = await examined(LAN, around(mine=[LocalAddress("169.254.3.4", 16, "wlan0")], patience=HASTE))
    assert failures(results)["Addresses of this computer"] is Ailment.NO_ADDRESS_GIVEN


async def test_a_name_that_nobody_knows() -> None:
    results = await examined(dataclasses.replace(LAN, host="no such host"), around(patience=HASTE))
    assert failures(results)["Name of the server"] is Ailment.NO_SUCH_HOST


async def test_an_announcement_that_is_heard() -> None:
    results = await examined(LAN, heard(seen("Art", "192.0.2.9", 7440), seen("Physics", "192.0.2.20", 7440)))
    assert results["Announcement (mDNS)"].outcome is Outcome.HOLDS


async def test_an_announcement_that_is_not_heard() -> None:
    results = await examined(LAN, heard(seen("Art", "192.0.2.9", 7440), Gone("Physics 1234._whiteboard._tcp.local.")))
    assert failures(results)["Announcement (mDNS)"] is Ailment.NOT_ANNOUNCED


async def test_an_old_link_is_told_by_the_announcement() -> None:
    results = await examined(LAN, heard(seen("Physics", "192.0.2.99", 7441)))
    assert failures(results)["Announcement (mDNS)"] is Ailment.ANNOUNCED_ELSEWHERE
    assert "http://192.0.2.99:7441/b/Physics" in results["Announcement (mDNS)"].remedy


async def test_every_ailment_has_its_sentences() -> None:
    from whiteboard.doctor.advice import advice

    facts: dict[str, object] = {
        "host": "h", "port": 1, "link": "l", "networks": "n", "status": 403, "ours": 1, "theirs": 2, "seconds": 3.0,
        "why": "w", "program": "p", "remedy": "Do it.", "shown": "s",
    }  # fmt: skip
    for ailment in Ailment:
        cause, remedy = advice(ailment, **facts)
        assert cause.count("{") == remedy.count("{") == 0
        assert remedy.endswith(".")
