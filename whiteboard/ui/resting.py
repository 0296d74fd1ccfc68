"""Notices pointers that rest: a pen that is held still sends no events, and time is what a held stroke waits for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from whiteboard.tools.events import PointerDown, PointerEvent, PointerMove, PointerRest
from whiteboard.tools.pen import HOLD


class Resting:
    """Says so once after each event, if nothing comes after that; one pointer at a time, the last that moved."""

    def __init__(self, owner: QObject, do: Callable[[PointerEvent], None]) -> None:
        self._do = do
        self._last: PointerDown | PointerMove | None = None
        self._timer = QTimer(owner)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(HOLD * 1000))
        self._timer.timeout.connect(self._say)

    def follow(self, event: PointerEvent) -> None:
        """A pointer did this."""
        if isinstance(event, (PointerDown, PointerMove)):
            self._last = event
            self._timer.start()
        elif not isinstance(event, PointerRest):
            self._timer.stop()

    def _say(self) -> None:
        if self._last is not None:
            self._do(PointerRest(seconds=self._last.seconds + HOLD, pointer=self._last.pointer))
