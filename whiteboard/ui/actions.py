"""Everything one can do with a key: shortcuts, tooltips and the help sheet derive from this list."""

from __future__ import annotations

from collections.abc import Callable

from whiteboard.model.geometry import Point
from whiteboard.model.paper import PAPER_NAMES
from whiteboard.tools.registry import ERASER, HAND, TOOLS
from whiteboard.tools.tool import ToolInfo

from .action import Action as Action
from .action import BoardParts as BoardParts
from .action import hint as hint
from .arrange_actions import ARRANGE_ACTIONS
from .text_actions import TEXT_ACTIONS
from .tool_family import KEEP_KEY
from .width_actions import WIDTH_ACTIONS

PASSING = (HAND, ERASER)
"""Tools that one needs for a moment: their key, pressed again, gives back the one before."""

ZOOM_STEP = 1.25
NUDGE, FAR_NUDGE = 1.0, 10.0
"""Board units that an arrow key moves the selection, alone and with Shift."""


def _take(tool: ToolInfo) -> Action:
    keys = (tool.key,) if tool.key else ()

    def take(board: BoardParts) -> None:
        if tool.name in PASSING:
            board.editor.choose_or_give_back(tool.name)
        else:
            board.editor.choose(tool.name)

    return Action(f"tool.{tool.name}", tool.label, keys, take, tool.icon)


def _nudge(name: str, label: str, key: str, x: float, y: float) -> tuple[Action, Action]:
    def by(units: float) -> Callable[[BoardParts], None]:
        return lambda board: board.editor.nudge(Point(x * units, y * units))

    return (
        Action(f"nudge.{name}", f"Move {label}", (key,), by(NUDGE)),
        Action(f"nudge.far.{name}", f"Move far {label}", (f"Shift+{key}",), by(FAR_NUDGE)),
    )


def _fit_selection(board: BoardParts) -> None:
    if board.editor.selection_box is not None:
        board.canvas.fit_to(board.editor.selection_box)


def _paper(paper: str, name: str) -> Action:
    return Action(f"paper.{paper or 'plain'}", f"{name} paper", (), lambda board: board.pages.print_on(paper), "paper")


def _move_page(name: str, label: str, key: str, by: int) -> Action:
    def move(board: BoardParts) -> None:
        board.pages.move(board.pages.shown, board.pages.place + by)

    return Action(f"page.move.{name}", label, (key,), move)


ACTIONS: tuple[Action, ...] = (
    *(_take(tool) for tool in TOOLS),
    *WIDTH_ACTIONS,
    Action("panel", "Style", ("F3",), lambda board: board.toggle_look(), "look"),
    Action("keep_tool", "Keep tool in hand", (KEEP_KEY,), lambda board: board.editor.keep(not board.editor.keep_tool)),
    Action("undo", "Undo", ("Ctrl+Z",), lambda board: board.editor.undo(), "undo"),
    Action("redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), lambda board: board.editor.redo(), "redo"),
    Action("delete", "Delete", ("Delete", "Backspace"), lambda board: board.editor.delete_selection(), "trash"),
    Action("select_all", "Select all", ("Ctrl+A",), lambda board: board.editor.select_all()),
    Action("cancel", "Cancel, select nothing, take Select", ("Escape",), lambda board: board.editor.cancel()),
    *_nudge("left", "left", "Left", -1, 0),
    *_nudge("right", "right", "Right", 1, 0),
    *_nudge("up", "up", "Up", 0, -1),
    *_nudge("down", "down", "Down", 0, 1),
    *ARRANGE_ACTIONS,
    *TEXT_ACTIONS,
    Action("zoom.in", "Zoom in", ("Ctrl++", "Ctrl+="), lambda board: board.canvas.zoom_by(ZOOM_STEP), "plus"),
    Action("zoom.out", "Zoom out", ("Ctrl+-",), lambda board: board.canvas.zoom_by(1 / ZOOM_STEP), "minus"),
    Action("zoom.100", "Zoom to 100 %", ("Ctrl+0",), lambda board: board.canvas.zoom_to(1.0)),
    Action("zoom.fit", "Show everything", ("Shift+1",), lambda board: board.canvas.fit(), "fit"),
    Action("zoom.selection", "Show the selection", ("Shift+2",), _fit_selection),
    Action("zoom.map", "Map of the page", ("Shift+M",), lambda board: board.pages.map_wanted.emit(), "map"),
    Action("page.next", "Next page", ("PgDown",), lambda board: board.pages.leaf(1), "next"),
    Action("page.previous", "Previous page", ("PgUp",), lambda board: board.pages.leaf(-1), "previous"),
    Action("page.new", "New page", ("Shift+N",), lambda board: board.pages.add(), "page-add"),
    Action("page.strip", "Pages", ("F4",), lambda board: board.pages.strip_wanted.emit(), "pages"),
    Action("page.copy", "Duplicate page", (), lambda board: board.pages.duplicate(board.pages.shown), "copy"),
    Action("page.delete", "Delete page", (), lambda board: board.pages.delete(board.pages.shown), "trash"),
    *(_paper(paper, name) for paper, name in PAPER_NAMES.items()),
    _move_page("up", "Move page up", "Ctrl+Shift+PgUp", -1),
    _move_page("down", "Move page down", "Ctrl+Shift+PgDown", 1),
)

BY_NAME: dict[str, Action] = {action.name: action for action in ACTIONS}
