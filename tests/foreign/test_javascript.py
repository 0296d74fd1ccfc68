"""An unmodified socket.io-client of JavaScript on the real server, beside somebody with a real editor."""

import asyncio
import dataclasses
import json
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.doubles.children import kill
from tests.doubles.lasting_server import LastingServer
from tests.doubles.patience import until
from tests.doubles.person import Person
from tests.doubles.proxy import Proxy, Upgrade
from whiteboard.model.element import ElementId
from whiteboard.model.points import InkPoint, unpack
from whiteboard.model.style import Style
from whiteboard.protocol.link import Link

HERE = Path(__file__).parent
SECONDS = 60.0
POINTS = [[160, 320, 128], [-40, 330, 255], [2000, 100, 0], [2000, 101, 64]]


@pytest.fixture(autouse=True)
def javascript() -> None:
    if shutil.which("node") is None:
        pytest.skip("no JavaScript here, missing: node")
    if not (HERE / "node_modules" / "socket.io-client").is_dir():
        pytest.skip("no socket.io-client here; once: npm ci --prefix tests/foreign")


class Jo:
    """A running join.mjs."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.heard: list[dict[str, Any]] = []

    async def says(self, event: str) -> dict[str, Any]:
        """The next event of this name."""
        assert self.process.stdout is not None
        async with asyncio.timeout(SECONDS):
            while True:
                line = await self.process.stdout.readline()
                assert line, f"it ended before {event}: {self.heard}"
                self.heard.append(json.loads(line))
                if self.heard[-1]["event"] == event:
                    return self.heard[-1]

    def draw(self, points: list[list[int]], *, lift: bool = True) -> None:
        self._say({"draw": points, "lift": lift})

    def lift(self) -> None:
        self._say({"lift": True})

    def _say(self, command: dict[str, object]) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(command).encode() + b"\n")


@asynccontextmanager
async def jo(link: Link, transport: str = "websocket") -> AsyncIterator[Jo]:
    """Jo comes as a guest, without encryption."""
    pipe = asyncio.subprocess.PIPE
    command = ["node", "join.mjs", str(dataclasses.replace(link, fingerprint="")), transport]
    process = await asyncio.create_subprocess_exec(*command, cwd=HERE, stdin=pipe, stdout=pipe)
    try:
        yield Jo(process)
    finally:
        if process.returncode is None:
            kill(process)
        await process.communicate()


async def draw_together(ann: Person, jo: Jo) -> None:
    """Each sees what was there, what the other is drawing, and what the other has drawn."""
    welcome = await jo.says("welcome")
    assert welcome["members"] == ["Ann", "Jo in JavaScript"]
    if welcome["elements"] == 0:  # an older snapshot, and the log since then in the first tick
        await jo.says("put")
    await until(lambda: [member.name for member in ann.editor.peers.others] == ["Jo in JavaScript"])

    ann.pen_down(0, 0)
    ann.pen_to(40, 20)
    drawing = await jo.says("drawing")
    ann.pen_to(80, 40)
    assert (await jo.says("points"))["count"] > 0
    ann.pen_up(100, 50)
    put = await jo.says("put")
    assert put["id"] == drawing["id"]
    element = ann.document.get(ElementId(put["id"]))
    assert element is not None
    assert [InkPoint(*point) for point in put["points"]] == unpack(element.points)

    jo.draw(POINTS, lift=False)
    id = ElementId((await jo.says("drew"))["id"])
    await until(lambda: any(trail.id == id and trail.points for trail in ann.trails), what="ink while it is drawn")
    assert ann.document.get(id) is None
    jo.lift()
    assert (await jo.says("acknowledged"))["refused"] is None
    await until(lambda: id in ann.document)
    drawn = ann.document.get(id)
    assert drawn is not None
    assert drawn.style == Style(color="#2f9e44", width=8)
    assert (drawn.geometry.x, drawn.geometry.y) == (-2.5, 6.25)
    assert unpack(drawn.points) == [InkPoint(x + 40, y - 100, pressure) for x, y, pressure in POINTS]
    assert drawn.order > element.order

    ann.editor.undo()
    assert (await jo.says("remove"))["id"] == put["id"]


@pytest.mark.parametrize("transport", ["websocket", "polling"])
async def test_javascript_joins_sees_and_draws(tmp_path: Path, transport: str) -> None:
    ann = Person("Ann")
    async with LastingServer(tmp_path) as server, ann.on_board(server.link):
        await ann.arrive()
        ann.draw()
        await until(lambda: ann.settled)
        async with jo(server.link, transport) as other:
            assert (await other.says("connected"))["transport"] == transport
            await draw_together(ann, other)


async def test_javascript_goes_by_long_polling_where_websockets_are_refused(tmp_path: Path) -> None:
    ann = Person("Ann")
    async with LastingServer(tmp_path) as server, Proxy(server.link.port) as proxy, ann.on_board(server.link):
        proxy.upgrade = Upgrade.REFUSE
        await ann.arrive()
        ann.draw()
        await until(lambda: ann.settled)
        async with jo(server.through(proxy.port), "any") as other:
            assert (await other.says("connected"))["transport"] == "polling"
            await draw_together(ann, other)


async def test_javascript_comes_back_and_gets_what_it_missed(tmp_path: Path) -> None:
    ann = Person("Ann")
    async with LastingServer(tmp_path) as server, Proxy(server.link.port) as proxy, ann.on_board(server.link):
        await ann.arrive()
        async with jo(server.through(proxy.port)) as other:
            await other.says("welcome")
            await proxy.close()
            await other.says("disconnected")
            id = ann.draw()
            other.draw(POINTS)
            mine = (await other.says("drew"))["id"]
            await until(lambda: ann.settled)
            await proxy.open()
            assert (await other.says("welcome"))["resumed"] is True
            assert (await other.says("put"))["id"] == id
            await until(lambda: ElementId(mine) in ann.document, what="what was drawn without a connection")


async def test_javascript_is_told_that_the_code_is_wrong(tmp_path: Path) -> None:
    async with LastingServer(tmp_path) as server, jo(Link("127.0.0.1", server.link.port, "Board", "00000000")) as other:
        assert (await other.says("refused"))["code"] == "wrong_code"


def test_the_lock_names_no_address() -> None:
    assert "resolved" not in (HERE / "package-lock.json").read_text()
    assert "://" not in (HERE / "package-lock.json").read_text()
