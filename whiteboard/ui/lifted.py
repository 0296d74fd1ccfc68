"""Many elements that are dragged at once: taken off the board as one picture, which then only changes its place."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from whiteboard.model.element import Element, in_paint_order
from whiteboard.model.elements import bounds
from whiteboard.model.geometry import Point, Rect
from whiteboard.render.page_image import paint_elements
from whiteboard.render.viewport import Viewport

MOST_SINGLY = 100
"""So many elements are moved one by one; the renderer takes about 20 microseconds for each, every frame."""

_BEYOND = 0.25
"""How far the picture reaches beyond the view, as a share of it, so that what was outside can be dragged in."""


class Lifted:
    """The picture of these elements as the view shows them, before they are moved."""

    def __init__(self, elements: Iterable[Element], view: Viewport, size_px: tuple[int, int], density: float) -> None:
        seen = view.visible(size_px)
        self._box = Rect(
            seen.left - _BEYOND * seen.width,
            seen.top - _BEYOND * seen.height,
            seen.right + _BEYOND * seen.width,
            seen.bottom + _BEYOND * seen.height,
        )
        self._zoom = view.zoom
        scale = view.zoom * density
        size = QSize(round(self._box.width * scale), round(self._box.height * scale))
        self._image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        self._image.fill(Qt.GlobalColor.transparent)
        reached = [element for element in elements if bounds(element).intersects(self._box)]
        with QPainter(self._image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale, scale)
            painter.translate(-self._box.left, -self._box.top)
            paint_elements(painter, sorted(reached, key=in_paint_order), scale)
        self._image.setDevicePixelRatio(density)

    def serves(self, by: Point, view: Viewport, size_px: tuple[int, int]) -> bool:
        """Whether the picture, moved by so many board units, covers all that the view shows."""
        return view.zoom == self._zoom and self._box.contains(view.visible(size_px).moved(-by.x, -by.y))

    def room(self, by: Point, view: Viewport) -> QRectF:
        """Where the picture is then, in pixels of the view."""
        left, top = view.to_screen((self._box.left + by.x, self._box.top + by.y))
        size = self._image.deviceIndependentSize()
        return QRectF(round(left), round(top), size.width(), size.height())

    def paint(self, painter: QPainter, at_px: QPointF) -> None:
        painter.drawImage(at_px, self._image)
