"""The pictures of the boards, as files beside the database: one folder a board, one file a picture, named by its hash.

A board's pictures are its own: who knows only the hash of another board's picture does not get it here.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from pathlib import Path
from typing import IO

from whiteboard.model.content import AssetId

FOLDER_NAME = "pictures"

_HEX = re.compile(r"[0-9a-f]{1,64}")


class Pictures:
    """All methods block, and may be called from any thread; they raise OSError as it comes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def sweep(self) -> None:
        """Remove what was on its way in when a server was killed. Nothing may be on its way in now."""
        for left in self._folder.glob("*/.*"):
            left.unlink(missing_ok=True)

    def path(self, log_id: str, id: AssetId) -> Path:
        """Where a board's picture is, if it is here. ValueError for names that are none."""
        if not (_HEX.fullmatch(log_id) and len(id) == 64 and _HEX.fullmatch(id)):
            raise ValueError(id)
        return self._folder / log_id / id

    def has(self, log_id: str, id: AssetId) -> bool:
        return self.path(log_id, id).is_file()

    def bytes_of(self, log_id: str) -> int:
        """How much room a board's pictures take."""
        try:
            return sum(entry.stat().st_size for entry in os.scandir(self._folder / log_id))
        except FileNotFoundError:
            return 0

    def begin(self, log_id: str, id: AssetId) -> Arriving:
        """Make room for a picture that is being sent."""
        place = self.path(log_id, id)
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{id}-", dir=place.parent)
        return Arriving(place, os.fdopen(handle, "wb"), Path(name))


class Arriving:
    """A picture on its way in. End it with `finish` or `drop`."""

    def __init__(self, place: Path, file: IO[bytes], temporary: Path) -> None:
        self._place = place
        self._file = file
        self._temporary = temporary
        self._hash = hashlib.sha256()
        self.size = 0

    def write(self, piece: bytes) -> None:
        self._hash.update(piece)
        self._file.write(piece)
        self.size += len(piece)

    def finish(self) -> bool:
        """Keep it, durably, if it is the picture that its name says; returns whether it is."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        right = self._hash.hexdigest() == self._place.name
        if right:
            self._temporary.replace(self._place)
        self.drop()
        return right

    def drop(self) -> None:
        self._file.close()
        self._temporary.unlink(missing_ok=True)
