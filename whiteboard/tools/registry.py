"""The tools, in the order of the toolbar. Toolbar, shortcuts, tooltips and help derive from this list.

A new tool is a file beside this one and an entry here.
"""

from __future__ import annotations

from whiteboard.model.element import CONNECTOR, NOTE, SHAPE, TEXT
from whiteboard.model.elements.connector_line import CURVED, ELBOW, STRAIGHT
from whiteboard.model.elements.instrument import COMPASS, PROTRACTOR, RULER, SET_SQUARE
from whiteboard.model.elements.shape import POLYGON
from whiteboard.model.style import HIGHLIGHTER, LASER, MARKER, PEN

from . import select_hit
from .connect import Connect
from .eraser import Eraser
from .hand import Hand
from .instrument import Lay
from .laser import Laser
from .note import Note
from .part_eraser import PartEraser
from .pen import Pen
from .polygon import Polygon
from .select import Select
from .shape import Shape
from .text import Text
from .tool import Cursor, ToolInfo

SELECT = "select"
LASSO = "lasso"
HAND = "hand"
ERASER = "eraser"
INK_FAMILY = "ink"
INSTRUMENT_FAMILY = "instrument"
SHAPE_FAMILY = "shape"
LINE_FAMILY = "line"


def _instrument(form: str, label: str, key: str) -> ToolInfo:
    return ToolInfo(
        name=form,
        label=label,
        key=key,
        icon=form.replace("_", "-"),
        make=lambda: Lay(form, FIRST),
        cursor=Cursor.CROSS,
        busy_cursor=Cursor.MOVE,
        alone=True,
        family=INSTRUMENT_FAMILY,
    )


def _shape(form: str, label: str, key: str = "") -> ToolInfo:
    return ToolInfo(
        name=form,
        label=label,
        key=key,
        icon=form,
        make=lambda: Shape(form, SELECT),
        cursor=Cursor.CROSS,
        busy_cursor=Cursor.CROSS,
        case=SHAPE,
        family=SHAPE_FAMILY,
    )


def _connector(name: str, label: str, form: str, key: str = "", *, tips: bool = True) -> ToolInfo:
    return ToolInfo(
        name=name,
        label=label,
        key=key,
        icon=name,
        make=lambda: Connect(form, SELECT, tips=tips),
        cursor=Cursor.CROSS,
        busy_cursor=Cursor.CROSS,
        case=CONNECTOR,
        family=LINE_FAMILY,
    )


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
        key="Shift+L",
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
        family=INK_FAMILY,
    ),
    ToolInfo(
        name="marker",
        label="Marker",
        key="B",
        icon="marker",
        make=lambda: Pen(MARKER),
        cursor=Cursor.INK,
        busy_cursor=Cursor.INK,
        case=MARKER,
        family=INK_FAMILY,
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
        family=INK_FAMILY,
    ),
    ToolInfo(
        name="laser",
        label="Laser",
        key="K",
        icon="laser",
        make=Laser,
        cursor=Cursor.LASER,
        busy_cursor=Cursor.LASER,
        case=LASER,
        family=INK_FAMILY,
    ),
    ToolInfo(
        name=ERASER,
        label="Eraser",
        key="E",
        icon="eraser",
        make=Eraser,
        cursor=Cursor.ERASER,
        busy_cursor=Cursor.ERASER,
        family=ERASER,
    ),
    ToolInfo(
        name="part_eraser",
        label="Erase a part",
        key="Shift+E",
        icon="part-eraser",
        make=PartEraser,
        cursor=Cursor.ERASER,
        busy_cursor=Cursor.ERASER,
        family=ERASER,
    ),
    _shape("rectangle", "Rectangle", "R"),
    _shape("rounded", "Rounded rectangle"),
    _shape("ellipse", "Ellipse", "O"),
    _shape("triangle", "Triangle"),
    _shape("diamond", "Diamond", "D"),
    _shape("pentagon", "Pentagon"),
    _shape("hexagon", "Hexagon"),
    _shape("star", "Star"),
    ToolInfo(
        name=POLYGON,
        label="Polygon",
        key="",
        icon=POLYGON,
        make=lambda: Polygon(SELECT),
        cursor=Cursor.CROSS,
        busy_cursor=Cursor.CROSS,
        case=SHAPE,
        alone=True,
        family=SHAPE_FAMILY,
        clicks=True,
    ),
    _connector("line", "Line", STRAIGHT, "L", tips=False),
    _connector("arrow", "Arrow", STRAIGHT, "A"),
    _connector("curve", "Curved arrow", CURVED),
    _connector("elbow", "Elbow arrow", ELBOW),
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
    _instrument(RULER, "Ruler", "Shift+R"),
    _instrument(SET_SQUARE, "Set square", "Shift+S"),
    _instrument(PROTRACTOR, "Protractor", "Shift+P"),
    _instrument(COMPASS, "Compass", "Shift+C"),
)

BY_NAME: dict[str, ToolInfo] = {info.name: info for info in TOOLS}

FIRST = "pen"
"""The tool in hand when a board opens."""
