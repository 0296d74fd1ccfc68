"""Strokes that are being drawn, everybody's, above the tiles: per frame one batch of outlines for all that changed.

A pen's ink that will not change any more is painted once onto a transparent image; only the live end is outlined and
filled again. A highlighter must stay one polygon, so it is outlined whole. `Renderer` passes the view with each call.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QRegion

from whiteboard.ink.arrays import Points
from whiteboard.ink.wet import NEIGHBOURS, Part, part_outlines
from whiteboard.model.element import ElementId
from whiteboard.model.geometry import Point
from whiteboard.model.points import InkPoint
from whiteboard.model.style import Style

from .device_view import DeviceView
from .painters.stroke import COVER, TINT, ink_color
from .qt_paths import fill_polygon
from .regions import rectangles
from .wet_stroke import WetStroke

CHUNK = 12
"""So many new final samples are worth painting onto the image."""

MARGIN_PX = 256
"""How far the image reaches beyond the view, so that a short pan does not begin it anew."""

_SMALL_AREA_PX = 500_000
"""So many pixels are sooner copied than looked at for what is in them."""

_FAR_PX = 1 << 20
"""Further out than any image."""


class WetInk:
    """The strokes in progress by the id of the element that each is to become."""

    def __init__(self) -> None:
        self._strokes: dict[ElementId, WetStroke] = {}
        self._image: QImage | None = None
        self._image_view = DeviceView(1.0, 0, 0, 0, 0)

    def __bool__(self) -> bool:
        return bool(self._strokes)

    def clear(self) -> None:
        self._strokes.clear()
        self._image = None

    def extend(self, id: ElementId, style: Style, origin: Point, start: int, points: Sequence[InkPoint]) -> None:
        """More points of a stroke, from index `start` on; a new id begins a stroke."""
        stroke = self._strokes.get(id)
        if stroke is None:
            stroke = self._strokes[id] = WetStroke(style, origin)
        stroke.extend(start, points)

    def drop(self, id: ElementId, view: DeviceView) -> list[QRect]:
        """The stroke is finished or given up: the device pixels, from the view's corner, that it took."""
        stroke = self._strokes.pop(id, None)
        if stroke is None:
            return []
        if not self._strokes:
            self._image = None
        elif self._image is not None:
            self._wipe(self._image, stroke.settled)
        if self._image_view.zoom != view.zoom:
            return []
        shift = self._shift(view)
        return [rect.translated(shift) for rect in (stroke.live, stroke.settled) if not rect.isEmpty()]

    def _wipe(self, image: QImage, rect: QRect) -> None:
        """Take a stroke off the image; those that it overlaps, and so on, will be painted anew."""
        wiped = QRegion(rect)
        waiting = [stroke for stroke in self._strokes.values() if not stroke.settled.isEmpty()]
        while overlapped := [stroke for stroke in waiting if wiped.intersects(stroke.settled)]:
            for stroke in overlapped:
                wiped += stroke.settled
                waiting.remove(stroke)
                stroke.begin_anew()
        with QPainter(image) as painter:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
            for part in rectangles(wiped):
                painter.fillRect(part, Qt.GlobalColor.transparent)

    # ------------------------------------------------------------ once a frame

    def prepare(self, view: DeviceView) -> list[QRect]:
        """Outline what changed; the device pixels, from the view's corner, that look different now."""
        self._cover(view)
        parts: list[Part] = []
        places: list[complex] = []
        owners: list[tuple[WetStroke, bool]] = []
        for stroke in self._strokes.values():
            if not stroke.changed:
                continue
            stroke.changed = False
            final = stroke.final_until() if stroke.count - stroke.frozen > CHUNK + NEIGHBOURS else -1
            if final - stroke.frozen >= CHUNK:
                parts.append(stroke.part(stroke.frozen, final, final=True))
                places.append(stroke.origin)
                owners.append((stroke, True))
                stroke.frozen = final
            parts.append(stroke.part(stroke.frozen, stroke.count - 1, final=False))
            places.append(stroke.origin)
            owners.append((stroke, False))
        if not parts:
            return []
        points, offsets = part_outlines(parts, view.zoom)
        points = (points + np.repeat(np.array(places), np.diff(offsets))) * view.zoom
        points -= complex(self._image_view.left, self._image_view.top)
        rects = _boxes(points, offsets.tolist())
        outlines = [points[a:b] for a, b in zip(offsets.tolist(), offsets[1:].tolist(), strict=False)]
        shift = self._shift(view)
        return [rect.translated(shift) for rect in self._place(owners, outlines, rects)]

    def _shift(self, view: DeviceView) -> QPoint:
        """From the image's corner to the view's: what to add to places on the image."""
        return QPoint(self._image_view.left - view.left, self._image_view.top - view.top)

    def _cover(self, view: DeviceView) -> None:
        """An image that covers the view, empty if it had to be made anew."""
        have = self._image_view
        inside = (
            self._image is not None
            and have.zoom == view.zoom
            and have.left <= view.left
            and have.top <= view.top
            and view.left + view.width <= have.left + have.width
            and view.top + view.height <= have.top + have.height
        )
        if inside or not self._strokes:
            return
        width, height = view.width + 2 * MARGIN_PX, view.height + 2 * MARGIN_PX
        self._image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        self._image.fill(Qt.GlobalColor.transparent)
        self._image_view = DeviceView(view.zoom, view.left - MARGIN_PX, view.top - MARGIN_PX, width, height)
        for stroke in self._strokes.values():
            stroke.begin_anew()

    def _place(
        self, owners: Sequence[tuple[WetStroke, bool]], outlines: Sequence[Points], rects: Sequence[QRect]
    ) -> list[QRect]:
        """Paint what is final onto the image, keep what is live; the pixels of the image's place that changed."""
        dirty = []
        image = self._image
        if image is None:
            return []
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for (stroke, final), outline, rect in zip(owners, outlines, rects, strict=True):
                if final:
                    fill_polygon(painter, outline, ink_color(stroke.style))
                    stroke.settled = stroke.settled.united(rect)
                else:  # the live end comes last, and once covered what is final now
                    dirty.append(rect.united(stroke.live))
                    stroke.outline, stroke.live = outline, rect
        return dirty

    # ------------------------------------------------------------ showing

    def paint(self, painter: QPainter, rects: Iterable[QRect], view: DeviceView) -> None:
        """Paint the wet ink over these device pixels of the view; the painter's units are device pixels.

        The rectangles do not overlap.
        """
        image = self._image
        if image is None or self._image_view.zoom != view.zoom:
            return
        shift = self._shift(view)
        parts = [rect.translated(-shift) for rect in rects]
        region = QRegion()
        for rect in parts:
            region += rect
        painter.save()
        painter.translate(shift)
        for rect in self._settled_in(parts, region):
            painter.drawImage(rect, image, rect)
        painter.setClipRegion(region, Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for stroke in self._strokes.values():
            if stroke.outline is not None and region.intersects(stroke.live):
                painter.setCompositionMode(TINT if stroke.tints else COVER)
                fill_polygon(painter, stroke.outline, ink_color(stroke.style))
        painter.restore()

    def _settled_in(self, parts: Sequence[QRect], region: QRegion) -> Sequence[QRect]:
        """Where the image must be shown to show all of its ink in these pixels: `parts`, which are the region."""
        if sum(part.width() * part.height() for part in parts) <= _SMALL_AREA_PX:
            return parts
        settled = QRegion()
        for stroke in self._strokes.values():
            settled += stroke.settled
        return rectangles(settled & region)


def _boxes(points: Points, cuts: Sequence[int]) -> list[QRect]:
    """The pixels that each polygon touches, as far as Qt's whole numbers go."""
    begins, x, y = cuts[:-1], points.real, points.imag
    low = np.array([np.minimum.reduceat(x, begins), np.minimum.reduceat(y, begins)])
    high = np.array([np.maximum.reduceat(x, begins), np.maximum.reduceat(y, begins)])
    low, high = np.clip(np.floor(low) - 1, -_FAR_PX, _FAR_PX), np.clip(np.ceil(high) + 1, -_FAR_PX, _FAR_PX)
    boxes = np.concatenate([low, high - low]).astype(np.int64)
    return [QRect(*box) for box in boxes.T.tolist()]
