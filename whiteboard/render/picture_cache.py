"""The pictures of elements that were painted lately, made in batches for one octave of zoom, least used first out."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from math import floor, log2
from operator import itemgetter

import numpy as np

from whiteboard.ink.arrays import Mask

from .painters import painter_of
from .painters.hairlines import HAIR_PX, hairlines
from .painters.picture import Picture
from .scene import Scene
from .slot_table import Slot

MAX_PICTURES = 4500
"""About 6 MB of handwriting: a screen full at 100 %, and at the octaves that a pinch goes back and forth between."""

BATCH = 60
"""Pictures made in one go: a few milliseconds, and enough of them to be worth the overhead of numpy."""

_SHARPEST = 1.2
"""Pictures of the octave from 1 to 2 are made for this zoom. Their edges err by 0.1 px at its beginning and 0.2 px at
its end; side by side and four times enlarged, nobody can tell them from finer ones."""


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

    def thin(self, slots: Sequence[Slot], zoom: float) -> Mask:
        """Which of the slots are drawn as hairlines together at this zoom; the others have pictures of their own."""
        return self._scene.thin(slots, HAIR_PX / zoom)

    def missing(self, slots: Sequence[Slot], zoom: float) -> list[Slot]:
        """Those of the slots whose pictures must be made first; hairlines are never kept."""
        level, kept = octave(zoom), self._kept
        thick = np.array(slots, np.int64)[~self.thin(slots, zoom)].tolist()
        return [slot for slot in thick if (slot, level) not in kept and (slot, level + 1) not in kept]

    def make(self, slots: Sequence[Slot], zoom: float) -> None:
        """Make the pictures of these slots, a batch for each kind of element; a slot that is empty by now has none."""
        level = octave(zoom)
        sharpness = _SHARPEST * 2.0**level
        kinds: dict[str, list[Slot]] = {}
        for slot, element in zip(slots, self._scene.held(slots), strict=True):
            if element is not None:
                kinds.setdefault(element.kind, []).append(slot)
        for kind, batch in kinds.items():
            elements = [self._scene.element(slot) for slot in batch]
            for slot, picture in zip(batch, painter_of(kind)(elements, sharpness), strict=True):
                self._kept[slot, level] = picture
        self._octaves.add(level)

    def pictures(self, slots: Sequence[Slot], zoom: float) -> list[Picture]:
        """The pictures of these slots as they are to be painted one after the other; makes what is missing.

        A slot that is empty by now has none.
        """
        slots = [slot for slot in slots if self._scene.holds(slot)]
        thin = self.thin(slots, zoom)
        if not thin.any():
            return self._own(slots, zoom)
        places, thick = np.flatnonzero(thin).tolist(), np.flatnonzero(~thin).tolist()
        hairs = self.hairlines([slots[place] for place in places], places, zoom)
        own = self._own([slots[place] for place in thick], zoom)
        return [picture for _, picture in sorted([*zip(thick, own, strict=True), *hairs], key=itemgetter(0))]

    def hairlines(self, slots: Sequence[Slot], places: Sequence[int], zoom: float) -> list[tuple[int, Picture]]:
        """Pictures of these slots, which are `thin`, together; each with its place among all that is painted.

        `places` ascend and say where each slot stands there.
        """
        held = self._scene.held(slots)
        found = [element for element in held if element is not None]
        there = [place for place, element in zip(places, held, strict=True) if element is not None]
        return list(hairlines(found, zoom, np.array(there))) if found else []

    def _own(self, slots: Sequence[Slot], zoom: float) -> list[Picture]:
        """The pictures of slots that have their own, finer ones where there are some; makes what is missing."""
        level, kept = octave(zoom), self._kept
        keys = [(slot, level) if (slot, level) in kept else (slot, level + 1) for slot in slots]
        absent = [key[0] for key in keys if key not in kept]
        if absent:
            self.make(absent, zoom)
            keys = [(slot, level) if (slot, level) in kept else (slot, level + 1) for slot in slots]
        found: list[Picture] = []
        for key in keys:
            kept.move_to_end(key)
            found.append(kept[key])
        while len(kept) > max(self._capacity, 2 * len(slots)):
            kept.popitem(last=False)
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
