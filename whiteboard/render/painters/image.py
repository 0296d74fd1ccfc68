"""An image: its picture stretched to its box, or, until that has arrived, a quiet box that says how far it is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from whiteboard.model.content import AssetId
from whiteboard.model.element import Element

from .. import picture_source

_GROUND = QColor("#f1f3f5")
_GREY = QColor("#868e96")
_RING_SHARE = 0.12
"""Radius of the ring that shows progress, as a share of the shorter side."""


@dataclass(frozen=True, slots=True)
class ImagePicture:
    """`box` before it is turned by `degrees` about its middle; `zoom` in device pixels a board unit."""

    asset: AssetId
    box: QRectF
    degrees: float
    opacity: float
    zoom: float

    def paint(self, painter: QPainter) -> None:
        painter.save()
        middle = self.box.center()
        painter.translate(middle)
        painter.rotate(self.degrees)
        painter.translate(-middle)
        painter.setOpacity(painter.opacity() * self.opacity)
        source = picture_source.source()
        image = source.image(self.asset, self.box.width() * self.zoom)
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.box, image)
        else:
            _paint_waiting(painter, self.box, source.share(self.asset))
        painter.restore()

    def moved(self, dx: float, dy: float) -> ImagePicture:
        return replace(self, box=self.box.translated(dx, dy))


def pictures(elements: Sequence[Element], zoom: float) -> list[ImagePicture]:
    return [
        ImagePicture(
            element.content.asset,
            QRectF(element.geometry.x, element.geometry.y, element.geometry.w, element.geometry.h),
            math.degrees(element.geometry.rotation),
            element.style.opacity,
            zoom,
        )
        for element in elements
    ]


def _paint_waiting(painter: QPainter, box: QRectF, share: float | None) -> None:
    painter.fillRect(box, _GROUND)
    radius = min(box.width(), box.height()) * _RING_SHARE
    ring = QRectF(box.center() - QPointF(radius, radius), box.center() + QPointF(radius, radius))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor("#dee2e6"), radius / 4))
    painter.drawEllipse(ring)
    if share:
        painter.setPen(QPen(_GREY, radius / 4))
        painter.drawArc(ring, 90 * 16, -round(360 * 16 * share))
