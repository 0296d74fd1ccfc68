"""Instruments in the canvas: they lie above the ink and below what selects and points."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from whiteboard.editor import Editor
from whiteboard.model.element import INSTRUMENT, Element
from whiteboard.model.elements import bounds
from whiteboard.render.painters.instrument import pictures
from whiteboard.render.viewport import Viewport

_BEYOND = 30.0
"""A compass' handle and read-out may reach out of its box, in board units."""


@dataclass(frozen=True, slots=True)
class InstrumentMark:
    """One instrument where it lies, or where it is being dragged to."""

    element: Element
    view: Viewport

    @property
    def room(self) -> QRect:
        box = self.view.rect_to_screen(bounds(self.element).grown(_BEYOND))
        return QRectF(box.left, box.top, box.width, box.height).toAlignedRect()

    def paint(self, painter: QPainter) -> None:
        painter.save()
        painter.scale(self.view.zoom, self.view.zoom)
        painter.translate(-self.view.left, -self.view.top)
        for picture in pictures([self.element], self.view.zoom):
            picture.paint(painter)
        painter.restore()


def instrument_marks(editor: Editor, view: Viewport) -> list[InstrumentMark]:
    """All that lie on the page, as my hand holds them."""
    held = {element.id: element for element in editor.preview.elements if element.kind == INSTRUMENT}
    laid = [held.pop(element.id, element) for element in editor.instruments]
    return [InstrumentMark(element, view) for element in (*laid, *held.values())]
