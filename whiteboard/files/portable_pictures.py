"""The pictures of a board within its portable file: cut into lines, and put together again one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

import msgspec

from whiteboard.model.content import AssetId
from whiteboard.protocol.limits import MAX_ASSET_BYTES
from whiteboard.protocol.pictures import BadPicture, asset_id

PIECE_BYTES = 768 * 1024
"""So much of a picture is in one line: 1 MiB in base64."""

ReadPicture = Callable[[AssetId], bytes | None]
KeepPicture = Callable[[bytes], object]
"""Keeps the bytes of a picture; BadPicture if it is none."""


class PictureLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A piece of the picture with this SHA-256; `more` pieces follow in the next lines."""

    picture: AssetId
    data: bytes
    more: bool = False


def nothing(id: AssetId) -> bytes | None:
    """Has no pictures."""
    return None


def lines(ids: Iterable[AssetId], read: ReadPicture) -> Iterator[PictureLine]:
    """All lines of the pictures that can be had."""
    for id in ids:
        data = read(id)
        for at in range(0, len(data or b""), PIECE_BYTES):
            assert data is not None
            yield PictureLine(picture=id, data=data[at : at + PIECE_BYTES], more=at + PIECE_BYTES < len(data))


class Assembly:
    """Puts the pieces together; `kept` are the pictures that were whole."""

    def __init__(self, keep: KeepPicture) -> None:
        self.kept: set[AssetId] = set()
        self._keep = keep
        self._id = AssetId("")
        self._data = bytearray()

    def add(self, line: PictureLine) -> None:
        """Take the next line."""
        if line.picture != self._id:
            self._forget()
            self._id = line.picture
        if len(self._data) + len(line.data) <= MAX_ASSET_BYTES:
            self._data += line.data
        if not line.more:
            self._finish()

    def _finish(self) -> None:
        data = bytes(self._data)
        if asset_id(data) == self._id:
            with suppress(BadPicture):
                self._keep(data)
                self.kept.add(self._id)
        self._forget()

    def _forget(self) -> None:
        self._id, self._data = AssetId(""), bytearray()
