"""What lies above the board in the canvas, as values: comparing two pictures says what must be painted again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter, QRegion

from whiteboard.model.geometry import Point, Rect
from whiteboard.render import overlay

from .lifted import Lifted


@dataclass(frozen=True, slots=True)
class PointerMark:
    """Another member's pointer."""

    at_px: Point
    name: str
    color: str

    @property
    def room(self) -> QRect:
        return overlay.cursor_rect(self.at_px, self.name)

    def paint(self, painter: QPainter) -> None:
        overlay.paint_cursor(painter, self.at_px, self.name, self.color)


@dataclass(frozen=True, slots=True)
class SelectionMark:
    """A box around each selected element, and one around all. No handles: there is nothing yet that they would do."""

    boxes_px: tuple[Rect, ...]
    around_px: Rect

    @property
    def room(self) -> QRect:
        return overlay.selection_rect(self.around_px)

    def paint(self, painter: QPainter) -> None:
        overlay.paint_selection(painter, self.boxes_px, self.around_px, handles=False)


@dataclass(frozen=True, slots=True)
class BoxMark:
    """The box that selects."""

    box_px: Rect

    @property
    def room(self) -> QRect:
        return overlay.marquee_rect(self.box_px)

    def paint(self, painter: QPainter) -> None:
        overlay.paint_marquee(painter, self.box_px)


@dataclass(frozen=True, slots=True)
class LiftedMark:
    """What is being dragged, if it is much."""

    lifted: Lifted
    room: QRect

    def paint(self, painter: QPainter) -> None:
        self.lifted.paint(painter, QPointF(self.room.topLeft()))


Mark = PointerMark | SelectionMark | BoxMark | LiftedMark


class OverlayLayer:
    """The marks that are shown, lowest first."""

    def __init__(self) -> None:
        self._marks: tuple[Mark, ...] = ()

    def show(self, marks: Iterable[Mark]) -> list[QRect]:
        """Show these from now on; returns what must be painted again."""
        before, self._marks = self._marks, tuple(marks)
        if before == self._marks:
            return []
        gone = [mark for mark in before if mark not in self._marks]
        new = [mark for mark in self._marks if mark not in before]
        return [mark.room for mark in (*gone, *new)]

    def paint(self, painter: QPainter, region: QRegion) -> None:
        for mark in self._marks:
            if region.intersects(mark.room):
                mark.paint(painter)
