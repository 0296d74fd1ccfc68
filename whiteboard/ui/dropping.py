"""Lets people drop files and pictures on the board."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QWidget


class DropTarget(QObject):
    """Watches one widget; positions are in its pixels."""

    files_dropped = Signal(list, object)
    """The paths of files, and where."""

    image_dropped = Signal(object, object)
    """A QImage, and where."""

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event:
            case QDragEnterEvent():
                if _paths(event.mimeData()) or event.mimeData().hasImage():
                    event.acceptProposedAction()
                return True
            case QDropEvent() if event.type() == QEvent.Type.Drop:
                self._drop(event)
                return True
            case _:
                return False

    def _drop(self, event: QDropEvent) -> None:
        data, at = event.mimeData(), event.position()
        if paths := _paths(data):
            self.files_dropped.emit(paths, at)
        elif data.hasImage():
            self.image_dropped.emit(cast("QImage", data.imageData()), at)
        else:
            return
        event.acceptProposedAction()


def _paths(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
