"""One board, every way in: the app, a page in a browser, JavaScript's socket.io-client, two commands in a terminal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.doubles.desktop import Desktop, desktop
from tests.doubles.lasting_server import LastingServer
from tests.doubles.patience import until
from tests.foreign.test_javascript import Jo, javascript, jo
from tests.terminal.command import Command, run, started
from tests.web.guest import LAPTOP, Guest, guests, running_browser
from whiteboard.model.element import Element
from whiteboard.model.geometry import Point
from whiteboard.model.points import UNITS_PER_BOARD_UNIT, unpack

__all__ = ["javascript"]  # a fixture that skips where there is no JavaScript

SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0 L160 10" stroke="#1971c2" stroke-width="8"/></svg>'


def newest(app: Desktop) -> Element:
    return max(app.board.editor.document, key=lambda element: element.order)


async def sees(gus: Guest, element: Element) -> None:
    """Ink in the browser at a point in the middle of a stroke: there a pixel is a board unit."""
    points = unpack(element.points)
    middle = points[len(points) // 2]
    x, y = (part / UNITS_PER_BOARD_UNIT for part in (middle.x, middle.y))
    await gus.sees_ink(element.geometry.x + x, element.geometry.y + y)


async def hears(watch: Command, name: str) -> dict[str, Any]:
    while True:
        event: dict[str, Any] = json.loads(await watch.said('"drew"'))
        if event["who"]["name"] == name:
            return event


async def puts(jo: Jo, element: Element) -> None:
    while (await jo.says("put"))["id"] != element.id:
        pass


async def test_all_on_one_board_see_one_anothers_strokes(tmp_path: Path) -> None:
    (tmp_path / "line.svg").write_text(SVG)
    with running_browser() as devtools:
        async with (
            LastingServer(tmp_path / "server", "Physics") as server,
            desktop(tmp_path / "ann", "Ann", link=server.link) as ann,
            started("watch", str(server.link), "--json") as watch,
            jo(server.link) as script,
            guests(devtools, LAPTOP) as (gus,),
        ):
            plain = server.through(server.link.port, plain=True)
            await gus.come(plain, "Gus")
            await script.says("welcome")
            await until(lambda: ann.online)
            everybody = {"Watcher", "Jo in JavaScript", "Gus"}
            await until(lambda: {member.name for member in ann.board.others} == everybody)

            await gus.draw((500, 150), (660, 160))
            await until(lambda: ann.drawn == 1)
            await puts(script, newest(ann))
            assert (await hears(watch, "Gus"))["elements"][0]["id"] == newest(ann).id

            script.draw([[8000, 4000, 255], [9600, 4100, 255]])
            await until(lambda: ann.drawn == 2)
            await sees(gus, newest(ann))
            assert (await hears(watch, "Jo in JavaScript"))["elements"][0]["id"] == newest(ann).id

            ann.board.view.canvas.look_at(Point(600, 400))  # all of it is also in the browser's window
            ann.draw(300)
            assert ann.drawn == 3
            await sees(gus, newest(ann))
            await puts(script, newest(ann))
            assert (await hears(watch, "Ann"))["elements"][0]["id"] == newest(ann).id

            drawing = await run("draw", str(server.link), "--svg", str(tmp_path / "line.svg"), "--at", "500,350")
            assert drawing.process.returncode == 0
            await until(lambda: ann.drawn == 4)
            await sees(gus, newest(ann))
            await puts(script, newest(ann))
            assert (await hears(watch, "Drawing"))["elements"][0]["id"] == newest(ann).id
