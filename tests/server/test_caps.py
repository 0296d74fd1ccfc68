"""What one client can use up of the server: connections that say nothing, memory for trails, guesses of codes."""

from __future__ import annotations

import asyncio
import tracemalloc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest
import socketio

from server import trails
from server.board_log import BoardLog
from server.guesses import (
    ADDRESS_GUESSES,
    ADDRESS_SECONDS,
    BOARD_GUESSES,
    MAX_REMEMBERED,
    Guesses,
    block_of,
)
from server.hub import MAX_COUNTED, Visits
from server.trails import Trails
from server.web.origin import is_local
from tests.doubles.board import stroke as stroke_element
from tests.doubles.foreigner import foreigners, stroke
from tests.doubles.house import House, house
from tests.doubles.patience import PATIENCE, until
from whiteboard.model.element import Author, ElementId
from whiteboard.model.op import Put
from whiteboard.model.style import Style
from whiteboard.protocol.limits import MAX_TRAIL_POINTS_PER_MESSAGE
from whiteboard.protocol.messages import TrailPoints


@asynccontextmanager
async def connection(server: House) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    try:
        yield reader, writer
    finally:
        writer.transport.abort()


async def until_cut(reader: asyncio.StreamReader, seconds: float = PATIENCE) -> None:
    async with asyncio.timeout(seconds):
        with suppress(ConnectionResetError):
            assert await reader.read() == b""


# ------------------------------------------------------------ connections that ask for nothing


async def test_who_connects_and_says_nothing_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.arrivals.SILENT_SECONDS", 0.2)
    async with house() as server, connection(server) as (reader, _):
        await until_cut(reader)


async def test_who_says_a_letter_at_a_time_is_cut_off_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.arrivals.SILENT_SECONDS", 0.3)
    async with house() as server, connection(server) as (reader, writer):

        async def dribble() -> None:
            for letter in b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: " + b"x" * 1000:
                writer.write(bytes((letter,)))
                await asyncio.sleep(0.01)

        async with asyncio.TaskGroup() as tasks:
            dribbling = tasks.create_task(dribble())
            await until_cut(reader)
            dribbling.cancel()


async def test_who_has_asked_once_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.arrivals.SILENT_SECONDS", 1.0)
    async with house() as server, foreigners(server.link) as (ann,):
        await ann.join()
        clock = asyncio.get_running_loop().time
        begun = clock()
        await until(lambda: clock() > begun + 1.2)
        await ann.acknowledged(await ann.edit(stroke("a")))


async def test_only_so_many_silent_connections_are_kept_and_the_newest_get_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.arrivals.MAX_SILENT", 5)
    async with house() as server, connection(server) as (first, _):
        others = [await asyncio.open_connection("127.0.0.1", server.port) for _ in range(5)]
        await until_cut(first)
        async with foreigners(server.link) as (ann,):
            await ann.join()
        for _, writer in others:
            writer.transport.abort()


# ------------------------------------------------------------ memory for trails


def drawn(board: Trails, who: int, strokes: int, messages: int) -> int:
    """Somebody draws so many strokes of so many full messages; returns how many numbers are kept of him."""
    author, points = Author(f"{who:016x}"), (0, 0, 1) * MAX_TRAIL_POINTS_PER_MESSAGE
    for i in range(strokes):
        for start in range(messages):
            at = start * MAX_TRAIL_POINTS_PER_MESSAGE
            id = ElementId(f"s{who}-{i}")
            board.draw(who, author, TrailPoints(id=id, start=at, points=points, x=0.0, y=0.0, style=Style()), 0.0)
    return sum(len(trail.points) for trail in board if trail.author == author)


def test_a_member_fills_no_more_than_so_much_memory_with_strokes_in_progress() -> None:
    board = Trails()
    assert drawn(board, 1, 12, 20) == trails.MAX_MEMBER_NUMBERS
    assert drawn(board, 2, 1, 2) == 6 * MAX_TRAIL_POINTS_PER_MESSAGE  # somebody else draws on
    for trail in [trail for trail in board if trail.member == 1]:
        board.remove(trail.id)
    assert drawn(board, 1, 12, 20) == trails.MAX_MEMBER_NUMBERS  # all of it was given back


def test_a_whole_board_fills_no_more_than_so_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.trails.MAX_BOARD_NUMBERS", 3 * MAX_TRAIL_POINTS_PER_MESSAGE * 5)
    board = Trails()
    assert sum(drawn(board, who, 1, 2) for who in range(1, 9)) == 3 * MAX_TRAIL_POINTS_PER_MESSAGE * 5
    for trail in list(board):
        board.remove(trail.id)
    assert drawn(board, 9, 1, 2) == 3 * MAX_TRAIL_POINTS_PER_MESSAGE * 2  # all of it was given back


# ------------------------------------------------------------ guesses


def test_an_address_guesses_so_often_and_then_slowly() -> None:
    guesses = Guesses()
    for _ in range(int(ADDRESS_GUESSES)):
        assert guesses.wait("Board", "10.0.0.7", 0.0) == 0.0
        guesses.wrong("Board", "10.0.0.7", 0.0)
    assert guesses.wait("Board", "10.0.0.7", 0.0) == pytest.approx(ADDRESS_SECONDS)
    assert guesses.wait("Board", "10.0.0.8", 0.0) == 0.0
    assert guesses.wait("Other", "10.0.0.7", 0.0) == 0.0
    assert guesses.wait("Board", "10.0.0.7", ADDRESS_SECONDS) == 0.0
    guesses.wrong("Board", "10.0.0.7", ADDRESS_SECONDS)
    assert guesses.wait("Board", "10.0.0.7", ADDRESS_SECONDS) > 0.0


def test_a_board_is_guessed_so_often_from_all_addresses_together() -> None:
    guesses = Guesses()
    for i in range(int(BOARD_GUESSES)):
        assert guesses.wait("Board", f"10.0.{i}.7", 0.0) == 0.0
        guesses.wrong("Board", f"10.0.{i}.7", 0.0)
    assert guesses.wait("Board", "10.9.9.9", 0.0) > 0.0
    assert guesses.wait("Other", "10.9.9.9", 0.0) == 0.0


def test_addresses_of_one_network_of_ipv6_count_as_one() -> None:
    assert block_of("2001:db8::1") == block_of("2001:db8::ffff:1")
    assert block_of("2001:db8::1") != block_of("2001:db8:0:1::1")
    assert block_of("::ffff:10.0.0.7") == block_of("10.0.0.7") == "10.0.0.7"
    assert block_of("fe80::1%eth0") == block_of("fe80::2%eth1")


def test_what_is_remembered_of_guesses_is_bounded() -> None:
    guesses = Guesses()
    for i in range(MAX_REMEMBERED + 100):
        guesses.wrong("Board", f"10.{i >> 16}.{i >> 8 & 255}.{i & 255}", float(i))
    assert len(guesses._buckets) <= MAX_REMEMBERED


def test_what_is_remembered_of_people_who_came_is_bounded() -> None:
    visits = Visits()
    for i in range(MAX_COUNTED):
        visits.count(Author(f"{i:016x}"))
    visits.count(Author(f"{0:016x}"))
    assert (len(visits.people), visits.more) == (MAX_COUNTED, False)
    visits.count(Author("f" * 16))
    assert (len(visits.people), visits.more) == (MAX_COUNTED, True)


# ------------------------------------------------------------ sessions


async def test_strangers_who_say_no_hello_keep_nobody_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.transport.MAX_CONNECTIONS", 3)
    async with house() as server, foreigners(server.link, 4) as (first, second, ann, bob):
        await first.connect()
        await second.connect("polling")
        await ann.join()
        await bob.join()
        await first.until_cut()
        assert second.sio.connected
        assert ann.sio.connected


async def test_more_members_than_there_is_room_for_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.transport.MAX_CONNECTIONS", 2)
    async with house() as server, foreigners(server.link, 3) as (ann, bob, eve):
        await ann.join()
        await bob.join("polling")
        with pytest.raises(socketio.exceptions.ConnectionError):
            await eve.connect()
        assert len(server.room.members) == 2


# ------------------------------------------------------------ the log


def test_of_a_log_the_newest_entries_stay_in_memory_and_little_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.board_log.KEPT_ROWS", 100)
    log = BoardLog("log", cseqs={})
    ops = [Put(stroke_element(f"{i:040}")) for i in range(3)]
    tracemalloc.start()
    try:
        for cseq in range(1, 1001):
            log.publish(log.number(Author("ann"), cseq, 1000.5, ops).seq)
        taken, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    kept = log.published - log.floor
    assert 100 <= kept <= 120
    assert taken / kept - log.bytes_after(log.floor) / kept < 300


async def test_guessing_a_board_from_everywhere_does_not_shut_out_its_people() -> None:
    async with house() as server, foreigners(server.link, 2) as (member, stranger):
        await member.join()
        await member.acknowledged(await member.edit(stroke("a")))
        await member.hang_up()
        now = asyncio.get_running_loop().time()
        for i in range(int(BOARD_GUESSES) + 1):
            server.hub._guesses.wrong("Board", f"10.0.{i}.7", now)
        await member.join()
        await stranger.connect()
        await stranger.hello()
        await stranger.until_cut()
        assert stranger.of("refused")[0]["code"] == "guessing"


# ------------------------------------------------------------ names of the machine


def test_a_name_that_the_owner_gives_is_no_strangers() -> None:
    assert not is_local("boards.school.example:7440")
    assert is_local("Boards.School.Example:7440", {"boards.school.example"})
    assert not is_local("evil.example", {"boards.school.example"})
