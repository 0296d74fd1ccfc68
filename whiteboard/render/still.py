"""The last crisp picture of the view, scaled into the place of tiles that are not ready, mostly after a zoom step."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from .device_view import DeviceView
from .paper import paint_paper


class Still:
    """An image of a view, in its device pixels."""

    def __init__(self, image: QImage, view: DeviceView) -> None:
        self._image = image
        self._view = view

    def paint(self, painter: QPainter, holes: Iterable[QRect], view: DeviceView, paper: str = "") -> None:
        """Paint these device pixels of another view: what the image shows of them, and paper around it."""
        factor = view.zoom / self._view.zoom
        left, top = self._view.left * factor - view.left, self._view.top * factor - view.top
        place = QRectF(left, top, self._image.width() * factor, self._image.height() * factor)
        for hole in holes:
            part = QRectF(hole).intersected(place)
            if part != QRectF(hole):
                paint_paper(painter, hole, (view.left, view.top), view.zoom, paper)
            if part.isEmpty():
                continue
            source = QRectF(
                (part.left() - left) / factor,
                (part.top() - top) / factor,
                part.width() / factor,
                part.height() / factor,
            )
            painter.drawImage(part, self._image, source)
