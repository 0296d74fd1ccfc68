"""Two real windows in this process and a real server in another: what one draws by mouse, the other has as pixels."""

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from tests.doubles.lasting_server import LastingServer
from tests.doubles.onlooker import Onlooker
from tests.doubles.patience import until


@contextlib.asynccontextmanager
async def two_windows(tmp_path: Path) -> AsyncIterator[tuple[Onlooker, Onlooker, LastingServer]]:
    ann, ben = Onlooker("Ann"), Onlooker("Ben")
    async with LastingServer(tmp_path) as server, ann.on_board(server.link), ben.on_board(server.link):
        await ann.arrive()
        await ben.arrive()
        yield ann, ben, server
    ann.leave()
    ben.leave()


pytestmark = pytest.mark.usefixtures("qapp")


async def test_what_one_draws_by_mouse_the_other_sees(tmp_path: Path) -> None:
    async with two_windows(tmp_path) as (ann, ben, _):
        ann.editor.set_color("#e03131")
        ann.scribble((100, 100), (200, 120), (300, 140))
        await until(lambda: ben.sees_ink(200, 120))
        color = ben.color_at(200, 120)
        assert color.red() > 150
        assert color.green() < 120
        assert not ben.sees_ink(200, 300)
        await until(lambda: ann.settled and ben.document == ann.document)


async def test_ink_is_seen_before_the_pen_is_lifted(tmp_path: Path) -> None:
    async with two_windows(tmp_path) as (ann, ben, _):
        ann.press(100, 200)
        for x in range(110, 410, 10):
            ann.drag(x, 200)
        await until(lambda: ben.sees_ink(250, 200))
        assert len(ben.document) == 0
        ann.release(410, 200)
        await until(lambda: len(ben.document) == 1)
        assert ben.sees_ink(250, 200), "the stroke takes the trail's place without a gap"


async def test_undo_takes_it_off_both_screens(tmp_path: Path) -> None:
    async with two_windows(tmp_path) as (ann, ben, _):
        ann.scribble((100, 100), (200, 100), (300, 100))
        ben.scribble((100, 300), (200, 300), (300, 300))
        await until(lambda: ben.sees_ink(200, 100) and ann.sees_ink(200, 300))
        ann.editor.undo()
        await until(lambda: not ben.sees_ink(200, 100) and not ann.sees_ink(200, 100))
        assert ann.sees_ink(200, 300)
        assert ben.sees_ink(200, 300)


async def test_the_others_pointer_is_shown_and_leaves(tmp_path: Path) -> None:
    async with two_windows(tmp_path) as (ann, ben, _):
        blank = ben.picture()
        paper = blank.pixelColor(10, 10)

        def around(picture: QImage) -> list[QColor]:
            return [picture.pixelColor(400 + dx, 300 + dy) for dx in range(24) for dy in range(24)]

        assert set(map(QColor.name, around(blank))) == {paper.name()}
        ann.drag(400, 300)
        await until(lambda: any(color != paper for color in around(ben.picture())))
        assert ben.picture().pixelColor(10, 10) == paper


async def test_a_killed_server_returns_and_both_windows_show_the_same(tmp_path: Path) -> None:
    async with two_windows(tmp_path) as (ann, ben, server):
        ann.scribble((100, 100), (200, 100), (300, 100))
        await until(lambda: ben.sees_ink(200, 100))
        await server.kill()
        ann.scribble((100, 200), (200, 200), (300, 200))
        ben.scribble((100, 300), (200, 300), (300, 300))
        assert ann.sees_ink(200, 200), "own ink needs no server"
        await server.start()
        await until(lambda: ann.settled and ben.settled and ann.document == ben.document)
        places = [(200, 100), (200, 200), (200, 300)]
        await until(lambda: all(person.sees_ink(*place) for person in (ann, ben) for place in places))
        assert len(ann.document) == 3
