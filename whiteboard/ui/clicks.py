"""Tells double taps of pen and finger from two taps; of the mouse the system says so itself."""

from __future__ import annotations

import dataclasses
import math

from PySide6.QtWidgets import QApplication

from whiteboard.tools.events import Device, PointerDown, PointerEvent

_NEAR_PX, _TOUCH_NEAR_PX = 8.0, 24.0


class Clicks:
    """Numbers the presses that follow each other at one place."""

    def __init__(self) -> None:
        self._last: PointerDown | None = None

    def counted(self, event: PointerEvent) -> PointerEvent:
        """The same event; a press knows then which of how many it is."""
        if not isinstance(event, PointerDown) or event.device is Device.MOUSE:
            return event
        last = self._last
        clicks = 1
        if last is not None and last.device is event.device and (last.tool, last.zoom) == (event.tool, event.zoom):
            near_px = _TOUCH_NEAR_PX if event.device is Device.TOUCH else _NEAR_PX
            soon = event.seconds - last.seconds <= QApplication.doubleClickInterval() / 1000
            if soon and math.dist(last.at, event.at) * event.zoom <= near_px:
                clicks = last.clicks + 1
        self._last = dataclasses.replace(event, clicks=clicks)
        return self._last
