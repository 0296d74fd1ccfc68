"""A hand at a real editor: it presses, drags and lifts; what the editor says it changed is kept, and checked to be one
callback a call."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count, pairwise
from math import hypot

from tests.doubles.board import ME, clients
from whiteboard.editor import Editor, News
from whiteboard.model.document import Document
from whiteboard.model.element import STROKE, Element, ElementId, in_paint_order
from whiteboard.model.elements import bounds, kind_of
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.points import UNITS_PER_BOARD_UNIT, unpack
from whiteboard.sync.journal import NoJournal
from whiteboard.sync.replica import Replica
from whiteboard.sync.standing import Standing
from whiteboard.tools.events import (
    Device,
    Modifiers,
    PointerCancel,
    PointerDown,
    PointerEvent,
    PointerHover,
    PointerMove,
    PointerUp,
)
from whiteboard.tools.step import Preview
from whiteboard.tools.tool import Cursor

NO_KEYS = Modifiers()
SHIFT = Modifiers(shift=True)
CTRL = Modifiers(ctrl=True)
ALT = Modifiers(alt=True)
STEP_SECONDS = 0.008


class SlowIndex:
    """Finds elements by looking at every point of every stroke: the honest answer to the bare definition."""

    def __init__(self) -> None:
        self.document: Callable[[], Document] = Document

    def at(self, point: Point, tolerance: float) -> ElementId | None:
        found = self.touching(point, point, tolerance)
        return found[-1] if found else None

    def inside(self, box: Rect) -> Sequence[ElementId]:
        return [element.id for element in self._elements() if box.contains(bounds(element))]

    def solid(self, box: Rect) -> Sequence[ElementId]:
        return [element.id for element in self._elements() if element.kind != STROKE and box.contains(bounds(element))]

    def meeting(self, box: Rect) -> Sequence[ElementId]:
        return [element.id for element in self._elements() if box.intersects(bounds(element))]

    def touching(self, a: Point, b: Point, radius: float) -> Sequence[ElementId]:
        return [e.id for e in self._elements() if _touches(e, a, b, radius)]

    def _elements(self) -> list[Element]:
        return sorted(self.document(), key=in_paint_order)


class Hand:
    """`news` is what the editor told so far."""

    def __init__(
        self,
        *elements: Element,
        standing: Standing | None = None,
        name: str = "me",
        new_client: Callable[[], str] | None = None,
    ) -> None:
        self.news: list[News] = []
        self.now = 0.0
        index = SlowIndex()
        ids, chances = count(1), count(1)
        replica = Replica(
            standing or Standing(client=ME),
            Document(elements),
            (),
            journal=NoJournal(),
            new_client=new_client or clients(),
        )
        self.editor = Editor(
            replica,
            index=index,
            new_id=lambda: f"{name}-{next(ids)}",
            chance=lambda: next(chances) * 2711 % 3843,  # up and down, as chance is
            on_change=self.news.append,
        )
        index.document = lambda: self.editor.document

    # ------------------------------------------------------------ gestures

    def take(self, tool: str) -> Hand:
        self.editor.choose(tool)
        return self

    def press(
        self,
        x: float,
        y: float,
        *,
        pressure: float | None = None,
        pointer: int = 0,
        keys: Modifiers = NO_KEYS,
        device: Device = Device.MOUSE,
        tool: str | None = None,
        zoom: float = 1.0,
        clicks: int = 1,
    ) -> None:
        self.handle(
            PointerDown(
                at=Point(x, y),
                seconds=self.now,
                pressure=pressure,
                pointer=pointer,
                modifiers=keys,
                device=device,
                tool=tool,
                zoom=zoom,
                clicks=clicks,
            )
        )

    def move(
        self, x: float, y: float, *, pressure: float | None = None, pointer: int = 0, keys: Modifiers = NO_KEYS
    ) -> None:
        at = Point(x, y)
        self.handle(PointerMove(at=at, seconds=self.now, pressure=pressure, pointer=pointer, modifiers=keys))

    def lift(self, x: float, y: float, *, pointer: int = 0, keys: Modifiers = NO_KEYS) -> None:
        self.handle(PointerUp(at=Point(x, y), seconds=self.now, pointer=pointer, modifiers=keys))

    def cancel(self, pointer: int = 0) -> None:
        self.handle(PointerCancel(pointer=pointer))

    def hover(self, x: float, y: float) -> None:
        self.handle(PointerHover(at=Point(x, y)))

    def click(self, x: float, y: float, *, keys: Modifiers = NO_KEYS) -> None:
        self.press(x, y, keys=keys)
        self.lift(x, y, keys=keys)

    def double_click(self, x: float, y: float) -> None:
        self.click(x, y)
        self.press(x, y, clicks=2)
        self.lift(x, y)

    def drag(self, *places: tuple[float, float], keys: Modifiers = NO_KEYS, pointer: int = 0) -> None:
        """Press at the first place, move over the others, lift at the last."""
        self.press(*places[0], keys=keys, pointer=pointer)
        for place in places[1:]:
            self.move(*place, pointer=pointer, keys=keys)
        self.lift(*places[-1], pointer=pointer, keys=keys)

    def draw(self, *places: tuple[float, float]) -> Element:
        """A stroke with the pen; returns it as the document has it."""
        before = set(self.ids)
        self.take("pen").drag(*places)
        (fresh,) = [element for element in self.editor.document if element.id not in before]
        return fresh

    def handle(self, event: PointerEvent) -> None:
        self.now += STEP_SECONDS
        heard = len(self.news)
        self.editor.handle(event)
        assert len(self.news) <= heard + 1, "more than one callback for one event"

    # ------------------------------------------------------------ looking

    def preview(self) -> Preview:
        return self.editor.preview

    def cursor(self) -> Cursor:
        return self.editor.cursor

    @property
    def ids(self) -> list[str]:
        """What is on the board, from the back to the front."""
        return [element.id for element in sorted(self.editor.document, key=in_paint_order)]

    @property
    def selected(self) -> list[str]:
        return sorted(self.editor.selection)

    @property
    def changes(self) -> int:
        """How many edits reached the document."""
        return sum(bool(news.change) for news in self.news)

    def element(self, id: str) -> Element:
        element = self.editor.document.get(ElementId(id))
        assert element is not None, f"{id} is not on the board"
        return element

    def place(self, id: str) -> tuple[float, float]:
        geometry = self.element(id).geometry
        return geometry.x, geometry.y


def _touches(element: Element, a: Point, b: Point, radius: float) -> bool:
    if element.kind != STROKE:
        return kind_of(element).touches(element, a, b, radius)
    return _distance(element, a, b) <= radius


def _distance(element: Element, a: Point, b: Point) -> float:
    """From a segment to the edge of a stroke's ink."""
    g = element.geometry
    line = [Point(g.x + p.x / UNITS_PER_BOARD_UNIT, g.y + p.y / UNITS_PER_BOARD_UNIT) for p in unpack(element.points)]
    pieces = list(pairwise(line)) or [(line[0], line[0])]
    nearest = min(_between(p, q, a, b) for p, q in pieces)
    return nearest - element.style.width / 2


def _between(p: Point, q: Point, a: Point, b: Point) -> float:
    """Distance of two segments."""
    if _cross(p, q, a) * _cross(p, q, b) < 0 and _cross(a, b, p) * _cross(a, b, q) < 0:
        return 0.0
    return min(_to_segment(p, a, b), _to_segment(q, a, b), _to_segment(a, p, q), _to_segment(b, p, q))


def _cross(a: Point, b: Point, c: Point) -> float:
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)


def _to_segment(point: Point, a: Point, b: Point) -> float:
    length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2
    share = 0.0
    if length:
        share = min(max(((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / length, 0.0), 1.0)
    return hypot(a.x + share * (b.x - a.x) - point.x, a.y + share * (b.y - a.y) - point.y)
