"""A picture of some of the elements on nothing, for what is dragged: painted in slices, as the tiles are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from whiteboard.model.element import ElementId
from whiteboard.model.geometry import Rect

from .device_view import DeviceView
from .patch import Patch
from .picture_cache import PictureCache
from .scene import Scene
from .slot_table import Slot

_MOST_PIXELS = 12e6
"""A larger picture is painted less sharply."""

_LOOKED_AT = 5000
"""So many elements are looked at in a millisecond or two."""

_MARGIN_PX = 2
"""Antialiasing reaches a little over an element's box."""


class Cutout:
    """Those of the elements `ids` that meet the box `reach`, at `zoom` device pixels a board unit, if that is not too
    large. `image` shows the part `box` of the board at `zoom` once `go_on` has said that it is done."""

    def __init__(self, scene: Scene, pictures: PictureCache, ids: Set[ElementId], reach: Rect, zoom: float) -> None:
        self.ids = ids
        self.around: Rect | None = None
        """The box around all of `ids`, if all of them meet the reach."""
        self.reach = reach
        self.zoom = zoom
        self.box = Rect(reach.left, reach.top, reach.left, reach.top)
        self.image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
        self._known = scene, pictures
        self._steps: Iterator[None] = self._made()
        self._patch: Patch | None = None
        self.done = False

    def go_on(self, clock: Callable[[], float], until: float) -> bool:
        """Paint until that time; whether it is done."""
        for _ in self._steps:
            if clock() >= until:
                return False
        if not self.done and self._patch is not None:
            scene, pictures = self._known
            self.done = self._patch.go_on((scene, pictures, DeviceView(self.zoom, 0, 0, 0, 0)), clock, until)
        return self.done

    def _made(self) -> Iterator[None]:
        """Find out what is to be painted, and how large that is."""
        scene, pictures = self._known
        near: list[Slot] = scene.meeting(self.reach).tolist()
        slots: list[Slot] = []
        for begin in range(0, len(near), _LOOKED_AT):
            yield
            some = near[begin : begin + _LOOKED_AT]
            held = zip(some, scene.held(some), strict=True)
            slots += [slot for slot, element in held if element is not None and element.id in self.ids]
        yield
        if slots:
            boxes = scene.boxes(slots)
            around = Rect(*boxes[:2].min(axis=1).tolist(), *boxes[2:].max(axis=1).tolist())
            if len(slots) == len(self.ids):
                self.around = around
            self.box = common(self.reach, around)
            area = self.box.width * self.box.height * self.zoom * self.zoom
            if area > _MOST_PIXELS:
                self.zoom *= (_MOST_PIXELS / area) ** 0.5
        corner = round(self.box.left * self.zoom) - _MARGIN_PX, round(self.box.top * self.zoom) - _MARGIN_PX
        width = round(self.box.right * self.zoom) + _MARGIN_PX - corner[0]
        height = round(self.box.bottom * self.zoom) + _MARGIN_PX - corner[1]
        self.box = Rect(
            corner[0] / self.zoom,
            corner[1] / self.zoom,
            (corner[0] + width) / self.zoom,
            (corner[1] + height) / self.zoom,
        )
        self.image = QImage(QSize(width, height), QImage.Format.Format_ARGB32_Premultiplied)
        self.image.fill(Qt.GlobalColor.transparent)
        yield
        self._patch = Patch.on(self.image, corner, slots, slots, pictures, self.zoom)


def common(a: Rect, b: Rect) -> Rect:
    """What two boxes share; a box without size where that is nothing."""
    left, top = min(max(a.left, b.left), a.right), min(max(a.top, b.top), a.bottom)
    return Rect(left, top, max(min(a.right, b.right), left), max(min(a.bottom, b.bottom), top))
