"""What lies above the board in the canvas, as values: comparing two pictures says what must be painted again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QRegion

from whiteboard.model.geometry import Point
from whiteboard.model.transform import Transform
from whiteboard.render import overlay
from whiteboard.render.viewport import Viewport

from .instrument_mark import InstrumentMark
from .lasers import LaserMark
from .lifted import Lifted
from .selection_marks import SelectionMark
from .target_marks import TargetMark


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
class LiftedMark:
    """What is being dragged or transformed, if it is much; and copies."""

    lifted: Lifted
    by: Transform
    view: Viewport

    @property
    def room(self) -> QRect:
        return self.lifted.room(self.by, self.view).toAlignedRect()

    def paint(self, painter: QPainter) -> None:
        self.lifted.paint(painter, self.by, self.view)


Mark = PointerMark | SelectionMark | LiftedMark | InstrumentMark | LaserMark | TargetMark


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
