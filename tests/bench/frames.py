"""Knows when a window's frames are really painted: also its backing image is complete then."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget


class Frames(QObject):
    """Counts the frames of a top-level window; `painted` is called after each with its time."""

    def __init__(self, window: QWidget, painted: Callable[[float], None] = lambda now: None) -> None:
        super().__init__()
        self.count = 0
        self.last = 0.0
        self._window = window
        self._painted = painted
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.UpdateRequest:
            return False
        watched.event(event)  # paints everything that is due and flushes it
        self.count += 1
        self.last = perf_counter()
        self._painted(self.last)
        return True

    def color_at(self, widget: QWidget, x_px: int, y_px: int) -> QColor:
        """What is on the screen there, without painting anything."""
        image = self._window.backingStore().paintDevice()
        assert isinstance(image, QImage)
        return image.pixelColor(widget.mapTo(self._window, QPoint(x_px, y_px)))

    def settle(self, quiet: float = 0.3, most: float = 10.0) -> None:
        """Let Qt work until no frame was painted for a while."""
        began = perf_counter()
        while perf_counter() - max(self.last, began) < quiet and perf_counter() - began < most:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
