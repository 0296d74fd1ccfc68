"""Which tool a press works with: the one in hand, unless a key, an end of the pen or an instrument says otherwise."""

from __future__ import annotations

from whiteboard.model.style import INKS, PEN

from .along import edge_near
from .events import PointerDown, PointerHover
from .instrument import Grip, Handling, cursor_over, grip_at
from .registry import BY_NAME, ERASER
from .tool import Cursor, Surroundings, ToolInfo


def tool_for(event: PointerDown, in_hand: ToolInfo, around: Surroundings) -> ToolInfo:
    """The tool of the gesture that this press begins. With Ctrl, what draws ink erases.

    A press on an instrument takes that, except at its edges, where ink is drawn along.
    """
    if event.tool is not None:
        return BY_NAME[event.tool]
    draws = in_hand.case in INKS
    if draws and event.modifiers.ctrl:
        return BY_NAME[ERASER]
    grip = grip_at(around.instruments, event.at, event.zoom)
    if grip is None or (draws and grip[1] is Grip.BODY and edge_near(around.instruments, event.at, event.zoom)):
        return in_hand
    return _handling(in_hand.case if draws and in_hand.case is not None else PEN)


def cursor_for(event: PointerHover, in_hand: ToolInfo, around: Surroundings) -> Cursor:
    """The shape of the pointer above this place."""
    if in_hand.case in INKS and edge_near(around.instruments, event.at, event.zoom):
        return in_hand.cursor_at(event, around)
    return cursor_over(event, around) or in_hand.cursor_at(event, around)


def _handling(ink: str) -> ToolInfo:
    return ToolInfo(
        name="instrument",
        label="Instrument",
        key="",
        icon="ruler",
        make=lambda: Handling(ink),
        cursor=Cursor.MOVE,
        busy_cursor=None,
    )
