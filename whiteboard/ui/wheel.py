"""What a turn of the wheel, or two fingers on a trackpad, make of the view."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputDevice, QWheelEvent

from whiteboard.render.viewport import Viewport

WHEEL_FACTOR = 1.2
"""Zoom of one notch of a mouse wheel."""


def wheeled(event: QWheelEvent, view: Viewport) -> Viewport:
    """A mouse's wheel zooms, two fingers on a trackpad move the view, with Ctrl both zoom; Shift goes sideways."""
    fine, coarse = event.pixelDelta(), event.angleDelta()
    keys = event.modifiers()
    trackpad = event.device().type() is QInputDevice.DeviceType.TouchPad or (
        not fine.isNull() and event.phase() != Qt.ScrollPhase.NoScrollPhase
    )
    if keys & Qt.KeyboardModifier.ControlModifier or not (trackpad or keys & Qt.KeyboardModifier.ShiftModifier):
        at = event.position()
        return view.zoomed_at((at.x(), at.y()), WHEEL_FACTOR ** (coarse.y() / 120))
    way = fine if not fine.isNull() else coarse / 2
    dx, dy = (way.x(), way.y())
    if keys & Qt.KeyboardModifier.ShiftModifier and dx == 0:
        dx, dy = dy, 0
    return view.panned(dx, dy)
