"""Several people with real editors and sessions on one real server, on networks that fail."""

import asyncio
import contextlib
import dataclasses
import random
import shutil
from pathlib import Path

import pytest

from tests.bench.handwriting import handwriting
from tests.doubles.board import stroke
from tests.doubles.lasting_server import LastingServer
from tests.doubles.patience import PATIENCE, until
from tests.doubles.person import Person
from tests.doubles.proxy import Proxy, Upgrade
from whiteboard.model.geometry import Rect
from whiteboard.net.status import Phase
from whiteboard.protocol.refusal import Refusal


async def agree(*people: Person, seconds: float = PATIENCE) -> None:
    """Wait until everybody's edits are confirmed and all see the same board."""
    first, *others = people
    await until(
        lambda: all(person.settled for person in people) and all(p.document == first.document for p in others),
        seconds,
        "one board: " + ", ".join(f"{p.name} {len(p.document)} {p.connection}" for p in people),
    )


async def test_what_one_draws_the_other_sees(tmp_path: Path) -> None:
    ann, ben = Person("Ann"), Person("Ben")
    async with LastingServer(tmp_path) as server, ann.on_board(server.link), ben.on_board(server.link):
        await ann.arrive()
        await ben.arrive()
        drawn = {ann.draw(y=10.0 * n) for n in range(3)} | {ben.draw(y=100.0)}
        await agree(ann, ben)
        assert {element.id for element in ben.document} == drawn
        assert [member.name for member in ann.editor.peers.others] == ["Ben"]


async def test_ink_and_pointer_are_seen_while_the_pen_is_down(tmp_path: Path) -> None:
    ann, ben = Person("Ann"), Person("Ben")
    async with LastingServer(tmp_path) as server, ann.on_board(server.link), ben.on_board(server.link):
        await ann.arrive()
        await ben.arrive()
        ann.pen_down(0, 0)
        for x in range(5, 60, 5):
            ann.pen_to(x, x / 2)
        await until(lambda: any(trail.points for trail in ben.trails))
        pointers = ben.editor.peers.pointers
        await until(lambda: [(p.x, p.y, p.tool) for p in pointers.values()] == [(55, 27.5, "pen")], what="the pointer")
        assert len(ben.document) == 0
        assert ben.editor.peers.drawing
        id = ben.trails[0].id
        ann.pen_up(60, 30)
        await agree(ann, ben)
        assert [element.id for element in ben.document] == [id]
        assert not ben.editor.peers.drawing


async def test_a_newcomer_sees_the_stroke_that_is_being_drawn(tmp_path: Path) -> None:
    ann, ben = Person("Ann"), Person("Ben")
    async with LastingServer(tmp_path) as server, ann.on_board(server.link):
        await ann.arrive()
        ann.draw()
        ann.pen_down(0, 0)
        ann.pen_to(30, 30)
        ann.pen_to(60, 0)
        await until(lambda: ann.settled)
        async with ben.on_board(server.link):
            await ben.arrive()
            assert len(ben.document) == 1
            await until(lambda: any(trail.points for trail in ben.trails))


async def test_drawn_without_a_network_it_merges_on_return(tmp_path: Path) -> None:
    ann, ben = Person("Ann"), Person("Ben")
    async with (
        LastingServer(tmp_path) as server,
        Proxy(server.link.port) as proxy,
        ann.on_board(server.through(proxy.port)),
        ben.on_board(server.link),
    ):
        await ann.arrive()
        await ben.arrive()
        before = ann.draw()
        await agree(ann, ben)
        await proxy.close()
        await until(lambda: ann.connection.phase is Phase.RETRYING)
        mine = {ann.draw(y=20.0 * n) for n in range(5)}
        theirs = {ben.draw(y=300 + 20.0 * n) for n in range(5)}
        await until(lambda: ann.connection.unsent == 5)
        await proxy.open()
        await agree(ann, ben)
    assert {element.id for element in ann.document} == mine | theirs | {before}


async def test_the_killed_server_returns_with_the_same_board(tmp_path: Path) -> None:
    ann, ben = Person("Ann"), Person("Ben")
    drawn = set()
    async with LastingServer(tmp_path) as server, ann.on_board(server.link), ben.on_board(server.link):
        await ann.arrive()
        await ben.arrive()
        for round in range(3):
            drawn |= {ann.draw(x=100.0 * round), ben.draw(x=100.0 * round, y=50)}
            await server.kill()
            drawn |= {ann.draw(x=100.0 * round, y=100), ben.draw(x=100.0 * round, y=150)}
            await server.start()
            await agree(ann, ben)
        assert {element.id for element in ann.document} == drawn
    cleo = Person("Cleo")
    async with LastingServer(tmp_path) as server, cleo.on_board(server.link):
        await cleo.arrive()
        assert {element.id for element in cleo.document} == drawn


@pytest.mark.parametrize("upgrade", [Upgrade.REFUSE, Upgrade.MUTE])
async def test_where_websockets_are_blocked_everything_works_by_polling(tmp_path: Path, upgrade: Upgrade) -> None:
    ann, ben = Person("Ann"), Person("Ben")
    async with LastingServer(tmp_path) as server, Proxy(server.link.port) as proxy:
        proxy.upgrade = upgrade
        async with ann.on_board(server.through(proxy.port, plain=True)), ben.on_board(server.link):
            await ann.arrive()
            await ben.arrive()
            assert (ann.connection.transport, ben.connection.transport) == ("polling", "websocket")
            for n in range(30):
                ann.draw(y=10.0 * n)
                ben.draw(x=500, y=10.0 * n)
            await agree(ann, ben)
            assert len(ann.document) == 60


async def test_a_board_drawn_alone_is_shared_without_losing_anything(tmp_path: Path) -> None:
    old = [stroke(f"old{n}", y=10.0 * n) for n in range(1_000)]
    ann, ben = Person("Ann", old, attached=False), Person("Ben")
    newest = ann.draw()
    async with LastingServer(tmp_path) as server:
        ann.editor.replica.hosting = True
        ann.editor.replica.attach()
        async with ann.on_board(server.link), ben.on_board(server.link):
            while_sharing = ann.draw(y=50)
            await ann.arrive()
            await ben.arrive()
            await agree(ann, ben)
    assert {element.id for element in ben.document} == {element.id for element in old} | {newest, while_sharing}


@pytest.mark.parametrize("upgrade", [Upgrade.PASS, Upgrade.REFUSE])
async def test_a_large_board_is_given_to_the_server_and_to_a_newcomer(tmp_path: Path, upgrade: Upgrade) -> None:
    old = handwriting(4_000, (Rect(0, 0, 8_000, 6_000),))
    assert sum(len(element.points) for element in old) > 500_000
    ann, ben = Person("Ann", old, attached=False), Person("Ben")
    ann.editor.replica.attach()
    async with LastingServer(tmp_path) as server, Proxy(server.link.port) as proxy:
        proxy.upgrade = upgrade
        link = server.through(proxy.port, plain=upgrade is Upgrade.REFUSE)
        async with ann.on_board(link), ben.on_board(link):
            await ann.arrive()
            await ben.arrive()
            await agree(ann, ben)
            assert (
                ann.connection.transport
                == ben.connection.transport
                == ("polling" if upgrade is Upgrade.REFUSE else "websocket")
            )
        cleo = Person("Cleo")
        async with cleo.on_board(link):
            await cleo.arrive()
            assert cleo.document == ann.document


async def test_a_restored_backup_costs_nobody_what_they_have_not_sent(tmp_path: Path) -> None:
    """SPEC S6."""
    ann, ben = Person("Ann"), Person("Ben")
    async with LastingServer(tmp_path / "data") as server, ann.on_board(server.link):
        await ann.arrive()
        first = ann.draw()
        await until(lambda: ann.settled)
        await server.stop()
        shutil.copytree(tmp_path / "data", tmp_path / "backup")
        await server.start()
        await until(lambda: ann.settled)
        lost = ann.draw(y=20)
        await until(lambda: ann.settled)
        await server.kill()
        kept = ann.draw(y=40)
        client = ann.editor.replica.standing.client
        shutil.rmtree(server.data)
        shutil.copytree(tmp_path / "backup", server.data)
        await server.start()
        async with ben.on_board(server.link):
            await ben.arrive()
            await agree(ann, ben)
        assert ann.editor.replica.standing.client != client
    ids = {element.id for element in ann.document}
    assert {first, kept} <= ids
    assert lost not in ids, "SPEC S5: what the server has lost is lost; only pending edits stay"


async def test_a_host_whose_server_lost_everything_gives_the_board_to_it_anew(tmp_path: Path) -> None:
    """SPEC S11."""
    ann, ben = Person("Ann"), Person("Ben")
    ann.editor.replica.hosting = True
    async with LastingServer(tmp_path / "data", "Board", "--code", "K7QM2XPA") as server, ann.on_board(server.link):
        await ann.arrive()
        drawn = {ann.draw(y=10.0 * n) for n in range(4)}
        await until(lambda: ann.settled)
        await server.kill()
        for file in server.data.glob("boards.sqlite*"):
            file.unlink()
        await server.start()
        async with ben.on_board(server.link):
            await agree(ann, ben)
    assert {element.id for element in ben.document} == drawn


async def test_a_wrong_code_and_a_missing_board_are_told_apart(tmp_path: Path) -> None:
    ann, ben = Person("Ann"), Person("Ben")
    async with (
        LastingServer(tmp_path) as server,
        ann.on_board(dataclasses.replace(server.link, code="00000000")),
        ben.on_board(dataclasses.replace(server.link, board="Nowhere")),
    ):
        await until(lambda: ann.connection.phase is Phase.REFUSED)
        await until(lambda: ben.connection.phase is Phase.REFUSED)
    assert ann.reports[-1].refusal is Refusal.WRONG_CODE
    assert ben.reports[-1].refusal in (Refusal.GONE, Refusal.WRONG_CODE)


@pytest.mark.parametrize("seed", range(3))
async def test_on_bad_networks_nothing_is_lost_and_nothing_comes_twice(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    people = [Person(name) for name in ("Ann", "Ben", "Cleo", "Dan")]
    drawn = set()
    async with LastingServer(tmp_path) as server, contextlib.AsyncExitStack() as stack:
        proxies = [await stack.enter_async_context(Proxy(server.link.port)) for _ in people]
        proxies[3].upgrade = Upgrade.REFUSE
        for person, proxy in zip(people, proxies, strict=True):
            link = server.through(proxy.port, plain=proxy.upgrade is Upgrade.REFUSE)
            await stack.enter_async_context(person.on_board(link))
        for round in range(40):
            person, proxy = chance.choice(people), chance.choice(proxies)
            drawn.add(person.draw(chance.uniform(0, 800), chance.uniform(0, 600)))
            match chance.randrange(12):
                case 0:
                    proxy.cut()
                case 1:
                    proxy.delay = chance.choice((0.0, 0.05, 0.2))
                case 2:
                    proxy.stall()
                    asyncio.get_running_loop().call_later(chance.uniform(0.1, 2.0), proxy.flow)
                case 3 if round % 2:
                    person.editor.undo()
                case 4 if round == 20:
                    await server.kill()
                    await server.start()
                case _:
                    pass
            await asyncio.sleep(chance.uniform(0.0, 0.08))
        for proxy in proxies:
            proxy.delay = 0.0
            proxy.flow()
        await agree(*people, seconds=3 * PATIENCE)
        left = {element.id for element in people[0].document}
        undone = {id for id in drawn if id not in left}
        assert left <= drawn
        assert len(undone) <= 10
        newcomer = Person("Eve")
        async with newcomer.on_board(server.link):
            await newcomer.arrive()
            assert newcomer.document == people[0].document
