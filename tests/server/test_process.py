"""The server as a program: its command line, what it prints, how it ends, and what survives (SPEC P2)."""

from __future__ import annotations

import asyncio
import contextlib
import re
import signal
import sqlite3
from pathlib import Path

import pytest

from server.options import parse
from tests.doubles.children import kill
from tests.doubles.foreigner import Foreigner, foreigners, stroke
from tests.doubles.ports import own_port
from tests.doubles.server_process import ServerProcess, server_process
from whiteboard.protocol.fingerprint import is_fingerprint
from whiteboard.protocol.link import parse_link


async def test_it_prints_a_line_a_board_that_scripts_can_read(tmp_path: Path) -> None:
    boards = ("--board", "Klasse 7b", "--board", "数学 & Ž", "--code", "k7qm-2xpa")
    async with server_process("--data", str(tmp_path), *boards) as server:
        await server.ready(2)
        port, key = server.link.port, server.link.fingerprint
        assert is_fingerprint(key)
        assert server.lines[:2] == [
            f"READY board=Klasse 7b link=http://127.0.0.1:{port}/b/Klasse%207b#K7QM2XPA.{key}",
            f"READY board=数学 & Ž link=http://127.0.0.1:{port}/b/%E6%95%B0%E5%AD%A6%20%26%20%C5%BD#K7QM2XPA.{key}",
        ]


async def test_the_console_tells_who_comes_and_goes_but_no_secret(tmp_path: Path) -> None:
    async with server_process("--data", str(tmp_path)) as server:
        await server.ready()
        async with foreigners(server.link) as (asa,):
            await asa.join()
            await asa.acknowledged(await asa.edit(stroke("a")))
            token, author = asa.welcome["token"], asa.welcome["author"]
        while "left" not in await server.read_line():
            pass
        server.send(signal.SIGTERM)
        assert await server.ended() == 0
    log = "\n".join(server.lines[1:])
    assert "connected  127.0.0.1 by websocket" in log
    assert re.search(rf"joined     Åsa \({author[:4]}\) on Board$", log, re.MULTILINE)
    assert re.search(r"left       Åsa \(....\) on Board \(.*, after \d+ s\)$", log, re.MULTILINE)
    assert re.search(
        r"^Served for 0 h 0 min \d+ s: 1 board, 1 connection, 1 person, 1 edit stored\.$", log, re.MULTILINE
    )
    for secret in (server.link.code, token, asa.client, author):
        assert secret not in log


async def test_a_request_that_is_not_http_is_one_line_in_the_log_that_does_not_repeat_it(tmp_path: Path) -> None:
    async with server_process("--data", str(tmp_path)) as server:
        await server.ready()
        for nonsense in (b"BREW /my-secret HTTP/1.1\r\n\r\n", b"\x15\x03\x01my-secret\r\n\r\n"):
            reader, writer = await asyncio.open_connection("127.0.0.1", server.link.port)
            writer.write(
                b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
            )  # aiohttp keeps quiet about a first request
            await reader.readuntil(b"\r\n\r\n")
            writer.write(nonsense)
            assert b" 400 " in await reader.readline()
            with contextlib.suppress(ConnectionResetError):  # what was left unread makes a reset of the end
                await reader.read()
            writer.close()
            line = await server.read_line()
            assert re.fullmatch(r"[\d:]+ warning: Error handling request from 127\.0\.0\.1: Bad\w+", line)
        server.send(signal.SIGTERM)
        await server.ended()
    assert not [line for line in server.lines if "Traceback" in line or "my-secret" in line]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("transport", ["websocket", "polling"])
async def test_it_says_goodbye_before_it_goes(tmp_path: Path, number: signal.Signals, transport: str) -> None:
    async with server_process("--data", str(tmp_path)) as server:
        await server.ready()
        async with foreigners(server.link) as (ann,):
            await ann.join(transport)
            server.send(number)
            await ann.until_cut()
            await ann.until(lambda: ann.of("refused"))  # python-socketio hands it over in a task of its own
            assert [message["code"] for message in ann.of("refused")] == ["restarting"]
        assert await server.ended() == 0


async def test_it_ends_when_the_app_that_started_it_is_gone(tmp_path: Path) -> None:
    async with server_process("--data", str(tmp_path), "--parent-pipe", stdin=asyncio.subprocess.PIPE) as server:
        await server.ready()
        async with foreigners(server.link) as (ann,):
            await ann.join()
            assert server.process.stdin is not None
            server.process.stdin.close()
            await ann.until(lambda: ann.of("refused"))
        assert await server.ended() == 0


async def test_links_boards_and_drawings_stay_the_same_after_a_restart(tmp_path: Path) -> None:
    port = own_port()
    async with server_process("--data", str(tmp_path), "--board", "Art", port=port) as server:
        await server.ready()
        first = server.link
        async with foreigners(first) as (ann,):
            await ann.join()
            await ann.acknowledged(await ann.edit(stroke("a")))
        server.send(signal.SIGTERM)
        await server.ended()
    async with server_process("--data", str(tmp_path), port=port) as server:
        await server.ready()
        assert server.link == first
        async with foreigners(first) as (ann,):
            await ann.join()
            snapshot = await ann.snapshot()
            assert [element["id"] for element, _ in snapshot["elements"]] == ["a"]
            assert ann.welcome["known"] == 1


async def test_an_open_server_says_so_loudly_and_keeps_the_codes_for_later(tmp_path: Path) -> None:
    async with server_process("--data", str(tmp_path), "--open") as server:
        await server.ready()
        assert server.link.code == ""
        assert "warning: everybody who reaches this machine can draw" in await server.read_line()
    async with server_process("--data", str(tmp_path)) as server:
        await server.ready()
        assert len(server.link.code) == 8


async def test_a_taken_port_is_one_sentence_with_what_to_do(tmp_path: Path) -> None:
    async with server_process("--data", str(tmp_path / "one")) as server:
        await server.ready()
        async with server_process("--data", str(tmp_path / "two"), port=server.link.port) as second:
            assert await second.ended() == 2
            (line,) = second.lines
            assert re.fullmatch(r"whiteboard-server: Port \d+ is taken, .*--port \(0 picks a free one\)\.", line)


async def test_a_folder_in_use_is_one_sentence_with_what_to_do(tmp_path: Path) -> None:
    async with server_process("--data", str(tmp_path)) as server:
        await server.ready()
        async with server_process("--data", str(tmp_path)) as second:
            assert await second.ended() == 2
            (line,) = second.lines
            assert "Another server is already using" in line
            assert "--data" in line


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--port", "99999"], "not a port"),
        (["--port", "-1"], "not a port"),
        (["--code", "KU"], "not a join code"),
        (["--code", "K7UM2XPA"], "not a join code"),
        (["--board", " \u200b "], "a board's name"),
        (["--code", "K7QM2XPA", "--open"], "not allowed with"),
        (["--log-level", "loud"], "invalid choice"),
    ],
)
def test_a_wrong_command_line_is_explained(
    arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        parse(arguments)
    assert end.value.code == 2
    assert complaint in capsys.readouterr().err


def test_the_defaults_serve_the_network_with_a_code() -> None:
    options = parse([])
    assert (options.host, options.port, options.code, options.announce) == ("0.0.0.0", 7440, None, True)
    assert options.boards == ()


@pytest.mark.deadline(600)
async def test_no_acknowledged_edit_is_lost_when_the_server_is_killed_again_and_again(tmp_path: Path) -> None:  # P2
    writers, kills = 4, 20
    acknowledged: dict[str, set[str]] = {}
    port = own_port()
    for round in range(kills):
        async with server_process("--data", str(tmp_path), "--open", port=port) as server:
            await server.ready()
            async with foreigners(server.link, writers) as people:
                for person in people:
                    await person.join()
                known = {element["id"] for element, _ in (await people[0].snapshot())["elements"]}
                known |= {entry["ops"][0]["element"]["id"] for entry in people[0].entries}
                for author, ids in acknowledged.items():
                    assert ids <= known, f"lost in round {round}, of {author}: {ids - known}"
                await _draw_until_killed(server, people, round)
                for person in people:
                    mine = (e for e in person.entries if e["author"] == person.welcome["author"] and "void" not in e)
                    ids = {entry["ops"][0]["element"]["id"] for entry in mine}
                    acknowledged.setdefault(person.client, set()).update(ids)
            await server.process.wait()
    assert sum(map(len, acknowledged.values())) > 5 * kills
    with sqlite3.connect(tmp_path / "boards.sqlite") as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        (entries, last) = db.execute("SELECT count(*), max(seq) FROM entry").fetchone()
        assert entries == last
    db.close()


async def _draw_until_killed(server: ServerProcess, people: list[Foreigner], round: int) -> None:
    async with asyncio.TaskGroup() as drawing:
        for person in people:
            drawing.create_task(_draw(person, round))
        await people[0].until(lambda: len(people[0].entries) > 20)
        kill(server.process)


async def _draw(person: Foreigner, round: int) -> None:
    """Draw until the server is gone."""
    for i in range(10_000):
        if not person.sio.connected:
            return
        try:
            await person.edit(stroke(f"{person.client[-2:]}-{round}-{i}"))
        except Exception:  # noqa: BLE001  # python-socketio has many ways to say that the connection is gone
            return
        await asyncio.sleep(0.001)


def test_its_links_are_the_apps_links() -> None:
    link = parse_link("http://127.0.0.1:7440/b/Klasse%207b#K7QM2XPA")
    assert str(link) == "http://127.0.0.1:7440/b/Klasse%207b#K7QM2XPA"
