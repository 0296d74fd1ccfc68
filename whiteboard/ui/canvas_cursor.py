"""The pointer above the board has the shape of what a press would do."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from whiteboard.editor import Editor
from whiteboard.model.style import HIGHLIGHTER
from whiteboard.tools.registry import BY_NAME
from whiteboard.tools.tool import Cursor

from .cursors import cursor_for


class CanvasCursor:
    """Gives a widget its cursor, and a new one only if it looks different."""

    def __init__(self, of: QWidget) -> None:
        self._of = of
        self._shown: object = None

    def choose(self, editor: Editor, zoom: float, *, panning: bool, erasing: bool) -> None:
        """`panning` and `erasing`: a press would do that, whatever tool is in hand."""
        shape = editor.cursor
        if not editor.busy:
            shape = Cursor.OPEN_HAND if panning else Cursor.ERASER if erasing else shape
        case = BY_NAME[editor.tool].case
        style = editor.style_of(case) if case is not None else None
        ink_px = style.width * zoom if style is not None else 0.0
        width_px = 2 * editor.eraser_px if shape is Cursor.ERASER else ink_px
        density = self._of.devicePixelRatioF()
        wish = (shape, style, width_px, density)
        if wish == self._shown:
            return
        self._shown = wish
        self._of.setCursor(
            cursor_for(
                shape,
                color=style.color if style is not None else "#000000",
                width_px=width_px,
                transparent=case == HIGHLIGHTER,
                density=density,
            )
        )
