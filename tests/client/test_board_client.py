"""A script on a real board, beside somebody with a real editor."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import msgspec
import pytest

from tests.doubles.house import house
from tests.doubles.lasting_server import LastingServer
from tests.doubles.patience import PATIENCE, until
from tests.doubles.person import Person
from tests.doubles.proxy import Proxy, Upgrade
from tests.doubles.table import HOST_KEY
from tests.doubles.wire import ScriptedServer
from tests.protocol.test_pictures import drawn
from whiteboard.client import (
    Arrived,
    BadStroke,
    BoardClient,
    CannotJoin,
    DoorSet,
    Drawing,
    Drew,
    Erased,
    Event,
    GaveUp,
    Joined,
    Knocked,
    Left,
    Lost,
    Missed,
    Moved,
    NotTaken,
    Renamed,
)
from whiteboard.client.events import NOBODY
from whiteboard.client.stream import MAX_WAITING, EventStream
from whiteboard.model.element import ElementId
from whiteboard.model.geometry import Point
from whiteboard.model.op import Patch
from whiteboard.model.points import unpack
from whiteboard.model.style import Style
from whiteboard.protocol.host_messages import Admit, SetApproval
from whiteboard.protocol.link import BadLink
from whiteboard.protocol.messages import Profile, Refused
from whiteboard.protocol.pictures import BadPicture
from whiteboard.protocol.refusal import Refusal

PICTURE = drawn("png", 200, 100)


@contextlib.asynccontextmanager
async def listening(board: BoardClient) -> AsyncIterator[list[Event]]:
    """The events of a board, as they come."""
    heard: list[Event] = []

    async def listen() -> None:
        async for event in board.events():
            heard.append(event)

    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(listen())
        await asyncio.sleep(0)
        yield heard
        task.cancel()


async def hears(heard: list[Event], fits: Callable[[Event], bool]) -> Event:
    await until(lambda: any(map(fits, heard)), what=f"one of {heard}")
    return next(event for event in heard if fits(event))


async def test_a_stroke_is_on_the_board_when_draw_returns(tmp_path: Path) -> None:
    ann = Person("Ann")
    async with LastingServer(tmp_path) as server, ann.on_board(server.link):
        await ann.arrive()
        async with BoardClient(str(server.link), "Robot") as board:
            id = await board.draw([(5.0, 5.0), (-20.0, 40.5, 0.5), (60.0, 8.0)], color="#e03131", width=8.0)
            element = board.document.get(id)
            await until(lambda: id in ann.document)
            assert ann.document.get(id) == element
            assert [member.name for member in board.members] == ["Ann", "Robot"]
        await until(lambda: not ann.editor.peers.others)
    assert element is not None
    assert element.style == Style(color="#e03131", width=8.0)
    assert (element.geometry.x, element.geometry.y, element.geometry.w, element.geometry.h) == (-20.0, 5.0, 80.0, 35.5)
    assert [point.pressure for point in unpack(element.points)] == [255, 128, 255]


async def test_it_is_told_who_does_what(tmp_path: Path) -> None:
    ann = Person("Ann")
    async with LastingServer(tmp_path) as server, BoardClient(server.link) as board, listening(board) as heard:
        async with ann.on_board(server.link) as session:
            await ann.arrive()
            id = ann.draw()
            drew = await hears(heard, lambda event: isinstance(event, Drew))
            element = ann.document.get(id)
            assert element is not None
            ann.editor.submit([Patch(id=id, geometry=msgspec.structs.replace(element.geometry, x=9.0, y=9.0))])
            await hears(heard, lambda event: isinstance(event, Moved))
            ann.editor.undo()
            ann.editor.undo()
            await hears(heard, lambda event: isinstance(event, Erased))
            session.introduce(Profile(name="Anna", color="#e03131"))
            await hears(heard, lambda event: isinstance(event, Renamed) and event.who.name == "Anna")
        await hears(heard, lambda event: isinstance(event, Left))
    assert isinstance(drew, Drew)
    assert (drew.who.name, [e.id for e in drew.elements]) == ("Ann", [id])
    kinds = [type(event) for event in heard if not isinstance(event, Drawing)]
    assert kinds == [Joined, Drew, Moved, Moved, Erased, Renamed, Left]


async def test_it_is_told_of_a_stroke_while_the_pen_is_down_and_when_nothing_comes_of_it(tmp_path: Path) -> None:
    ann = Person("Ann")
    async with LastingServer(tmp_path) as server, ann.on_board(server.link):
        await ann.arrive()
        async with BoardClient(server.link) as board, listening(board) as heard:
            ann.pen_down(0, 0)
            ann.pen_to(30, 30)
            begun = await hears(heard, lambda event: isinstance(event, Drawing) and event.first)
            assert isinstance(begun, Drawing)
            assert begun.who.name == "Ann"
            ann.editor.cancel()
            await hears(heard, lambda event: isinstance(event, GaveUp))
            assert len(board.document) == 0


async def test_a_stroke_can_be_drawn_before_the_others_eyes(tmp_path: Path) -> None:
    ann = Person("Ann")
    async with LastingServer(tmp_path) as server, ann.on_board(server.link):
        await ann.arrive()
        async with BoardClient(server.link) as board:
            id = await board.draw([(float(x), 0.0) for x in range(200)], seconds=1.5)
            await until(lambda: id in ann.document)
            assert sum(trail.id == id and bool(trail.points) for trail in ann.trails) > 1
            pointers = ann.editor.peers.pointers
            await until(lambda: [(p.x, p.tool) for p in pointers.values()] == [(199.0, "pen")], what="the pointer")
        assert not ann.editor.peers.drawing


async def test_many_strokes_go_in_few_edits(tmp_path: Path) -> None:
    async with (
        LastingServer(tmp_path) as server,
        BoardClient(server.link) as board,
        BoardClient(server.link) as other,
        listening(other) as heard,
    ):
        places = [(0.0, 0.0), (10.0, 0.0)]
        ids = await board.draw_all([(places, Style())] * 450)
        await until(lambda: sum(len(event.elements) for event in heard if isinstance(event, Drew)) == 450)
        assert [len(event.elements) for event in heard if isinstance(event, Drew)] == [200, 200, 50]
        assert {element.id for element in other.document} == set(ids)
        orders = [element.order for id in ids if (element := board.document.get(id)) is not None]
        assert orders == sorted(orders), "later strokes lie above earlier ones"
        await board.erase(*ids)
        await until(lambda: len(other.document) == 0)


async def test_it_comes_back_and_is_told_what_happened_meanwhile(tmp_path: Path) -> None:
    ann = Person("Ann")
    async with (
        LastingServer(tmp_path) as server,
        Proxy(server.link.port) as proxy,
        ann.on_board(server.link),
        BoardClient(server.through(proxy.port)) as board,
        listening(board) as heard,
    ):
        await ann.arrive()
        await proxy.close()
        await hears(heard, lambda event: isinstance(event, Lost))
        waiting = asyncio.gather(board.draw([(0, 0), (50, 50)]))
        id = ann.draw()
        await until(lambda: ann.settled)
        await proxy.open()
        (mine,) = await waiting
        await hears(heard, lambda event: isinstance(event, Arrived))
        await hears(heard, lambda event: isinstance(event, Drew) and event.elements[0].id == id)
        assert {element.id for element in board.document} == {id, mine}


async def test_without_websockets_it_goes_by_long_polling_and_says_so(tmp_path: Path) -> None:
    async with LastingServer(tmp_path) as server, Proxy(server.link.port) as proxy:
        proxy.upgrade = Upgrade.REFUSE
        async with BoardClient(server.through(proxy.port, plain=True)) as board, BoardClient(server.link) as other:
            assert (board.connection.transport, other.connection.transport) == ("polling", "websocket")
            id = await board.draw([(0, 0), (9, 9)])
            await until(lambda: id in other.document)


async def test_a_wrong_code_is_a_sentence_and_final(tmp_path: Path) -> None:
    async with LastingServer(tmp_path) as server:
        link = str(server.link).partition("#")[0] + "#0000-0000"
        with pytest.raises(CannotJoin, match="code") as refused:
            async with BoardClient(link):
                raise AssertionError("it was let in")
    assert refused.value.refusal is Refusal.WRONG_CODE


async def test_without_patience_the_first_failure_ends_it(tmp_path: Path) -> None:
    async with LastingServer(tmp_path) as server:
        link = server.link
    with pytest.raises(CannotJoin, match="No board is shared"):
        async with BoardClient(link, patience=0.0):
            raise AssertionError("it was let in")


async def test_with_patience_it_waits_for_a_server_that_starts_later(tmp_path: Path) -> None:
    async with LastingServer(tmp_path) as server:
        await server.stop()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(server.start())
            async with BoardClient(server.link, patience=2 * PATIENCE) as board:
                assert board.name == "Board"


def test_what_is_no_link_is_said_at_once() -> None:
    with pytest.raises(BadLink):
        BoardClient("physics")


async def test_an_edit_that_the_server_refuses_raises_in_the_script(tmp_path: Path) -> None:
    async with LastingServer(tmp_path) as server, BoardClient(server.link) as board, BoardClient(server.link) as other:
        id = await board.draw([(0, 0), (9, 9)])
        await until(lambda: id in other.document)
        element = board.document.get(id)
        assert element is not None
        with pytest.raises(NotTaken) as refused:
            await other.put([msgspec.structs.replace(element, order="A")])
        assert refused.value.refusal is Refusal.EXISTS
        assert other.document.get(id) == element
        await other.draw([(1, 1), (2, 2)])


@pytest.mark.parametrize(
    ("points", "style"),
    [
        ([], {}),
        ([(float("nan"), 0.0)], {}),
        ([(0.0, 0.0), (0.0, float("inf"))], {}),
        ([(0.0, 0.0, 1.5)], {}),
        ([(0.0, 0.0)], {"color": "red"}),
        ([(0.0, 0.0)], {"width": 0.0}),
        ([(0.0, 0.0)], {"ink": "chalk"}),
        ([(0.0, 0.0)] * 20_001, {}),
        ([(0.0, 0.0), (1e8, 0.0)], {}),
    ],
)
async def test_what_is_no_stroke_never_leaves_the_script(
    tmp_path: Path, points: list[tuple[float, float]], style: dict[str, object]
) -> None:
    async with LastingServer(tmp_path) as server, BoardClient(server.link) as board:
        with pytest.raises(BadStroke):
            await board.draw(points, **style)  # type: ignore[arg-type]
        assert len(board.document) == 0


async def test_what_was_underway_fails_when_the_script_leaves(tmp_path: Path) -> None:
    async with LastingServer(tmp_path) as server, Proxy(server.link.port) as proxy:
        async with BoardClient(server.through(proxy.port)) as board:
            proxy.stall()
            lost = asyncio.gather(board.draw([(0, 0), (1, 1)]), return_exceptions=True)
            await asyncio.sleep(0)
        (error,) = await lost
        assert isinstance(error, CannotJoin)
        with pytest.raises(CannotJoin, match="left"):
            await board.draw([(0, 0), (1, 1)])


async def test_a_stream_ends_when_the_server_refuses_for_good() -> None:
    async with ScriptedServer(lambda hello: [Refused(code=Refusal.GONE, why="")]) as server:
        with pytest.raises(CannotJoin) as refused:
            async with BoardClient(server.link):
                raise AssertionError("it was let in")
    assert refused.value.refusal is Refusal.GONE


async def test_a_slow_script_is_told_how_much_it_missed() -> None:
    stream = EventStream()
    for number in range(MAX_WAITING + 3):
        stream.add(GaveUp(NOBODY, ElementId(str(number)), Style()))
    stream.end()
    events = [event async for event in stream]
    assert events[0] == Missed(3)
    assert [event.id for event in events[1:3] if isinstance(event, GaveUp)] == ["3", "4"]
    assert len(events) == MAX_WAITING + 1


async def test_the_example_in_the_documentation_is_real(tmp_path: Path) -> None:
    import whiteboard.client

    example = (whiteboard.client.__doc__ or "").partition("\n\n")[2]
    assert "await board.draw([(0, 0), (200, 100)]" in example
    async with LastingServer(tmp_path) as server, BoardClient(server.link, name="Robot") as board:
        await board.draw([(0, 0), (200, 100)], color="#e03131", width=8)
        (element,) = board.document
        assert Point(element.geometry.w, element.geometry.h) == Point(200.0, 100.0)


async def test_a_picture_is_put_on_the_board_and_there_for_all() -> None:
    async with house() as server, BoardClient(server.link) as board:
        id = await board.put_image(PICTURE, 10, 20, width=100, alt="A line")
        element = board.document.get(id)
        assert element is not None
        assert (element.geometry.w, element.geometry.h, element.content.alt) == (100, 50, "A line")
        async with BoardClient(server.link) as other:
            assert other.document.get(id) == element
        assert server.hub.pictures.has(server.room.ledger.log.log_id, element.content.asset)
        again = await board.put_image(PICTURE, 0, 0)
        assert again != id
        with pytest.raises(BadPicture):
            await board.put_image(b"no picture", 0, 0)


async def test_a_host_hears_who_knocks_and_lets_them_in() -> None:
    async with house() as server, BoardClient(server.link, "Host", host_key=HOST_KEY) as host, listening(host) as heard:
        host.decide(SetApproval(on=True))
        await hears(heard, lambda event: isinstance(event, DoorSet) and event.approval)
        at_the_door: list[str] = []
        async with asyncio.TaskGroup() as tasks:

            async def come() -> None:
                async with BoardClient(server.link, "Eva", at_the_door=lambda: at_the_door.append("Eva")) as eva:
                    assert [member.name for member in eva.others] == ["Host"]
                    await hears(heard, lambda event: isinstance(event, Joined))

            tasks.create_task(come())
            knock = await hears(heard, lambda event: isinstance(event, Knocked))
            assert isinstance(knock, Knocked)
            assert knock.who.name == "Eva"
            await until(lambda: at_the_door == ["Eva"])
            host.decide(Admit(author=knock.who.author))
