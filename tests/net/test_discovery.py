"""Boards near you: what is listed of what is seen. Seen by hand; for real networks see test_discovery_networks.py."""

import asyncio
import contextlib
import dataclasses
from collections.abc import AsyncIterator, Callable

import pytest
from zeroconf.asyncio import AsyncServiceInfo

from tests.doubles.patience import until
from tests.doubles.services import say_nothing, service
from tests.doubles.wire import ScriptedServer
from whiteboard.net import discovery
from whiteboard.net.discovery import Discovery, NearbyBoard
from whiteboard.net.http import http_client
from whiteboard.net.sightings import SERVICE_TYPE, Gone, Seen, Sighting, seen_in

KEY = "0123456789ABCDEFGHJKMNPQRS"


class Lookout:
    """Stands for the network: a test says what is seen."""

    def __init__(self) -> None:
        self.report: Callable[[Sighting], None] | None = None

    async def watch(self, report: Callable[[Sighting], None]) -> None:
        self.report = report
        await asyncio.Event().wait()

    def see(self, sighting: Sighting) -> None:
        assert self.report is not None
        self.report(sighting)


@contextlib.asynccontextmanager
async def looking() -> AsyncIterator[tuple[Lookout, list[tuple[NearbyBoard, ...]]]]:
    lookout, lists = Lookout(), list[tuple[NearbyBoard, ...]]()
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(Discovery(lists.append, watch=lookout.watch).run())
        await until(lambda: lookout.report)
        yield lookout, lists
        running.cancel()


def seen(server: ScriptedServer, board: str = "Board", service: str = "one", *addresses: str) -> Seen:
    return Seen(service, board, "Ann's laptop", False, server.link.port, addresses or ("127.0.0.1",))


@contextlib.asynccontextmanager
async def silence(*addresses: str, port: int) -> AsyncIterator[None]:
    """At these addresses calls are taken and never answered; where a system has only 127.0.0.1, they are refused."""
    async with contextlib.AsyncExitStack() as stack:
        for address in addresses:
            with contextlib.suppress(OSError):
                await stack.enter_async_context(service(say_nothing, host=address, port=port))
        yield


async def test_what_answers_is_listed_sorted_by_name() -> None:
    async with ScriptedServer() as server, looking() as (lookout, lists):
        lookout.see(seen(server, "Maths 7b", "one"))
        lookout.see(seen(server, "Ärzte & Köche", "two"))
        lookout.see(seen(server, "biology", "three"))
        await until(lambda: lists and len(lists[-1]) == 3)
        assert [board.name for board in lists[-1]] == ["biology", "Maths 7b", "Ärzte & Köche"]
        first = lists[-1][0]
        assert (first.address, first.host, first.open) == ("127.0.0.1", "Ann's laptop", False)
        assert first.link.port == server.link.port
        assert first.link.code == ""


@pytest.mark.parametrize(("boards", "people"), [(1, 3), (2, None)])
async def test_people_are_counted_where_the_server_has_only_this_board(boards: int, people: int | None) -> None:
    async with ScriptedServer() as server, looking() as (lookout, lists):
        server.health = {"version": "1", "protocol": 1, "members": 3, "boards": boards, "uptime": 1}
        lookout.see(seen(server))
        await until(lambda: lists)
        assert lists[-1][0].people == people


async def test_what_does_not_answer_is_not_listed() -> None:
    async with ScriptedServer() as server, looking() as (lookout, lists):
        server.health = {"another": "service"}
        lookout.see(seen(server, "Trap", "one"))
        async with ScriptedServer() as good:
            lookout.see(seen(good, "Board", "two"))
            await until(lambda: lists)
        assert [board.name for board in lists[-1]] == ["Board"]


async def test_what_is_taken_back_is_gone_at_once() -> None:
    async with ScriptedServer() as server, looking() as (lookout, lists):
        lookout.see(seen(server))
        await until(lambda: lists)
        lookout.see(Gone("one"))
        assert lists[-1] == ()
        lookout.see(Gone("never seen"))
        assert len(lists) == 2


async def test_what_stops_answering_is_dropped_after_two_failures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discovery, "PROBE_SECONDS", 0.05)
    monkeypatch.setattr(discovery, "FAR_SECONDS", 0.05)
    async with ScriptedServer() as server, looking() as (lookout, lists):
        lookout.see(seen(server))
        await until(lambda: lists)
        server.health = {}
        await until(lambda: lists[-1] == ())
        server.health = {"version": "1", "protocol": 1, "members": 0, "boards": 1, "uptime": 1}
        await until(lambda: lists[-1] != ())


async def test_a_board_is_listed_as_it_is_called_now_and_found_by_its_name() -> None:
    async with ScriptedServer() as server, looking() as (lookout, lists):
        lookout.see(seen(server, "Untitled board", "one"))
        await until(lambda: lists)
        lookout.see(dataclasses.replace(seen(server, "Untitled board", "one"), title="Physics 9b"))
        await until(lambda: lists[-1][0].name == "Physics 9b")
        lookout.see(dataclasses.replace(seen(server, "Untitled board", "two"), title="Physics"))
        await until(lambda: lists[-1][0].name == "Physics")
        (board,) = lists[-1]
        assert board.link.board == "Untitled board"


async def test_a_server_announced_twice_is_listed_once() -> None:
    async with ScriptedServer() as server, looking() as (lookout, lists):
        lookout.see(seen(server, "Board", "one"))
        lookout.see(seen(server, "Board", "two"))
        await until(lambda: lists)
        lookout.see(Gone("one"))
        await until(lambda: lists[-1])
        assert [len(boards) for boards in lists] in ([1], [1, 0, 1])


async def test_of_many_addresses_one_that_answers_is_found_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discovery, "KNOCK_SECONDS", 3600.0)
    addresses = ("127.0.0.3", "127.0.0.2", "127.0.0.1", "::1")
    async with ScriptedServer() as server, http_client() as http, silence(*addresses[:2], port=server.link.port):
        answer = await discovery.first_that_answers(http, seen(server, "Board", "one", *addresses))
        assert answer is not None
        assert answer.address == "127.0.0.1"
        assert await discovery.first_that_answers(http, Seen("s", "Board", "", False, 1, ("127.0.0.1",))) is None
        assert await discovery.first_that_answers(http, Seen("s", "Board", "", False, 1, ())) is None


def test_a_service_is_read_with_care() -> None:
    def info(port: int | None = 7440, **facts: bytes | str | None) -> AsyncServiceInfo:
        return AsyncServiceInfo(
            SERVICE_TYPE,
            f"x.{SERVICE_TYPE}",
            port=port,
            properties=facts,
            parsed_addresses=["10.0.0.7"],
            server="h.local.",
        )

    name = f"x.{SERVICE_TYPE}"
    assert seen_in(info(board="Ünï 黒板", open="1")) == Seen(name, "Ünï 黒板", "", True, 7440, ("10.0.0.7",))
    assert seen_in(info(board="A", open="0", host="Raum 12")) == Seen(name, "A", "Raum 12", False, 7440, ("10.0.0.7",))
    known = Seen(name, "A", "", False, 7440, ("10.0.0.7",), KEY)
    assert seen_in(info(board="A", key=KEY)) == known
    assert seen_in(info(board="A", key=KEY, title="B/\n")) == dataclasses.replace(known, title="B")
    assert seen_in(info(board="A", key=KEY.lower())) == dataclasses.replace(known, fingerprint="")
    assert seen_in(info(board=b"\xff\x00")) is not None
    assert seen_in(info(board=None)) is None
    assert seen_in(info()) is None
    assert seen_in(info(port=0, board="A")) is None
