"""The pictures of an export: decoded when they are painted, in this very thread."""

from __future__ import annotations

from collections import OrderedDict
from math import ceil

from PySide6.QtGui import QImage

from whiteboard.model.content import AssetId
from whiteboard.protocol.pictures import BadPicture
from whiteboard.render.picture_decoding import decoded

from .sheet import ReadPicture

KEPT = 4
"""Decoded pictures at once: memory stays bounded however many a board has."""


class Album:
    """A `PictureSource` that knows at once whether it has a picture."""

    def __init__(self, read: ReadPicture) -> None:
        self._read = read
        self._images: OrderedDict[tuple[AssetId, int], QImage] = OrderedDict()

    def image(self, id: AssetId, width_px: float) -> QImage | None:
        key = id, ceil(width_px)
        if key in self._images:
            self._images.move_to_end(key)
            return self._images[key]
        data = self._read(id)
        try:
            image = decoded(data, key[1]) if data is not None else None
        except BadPicture:
            image = None
        if image is not None:
            self._images[key] = image
            if len(self._images) > KEPT:
                self._images.popitem(last=False)
        return image

    def share(self, id: AssetId) -> float | None:
        return None
