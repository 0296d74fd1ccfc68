"""The pictures of elements that were painted lately, made in batches for one octave of zoom, least used first out."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from math import floor, log2

import numpy as np

from .painters import painter_of
from .painters.hairlines import HAIR_PX, hairlines
from .painters.picture import Picture
from .scene import Scene, Slot

MAX_PICTURES = 3000
"""About 15 MB of handwriting: a screen full at 100 %, and at the octaves that a pinch goes back and forth between."""

BATCH = 60
"""Pictures made in one go: a few milliseconds, and enough of them to be worth the overhead of numpy."""

_SHARPEST = 1.6
"""Pictures of the octave from 1 to 2 are made for this zoom; at its very end they are a little less exact."""


def octave(zoom: float) -> int:
    """Which doubling of the zoom a picture is made for: 0 from 1 to 2, 1 from 2 to 4, -1 from 0.5 to 1."""
    return floor(log2(zoom) + 1e-6)


class PictureCache:
    """Pictures by slot and octave."""

    def __init__(self, scene: Scene, capacity: int = MAX_PICTURES) -> None:
        self._scene = scene
        self._capacity = capacity
        self._kept: OrderedDict[tuple[Slot, int], Picture] = OrderedDict()
        self._octaves: set[int] = set()

    def parted(self, slots: Sequence[Slot], zoom: float) -> tuple[list[Slot], list[Slot]]:
        """The slots that have pictures of their own, and those that are drawn as hairlines together, at this zoom."""
        thin = self._scene.thin(slots, HAIR_PX / zoom)
        if not thin.any():
            return list(slots), []
        both = np.array(slots)
        return both[~thin].tolist(), both[thin].tolist()

    def missing(self, slots: Sequence[Slot], zoom: float) -> list[Slot]:
        """Those of the slots whose pictures must be made first; hairlines are never kept."""
        level = octave(zoom)
        kept = self._kept
        return [slot for slot in self.parted(slots, zoom)[0] if (slot, level) not in kept]

    def make(self, slots: Sequence[Slot], zoom: float) -> None:
        """Make the pictures of these slots, a batch for each kind of element."""
        level = octave(zoom)
        sharpness = _SHARPEST * 2.0**level
        kinds: dict[str, list[Slot]] = {}
        for slot in slots:
            kinds.setdefault(self._scene.element(slot).kind, []).append(slot)
        for kind, batch in kinds.items():
            elements = [self._scene.element(slot) for slot in batch]
            for slot, picture in zip(batch, painter_of(kind)(elements, sharpness), strict=True):
                self._kept[slot, level] = picture
        self._octaves.add(level)

    def pictures(self, slots: Sequence[Slot], zoom: float) -> list[Picture]:
        """The pictures of these slots, in their order, hairlines last; makes what is missing."""
        thick, thin = self.parted(slots, zoom)
        found = self.thick_pictures(thick, zoom)
        if thin:
            found += hairlines([self._scene.element(slot) for slot in thin], zoom)
        return found

    def thick_pictures(self, slots: Sequence[Slot], zoom: float) -> list[Picture]:
        """The pictures of these slots, of which `parted` says that they have their own; makes what is missing."""
        level = octave(zoom)
        absent = [slot for slot in slots if (slot, level) not in self._kept]
        if absent:
            self.make(absent, zoom)
        found: list[Picture] = []
        for slot in slots:
            self._kept.move_to_end((slot, level))
            found.append(self._kept[slot, level])
        while len(self._kept) > max(self._capacity, 2 * len(slots)):
            self._kept.popitem(last=False)
        return found

    def move(self, slot: Slot, dx: float, dy: float) -> None:
        """The element of this slot lies so many board units further, and is the same otherwise."""
        for level in self._octaves:
            picture = self._kept.get((slot, level))
            if picture is not None:
                self._kept[slot, level] = picture.moved(dx, dy)

    def forget(self, slot: Slot) -> None:
        """The element of this slot changed or went."""
        for level in self._octaves:
            self._kept.pop((slot, level), None)
