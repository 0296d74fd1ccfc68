"""What I have in hand: a tool, and the look of what it draws."""

from __future__ import annotations

from whiteboard.tools.inks import Inks
from whiteboard.tools.registry import BY_NAME, ERASER, FIRST
from whiteboard.tools.tool import Cursor, ToolInfo


class Held:
    """`cursor` is the pointer's shape while no gesture is in progress; `before` was in hand before the tool."""

    def __init__(self) -> None:
        self.inks = Inks()
        self.tool: ToolInfo = BY_NAME[FIRST]
        self.before: ToolInfo = self.tool
        self.cursor: Cursor = self.tool.cursor

    @property
    def erases(self) -> bool:
        return self.tool.family == ERASER

    @property
    def width(self) -> float:
        """The nominal width in board units of the ink, or of the eraser."""
        return self.inks.eraser if self.erases else self.inks.width

    @property
    def inked(self) -> ToolInfo:
        """The tool in hand if it draws, else the one that drew last."""
        if self.tool.case is not None:
            return self.tool
        return next(info for info in BY_NAME.values() if info.case == self.inks.last)

    def take(self, info: ToolInfo) -> None:
        if info is not self.tool:
            self.before = self.tool
        self.tool, self.cursor = info, info.cursor
        if info.case is not None:
            self.inks.last = info.case
