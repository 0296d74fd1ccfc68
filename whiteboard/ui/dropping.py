"""Lets people drop on a page what they drag out of other programs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class DropTarget(QObject):
    """Watches one widget, with all in it that takes no drops itself; positions are in its pixels."""

    dropped = Signal(object, object)
    """A QMimeData that is gone after the call, and where."""

    def __init__(self, target: QWidget, takes: Callable[[QMimeData], object]) -> None:
        """`takes` says whether something may be dropped here."""
        super().__init__(target)
        self._takes = takes
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event:
            case QDragEnterEvent():
                if self._takes(event.mimeData()):
                    event.acceptProposedAction()
                return True
            case QDropEvent() if event.type() == QEvent.Type.Drop:
                if self._takes(event.mimeData()):
                    event.acceptProposedAction()
                    self.dropped.emit(event.mimeData(), event.position())
                return True
            case _:
                return False
