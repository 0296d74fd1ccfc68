"""Everything one can do with a key: shortcuts, tooltips and the help sheet derive from this list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtGui import QKeySequence

from whiteboard.editor import Editor
from whiteboard.model.geometry import Point
from whiteboard.model.style import WIDTHS
from whiteboard.tools.registry import TOOLS
from whiteboard.tools.tool import ToolInfo

from .canvas_widget import Canvas

ZOOM_STEP = 1.25
NUDGE, FAR_NUDGE = 1.0, 10.0
"""Board units that an arrow key moves the selection, alone and with Shift."""

WIDTH_NAMES = ("Thin", "Medium", "Thick", "Extra thick")


class BoardParts(Protocol):
    """What actions act on."""

    @property
    def editor(self) -> Editor: ...

    @property
    def canvas(self) -> Canvas: ...


@dataclass(frozen=True, slots=True)
class Action:
    """`keys` are Qt key sequences; the first is the one to show. `icon` is a name of `icons.py`."""

    name: str
    label: str
    keys: tuple[str, ...]
    do: Callable[[BoardParts], None]
    icon: str = ""

    @property
    def hint(self) -> str:
        """The tooltip: "Pen (P)"."""
        return hint(self.label, self.keys[0])


def hint(label: str, key: str) -> str:
    """A label with its key, as this system writes it."""
    return f"{label} ({QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)})"


def _take(tool: ToolInfo) -> Action:
    return Action(f"tool.{tool.name}", tool.label, (tool.key,), lambda board: board.editor.choose(tool.name), tool.icon)


def _width(number: int, width: float) -> Action:
    label = f"{WIDTH_NAMES[number - 1]} line"
    return Action(f"width.{number}", label, (str(number),), lambda board: board.editor.set_width(width))


def _nudge(name: str, label: str, key: str, x: float, y: float) -> tuple[Action, Action]:
    def by(units: float) -> Callable[[BoardParts], None]:
        return lambda board: board.editor.nudge(Point(x * units, y * units))

    return (
        Action(f"nudge.{name}", f"Move {label}", (key,), by(NUDGE)),
        Action(f"nudge.far.{name}", f"Move far {label}", (f"Shift+{key}",), by(FAR_NUDGE)),
    )


ACTIONS: tuple[Action, ...] = (
    *(_take(tool) for tool in TOOLS),
    *(_width(number, width) for number, width in enumerate(WIDTHS, start=1)),
    Action("undo", "Undo", ("Ctrl+Z",), lambda board: board.editor.undo(), "undo"),
    Action("redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), lambda board: board.editor.redo(), "redo"),
    Action("delete", "Delete", ("Delete", "Backspace"), lambda board: board.editor.delete_selection(), "trash"),
    Action("select_all", "Select all", ("Ctrl+A",), lambda board: board.editor.select_all()),
    Action("cancel", "Cancel, select nothing", ("Escape",), lambda board: board.editor.cancel()),
    *_nudge("left", "left", "Left", -1, 0),
    *_nudge("right", "right", "Right", 1, 0),
    *_nudge("up", "up", "Up", 0, -1),
    *_nudge("down", "down", "Down", 0, 1),
    Action("zoom.in", "Zoom in", ("Ctrl++", "Ctrl+="), lambda board: board.canvas.zoom_by(ZOOM_STEP), "plus"),
    Action("zoom.out", "Zoom out", ("Ctrl+-",), lambda board: board.canvas.zoom_by(1 / ZOOM_STEP), "minus"),
    Action("zoom.100", "Zoom to 100 %", ("Ctrl+0",), lambda board: board.canvas.zoom_to(1.0)),
    Action("zoom.fit", "Show everything", ("Shift+1",), lambda board: board.canvas.fit(), "fit"),
)

BY_NAME: dict[str, Action] = {action.name: action for action in ACTIONS}
