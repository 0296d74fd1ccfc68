"""A session: greeting, coming back, refusals, reports. The server says what the test wants; the rest is real."""

import asyncio
import dataclasses

import msgspec
import pytest

from tests.doubles.board import entry, hash_at, snapshot, stroke, tick
from tests.doubles.patience import until
from tests.doubles.person import Person
from tests.doubles.proxy import Proxy, Upgrade
from tests.doubles.wire import ScriptedServer
from whiteboard.model.element import ElementId
from whiteboard.model.op import Put
from whiteboard.net import connection, pump, visit
from whiteboard.net import session as session_module
from whiteboard.net.addresses import LocalAddress
from whiteboard.net.sentences import KEEP_DRAWING, sentence
from whiteboard.net.session import Session
from whiteboard.net.status import Connection, Phase
from whiteboard.net.trouble import Trouble
from whiteboard.protocol.host_messages import SetGuests
from whiteboard.protocol.identity import author_of
from whiteboard.protocol.link import Link
from whiteboard.protocol.messages import Edit, Hello, Member, Presence, Profile, Refused, ServerMessage, Tick, Welcome
from whiteboard.protocol.refusal import FATAL, Refusal


def welcome(hello: Hello, **more: object) -> Welcome:
    """The welcome of a server whose board is empty and has been so from the beginning."""
    author = author_of(hello.client)
    given: dict[str, object] = {
        "author": author,
        "member": 1,
        "board": hello.board,
        "log_id": "log-1",
        "start": 0,
        "cseq": 0,
        "known": 0,
        "snapshot": "/b/Board/snapshot?seq=0",
        "token": "secret",
        "members": (Member(no=1, author=author, name=hello.name, color=hello.color),),
    }
    return msgspec.convert(given | more, Welcome)


def through(proxy: Proxy, host: ScriptedServer) -> Link:
    return dataclasses.replace(host.link, port=proxy.port)


def server(*answers: ServerMessage) -> ScriptedServer:
    """Gives these answers to the first hellos, and welcomes all others."""
    waiting = list(answers)
    scripted = ScriptedServer(lambda hello: [waiting.pop(0) if waiting else welcome(hello)])
    scripted.snapshot = snapshot()
    return scripted


async def test_it_greets_with_board_code_and_person() -> None:
    ann = Person("Ann")
    async with server() as host, ann.on_board(host.link, color="#e03131"):
        await ann.arrive()
        hello = host.greetings[0]
        assert (hello.board, hello.code, hello.name, hello.color) == ("Board", "K7QM2XPA", "Ann", "#e03131")
        assert hello.app.startswith("Whiteboard ")
        assert host.tokens == ["Bearer secret"]


async def test_it_reports_how_it_stands_from_first_to_last() -> None:
    ann = Person("Ann")
    async with server() as host, ann.on_board(host.link):
        await until(lambda: ann.connection.round_trip is not None and ann.connection.phase is Phase.ONLINE)
        assert ann.connection.transport == "websocket"
        ann.draw()
        await until(lambda: ann.connection.unsent == 1)  # this server never confirms
    phases = [report.phase for report in ann.reports]
    assert list(dict.fromkeys(phases)) == [Phase.CONNECTING, Phase.ONLINE, Phase.OFFLINE]
    assert all(a != b for a, b in zip(ann.reports, ann.reports[1:], strict=False))


async def test_a_snapshot_is_fetched_and_ticks_meanwhile_are_kept() -> None:
    ann = Person("Ann")
    host = server()
    host.snapshot = snapshot(stroke("old"))
    host.answer = lambda hello: [welcome(hello), Tick(seq=0, hash=hash_at(0))]
    async with host, ann.on_board(host.link):
        await ann.arrive()
        assert [element.id for element in ann.document] == ["old"]


async def test_it_has_arrived_when_all_is_there_that_the_board_held_at_the_welcome() -> None:
    ann = Person("Ann")
    host = server()
    host.snapshot = snapshot()
    host.answer = lambda hello: [welcome(hello, head=1)]
    async with host, ann.on_board(host.link):
        await until(lambda: ann.editor.replica.online)
        ann.draw()
        await until(lambda: any(isinstance(message, Edit) for message in host.heard))
        assert ann.connection.phase is Phase.CONNECTING
        await host.say(tick(entry(1, Put(stroke("younger than the snapshot")))))
        await ann.arrive()
        assert ann.document.get(ElementId("younger than the snapshot")) is not None


async def test_a_snapshot_that_is_on_its_way_is_given_up_for_a_newer_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visit, "PING_SECONDS", 0.1)
    ann = Person("Ann")
    host = server()
    host.snapshot_ready.clear()
    async with host, ann.on_board(host.link):
        await until(lambda: host.tokens)
        await host.say(welcome(host.greetings[0], start=5))
        await until(lambda: len(host.tokens) == 2)
        host.snapshot = snapshot(stroke("new"), seq=5)
        host.snapshot_ready.set()
        await ann.arrive()
        pings = host.pings
        await until(lambda: host.pings > pings + 3)
        assert [element.id for element in ann.document] == ["new"]
        assert len(host.greetings) == 1, "a second snapshot would have been out of step"


async def test_what_is_drawn_goes_out_by_itself() -> None:
    ann = Person("Ann")
    async with server() as host, ann.on_board(host.link):
        await ann.arrive()
        id = ann.draw()
        await until(lambda: any(isinstance(message, Edit) for message in host.heard))
        edit = next(message for message in host.heard if isinstance(message, Edit))
        assert edit.cseq == 1
        assert id in str(edit.ops)


async def test_a_nudge_sends_at_once_but_not_more_often_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    ann = Person("Ann")
    async with server() as host, ann.on_board(host.link):
        await ann.arrive()
        monkeypatch.setattr(pump, "FLUSH_SECONDS", 3600.0)
        clock = asyncio.get_running_loop().time
        quiet = clock() + 0.2
        await until(lambda: clock() > quiet, what="whatever pause goes on to end, and one of an hour to begin")
        monkeypatch.setattr(pump, "FLUSH_SECONDS", 0.5)
        began = clock()
        for count in (1, 2):
            ann.draw()
            await until(lambda: sum(isinstance(message, Edit) for message in host.heard) == count)  # noqa: B023
        assert clock() - began >= 0.5


async def test_leaving_sends_what_was_drawn_last() -> None:
    ann = Person("Ann")
    async with server() as host:
        async with ann.on_board(host.link):
            await ann.arrive()
            ann.draw()
        await until(lambda: any(isinstance(message, Edit) for message in host.heard))


@pytest.mark.parametrize("code", sorted(FATAL))
async def test_a_final_refusal_is_explained_and_not_tried_again(code: Refusal) -> None:
    ann = Person("Ann")
    async with server(Refused(code=code)) as host, ann.on_board(host.link):
        await until(lambda: ann.connection.phase is Phase.REFUSED)
        assert ann.connection.refusal is code
        assert ann.connection.sentence == sentence(code, "127.0.0.1")
        assert len(host.greetings) == 1


async def test_a_full_board_is_tried_again_no_sooner_than_it_says() -> None:
    ann = Person("Ann")
    async with server(Refused(code=Refusal.FULL, retry_after=1.0)) as host, ann.on_board(host.link) as session:
        began = session._clock()
        await until(lambda: ann.connection.phase is Phase.RETRYING)
        assert ann.connection.sentence == sentence(Refusal.FULL)
        await ann.arrive()
        assert session._clock() - began >= 1.0
        assert ann.connection.sentence == ""


async def test_a_restarting_server_is_waited_for() -> None:
    ann = Person("Ann")
    async with server() as host, ann.on_board(host.link):
        await ann.arrive()
        await host.say(Refused(code=Refusal.RESTARTING))
        await until(lambda: ann.connection.phase is Phase.RETRYING)
        assert ann.connection.sentence.endswith(KEEP_DRAWING)
        await ann.arrive()


async def test_after_a_cut_it_comes_back_by_itself_with_a_higher_ordinal() -> None:
    ann = Person("Ann")
    async with server() as host, Proxy(host.link.port) as proxy:
        link = through(proxy, host)
        async with ann.on_board(link):
            for count in (1, 2, 3):
                await ann.arrive()
                assert len(host.greetings) == count
                proxy.cut()
                await until(lambda: ann.connection.phase is Phase.RETRYING)
            await ann.arrive()
    ordinals = [hello.ordinal for hello in host.greetings]
    assert ordinals == sorted(set(ordinals))


async def test_what_a_host_decides_while_the_line_is_down_is_said_once_it_is_back() -> None:
    ann = Person("Ann")
    async with server() as host, Proxy(host.link.port) as proxy, ann.on_board(through(proxy, host)) as session:
        await ann.arrive()
        await proxy.close()
        await until(lambda: ann.connection.phase is Phase.RETRYING)
        session.decide(SetGuests(on=True))
        await proxy.open()
        await until(lambda: SetGuests(on=True) in host.heard)
        session.decide(SetGuests(on=False))
        await until(lambda: SetGuests(on=False) in host.heard)
        assert host.heard.count(SetGuests(on=True)) == 1


async def test_asked_to_hurry_it_does_not_wait() -> None:
    ann = Person("Ann")
    async with server(Refused(code=Refusal.FULL, retry_after=3600.0)) as host, ann.on_board(host.link) as session:
        await until(lambda: ann.connection.phase is Phase.RETRYING)
        session.retry_now()
        await ann.arrive()


async def test_a_network_that_comes_back_ends_the_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    mine: list[LocalAddress] = []
    looks: list[int] = []

    def local_addresses() -> list[LocalAddress]:
        looks.append(len(mine))
        return list(mine)

    monkeypatch.setattr(session_module, "TIDY_SECONDS", 0.05)
    monkeypatch.setattr(session_module, "local_addresses", local_addresses)
    ann = Person("Ann")
    async with server(Refused(code=Refusal.FULL, retry_after=3600.0)) as host, ann.on_board(host.link):
        await until(lambda: len(looks) > 3)
        assert ann.connection.phase is Phase.RETRYING
        mine.append(LocalAddress("192.168.1.20", 24, "eth0"))
        await ann.arrive()


async def test_a_server_that_says_nothing_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visit, "WELCOME_SECONDS", 0.3)
    ann = Person("Ann")
    async with ScriptedServer() as host, ann.on_board(host.link):
        await until(lambda: ann.connection.phase is Phase.RETRYING)
        assert ann.connection.sentence == sentence(Trouble.SILENT, "127.0.0.1")


async def test_a_server_that_falls_silent_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visit, "PING_SECONDS", 0.1)
    ann = Person("Ann")
    async with server() as host, Proxy(host.link.port) as proxy, ann.on_board(through(proxy, host)):
        await ann.arrive()
        proxy.stall()
        await until(lambda: ann.connection.phase is Phase.RETRYING)
        assert ann.connection.sentence.startswith(sentence(Trouble.SILENT, "127.0.0.1"))
        proxy.flow()
        await ann.arrive()


async def test_where_websockets_are_cut_after_the_greeting_it_polls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visit, "WELCOME_SECONDS", 1.0)
    ann = Person("Ann")
    host = server()
    host.answer = lambda hello: [welcome(hello)] if host.transports[-1] == "polling" else []
    async with host, ann.on_board(host.link):
        await ann.arrive()
        assert ann.connection.transport == "polling"


async def test_polling_is_tried_first_once_it_was_all_that_worked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(connection.PATIENCE, "websocket", 0.5)
    ann = Person("Ann")
    async with server() as host, Proxy(host.link.port) as proxy:
        proxy.upgrade = Upgrade.HANG
        async with ann.on_board(through(proxy, host)):
            await ann.arrive()
            proxy.cut()
            await until(lambda: ann.connection.phase is Phase.RETRYING)
            monkeypatch.setitem(connection.PATIENCE, "websocket", 60.0)
            await ann.arrive()
            assert ann.connection.transport == "polling"


async def test_a_board_that_wants_to_greets_again_on_the_same_connection() -> None:
    ann = Person("Ann")
    async with server() as host, ann.on_board(host.link):
        await ann.arrive()
        await host.say(Tick(seq=7, hash="other"))
        await until(lambda: len(host.greetings) == 2)
        await ann.arrive()
        assert len(host.transports) == 1


async def test_a_board_that_never_gets_in_step_does_not_greet_without_end() -> None:
    ann = Person("Ann")
    host = server()
    host.answer = lambda hello: [welcome(hello, resumed=True, start=5, snapshot="")]
    async with host, ann.on_board(host.link):
        await until(lambda: len(host.greetings) >= 4)
        assert not any(isinstance(message, Presence) for message in host.heard)
    assert len(host.greetings) < 10


async def test_a_snapshot_that_cannot_be_had_is_tried_again() -> None:
    ann = Person("Ann")
    host = server()
    host.snapshot = None
    async with host, ann.on_board(host.link):
        await until(lambda: ann.connection.phase is Phase.RETRYING)
        assert ann.connection.sentence == sentence(Trouble.NO_SNAPSHOT, "127.0.0.1")
        host.snapshot = snapshot()
        await ann.arrive()


async def test_a_new_name_is_sent_at_once_and_used_in_the_next_greeting() -> None:
    ann = Person("Ann")
    async with server() as host, Proxy(host.link.port) as proxy, ann.on_board(through(proxy, host)) as session:
        await ann.arrive()
        session.introduce(Profile(name="Anna", color="#2f9e44"))
        await until(lambda: Profile(name="Anna", color="#2f9e44") in host.heard)
        proxy.cut()
        await until(lambda: len(host.greetings) == 2)
        assert (host.greetings[1].name, host.greetings[1].color) == ("Anna", "#2f9e44")


async def test_a_fault_of_our_own_is_not_taken_for_a_bad_network() -> None:
    def fail(report: Connection) -> None:
        raise ZeroDivisionError

    async with server() as host:
        session = Session(Person("Ann").editor, host.link, Profile(name="Ann", color=""), fail)
        with pytest.raises(BaseExceptionGroup) as group:
            await session.run()
    assert group.group_contains(ZeroDivisionError)
