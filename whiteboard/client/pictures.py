"""The pictures that a script puts on a board: held in memory until the server has them."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable

from whiteboard.model.content import AssetId
from whiteboard.model.element import Element, Geometry, element_id
from whiteboard.model.elements.image import image
from whiteboard.net.picture_desk import PictureDesk
from whiteboard.protocol.pictures import asset_id, picture_of


class HeldPictures:
    """A shelf of the script's own pictures; those of others are not fetched."""

    def __init__(self, may_send: Callable[[], bool]) -> None:
        self.desk = PictureDesk(self, self._used, lambda progress: None, may_send, self._on_settled)
        self._data: dict[AssetId, bytes] = {}
        self._settled: set[AssetId] = set()
        self._awaited: dict[AssetId, list[asyncio.Future[None]]] = {}

    def hold(self, asset: AssetId, data: bytes) -> asyncio.Future[None]:
        """Offer this to the server, whose board has an image of it. Done when it has it, or does not take it."""
        settled: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        if asset in self._settled:
            settled.set_result(None)
        else:
            self._data[asset] = data
            self._awaited.setdefault(asset, []).append(settled)
        return settled

    def give_up(self, error: Exception) -> None:
        """Nothing will be sent any more."""
        for futures in self._awaited.values():
            for settled in futures:
                if not settled.done():
                    settled.set_exception(error)
        self._awaited.clear()

    # ------------------------------------------------------------ as a shelf

    def has(self, id: AssetId) -> bool:
        return id in self._data

    def read(self, id: AssetId) -> bytes | None:
        return self._data.get(id)

    def keep_as(self, id: AssetId, data: bytes) -> None:
        """Nothing is fetched, so there is nothing to keep."""

    # ------------------------------------------------------------ inside

    def _used(self) -> tuple[AssetId, ...]:
        return tuple(self._data)

    def _on_settled(self, id: AssetId) -> None:
        self._data.pop(id, None)
        self._settled.add(id)
        for settled in self._awaited.pop(id, ()):
            if not settled.done():
                settled.set_result(None)


def image_of(data: bytes, x: float, y: float, width: float, order: str, alt: str) -> Element:
    """An image of this picture, `width` board units wide (0: a unit a pixel); BadPicture if it is none."""
    picture = picture_of(data)
    wide = width or float(picture.width)
    place = Geometry(x=x, y=y, w=wide, h=wide * picture.height / picture.width)
    return image(element_id(secrets.randbits(64)), asset_id(data), picture.type, place, order, alt=alt)
