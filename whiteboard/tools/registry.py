"""The tools, in the order of the toolbar. Toolbar, shortcuts, tooltips and help derive from this list.

A new tool is a file beside this one and an entry here.
"""

from __future__ import annotations

from whiteboard.model.element import NOTE, TEXT
from whiteboard.model.style import HIGHLIGHTER, PEN

from . import select_hit
from .eraser import Eraser
from .hand import Hand
from .note import Note
from .pen import Pen
from .select import Select
from .text import Text
from .tool import Cursor, ToolInfo

SELECT = "select"
LASSO = "lasso"
HAND = "hand"

TOOLS: tuple[ToolInfo, ...] = (
    ToolInfo(
        name=SELECT,
        label="Select",
        key="V",
        icon="select",
        make=Select,
        cursor=Cursor.ARROW,
        busy_cursor=None,
        alone=True,
        family=SELECT,
        over=select_hit.cursor_over,
    ),
    ToolInfo(
        name=LASSO,
        label="Lasso",
        key="Shift+V",
        icon="lasso",
        make=lambda: Select(lasso=True),
        cursor=Cursor.CROSS,
        busy_cursor=None,
        alone=True,
        family=SELECT,
        over=select_hit.cursor_over_lasso,
    ),
    ToolInfo(
        name=HAND,
        label="Hand",
        key="H",
        icon="hand",
        make=Hand,
        cursor=Cursor.OPEN_HAND,
        busy_cursor=Cursor.CLOSED_HAND,
        alone=True,
    ),
    ToolInfo(
        name="pen",
        label="Pen",
        key="P",
        icon="pen",
        make=lambda: Pen(PEN),
        cursor=Cursor.INK,
        busy_cursor=Cursor.INK,
        case=PEN,
    ),
    ToolInfo(
        name="highlighter",
        label="Highlighter",
        key="M",
        icon="highlighter",
        make=lambda: Pen(HIGHLIGHTER),
        cursor=Cursor.INK,
        busy_cursor=Cursor.INK,
        case=HIGHLIGHTER,
    ),
    ToolInfo(
        name="eraser",
        label="Eraser",
        key="E",
        icon="eraser",
        make=Eraser,
        cursor=Cursor.ERASER,
        busy_cursor=Cursor.ERASER,
    ),
    ToolInfo(
        name="text",
        label="Text",
        key="T",
        icon="text",
        make=Text,
        cursor=Cursor.TEXT,
        busy_cursor=Cursor.TEXT,
        case=TEXT,
        alone=True,
    ),
    ToolInfo(
        name="note",
        label="Note",
        key="N",
        icon="note",
        make=Note,
        cursor=Cursor.CROSS,
        busy_cursor=Cursor.CROSS,
        case=NOTE,
        alone=True,
    ),
)

BY_NAME: dict[str, ToolInfo] = {info.name: info for info in TOOLS}

FIRST = "pen"
"""The tool in hand when a board opens."""
