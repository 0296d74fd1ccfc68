"""Finds the slot of an element by its id: 10 bytes an element, where a dict with its numbers takes 70.

A hash table of slots with open addressing (Knuth, The Art of Computer Programming, volume 3, 6.4, algorithm L); the ids
are those of the elements themselves. Many are put in together.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from whiteboard.model.element import Element, ElementId

Slot = int

_EMPTY, _GONE = -1, -2
_SMALLEST = 1 << 10
_ONE_BY_ONE = 20
"""So few are put in sooner without numpy."""


class SlotTable:
    """The slots of `elements`, a list that grows and changes in place: slot n is its index."""

    def __init__(self, elements: Sequence[Element | None]) -> None:
        self._elements = elements
        self._count = self._taken = 0
        self._renew(_SMALLEST)

    def __len__(self) -> int:
        return self._count

    def get(self, id: ElementId) -> Slot | None:
        place = self._place(id)
        return None if place is None else self._slots[place]

    def find(self, ids: Sequence[ElementId]) -> list[Slot | None]:
        """The same for many, most of which are not here."""
        places = _hashes(ids) & (len(self._table) - 1)
        return [
            None if slot == _EMPTY else self.get(id) for id, slot in zip(ids, self._table[places].tolist(), strict=True)
        ]

    def add(self, slots: Sequence[Slot], ids: Sequence[ElementId]) -> None:
        """The elements in these slots, which have these ids, are new: none of the ids is here yet."""
        self.reserve(len(slots))
        self._count += len(slots)
        self._taken += len(slots)
        self._put(slots, ids)

    def pop(self, id: ElementId) -> Slot:
        """Forget an element, which must still be in its slot; KeyError if it is not here."""
        place = self._place(id)
        if place is None:
            raise KeyError(id)
        slot = self._slots[place]
        self._slots[place] = _GONE
        self._count -= 1
        return slot

    def reserve(self, more: int) -> None:
        """Make room for so many more, so that half of it stays empty."""
        if 2 * (self._taken + more) > len(self._slots):
            here = self._table[self._table >= 0].tolist()
            self._renew(max(_SMALLEST, 1 << (2 * (len(here) + more) - 1).bit_length()))
            self._taken = len(here)
            self._put(here, [element.id for slot in here if (element := self._elements[slot]) is not None])

    def _renew(self, size: int) -> None:
        self._table: npt.NDArray[np.int32] = np.full(size, _EMPTY, np.int32)
        self._slots = self._table.data  # the same numbers: single ones are had sooner than from numpy

    def _place(self, id: ElementId) -> int | None:
        """Where in the table the id stands."""
        slots, elements, last = self._slots, self._elements, len(self._slots) - 1
        place = hash(id) & last
        while (slot := slots[place]) != _EMPTY:
            if slot >= 0 and (element := elements[slot]) is not None and element.id == id:
                return place
            place = (place + 1) & last
        return None

    def _put(self, slots: Sequence[Slot], ids: Sequence[ElementId]) -> None:
        last = len(self._slots) - 1
        if len(slots) <= _ONE_BY_ONE:
            for slot, id in zip(slots, ids, strict=True):
                place = hash(id)
                while self._slots[place & last] >= 0:
                    place += 1
                self._slots[place & last] = slot
            return
        places, left = _hashes(ids) & last, np.array(slots, np.int32)
        while len(left):
            free = self._table[places] < 0
            self._table[places[free]] = left[free]
            unplaced = self._table[places] != left  # taken before, or just now by another
            places, left = (places[unplaced] + 1) & last, left[unplaced]


def _hashes(ids: Sequence[ElementId]) -> npt.NDArray[np.int64]:
    return np.fromiter(map(hash, ids), np.int64, len(ids))
