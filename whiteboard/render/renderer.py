"""The door to this room: what a canvas widget tells the renderer, and what it gets painted.

A widget (opaque, Qt.WidgetAttribute.WA_OpaquePaintEvent) uses it so:

- `reset(elements)` for a new board, `apply(change)` for each change of the document, `set_view` on pan, zoom, resize.
- `extend_wet` for new points of strokes in progress, one's own (at once) and the others' (through `TrailPlayback`);
  `drop_wet` where one is given up. A stroke that arrives as an element takes its wet ink's place by itself.
- Once a frame: `update()` each rectangle of `take_dirty()`.
- In paintEvent: `paint(painter, event.region() as rectangles)`, then the functions of `overlay` on the same painter.
- `work(budget)` from a zero timer while it returns 0, after that many seconds if it returns more, and again after any
  of the calls above if it returned None.

All rectangles are QRects in the widget's device-independent pixels. Nothing here keeps a reference to a painter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from whiteboard.model.document import Change
from whiteboard.model.element import Element, ElementId
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.points import InkPoint
from whiteboard.model.style import Style

from .viewport import Viewport


class Renderer:
    """The picture of one board in one view. `clock` gives steady seconds (time.perf_counter)."""

    def __init__(self, clock: Callable[[], float]) -> None:
        raise NotImplementedError

    def reset(self, elements: Iterable[Element]) -> None:
        """Show another board."""
        raise NotImplementedError

    def apply(self, change: Change) -> None:
        """Follow a change of the document."""
        raise NotImplementedError

    def set_view(self, viewport: Viewport, size_px: tuple[int, int], device_pixel_ratio: float) -> None:
        """Show this part of the board from now on."""
        raise NotImplementedError

    def extend_wet(self, id: ElementId, style: Style, origin: Point, start: int, points: Sequence[InkPoint]) -> None:
        """More of a stroke in progress: points from index `start` on (those known already are skipped).

        `points` are relative to `origin` (board units), as in TrailNews and StrokeBuilder.points.
        """
        raise NotImplementedError

    def drop_wet(self, id: ElementId) -> None:
        """The stroke in progress was given up, or is unknown."""
        raise NotImplementedError

    def take_dirty(self) -> list[QRect]:
        """What must be painted again since this was last asked; prepares the wet ink for it. Once a frame."""
        raise NotImplementedError

    def paint(self, painter: QPainter, rects: Iterable[QRect]) -> None:
        """Paint the board and its wet ink into these rectangles, opaquely; leaves the painter as it was."""
        raise NotImplementedError

    def work(self, budget: float) -> float | None:
        """Render tiles for at most about `budget` seconds; seconds until it wants to be called again, or None."""
        raise NotImplementedError

    @property
    def bounds(self) -> Rect | None:
        """The box around everything on the board; None if it is empty."""
        raise NotImplementedError

    def hit_test(self, point: Point, tolerance: float) -> ElementId | None:
        """The topmost element within `tolerance` board units of the point."""
        raise NotImplementedError

    def elements_in(self, box: Rect) -> list[ElementId]:
        """The elements that lie wholly inside the box, in paint order."""
        raise NotImplementedError

    def elements_touching(self, a: Point, b: Point, radius: float) -> list[ElementId]:
        """The elements whose picture comes within `radius` board units of the segment a to b, in paint order."""
        raise NotImplementedError
