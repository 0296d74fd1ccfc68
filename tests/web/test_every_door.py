"""A server without a screen, and on its board a browser, JavaScript, a terminal and the app: each sees all the ink."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.doubles.lasting_server import LastingServer
from tests.doubles.patience import until
from tests.doubles.person import Person
from tests.foreign.test_javascript import javascript, jo
from tests.terminal.command import started
from whiteboard.model.element import ElementId

from .guest import LAPTOP, Far, guests, running_browser

__all__ = ["javascript"]  # the fixture that skips where there is no JavaScript


@pytest.fixture(scope="module")
def browser() -> Iterator[Far]:
    with running_browser() as far:
        yield far


async def test_everybody_on_one_board_sees_what_the_others_draw(tmp_path: Path, browser: Far) -> None:
    ann = Person("Ann")
    async with (
        LastingServer(tmp_path) as server,
        started("watch", str(server.link)) as watch,
        ann.on_board(server.link),
        jo(server.link) as script,
        guests(browser, LAPTOP) as (gus,),
    ):
        await watch.said("Connected")
        await ann.arrive()
        await script.says("welcome")
        await gus.come(dataclasses.replace(server.link, fingerprint=""))
        await watch.said("Gus joined")

        drawn = ann.draw(100, 300, 160)
        await gus.sees_ink(180, 304)
        assert (await script.says("put"))["id"] == drawn
        await watch.said("Ann drew")

        await gus.draw((100, 200), (260, 210))
        await until(lambda: len(ann.document) == 2)
        (mine,) = {element.id for element in ann.document} - {drawn}
        assert (await script.says("put"))["id"] == mine
        await watch.said("Gus drew")

        script.draw([[1600, 6400, 200], [2400, 6440, 200], [4160, 6560, 200]])
        id = ElementId((await script.says("drew"))["id"])
        await until(lambda: id in ann.document)
        await watch.said("Jo in JavaScript drew")
        await gus.sees_ink(150, 402)
