"""The pen of a tablet: pressure, tilt, its eraser end and its barrel button; several pens at once."""

from __future__ import annotations

from math import inf

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent

from whiteboard.model.geometry import Point
from whiteboard.render.viewport import Viewport
from whiteboard.tools.events import Device, PointerDown, PointerEvent, PointerHover, PointerMove, PointerUp

from .pointer import PAN_TOOL, modifiers_of, on_board
from .pressure_curve import bent

FIRST_PEN = 1
"""Pointer ids of pens count from here; those of fingers are far above."""

ERASER_TOOL = "eraser"

NEAR_SECONDS = 0.5
"""A pen that was felt so recently is still near: its hand lies there, or is about to."""


class PenInput:
    """Tells pens apart by their serial number, and follows each while its tip is down.

    `barrel_tool` is what a pen is while its side button is held, `eraser_tool` what its other end is: names of tools.
    `firmness` bends the pressure to the hand, see `pressure_curve.py`.
    """

    def __init__(self) -> None:
        self.barrel_tool = PAN_TOOL
        self.eraser_tool = ERASER_TOOL
        self.firmness = 0.0
        self._ids: dict[int, int] = {}
        self._down: dict[int, Qt.MouseButton] = {}
        self._felt = -inf

    def is_near(self, seconds: float) -> bool:
        """Whether any pen writes at this time, or hovers above the tablet; by the clock of the events."""
        return bool(self._down) or 0 <= seconds - self._felt < NEAR_SECONDS

    def handle(self, event: QTabletEvent, view: Viewport, *, panning: bool) -> PointerEvent | None:
        """What the event means on the board; None for nothing. `panning`: the space bar is held."""
        device = event.pointingDevice()
        pointer = self._ids.setdefault(device.uniqueId().numericId(), FIRST_PEN + len(self._ids))
        at, seconds = on_board(event.position(), view), event.timestamp() / 1000
        self._felt = seconds
        feels = device.capabilities() & QInputDevice.Capability.Pressure
        pressure = bent(event.pressure(), self.firmness) if feels else None
        tilt, modifiers = Point(event.xTilt(), event.yTilt()), modifiers_of(event.modifiers())
        kind = event.type()
        if kind == QEvent.Type.TabletPress:
            if pointer in self._down:
                return None
            self._down[pointer] = event.button()
            return PointerDown(
                at=at,
                seconds=seconds,
                pointer=pointer,
                zoom=view.zoom,
                pressure=pressure,
                tilt=tilt,
                modifiers=modifiers,
                device=Device.PEN,
                tool=PAN_TOOL if panning else self._tool_of(event),
            )
        if kind == QEvent.Type.TabletMove:
            if pointer not in self._down:
                return PointerHover(at=at, zoom=view.zoom, device=Device.PEN)
            return PointerMove(
                at=at,
                seconds=seconds,
                pointer=pointer,
                zoom=view.zoom,
                pressure=pressure,
                tilt=tilt,
                modifiers=modifiers,
                device=Device.PEN,
            )
        if kind == QEvent.Type.TabletRelease and event.button() == self._down.get(pointer):
            del self._down[pointer]
            # the tip has left the tablet: its pressure of 0 says nothing about the ink before
            return PointerUp(
                at=at,
                seconds=seconds,
                pointer=pointer,
                zoom=view.zoom,
                pressure=pressure,
                tilt=tilt,
                modifiers=modifiers,
                device=Device.PEN,
            )
        return None

    def _tool_of(self, event: QTabletEvent) -> str | None:
        if _barrel(event):
            return self.barrel_tool
        return self.eraser_tool if is_eraser(event.pointingDevice()) else None


def is_eraser(device: QPointingDevice) -> bool:
    """Whether the pen is held upside down."""
    return device.pointerType() is QPointingDevice.PointerType.Eraser


def _barrel(event: QTabletEvent) -> bool:
    """Whether a button at the side of the pen is held."""
    return bool(event.buttons() & (Qt.MouseButton.RightButton | Qt.MouseButton.MiddleButton))
