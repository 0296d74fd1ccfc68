"""How the page comes to a browser, and how it fits on a screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from server.web.guest_page import MAIN, SCRIPT, Asset, guest_page
from tests.doubles.foreigner import foreigners
from tests.doubles.house import house
from tests.doubles.patience import until

from .guest import LAPTOP, PHONE, Far, address_of, guests, running_browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Far]:
    with running_browser() as far:
        yield far


BEYOND = """[document.documentElement, ...document.querySelectorAll("#bar, #bar *, .panel, .panel *")]
    .filter((each) => each.id !== "title" && each.scrollWidth > each.clientWidth + 1 && each.clientWidth)
    .map((each) => `${each.localName} ${each.className}`)"""
"""What does not fit its place in the bar, or in what hangs from it."""

PLACES = """["#toasts", "#island", "#pages"].map((id) => document.querySelector(id).getBoundingClientRect())
    .map(({ left, top, right, bottom }) => [left, top, right, bottom])"""


async def test_a_first_visit_takes_four_answers(browser: Far) -> None:
    async with house() as server, guests(browser, PHONE) as (gus,):
        asked: list[str] = []
        gus.page.on("request", lambda request: asked.append(request.url))
        await gus.page.goto(address_of(server.plain))
        await gus.shows("#join", "Join")
        parts = {url.rpartition("/")[2].partition("#")[0] for url in asked} - {"health"}
        assert parts == {server.room.name, "page.js", "page.css", "icon.svg"}


async def test_who_waits_in_vain_for_the_page_is_told(browser: Far, monkeypatch: pytest.MonkeyPatch) -> None:
    async with house() as server, guests(browser, PHONE) as (gus,):
        await gus.page.goto(address_of(server.plain))
        await gus.shows("#join", "Join")
        assert not await gus.page.locator("#opening").count()

        monkeypatch.delitem(guest_page().parts, SCRIPT)
        async with guests(browser, PHONE) as (eva,):
            await eva.page.goto(address_of(server.plain))
            await eva.shows("#opening", "Opening…")
            assert "Load the page again" in await eva.page.text_content(".late"), "fifteen seconds later"


async def test_the_modules_run_as_they_are_too(browser: Far, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = Asset.of(SCRIPT, f'import "./{MAIN}";'.encode())
    monkeypatch.setitem(guest_page().parts, SCRIPT, plain)
    async with house() as server, guests(browser, LAPTOP) as (gus,):
        await gus.come(server.plain)
        await gus.draw((100, 200), (260, 210))
        await until(lambda: len(server.room.ledger.document) == 1)
        came = await gus.page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name).join()")
        assert "painters/stroke.js" in came


async def test_a_crowd_fits_the_bar_in_large_letters_too(browser: Far) -> None:
    names = ["W" * 60, "محمد عبد الله", "👩‍👩‍👧‍👦 Familie", *(f"Kind {i}" for i in range(9))]
    look = PHONE | {"color_scheme": "dark"}
    async with (
        house("Klasse 7b und die Parallelklasse") as server,
        guests(browser, look) as (gus,),
        foreigners(server.link, len(names)) as people,
    ):
        await gus.come(server.plain)
        for person, name in zip(people, names, strict=True):
            await person.join(name=name)
        await gus.shows("#people", "+11")
        for share in (100, 200):
            await gus.page.evaluate(f"document.documentElement.style.fontSize = '{share}%'")
            assert await gus.page.evaluate(BEYOND) == [], share
        await gus.page.click("#people")
        await gus.shows("#people-panel", "W" * 60)
        assert await gus.page.evaluate(BEYOND) == []


@pytest.mark.parametrize("width", [360, 768, 1280, 1366])
async def test_no_word_about_what_happens_covers_a_tool(browser: Far, width: int) -> None:
    async with house() as server, guests(browser, LAPTOP | {"viewport": {"width": width, "height": 640}}) as (gus,):
        await gus.come(server.plain)
        device = await gus.page.context.new_cdp_session(gus.page)
        pen = {"x": 100, "y": 300, "button": "left", "buttons": 1, "pointerType": "pen", "force": 0.5}
        for kind in ("mousePressed", "mouseReleased"):
            await device.send("Input.dispatchMouseEvent", pen | {"type": kind})
        await gus.shows("#toasts", "You write with a pen now: fingers move the board.")
        word, *places = await gus.page.evaluate(PLACES)
        for left, top, right, bottom in places:
            assert word[2] <= left or word[0] >= right or word[3] <= top or word[1] >= bottom


async def test_a_phone_that_is_turned_shows_the_same_middle(browser: Far) -> None:
    async with house() as server, guests(browser, PHONE) as (gus,):
        await gus.come(server.plain)
        await gus.draw((160, 320), (200, 322))
        await until(lambda: len(server.room.ledger.document) == 1)
        await gus.sees_ink(180, 321)
        await gus.page.set_viewport_size({"width": 640, "height": 360})
        await gus.sees_ink(320, 181)
        await gus.draw((300, 100), (340, 102))
        await until(lambda: len(server.room.ledger.document) == 2)
        await gus.page.set_viewport_size({"width": 360, "height": 640})
        await gus.sees_ink(180, 321)
        await gus.sees_ink(180, 241)
