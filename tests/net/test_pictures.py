"""Pictures come and go beside the connection: sent once, fetched when they are there, never trusted."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.doubles.foreigner import Foreigner, foreigners
from tests.doubles.house import House, house
from tests.doubles.patience import until
from tests.doubles.surprises import Surprises
from tests.protocol.test_pictures import drawn
from whiteboard.files.asset_folder import AssetFolder
from whiteboard.model.content import AssetId
from whiteboard.net.picture_desk import PictureDesk, Progress
from whiteboard.net.pictures import PictureTraffic

PNG = drawn("png", 300, 200)


class Desk:
    """A member's shelf, and what its traffic said."""

    def __init__(self, folder: Path) -> None:
        self.shelf = AssetFolder(folder)
        self.used: list[AssetId] = []
        self.told: list[Progress] = []

    def has(self, id: AssetId) -> bool:
        return self.shelf.read(id) == PNG


@asynccontextmanager
async def traffic(server: House, person: Foreigner, desk: Desk, *, sends: bool = True) -> AsyncIterator[PictureTraffic]:
    address = f"{server.plain.origin}/b/Board"
    going = PictureTraffic(
        person.http, PictureDesk(desk.shelf, lambda: desk.used, desk.told.append, may_send=lambda: sends)
    )
    going.admitted(address, person.welcome["token"])
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(going.run())
        yield going
        running.cancel()


async def test_a_picture_goes_from_one_shelf_to_the_other(tmp_path: Path) -> None:
    ann_desk, bob_desk = Desk(tmp_path / "ann"), Desk(tmp_path / "bob")
    id = ann_desk.shelf.keep(PNG)
    async with house() as server, foreigners(server.link, 2) as (ann, bob):
        await ann.join()
        await bob.join()
        async with traffic(server, bob, bob_desk) as fetching, traffic(server, ann, ann_desk) as sending:
            bob_desk.used = [id]
            fetching.look()
            await until(lambda: Progress(id, 0, 0) in bob_desk.told)
            assert not bob_desk.has(id)
            ann_desk.used = [id]
            sending.look()
            await until(lambda: Progress(id, len(PNG), len(PNG)) in bob_desk.told)
            await until(lambda: Progress(id, len(PNG), len(PNG), sending=True) in ann_desk.told)
    assert bob_desk.has(id)
    assert bob_desk.told[-1] == Progress(id, len(PNG), len(PNG))


async def test_a_viewer_sends_nothing(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.used = [desk.shelf.keep(PNG)]
    async with house() as server, foreigners(server.link) as (ann,):
        await ann.join()
        async with traffic(server, ann, desk, sends=False) as going:
            await until(lambda: not going._waits())
        assert server.hub.pictures.bytes_of(server.room.ledger.log.log_id) == 0


async def test_something_else_than_the_picture_is_not_kept(tmp_path: Path, surprises: Surprises) -> None:
    surprises.expect("something else than a picture")
    desk = Desk(tmp_path)
    async with house() as server, foreigners(server.link) as (ann,):
        await ann.join()
        place = server.hub.pictures.path(server.room.ledger.log.log_id, AssetId("0" * 64))
        place.parent.mkdir(parents=True)
        place.write_bytes(PNG)
        desk.used = [AssetId("0" * 64)]
        async with traffic(server, ann, desk) as going:
            await until(lambda: bool(going._pauses))
    assert not desk.shelf.has(AssetId("0" * 64))
