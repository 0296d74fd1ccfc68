"""Many elements that are dragged, sized or turned at once: taken off the board as one picture, which then only moves.

Copies that are dragged are such a picture too, however few: there is no element of them yet.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from whiteboard.model.element import Element, in_paint_order
from whiteboard.model.elements import bounds
from whiteboard.model.geometry import Rect
from whiteboard.model.transform import Transform
from whiteboard.render.page_image import paint_elements
from whiteboard.render.viewport import Viewport

MOST_SINGLY = 100
"""So many elements are moved one by one; the renderer takes about 20 microseconds for each, every frame."""

_BEYOND = 0.25
"""How far the picture reaches beyond the view, as a share of it, so that what was outside can be dragged in."""

_MOST_PIXELS = 12e6
"""A larger picture is painted less sharply."""


class Lifted:
    """The picture of these elements, before they are moved as `by` says, as far as they can be seen then."""

    def __init__(
        self, elements: Sequence[Element], by: Transform, view: Viewport, size_px: tuple[int, int], density: float
    ) -> None:
        boxes = [bounds(element) for element in elements]
        self._around = _united(boxes)
        seen = _seen(by, view, size_px)
        self._reach = Rect(
            seen.left - _BEYOND * seen.width,
            seen.top - _BEYOND * seen.height,
            seen.right + _BEYOND * seen.width,
            seen.bottom + _BEYOND * seen.height,
        )
        self._zoom = view.zoom
        self._box = _common(self._reach, self._around)
        scale = view.zoom * density * max(by.size, 0.01)
        area = self._box.width * self._box.height * scale * scale
        self._scale = scale if area < _MOST_PIXELS else scale * (_MOST_PIXELS / area) ** 0.5
        size = QSize(max(1, round(self._box.width * self._scale)), max(1, round(self._box.height * self._scale)))
        self._image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        self._image.fill(Qt.GlobalColor.transparent)
        reached = [element for element, box in zip(elements, boxes, strict=True) if box.intersects(self._reach)]
        with QPainter(self._image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(self._scale, self._scale)
            painter.translate(-self._box.left, -self._box.top)
            paint_elements(painter, sorted(reached, key=in_paint_order), self._scale)
        self._exact = self._scale == view.zoom * density
        self._image.setDevicePixelRatio(density if self._exact else 1.0)

    def serves(self, by: Transform, view: Viewport, size_px: tuple[int, int]) -> bool:
        """Whether the picture, moved so, covers all that the view shows of it."""
        return view.zoom == self._zoom and self._reach.contains(_common(_seen(by, view, size_px), self._around))

    def room(self, by: Transform, view: Viewport) -> QRectF:
        """Where the picture is then, in pixels of the view."""
        if self._exact and by.only_moves:
            left, top = view.to_screen((self._box.left + by.e, self._box.top + by.f))
            size = self._image.deviceIndependentSize()
            return QRectF(round(left), round(top), size.width(), size.height())
        return self._on_screen(by, view).mapRect(_rect(self._box)).adjusted(-1, -1, 1, 1)

    def paint(self, painter: QPainter, by: Transform, view: Viewport) -> None:
        if self._exact and by.only_moves:
            painter.drawImage(self.room(by, view).topLeft(), self._image)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setTransform(self._on_screen(by, view), combine=True)
        painter.drawImage(_rect(self._box), self._image)
        painter.restore()

    def _on_screen(self, by: Transform, view: Viewport) -> QTransform:
        """From board units before the move to pixels of the view."""
        place = QTransform(view.zoom, 0, 0, view.zoom, -view.left * view.zoom, -view.top * view.zoom)
        return QTransform(*by) * place


def _seen(by: Transform, view: Viewport, size_px: tuple[int, int]) -> Rect:
    """Where on the board is what the view shows after the move."""
    back, possible = QTransform(*by).inverted()
    seen = view.visible(size_px)
    if not possible:
        return seen
    corners = [back.map(QPointF(x, y)) for x in (seen.left, seen.right) for y in (seen.top, seen.bottom)]
    return Rect.around([(corner.x(), corner.y()) for corner in corners])


def _common(a: Rect, b: Rect) -> Rect:
    """What two boxes share; a box without size where that is nothing."""
    left, top = min(max(a.left, b.left), a.right), min(max(a.top, b.top), a.bottom)
    return Rect(left, top, max(min(a.right, b.right), left), max(min(a.bottom, b.bottom), top))


def _united(boxes: Sequence[Rect]) -> Rect:
    if not boxes:
        return Rect(0.0, 0.0, 0.0, 0.0)
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Rect(min(lefts), min(tops), max(rights), max(bottoms))


def _rect(box: Rect) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)
