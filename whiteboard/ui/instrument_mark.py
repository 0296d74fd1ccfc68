"""Instruments in the canvas: they lie above the ink and below what selects and points."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from whiteboard.editor import Editor
from whiteboard.model.content import Content
from whiteboard.model.element import INSTRUMENT, Element, ElementId, Geometry
from whiteboard.model.elements import bounds, instrument
from whiteboard.model.geometry import Point
from whiteboard.render.painters.instrument import pictures
from whiteboard.render.viewport import Viewport

_BEYOND = 30.0
"""A compass' handle and read-out may reach out of its box, in board units."""

MOST_PIXELS = 2_500_000
"""What is larger on the screen is not kept as an image but painted each time."""


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
        density, zoom = painter.device().devicePixelRatioF(), self.view.zoom
        box = bounds(self.element).grown(_BEYOND)
        left, top = self.view.to_screen((box.left, box.top))
        if box.width * box.height * (zoom * density) ** 2 <= MOST_PIXELS:
            still = instrument.moved(self.element, Point(-box.left, -box.top))
            image = _image(self.element.content.form, still.geometry, zoom, density)
            painter.drawImage(QPointF(round(left * density) / density, round(top * density) / density), image)
            return
        painter.save()
        painter.translate(left, top)
        painter.scale(zoom, zoom)
        painter.translate(-box.left, -box.top)
        _paint(painter, self.element, zoom * density)
        painter.restore()


@lru_cache(maxsize=4)
def _image(form: str, geometry: Geometry, zoom: float, density: float) -> QImage:
    """The instrument whose room begins at the board's origin: ink beside it is painted anew at every frame, and marks
    of degrees take 7 ms."""
    element = Element(id=ElementId(""), kind=INSTRUMENT, geometry=geometry, order="", content=Content(form=form))
    box = bounds(element).grown(_BEYOND)
    scale = zoom * density
    image = QImage(ceil(box.width * scale), ceil(box.height * scale), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.scale(scale, scale)
        _paint(painter, element, scale)
    image.setDevicePixelRatio(density)
    return image


def _paint(painter: QPainter, element: Element, zoom: float) -> None:
    for picture in pictures([element], zoom):
        picture.paint(painter)


def instrument_marks(editor: Editor, view: Viewport) -> list[InstrumentMark]:
    """All that lie on the page, as my hand holds them."""
    held = {element.id: element for element in editor.preview.elements if element.kind == INSTRUMENT}
    laid = [held.pop(element.id, element) for element in editor.instruments]
    return [InstrumentMark(element, view) for element in (*laid, *held.values())]
