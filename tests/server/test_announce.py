"""Boards on the network: what is announced, tried in a network namespace of its own so that nobody else hears it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import signal
import sys
from pathlib import Path

import msgspec
import pytest

from server.announce import service
from server.room import Room, Surroundings
from server.storage.port import BoardRecord, StoredBoard
from tests.doubles import networks
from tests.doubles.children import kill
from tests.doubles.server_process import ROOT

KEY = "0123456789ABCDEFGHJKMNPQRS"
BOARDS = ("Klasse 7b", "数学. Ž")


def room(name: str, code: str = "K7QM2XPA") -> Room:
    around = Surroundings(lambda: 0.0, lambda: "token", lambda: 1, lambda: "NEWC0DE1")
    return Room(StoredBoard(BoardRecord(name, "log-1", code)), around)


@pytest.mark.parametrize("name", ["Klasse 7b", "Ann's board. Really.", "数学" * 40, "x" * 80, "Ď" * 80])
def test_a_service_fits_into_mdns_whatever_the_name(name: str) -> None:
    info = service(room(name), "7f3a", ["10.0.0.7"], "host.local.", 7440)
    assert info is not None
    label = info.name.removesuffix("._whiteboard._tcp.local.")
    assert len(label.encode()) <= 63
    assert "." not in label
    assert label.endswith(" 7f3a")
    assert info.decoded_properties == {"board": name, "v": "1", "open": "0", "id": "log-1"}


def test_a_service_says_whether_its_board_is_open() -> None:
    info = service(room("Board", code=""), "7f3a", ["10.0.0.7"], "host.local.", 7440)
    assert info is not None
    assert info.decoded_properties["open"] == "1"


def test_a_service_says_who_shares_the_board() -> None:
    info = service(room("Board"), "7f3a", ["10.0.0.7"], "host.local.", 7440, "Ms Lee")
    assert info is not None
    assert info.decoded_properties["host"] == "Ms Lee"


@pytest.mark.parametrize("title", ["Physics 9b", "Ž" * 80, "数" * 80])
def test_a_service_says_what_its_board_is_called_now(title: str) -> None:
    renamed = room("Board")
    renamed.door.decide(msgspec.structs.replace(renamed.door.rules, title=title))
    info = service(renamed, "7f3a", ["10.0.0.7"], "host.local.", 7440)
    assert info is not None
    assert info.decoded_properties["board"] == "Board"
    assert info.decoded_properties["title"] == title
    renamed.door.decide(msgspec.structs.replace(renamed.door.rules, title="𝔘" * 80))
    long = service(renamed, "7f3a", ["10.0.0.7"], "host.local.", 7440)
    assert long is not None
    assert long.decoded_properties["title"] == "𝔘" * 62


def test_a_service_says_by_which_certificate_to_know_the_server() -> None:
    info = service(room("Board"), "7f3a", ["10.0.0.7"], "host.local.", 7440, "", KEY)
    assert info is not None
    assert info.decoded_properties["key"] == KEY
    plain = service(room("Board"), "7f3a", ["10.0.0.7"], "host.local.", 7440)
    assert plain is not None
    assert "key" not in plain.decoded_properties


def test_a_name_that_is_too_long_for_mdns_is_not_announced(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "server.announce"):
        assert service(room("𝔘" * 80), "7f3a", [], "host.local.", 7440) is None


@pytest.mark.skipif(bool(networks.lacking()), reason=f"needs {networks.lacking()}")
async def test_neighbours_on_every_network_find_the_boards_until_the_server_goes(tmp_path: Path) -> None:
    environ = dict(os.environ, WHITEBOARD_NO_SETUP="1")
    pipe = asyncio.subprocess.PIPE
    with networks.namespaces({"10.77.1": ("s", "a"), "10.77.2": ("s", "b")}) as inside:
        boards = [word for board in BOARDS for word in ("--board", board)]
        command = [*inside["s"], sys.executable, "-m", "server", "--port", "0", "--data", str(tmp_path), *boards]
        server = await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=environ, stdout=pipe)
        look = (sys.executable, "-m", "tests.server.neighbour", "2")
        neighbours = [
            await asyncio.create_subprocess_exec(*inside[room], *look, cwd=ROOT, env=environ, stdout=pipe)
            for room in ("a", "b")
        ]
        try:
            ready = await line_of(server)
            addresses = ["10.77.1.1", "10.77.2.1"]
            for neighbour in neighbours:
                found = json.loads(await line_of(neighbour))
                assert sorted(board["board"] for board in found) == sorted(BOARDS)
                assert all(board["addresses"] == addresses for board in found)
                assert all(f":{board['port']}/b/" in ready for board in found)
            server.send_signal(signal.SIGTERM)
            for neighbour in neighbours:
                assert json.loads(await line_of(neighbour)) == []
        finally:
            for process in (server, *neighbours):
                with contextlib.suppress(ProcessLookupError):
                    kill(process)
                await process.communicate()


async def line_of(process: asyncio.subprocess.Process) -> str:
    assert process.stdout is not None
    line = await process.stdout.readline()
    assert line, f"ended with {await process.wait()}"
    return line.decode()
