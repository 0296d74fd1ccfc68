"""Sharing a board by a real server in a child process, on loopback and without announcing."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.doubles.patience import PATIENCE, until
from tests.doubles.person import Person
from tests.doubles.ports import own_port
from tests.doubles.surprises import Surprises
from whiteboard.net import backoff, hosting
from whiteboard.net.hosting import Hosted, HostedServer, HostingFailed, child, hosted_server
from whiteboard.net.hosting.hosted_server import firewall_hint, is_taken, ready_link
from whiteboard.net.sentences import sentence
from whiteboard.net.trouble import HostingTrouble
from whiteboard.protocol.link import Link
from whiteboard.protocol.refusal import Refusal

NAME = "Ann's Bøard"


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a busy machine; a test that needs haste says so itself."""
    monkeypatch.setattr(hosted_server, "START_SECONDS", 2 * PATIENCE)
    monkeypatch.setattr(hosted_server, "PROBE_SECONDS", PATIENCE)
    monkeypatch.setattr(child, "GOODBYE_SECONDS", PATIENCE)


def server_of(
    folder: Path, report: Callable[[Hosted | HostingFailed], None] = lambda news: None, port: int = 0, *command: str
) -> HostedServer:
    return HostedServer(
        NAME,
        folder,
        report,
        port=port,
        host="127.0.0.1",
        announce=False,
        command=command or hosted_server.COMMAND,
        chance=lambda: 0.0,
    )


async def test_a_shared_board_can_be_joined_by_its_link(tmp_path: Path) -> None:
    server = server_of(tmp_path)
    hosted = await server.start()
    try:
        assert (hosted.board, hosted.note) == (NAME, "")
        assert len(hosted.code) == 8
        assert hosted.links == (hosted.own_link,)
        assert await firewall_hint(hosted) == ""
        ann = Person("Ann")
        async with ann.on_board(hosted.own_link):
            await ann.arrive()
    finally:
        await server.stop()
    assert "1 board" in server.details or server.pid == 0


async def test_stopping_says_goodbye_to_the_members(tmp_path: Path) -> None:
    server = server_of(tmp_path)
    hosted = await server.start()
    ann = Person("Ann")
    async with ann.on_board(hosted.own_link):
        await ann.arrive()
        await server.stop()
        await until(lambda: any(report.refusal is Refusal.RESTARTING for report in ann.reports))


async def test_a_taken_port_is_replaced_by_a_free_one_and_that_is_said(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        server = server_of(tmp_path, lambda news: None, port)
        hosted = await server.start()
        await server.stop()
    assert hosted.port != port
    assert hosted.hint == sentence(HostingTrouble.PORT_TAKEN, port=hosted.port)


async def test_killed_it_comes_back_on_the_same_port_with_the_same_code(tmp_path: Path, surprises: Surprises) -> None:
    surprises.expect("the server ended by itself")
    news: list[Hosted | HostingFailed] = []
    server = server_of(tmp_path, news.append, own_port())
    hosted = await server.start()
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(server.run())
        os.kill(server.pid, signal.SIGKILL)
        await until(lambda: len(news) == 2)
        running.cancel()
    crashed, back = news
    assert isinstance(crashed, HostingFailed)
    assert not crashed.final
    assert crashed.sentence == sentence(HostingTrouble.CRASHED)
    assert back == hosted
    assert not is_taken("127.0.0.1", hosted.port)


async def test_a_server_that_dies_again_and_again_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, surprises: Surprises
) -> None:
    surprises.expect("the server ended by itself")
    monkeypatch.setattr(backoff, "delay", lambda attempt, chance: 0.0)
    line = f"READY board={NAME} link={Link('127.0.0.1', 7, NAME, 'K7QM2XPA')}"
    news: list[Hosted | HostingFailed] = []
    server = server_of(tmp_path, news.append, 0, sys.executable, "-c", f"print({line!r}); print('bad disk')")
    await server.start()
    async with asyncio.timeout(PATIENCE):
        await server.run()
    last = news[-1]
    assert isinstance(last, HostingFailed)
    assert last.final
    assert last.sentence == sentence(HostingTrouble.CRASHING)
    assert "bad disk" in last.details


@pytest.mark.parametrize(
    ("command", "trouble"),
    [
        (("/nowhere/python",), HostingTrouble.NOT_STARTED),
        ((sys.executable, "-c", "raise SystemExit('the disk is full')"), HostingTrouble.ENDED),
        ((sys.executable, "-c", "raise PermissionError('Permission denied')"), HostingTrouble.NOT_PERMITTED),
    ],
)
async def test_each_way_of_not_starting_has_its_own_sentence(
    tmp_path: Path, command: tuple[str, ...], trouble: HostingTrouble
) -> None:
    server = server_of(tmp_path, lambda news: None, 0, *command)
    with pytest.raises(HostingFailed) as failure:
        await server.start()
    assert failure.value.trouble is trouble
    assert failure.value.final
    if trouble is HostingTrouble.ENDED:
        assert "the disk is full" in failure.value.details


async def test_a_server_that_does_not_become_ready_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hosted_server, "START_SECONDS", 0.3)
    server = server_of(tmp_path, lambda news: None, 0, sys.executable, "-c", "import sys; sys.stdin.read()")
    with pytest.raises(HostingFailed) as failure:
        await server.start()
    assert failure.value.trouble is HostingTrouble.TOO_SLOW


async def test_stopping_needs_no_signal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "GOODBYE_SECONDS", 3600.0)
    link = Link("127.0.0.1", 7, NAME, "K7QM2XPA")
    deaf = "import signal, sys; signal.signal(signal.SIGTERM, signal.SIG_IGN); "
    deaf += f"print('READY board=x link={link}', flush=True); sys.stdin.read()"
    server = server_of(tmp_path, lambda news: None, 0, sys.executable, "-c", deaf)
    await server.start()
    await server.stop()
    assert server.pid == 0


async def test_cancelling_the_start_leaves_no_process(tmp_path: Path) -> None:
    server = server_of(tmp_path)
    async with asyncio.TaskGroup() as tasks:
        starting = tasks.create_task(server.start())
        await until(lambda: server.pid)
        pid = server.pid
        starting.cancel()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


async def test_a_server_in_use_can_be_reached_and_one_that_is_not_gives_a_hint() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        gone = Hosted(NAME, "", unused.getsockname()[1], "127.0.0.1")
    assert await firewall_hint(gone) == sentence(HostingTrouble.UNREACHABLE, port=gone.port)


def test_without_a_network_there_is_a_hint_instead_of_links(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hosting.values, "local_addresses", list)
    hosted = Hosted(NAME, "K7QM2XPA", 7440, "0.0.0.0")
    assert hosted.links == ()
    assert hosted.hint == sentence(HostingTrouble.ALONE)
    assert hosted.own_link.host == "127.0.0.1"


def test_only_ready_lines_are_read() -> None:
    link = Link("192.168.1.20", 7440, "a link=b", "K7QM2XPA")
    assert ready_link(f"READY board=a link=b link={link}") == link
    assert ready_link(f"ALSO board=a link=b link={link}") is None
    assert ready_link("12:00:00 READY to rumble") is None
    assert ready_link("READY board=x link=nonsense") is None
