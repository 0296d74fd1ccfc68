"""What a tool is, and what it may ask about the board."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol, runtime_checkable

from whiteboard.model.document import Document
from whiteboard.model.element import Element, ElementId
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.style import Style

from .events import Contact, PointerHover, PointerRest
from .select_frame import Frame
from .step import Step


class Cursor(Enum):
    """The shape of the pointer; the window draws it."""

    INK = "ink"
    ERASER = "eraser"
    OPEN_HAND = "open hand"
    CLOSED_HAND = "closed hand"
    ARROW = "arrow"
    MOVE = "move"
    CROSS = "cross"
    TEXT = "text"
    TURN = "turn"
    SIZE_WE = "size |"
    SIZE_NS = "size -"
    SIZE_NWSE = "size \\"
    SIZE_NESW = "size /"
    LASER = "laser"


class Index(Protocol):
    """Finds elements by place. Distances are in board units and reach to the edge of what is painted."""

    def at(self, point: Point, tolerance: float) -> ElementId | None:
        """The uppermost element whose picture is within `tolerance` of the point."""

    def inside(self, box: Rect) -> Sequence[ElementId]:
        """All elements that lie wholly inside the box."""

    def solid(self, box: Rect) -> Sequence[ElementId]:
        """The same without ink."""

    def meeting(self, box: Rect) -> Sequence[ElementId]:
        """All elements whose boxes meet this one."""

    def touching(self, a: Point, b: Point, radius: float) -> Sequence[ElementId]:
        """All elements whose picture is within `radius` of the segment from a to b."""


class Surroundings(Protocol):
    """What a tool finds around it. It only reads; what it wants done it says in its step."""

    @property
    def document(self) -> Document: ...

    @property
    def index(self) -> Index: ...

    @property
    def selection(self) -> frozenset[ElementId]: ...

    @property
    def selection_box(self) -> Rect | None:
        """The box around the pictures of what is selected."""

    @property
    def selection_frame(self) -> Frame | None:
        """The frame with handles around what is selected."""

    @property
    def snapping(self) -> bool:
        """Whether what is dragged snaps to what is near."""

    @property
    def page(self) -> ElementId:
        """The page on the screen, as `geometry.parent` names it: empty for the first."""

    @property
    def instruments(self) -> Collection[Element]:
        """Rulers and their like on the page that is shown."""

    @property
    def eraser_px(self) -> float:
        """How far an eraser reaches on the screen, in pixels."""

    @property
    def last_stroke(self) -> Element | None:
        """The stroke that I drew last, if that was the last thing I did."""

    @property
    def holding_shapes(self) -> bool:
        """Whether a stroke that is held still at its end becomes the figure that it was meant to be."""

    def style_of(self, case: str) -> Style:
        """The look of what is drawn next: of a stroke with this ink, of a SHAPE, a CONNECTOR, a TEXT or a NOTE."""

    def new_id(self) -> ElementId: ...

    def next_order(self) -> str:
        """An order key above everything on the board."""

    @property
    def signature(self) -> str:
        """The person's name, for notes."""

    def chance(self) -> int:
        """Any non-negative integer; it makes order keys of several people differ."""


class Tool(Protocol):
    """One gesture of one pointer. The editor makes one at each PointerDown and drops it when a step says `over`."""

    def handle(self, event: Contact, around: Surroundings) -> Step: ...


@runtime_checkable
class Patient(Protocol):
    """A tool that wants to know when its pointer rests."""

    def rest(self, event: PointerRest, around: Surroundings) -> Step: ...


@dataclass(frozen=True, slots=True)
class ToolInfo:
    """What toolbar, shortcuts, tooltips and help know of a tool.

    `case` is set for tools that draw: which look of the pencil case they use (see `inks.py`). `alone` tools follow one
    pointer at a time. `over` finds the cursor where it depends on what is beneath it; a `busy_cursor` that is None
    stays as it was found. `family` names the button that the tool shares with others in the toolbar; `watching` tools
    are for viewers too. A gesture of a tool with `clicks` goes on when the pointer lifts, until the tool says that it
    is over.
    """

    name: str
    label: str
    key: str
    icon: str
    make: Callable[[], Tool]
    cursor: Cursor
    busy_cursor: Cursor | None
    case: str | None = None
    alone: bool = False
    family: str = ""
    watching: bool = False
    clicks: bool = False
    over: Callable[[PointerHover, Surroundings], Cursor] | None = None

    def cursor_at(self, event: PointerHover, around: Surroundings) -> Cursor:
        return self.cursor if self.over is None else self.over(event, around)
