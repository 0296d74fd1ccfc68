"""The mouse: Qt's events in, pointer events in board units out. `tablet.py` and `touch.py` are its siblings."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from whiteboard.model.geometry import Point
from whiteboard.render.viewport import Viewport
from whiteboard.tools.events import (
    Modifiers,
    PointerDown,
    PointerEvent,
    PointerHover,
    PointerMove,
    PointerUp,
)

MOUSE = 0
PAN_TOOL = "hand"
"""The tool of a gesture that moves the view whatever is in hand: middle button, space bar, barrel button."""

_DRAWING, _PANNING = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
_FLAGS = {
    Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
    Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier,
    Qt.Key.Key_Alt: Qt.KeyboardModifier.AltModifier,
}


class MouseInput:
    """One gesture at a time, of the button that began it."""

    def __init__(self) -> None:
        self._button: Qt.MouseButton | None = None
        self._last: PointerMove | None = None

    def rekeyed(self, event: QKeyEvent) -> PointerMove | None:
        """The last move again with the keys as they are now, for a gesture that goes by them; None where none is."""
        flag = _FLAGS.get(Qt.Key(event.key()))
        if self._last is None or flag is None or event.isAutoRepeat():
            return None
        pressed = event.type() == QEvent.Type.KeyPress
        keys = event.modifiers() | flag if pressed else event.modifiers() & ~flag
        return dataclasses.replace(self._last, modifiers=modifiers_of(keys))

    def handle(self, event: QMouseEvent, view: Viewport, *, panning: bool) -> PointerEvent | None:
        """What the event means on the board; None for nothing. `panning`: the space bar is held."""
        at, seconds = on_board(event.position(), view), event.timestamp() / 1000
        modifiers = modifiers_of(event.modifiers())
        kind, button = event.type(), event.button()
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            if button not in (_DRAWING, _PANNING) or self._button not in (None, button):
                return None  # the same button again: its release got lost, and the editor begins anew
            self._button, self._last = button, None
            tool = PAN_TOOL if panning or button == _PANNING else None
            clicks = 2 if kind == QEvent.Type.MouseButtonDblClick else 1
            return PointerDown(at=at, seconds=seconds, zoom=view.zoom, modifiers=modifiers, tool=tool, clicks=clicks)
        if kind == QEvent.Type.MouseMove:
            if self._button is None:
                return PointerHover(at=at, zoom=view.zoom)
            if event.buttons() & self._button:
                self._last = PointerMove(at=at, seconds=seconds, zoom=view.zoom, modifiers=modifiers)
                return self._last
            button = self._button  # released where nobody told us
        if button != self._button:
            return None
        self._button = self._last = None
        return PointerUp(at=at, seconds=seconds, zoom=view.zoom, modifiers=modifiers)


def on_board(position_px: QPointF, view: Viewport) -> Point:
    return view.to_board((position_px.x(), position_px.y()))


def modifiers_of(keys: Qt.KeyboardModifier) -> Modifiers:
    return Modifiers(
        shift=bool(keys & Qt.KeyboardModifier.ShiftModifier),
        ctrl=bool(keys & Qt.KeyboardModifier.ControlModifier),
        alt=bool(keys & Qt.KeyboardModifier.AltModifier),
    )
