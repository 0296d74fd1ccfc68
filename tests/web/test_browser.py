"""The page in real browsers, on the real server, beside people with the real editor."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QColor, QImage, QImageWriter

from server.web.guest_page import FOLDER, guest_page
from tests.doubles.foreigner import foreigners
from tests.doubles.house import House, house
from tests.doubles.patience import until
from tests.doubles.person import Person
from tests.doubles.proxy import Proxy, Upgrade
from tests.doubles.table import HOST_KEY
from whiteboard.model.content import CONNECTOR_FORMS, INSTRUMENT_FORMS, SHAPE_FORMS, Content
from whiteboard.model.element import (
    CONNECTOR,
    INSTRUMENT,
    NOTE,
    PAGE,
    SHAPE,
    STROKE,
    TEXT,
    Element,
    ElementId,
    Geometry,
    page_of,
)
from whiteboard.model.elements import bounds
from whiteboard.model.elements.instrument import LONGEST
from whiteboard.model.geometry import Rect
from whiteboard.model.op import Patch, Put
from whiteboard.model.points import unpack
from whiteboard.model.style import HIGHLIGHTER, LASER, Style
from whiteboard.protocol.link import Link
from whiteboard.protocol.pictures import asset_id
from whiteboard.render.page_image import page_image

from .every_kind import every_kind
from .guest import LAPTOP, NAME, PHONE, TRIES, Far, Guest, address_of, guests, running_browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Far]:
    with running_browser() as far:
        yield far


REACHED = "document.activeElement.id"
EVIL = "<img src=x onerror=alert(1)>"
KEPT = """(count) => new Promise((resolve) => {
    indexedDB.open("whiteboard").onsuccess = ({ target }) => {
        const store = target.result.transaction("edits").objectStore("edits");
        store.count().onsuccess = (counted) => {
            target.result.close();
            resolve(counted.target.result === count);
        };
    };
})"""
"""Whether so many unconfirmed edits are where a browser keeps them over a reload."""


def strokes(server: House) -> list[Element]:
    return [element for element in server.room.ledger.document if element.kind == "stroke"]


async def test_two_pages_and_an_app_see_one_another_draw_erase_and_undo(browser: Far) -> None:
    ann = Person("Ann")
    async with house() as server, ann.on_board(server.link), guests(browser, LAPTOP, PHONE) as (gus, eva):
        await ann.arrive()
        await asyncio.gather(gus.come(server.plain, "Gus"), eva.come(server.plain, "Eva"))
        await until(lambda: [m.name for m in ann.editor.peers.others] in (["Gus", "Eva"], ["Eva", "Gus"]))

        await gus.draw((100, 200), (260, 210), lift=False)
        await until(lambda: any(trail.points for trail in ann.trails), what="ink while it is drawn")
        await eva.sees_ink(180, 205)
        assert not strokes(server)
        await gus.page.mouse.up()
        await until(lambda: len(ann.document) == 1)
        (drawn,) = ann.document
        assert drawn.style == Style(color="#1e1e1e", width=4.0)
        assert drawn.geometry.x == pytest.approx(100, abs=2)

        ann.draw(100, 300, 160)
        await asyncio.gather(gus.sees_ink(180, 304), eva.sees_ink(180, 304))

        await eva.take("eraser")
        await eva.draw((180, 180), (180, 240))
        await until(lambda: drawn.id not in ann.document, what="the eraser's work")
        await gus.sees_ink(180, 205, ink=False)
        await eva.page.click("#undo")
        await until(lambda: drawn.id in ann.document)
        await gus.sees_ink(180, 205)  # what is not there cannot be undone
        await gus.page.keyboard.press("Control+z")
        await until(lambda: drawn.id not in ann.document)
        await gus.page.keyboard.press("Control+Shift+z")
        await until(lambda: ann.document.get(drawn.id) == drawn)


async def test_each_tool_and_ink_does_what_it_does_in_the_app(browser: Far) -> None:
    ann = Person("Ann")
    async with house() as server, ann.on_board(server.link), guests(browser, LAPTOP) as (gus,):
        await ann.arrive()
        await gus.come(server.plain)
        assert not await gus.page.evaluate("isSecureContext"), "as on any other computer of the network"
        await gus.take("highlighter")
        await gus.page.click("#colors [data-value='#2f9e44']")
        await gus.page.keyboard.press("1")
        await gus.draw((100, 200), (300, 200))
        await until(lambda: len(ann.document) == 1)
        (marked,) = ann.document
        assert marked.style == Style(color="#2f9e44", width=10.0, ink=HIGHLIGHTER)
        await until_colored(gus, 200, 200, "#9bd0a5")  # as whiteboard/render/painters/stroke.py mixes it

        await gus.page.keyboard.press("k")
        await gus.draw((100, 300), (300, 320))
        await until(lambda: any(trail.style.ink == LASER and trail.ended for trail in ann.trails))
        assert len(ann.document) == 1

        await gus.page.keyboard.press("h")
        await gus.draw((600, 300), (650, 340))
        await until_colored(gus, 250, 240, "#9bd0a5")  # the hand has moved the view
        await gus.page.mouse.wheel(0, 100)
        await gus.shows("#zoom-words", "83 %")

        second = Guest(await gus.page.context.new_page())  # another tab is another client, and both live on
        await second.come(server.plain)
        await until(lambda: len(server.room.members) == 3)
        await second.draw((100, 500), (260, 510))
        await gus.page.bring_to_front()
        await gus.take("pen")
        await gus.draw((100, 400), (260, 410))
        await until(lambda: len(ann.document) == 3)
        assert not second.complaints


async def test_fingers_draw_and_pinch_and_a_pen_presses(browser: Far) -> None:
    async with house() as server, guests(browser, PHONE) as (eva,):
        await eva.come(server.plain)
        touch = await eva.fingers(0.01)
        await touch("touchStart", (100, 300))
        for step in range(1, 6):
            await touch("touchMove", (100 + 20 * step, 300))
        await touch("touchEnd")
        await until(lambda: len(strokes(server)) == 1)

        await touch("touchStart", (150, 400))
        await touch("touchStart", (150, 400), (250, 400))
        for step in range(1, 6):
            await touch("touchMove", (150 - 10 * step, 400), (250 + 10 * step, 400))
        await touch("touchEnd")
        await eva.page.wait_for_function("() => document.getElementById('zoom-words').textContent === '200 %'")
        assert len(strokes(server)) == 1, "two fingers draw nothing"

        device = await eva.page.context.new_cdp_session(eva.page)

        async def pen(kind: str, x: float, force: float) -> None:
            event = {
                "type": kind,
                "x": x,
                "y": 500,
                "button": "left",
                "buttons": 1,
                "pointerType": "pen",
                "force": force,
            }
            await device.send("Input.dispatchMouseEvent", event)

        await pen("mousePressed", 60, 0.2)
        for step in range(1, 9):
            await pen("mouseMoved", 60 + 20 * step, 0.2 + 0.08 * step)
        await pen("mouseReleased", 220, 0.84)
        await until(lambda: len(strokes(server)) == 2)
        pressures = [point.pressure for point in unpack(max(strokes(server), key=lambda e: e.order).points)]
        assert pressures[0] < 90
        assert max(pressures) > 180

        await pen("mousePressed", 60, 0.5)
        await touch("touchStart", (250, 300))
        for step in range(1, 9):
            await touch("touchMove", (250, 300 - 20 * step))
            await pen("mouseMoved", 60 + 20 * step, 0.5)
        await touch("touchEnd")
        await pen("mouseReleased", 220, 0.5)
        await until(lambda: len(strokes(server)) == 3)
        assert max(strokes(server), key=lambda e: e.order).geometry.h < 5, "a palm beside the pen moves nothing"

        await eva.page.click("#fingers")
        await touch("touchStart", (60, 200))
        for step in range(1, 6):
            await touch("touchMove", (60 + 20 * step, 200))
        await touch("touchEnd")
        await until(lambda: len(strokes(server)) == 4, what="a finger's stroke beside the pen")

        await touch("touchStart", (120, 604))
        await touch("touchStart", (120, 604), (220, 604))
        for step in range(1, 6):
            await touch("touchMove", (120 - 10 * step, 604), (220 + 10 * step, 604))
        await touch("touchEnd")
        await eva.page.evaluate("new Promise(requestAnimationFrame)")
        assert await eva.page.evaluate("visualViewport.scale") == 1, "fingers on the toolbar do not magnify the page"


async def test_who_looks_only_moves_the_view_with_one_finger_and_a_second_later(browser: Far) -> None:
    async with (
        house() as server,
        guests(browser, PHONE) as (eva,),
        foreigners(server.link) as (host,),
    ):
        await eva.come(server.plain)
        await host.join(host_key=HOST_KEY)
        await host.say("role", {"role": "viewer"})
        await eva.shows("#notice", "You may look at this board.")
        touch = await eva.fingers(0.1)
        await touch("touchStart", (150, 400))
        for step in range(1, 6):
            await touch("touchMove", (150 - step, 400))
        await touch("touchStart", (145, 400), (245, 400))
        for step in range(1, 6):
            await touch("touchMove", (145 - 10 * step, 400), (245 + 10 * step, 400))
        await touch("touchEnd")
        await eva.page.wait_for_function("() => document.getElementById('zoom-words').textContent === '200 %'")


async def test_what_is_drawn_offline_is_kept_over_a_reload_and_sent_afterwards(browser: Far) -> None:
    ann = Person("Ann")
    async with (
        house() as server,
        Proxy(server.port) as proxy,
        ann.on_board(server.link),
        guests(browser, LAPTOP) as (gus,),
    ):
        await ann.arrive()
        link = Link("127.0.0.1", proxy.port, "Board", server.link.code)
        await gus.come(link)
        await gus.draw((100, 200), (260, 210))
        await until(lambda: len(ann.document) == 1)
        await gus.page.wait_for_function(KEPT, arg=0)  # Gus has heard of it, too

        await proxy.close()
        await gus.says("Offline")
        await gus.draw((100, 300), (260, 310))
        await gus.says("Offline: 1 not sent")
        ann.draw(100, 400, 160)
        await until(lambda: ann.settled)
        await proxy.open()
        await gus.page.evaluate("dispatchEvent(new Event('online'))")
        await until(lambda: len(ann.document) == 3, what="what was drawn offline")
        await gus.says("Connected")
        await gus.sees_ink(180, 404)
        await gus.page.wait_for_function(KEPT, arg=0)

        await gus.page.route_web_socket("**", lambda socket: socket.close())
        await gus.page.route("**/socket.io/*", lambda route: route.abort())
        proxy.cut()
        await gus.says("Offline")
        await gus.draw((100, 500), (260, 510))
        await gus.says("Offline: 1 not sent")
        await gus.page.wait_for_function(KEPT, arg=1)
        await gus.page.reload()
        await gus.says("Offline: 1 not sent")
        await gus.sees_ink(180, 505)
        assert not await gus.page.is_visible("#pause"), "one goes on drawing"
        await gus.draw((100, 600), (260, 610))
        await gus.says("Offline: 2 not sent")
        await gus.page.wait_for_function(KEPT, arg=2)
        assert len(ann.document) == 3
        await gus.page.unroute_all()
        await gus.page.reload()
        await gus.says("Connected")
        await until(lambda: len(ann.document) == 5, what="what was kept over the reload")
        await gus.sees_ink(180, 505)
        await gus.sees_ink(180, 605)
        assert len({element.id for element in strokes(server)}) == 5
        authors = {server.room.ledger.document.stamp(element.id).author for element in strokes(server)}  # type: ignore[union-attr]
        assert len(authors) == 2, "the guest is the same person after the reload"


async def test_hostile_names_and_texts_show_as_text(browser: Far) -> None:
    ann = Person(EVIL)
    async with house(EVIL) as server, ann.on_board(server.link), guests(browser, LAPTOP) as (gus,):
        await ann.arrive()
        place = Geometry(x=100, y=100, w=300, h=100)
        texts = [
            Element(
                id=ElementId(kind),
                kind=kind,
                geometry=place,
                order=f"{i}V",
                text=EVIL,
                content=Content(by=EVIL, title=EVIL),
            )
            for i, kind in enumerate((TEXT, NOTE, "x" * 32), start=1)
        ]
        page = Element(
            id=ElementId("p"), kind=PAGE, geometry=Geometry(x=0, y=0), order="9V", content=Content(title=EVIL)
        )
        ann.editor.submit([Put(element) for element in [*texts, page]])
        await until(lambda: ann.settled)
        await gus.come(server.plain, EVIL)
        assert await gus.page.text_content("#title") == EVIL
        await gus.page.click("#people")
        await gus.shows("#people-panel", EVIL)
        ann.point_at(200, 200)
        async with foreigners(server.link) as (mallory,):
            name = "<script>alert(2)</script>"
            seen = gus.shows("#toasts", f"{name} is here.")  # looked for before it goes again
            await asyncio.gather(seen, mallory.join(name=name, color="#e03131"))
        assert await gus.page.evaluate("document.querySelectorAll('img[src=x], script:not([src])').length") == 0

        for fault in (  # the guard itself: inline script, markup made of text, another site
            "document.head.append(Object.assign(document.createElement('script'), {textContent: 'window.hit = 1'}))",
            "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hit = 1\">')",
            "document.body.append(Object.assign(document.createElement('img'), {src: 'http://127.0.0.1:9/x.png'}))",
        ):
            before = len(gus.complaints)
            await gus.page.evaluate(f"() => {{ try {{ {fault} }} catch (error) {{ console.error(`${{error}}`) }} }}")
            await until(lambda: len(gus.complaints) > before, what=fault)  # noqa: B023
        assert await gus.page.evaluate("window.hit") is None
        gus.complaints.clear()


async def test_every_kind_of_element_looks_as_in_the_app(browser: Far, qapp: object) -> None:
    ann = Person("Ann")
    shown = every_kind()
    async with house() as server, ann.on_board(server.link), guests(browser, LAPTOP) as (gus,):
        await ann.arrive()
        ann.editor.submit([Put(element) for element in shown])
        await until(lambda: ann.settled)
        view = {"board": "Board", "page": "", "views": {"": [0, 0, 1]}}
        await gus.page.add_init_script(f"sessionStorage.setItem('whiteboard.views', {json.dumps(json.dumps(view))})")
        await gus.come(server.plain)
        await gus.page.evaluate("document.querySelectorAll('header, nav').forEach((part) => (part.hidden = true))")
        app = pixels(page_image(shown, Rect(0, 0, 1366, 768), 1.0, paper="squared"))
        assert app.std() > 20, "the picture is not empty"
        faults: list[str] = []
        for _ in range(TRIES // 10):  # the page paints when it finds the time
            page = pixels(QImage.fromData(await gus.page.screenshot()))
            faults = list(differences(np.abs(page - app), shown))
            if not faults:
                break
            await gus.page.wait_for_timeout(50)
    assert not faults, faults


def differences(away: npt.NDArray[np.float64], shown: Sequence[Element]) -> Iterator[str]:
    """Whether two pictures differ by more than smooth edges do: as a whole, and at each element, however small."""
    if away.mean() / 255 >= 0.005:
        yield f"all of it by {away.mean() / 255}"
    for element in shown:
        box = bounds(element)
        part = away[round(box.top) : round(box.bottom) + 1, round(box.left) : round(box.right) + 1]
        if part.size and part.mean() / 255 >= 0.035:
            yield f"{element.id} by {part.mean() / 255}"


def pixels(image: QImage) -> npt.NDArray[np.float64]:
    """Height, width, and the three colours 0..255."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.width(), 4)
    return rows[:, :, :3].astype(np.float64)


async def test_no_element_is_too_much_for_the_page(browser: Far) -> None:
    """Whatever a server takes: nothing hangs, nothing fails, and what is ordinary is still shown."""
    async with house() as server, guests(browser, LAPTOP) as (gus,), foreigners(server.link) as (jo,):
        await asyncio.gather(gus.come(server.plain), jo.join())
        await jo.acknowledged(await jo.edit(*({"op": "put", "element": element} for element in extremes())))
        await gus.draw((100, 200), (300, 210))
        await until(lambda: len(strokes(server)) > 1)
        await gus.sees_ink(200, 205)
        for key in ("Shift+1", "+", "-", "0"):
            await gus.page.keyboard.press(key)
            await gus.page.wait_for_timeout(150)
        await gus.take("eraser")
        await gus.draw((50, 100), (800, 600))
        await gus.page.click("#undo")
        await gus.says("Connected")


def extremes() -> list[dict[str, Any]]:
    """Elements of every kind at the edges of what is valid."""
    boxes = [(0.0, 0.0, 0.0), (1e9, 1e9, 1.0), (1e-9, 1e9, -3.0), (0.5, 0.5, 1e9)]
    looks: list[dict[str, Any]] = [
        {"width": 512.0, "dash": "dotted", "opacity": 0.5, "fill": "#ffec99", "head": "arrow", "tail": "dot"},
        {"width": 1e-6, "dash": "dashed", "opacity": 0.0, "font": {"size": 2000.0, "family": "nobody's"}},
        {"font": {"size": 1.0, "align": "right"}, "head": "diamond", "tail": "bar"},
    ]
    forms = {
        SHAPE: SHAPE_FORMS,
        CONNECTOR: CONNECTOR_FORMS,
        INSTRUMENT: INSTRUMENT_FORMS,
        TEXT: ("",),
        NOTE: ("",),
        STROKE: ("",),
        "unheard of": ("",),
    }
    made: list[dict[str, Any]] = []
    points = {STROKE: "AADIASAgAA==", SHAPE: "AAAAoB8AAACgHwA="}
    for kind, names in forms.items():
        for i, name in enumerate(names):
            w, h, rotation = boxes[i % len(boxes)]
            if kind == INSTRUMENT:
                w, h = min(w, LONGEST), min(h, LONGEST)
            geometry = {
                "x": -1e9 * (i % 2),
                "y": 10.0,
                "w": max(w, 2.0 * (kind == STROKE)),
                "h": max(h, 2.0 * (kind == STROKE)),
            }
            made.append(
                {
                    "id": f"{len(made)}",
                    "kind": kind.replace(" ", "-"),
                    "geometry": geometry if kind == CONNECTOR else geometry | {"rotation": rotation},
                    "order": f"{len(made)}V",
                    "style": looks[len(made) % len(looks)],
                    "text": "" if kind in (STROKE, INSTRUMENT) else "שלום\n- a\n1. 漢字 🙂 " + "long " * 300,
                    "points": points.get(kind, ""),
                    "content": {"form": name, "bend": 4.0 * (name == "curved"), "by": "x" * 60, "wraps": True},
                }
            )
    return made


async def test_a_picture_is_shown_once_it_has_arrived(browser: Far) -> None:
    red = QImage(32, 16, QImage.Format.Format_RGB32)
    red.fill(QColor("#e03131"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(b"png")).write(red)
    picture = bytes(data.data())
    asset = asset_id(picture)
    async with house() as server, guests(browser, LAPTOP) as (gus,), foreigners(server.link) as (jo,):
        await asyncio.gather(gus.come(server.plain), jo.join())
        place = {"x": 100.0, "y": 100.0, "w": 200.0, "h": 100.0}
        element = {"id": "i", "kind": "image", "geometry": place, "order": "1", "content": {"asset": asset}}
        await jo.acknowledged(await jo.edit({"op": "put", "element": element}))
        await until_colored(gus, 200, 120, "#f1f3f5")
        url = f"{server.plain.origin}{server.link.path}/pictures/{asset}"
        headers = {"Authorization": f"Bearer {jo.welcome['token']}"}
        async with jo.http.put(url, data=picture, headers=headers) as answer:
            assert answer.status == 201
        await until_colored(gus, 200, 120, "#e03131")


async def until_colored(guest: Guest, x: float, y: float, color: str) -> None:
    for _ in range(TRIES):
        if (await guest.color_at(x, y)).name() == color:
            return
        await guest.page.wait_for_timeout(50)
    raise AssertionError(f"not {color} at {x}, {y}, but {(await guest.color_at(x, y)).name()}")


async def test_roles_the_door_and_removal_apply_to_guests(browser: Far) -> None:
    async with (
        house() as server,
        guests(browser, LAPTOP, LAPTOP) as (gus, eva),
        foreigners(server.link) as (host,),
    ):
        await gus.come(server.plain)
        await host.join(host_key=HOST_KEY)
        await host.say("role", {"role": "viewer"})
        await gus.shows("#notice", "You may look at this board.")
        assert not await gus.page.is_visible("#island")
        await gus.draw((100, 200), (260, 210))  # moves the view
        await host.say("role", {"role": "editor"})
        await gus.page.locator("#island").wait_for(state="visible")
        await gus.draw((100, 300), (260, 310))
        await until(lambda: len(strokes(server)) == 1)
        assert strokes(server)[0].geometry.x == pytest.approx(100 - 160, abs=2)
        assert strokes(server)[0].geometry.y == pytest.approx(300 - 10, abs=2)

        await host.say("title", {"title": EVIL})
        await gus.shows("#title", EVIL)

        await host.say("approval", {"on": True})
        await host.until(lambda: host.of("door") and host.of("door")[-1].get("approval"))
        await eva.page.goto(address_of(server.plain))
        await eva.knock("Eva")
        await eva.shows("#pause", "You are at the door")
        await host.until(lambda: host.of("door")[-1].get("waiting"))
        author = host.of("door")[-1]["waiting"][0]["author"]
        await host.say("admit", {"author": author})
        await eva.says("Connected")
        await host.say("remove", {"author": author})
        await eva.shows("#pause", "The host has removed you")
        assert await eva.page.is_visible("#pause-again")
        for _ in range(4):
            await eva.page.keyboard.press("Tab")
            assert await eva.page.evaluate(REACHED) in ("pause-again", ""), "the board is out of reach"
        await gus.says("Connected")


async def test_a_board_is_found_by_link_by_code_and_by_name(browser: Far) -> None:
    async with (
        house("Klasse 7b / Ž", "Other") as server,
        house("Playground", code="") as open_house,
        house(guests=False) as closed,
        guests(browser, PHONE, LAPTOP, LAPTOP, LAPTOP) as (eva, gus, jo, bob),
    ):
        origin = f"http://{NAME}:{server.port}"
        await eva.page.goto(origin + server.link.path)
        await eva.shows("#door-title", server.room.name)
        assert await eva.page.title() == f"{server.room.name} - Whiteboard"
        await eva.knock(code="0000-0000")
        await eva.shows("#door-trouble", "That code does not open this board.")
        await eva.knock(code=" k7qm-2xpa ")
        await eva.says("Connected")
        assert (await eva.page.evaluate("location.hash")) == f"#{server.link.code}"

        await gus.page.goto(origin)
        await gus.knock(code=server.link.code)
        await gus.says("Connected")
        assert await gus.page.text_content("#title") == server.room.name
        await gus.draw((100, 200), (260, 210))
        await until(lambda: len(strokes(server)) == 1)
        await gus.page.reload()
        await gus.says("Connected")
        await until(lambda: len(server.room.members) == 2)

        await jo.page.goto(f"http://{NAME}:{open_house.port}/")
        await jo.page.click("text=Playground")
        await jo.page.locator("#code-row").wait_for(state="hidden")
        await jo.knock()
        await jo.says("Connected")

        answer = await bob.page.goto(f"http://{NAME}:{closed.port}{closed.link.path}")
        assert answer.status == 200
        await bob.shows("body", "its host allows browser guests")


async def test_long_polling_is_slower_but_complete_and_shown_as_such(browser: Far) -> None:
    ann = Person("Ann")
    async with (
        house() as server,
        Proxy(server.port) as proxy,
        ann.on_board(server.link),
        guests(browser, LAPTOP) as (gus,),
    ):
        proxy.upgrade = Upgrade.REFUSE
        await ann.arrive()
        await gus.come(Link("127.0.0.1", proxy.port, "Board", server.link.code))
        await gus.draw((100, 200), (260, 210), lift=False)
        await until(lambda: any(trail.points for trail in ann.trails), what="ink while it is drawn")
        await gus.page.mouse.up()
        await until(lambda: len(ann.document) == 1)
        ann.draw(100, 300, 160)
        await gus.sees_ink(180, 304)
        await gus.page.click("#status")
        await gus.shows("#status-panel", "Long-polling")


async def test_pages_are_turned_added_and_kept_apart(browser: Far) -> None:
    ann = Person("Ann")
    async with house() as server, ann.on_board(server.link), guests(browser, LAPTOP) as (gus,):
        await ann.arrive()
        await gus.come(server.plain)
        await gus.draw((100, 200), (260, 210))
        await gus.page.click("#page-add")
        await gus.shows("#page-words", "2 / 2")
        await gus.sees_ink(180, 205, ink=False)
        await gus.draw((300, 300), (460, 310))
        await until(lambda: len(ann.document) == 3)
        pages = {page_of(element) for element in strokes(server)}
        assert len(pages) == 2
        await gus.page.keyboard.press("PageUp")
        await gus.sees_ink(180, 205)
        await gus.sees_ink(380, 305, ink=False)


async def test_what_others_do_with_pages_leaves_me_my_view_and_my_stroke(browser: Far) -> None:
    ann = Person("Ann")
    async with house() as server, ann.on_board(server.link), guests(browser, LAPTOP) as (gus,):
        await ann.arrive()
        await gus.come(server.plain)
        ann.draw(100, 300, 160)
        await gus.take("hand")
        await gus.draw((600, 300), (700, 350))
        await gus.sees_ink(280, 354)
        second = Element(id=ElementId("p"), kind=PAGE, geometry=Geometry(x=0, y=0), order="2V")
        ann.editor.submit([Put(second)])
        await gus.shows("#page-words", "1 / 2")
        await gus.sees_ink(280, 354)

        await gus.page.keyboard.press("PageDown")
        await gus.shows("#page-words", "2 / 2")
        await gus.take("pen")
        await gus.draw((300, 300), (400, 310), lift=False)

        async def go_on() -> None:
            ann.editor.submit([Patch(id=second.id, content=Content(gone=True))])
            await gus.page.locator("#page-words").wait_for(state="hidden")
            await gus.page.mouse.move(460, 330)
            await gus.page.mouse.up()

        await asyncio.gather(gus.shows("#toasts", "That page was deleted."), go_on())
        await gus.sees_ink(280, 354)
        await until(lambda: [page_of(element) for element in strokes(server)] == ["first", "p"])


def test_the_server_ships_the_page(tmp_path: Path) -> None:
    found: dict[str, Any] = guest_page().parts
    modules = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.js")}
    assert modules <= found.keys()
