"""Two apps in processes of their own on one X screen, with a real mouse, and a real server."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.doubles.lasting_server import LastingServer
from tests.doubles.patience import until
from tests.doubles.real_app import RealApp, RealScreen, ink_in

RIGHT = 960
STROKE = ((200, 300), (300, 330), (400, 300))
LATER = ((200, 420), (300, 450), (400, 420))


@pytest.mark.deadline(600)
async def test_two_people_draw_together_and_both_survive_what_dies(x_screen: dict[str, str], tmp_path: Path) -> None:
    screen = RealScreen(x_screen, tmp_path)
    ann_data, ben_data = tmp_path / "ann", tmp_path / "ben"
    async with LastingServer(tmp_path / "server") as server:
        join = ("--join", str(server.link))
        async with RealApp(screen, ben_data, RIGHT, *join, "--name", "Ben") as ben:
            async with RealApp(screen, ann_data, 0, *join, "--name", "Ann") as ann:
                await until(lambda: sum(" joined " in line for line in server.lines) == 2)
                left, right = await ann.place(), await ben.place()

                async def draws(stroke: tuple[tuple[int, int], ...]) -> None:
                    await screen.draw(*((left[0] + x, left[1] + y) for x, y in stroke))

                def has_ink(picture: QImage, window: tuple[int, int], stroke: tuple[tuple[int, int], ...]) -> bool:
                    x, y = stroke[1]
                    return ink_in(picture, window[0] + x - 60, window[1] + y - 40, 120, 60) > 100

                await draws(STROKE)
                picture = await screen.until(lambda seen: has_ink(seen, left, STROKE) and has_ink(seen, right, STROKE))
                assert not has_ink(picture, right, LATER)

                await server.kill()
                await draws(LATER)
                picture = await screen.until(lambda seen: has_ink(seen, left, LATER))
                assert not has_ink(picture, right, LATER)
                await server.start()
                await screen.until(lambda seen: has_ink(seen, right, LATER))

                await ann.kill()
            async with RealApp(screen, ann_data, 0) as again:
                x, y = await again.place()
                await screen.until(lambda seen: ink_in(seen, x, y + 100, 900, 450) > 400)
