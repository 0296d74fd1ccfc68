"""The pictures of all boards of this computer: where they are kept, and what of them is ready for the screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from whiteboard.files.asset_folder import FOLDER_NAME, AssetFolder
from whiteboard.render import picture_source
from whiteboard.render.picture_shelf import PictureShelf


class Gallery(QObject):
    """One for the app: painters take their pictures from its shelf until `close`."""

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = AssetFolder(data / FOLDER_NAME)
        self.shelf = PictureShelf(self.folder.read, self)
        self._before = picture_source.use(self.shelf)

    def close(self) -> None:
        picture_source.use(self._before)
        self.shelf.close()
