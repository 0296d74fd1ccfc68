"""Pictures on disk, one file each, named after the SHA-256 of their bytes: the same picture is kept once."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

from whiteboard.model.content import AssetId
from whiteboard.protocol.pictures import BadPicture, asset_id, picture_of
from whiteboard.words import t

FOLDER_NAME = "pictures"

_NAME = re.compile(r"[0-9a-f]{64}")


class AssetFolder:
    """All methods block, and may be called from any thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, id: AssetId) -> Path:
        """Where the picture is, if it is here. ValueError for what is no asset id."""
        if not _NAME.fullmatch(id):
            raise ValueError(id)
        return self._folder / id

    def has(self, id: AssetId) -> bool:
        return self.path(id).exists()

    def read(self, id: AssetId) -> bytes | None:
        """The picture's bytes; None if it is not here, or damaged."""
        try:
            data = self.path(id).read_bytes()
        except OSError:
            return None
        return data if asset_id(data) == id else None

    def keep(self, data: bytes) -> AssetId:
        """Keep a picture, durably; BadPicture if it is none that a board takes, OSError if it cannot be written."""
        picture_of(data)
        id = asset_id(data)
        place = self.path(id)
        if self.read(id) is not None:
            return id
        self._folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".", dir=self._folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(place)
        finally:
            Path(name).unlink(missing_ok=True)
        return id

    def keep_as(self, id: AssetId, data: bytes) -> None:
        """Keep a picture that somebody says is this one; BadPicture if it is another."""
        if asset_id(data) != id:
            raise BadPicture(t("The picture is not the one that was meant."))
        self.keep(data)
