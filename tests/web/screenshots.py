"""Pictures of the page as guests see it, to be looked at: `python3 -m tests.web.screenshots [FOLDER]`. Not a test.

Door, board, panels and words at phone, tablet and laptop size, light and dark, with others drawing and every kind of
element.
"""

from __future__ import annotations

import asyncio
import contextlib
import math
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.doubles.foreigner import foreigners
from tests.doubles.house import house
from tests.doubles.patience import until
from tests.doubles.person import Person
from tests.doubles.proxy import Proxy
from tests.doubles.table import HOST_KEY
from whiteboard.model.content import Content
from whiteboard.model.element import CONNECTOR, NOTE, PAGE, SHAPE, TEXT, Element, ElementId, Geometry
from whiteboard.model.op import Put
from whiteboard.model.style import Font, Style
from whiteboard.protocol.link import Link

from .guest import LAPTOP, PHONE, Guest, address_of, guests, running_browser

TABLET: dict[str, Any] = {"viewport": {"width": 820, "height": 1180}, "has_touch": True, "is_mobile": True}
DARK: dict[str, Any] = LAPTOP | {"color_scheme": "dark"}
LOOKS = {"phone": PHONE, "tablet": TABLET, "laptop": LAPTOP, "dark": DARK}


def lesson() -> list[Element]:
    """A page of a lesson: a diagram, notes and a text."""
    made: list[Element] = []

    def add(kind: str, x: float, y: float, w: float, h: float, **groups: Any) -> None:
        id = ElementId(f"e{len(made)}")
        geometry = Geometry(x=x, y=y, w=w, h=h)
        made.append(Element(id=id, kind=kind, geometry=geometry, order=f"{len(made):04d}V", **groups))

    blue, green = Style(color="#1971c2", fill="#d0ebff", width=3.0), Style(color="#2f9e44", fill="#d3f9d8", width=3.0)
    add(TEXT, 60, 20, 420, 48, text="Photosynthesis", style=Style(font=Font(size=36, bold=True)))
    add(
        SHAPE,
        60,
        110,
        150,
        80,
        text="Light",
        style=Style(color="#f08c00", fill="#fff3bf", width=3.0),
        content=Content(form="ellipse"),
    )
    add(SHAPE, 60, 240, 150, 80, text="Water", style=blue, content=Content(form="rounded"))
    add(SHAPE, 360, 170, 150, 90, text="Leaf", style=green, content=Content(form="rounded"))
    add(SHAPE, 640, 170, 150, 90, text="Sugar", style=Style(width=3.0), content=Content(form="hexagon"))
    arrow = Content(form="curved", bend=0.15)
    add(CONNECTOR, 215, 150, 140, 45, style=Style(head="arrow", width=3.0), content=arrow)
    add(CONNECTOR, 215, 280, 140, -40, style=Style(head="arrow", width=3.0), content=Content(form="curved", bend=-0.15))
    add(
        CONNECTOR,
        515,
        215,
        120,
        0,
        style=Style(head="triangle", width=3.0, dash="dashed"),
        content=Content(form="straight"),
    )
    add(
        NOTE,
        360,
        320,
        160,
        160,
        text="Where does the oxygen go?",
        style=Style(color="#ffe066", font=Font(align="center")),
        content=Content(by="Ann"),
    )
    add(
        TEXT,
        60,
        360,
        260,
        100,
        text="- needs light\n- makes sugar\n- sets oxygen free",
        style=Style(font=Font(size=24)),
        content=Content(wraps=True),
    )
    made.append(
        Element(
            id=ElementId("first"),
            kind=PAGE,
            geometry=Geometry(x=0, y=0),
            order="0001V",
            content=Content(paper="squared"),
        )
    )
    made.append(
        Element(
            id=ElementId("p2"), kind=PAGE, geometry=Geometry(x=0, y=0), order="0002V", content=Content(title="Homework")
        )
    )
    return made


async def main(folder: Path) -> None:
    ann = Person("Ann")
    with running_browser() as browser:
        async with house("Klasse 7b") as server, ann.on_board(server.link), Proxy(server.port) as proxy:
            await ann.arrive()
            ann.editor.submit([Put(element) for element in lesson()])
            await until(lambda: ann.settled)
            for name, look in LOOKS.items():
                async with guests(browser, look) as (gus,):
                    await one_look(
                        gus, name, ann, Link("127.0.0.1", proxy.port, "Klasse 7b", server.link.code), proxy, folder
                    )
            async with guests(browser, PHONE) as (eva,), foreigners(server.link, 7) as people:
                await people[0].join(host_key=HOST_KEY, name="Frau Weber", color="#7048e8")
                for i, person in enumerate(people[1:]):
                    await person.join(name=f"Kind {i}", color="#c2255c")
                await people[0].say("role", {"role": "viewer"})
                await eva.come(server.plain, "Eva")
                await eva.shows("#notice", "You may look")
                await shot(eva, folder, "phone-viewer")
                await eva.page.click("#people")
                await shot(eva, folder, "phone-people")
                await people[0].say("approval", {"on": True})
                await asyncio.sleep(0.3)
                async with guests(browser, PHONE) as (bob,):
                    await bob.page.goto(address_of(server.plain))
                    await bob.knock("Bob")
                    await bob.shows("#pause", "You are at the door")
                    await shot(bob, folder, "phone-waiting")


async def one_look(gus: Guest, name: str, ann: Person, link: Link, proxy: Proxy, folder: Path) -> None:
    await gus.page.goto(address_of(link).partition("#")[0])
    await gus.page.locator("#code").wait_for(state="visible")
    await shot(gus, folder, f"{name}-door")
    await gus.knock("Žofie Nováková", "0000-0000")
    await gus.page.locator("#door-trouble").wait_for(state="visible")
    await shot(gus, folder, f"{name}-wrong-code")
    await gus.knock("Žofie Nováková", link.code)
    await gus.says("Connected")
    width, height = gus.page.viewport_size["width"], gus.page.viewport_size["height"]
    wave = [(width * (0.2 + 0.012 * i), height * (0.62 + 0.04 * math.sin(i / 3))) for i in range(40)]
    await gus.page.mouse.move(*wave[0])
    await gus.page.mouse.down()
    for place in wave[1:]:
        await gus.page.mouse.move(*place)
    await gus.page.mouse.up()
    ann.pen_down(660, 330)
    for i in range(1, 20):
        ann.pen_to(660 + 6 * i, 330 + 30 * math.sin(i / 2))
    await gus.page.wait_for_timeout(300)
    await shot(gus, folder, f"{name}-board")
    ann.pen_up(780, 330)
    if await gus.page.is_visible("#ink"):
        await gus.page.click("#ink")
        await shot(gus, folder, f"{name}-inks")
        await gus.page.click("#ink")
    await gus.page.click("#status")
    await shot(gus, folder, f"{name}-status")
    await gus.page.click("#status")
    await proxy.close()
    await gus.says("Offline")
    with contextlib.suppress(Exception):
        await shot(gus, folder, f"{name}-offline")
    await proxy.open()


async def shot(guest: Guest, folder: Path, name: str) -> None:
    await guest.page.wait_for_timeout(200)
    await guest.page.screenshot(path=folder / f"{name}.png")
    sys.stdout.write(f"{folder / name}.png\n")


if __name__ == "__main__":
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp(prefix="page-"))
    place.mkdir(parents=True, exist_ok=True)
    asyncio.run(main(place))
