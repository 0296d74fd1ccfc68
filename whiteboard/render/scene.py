"""What the renderer knows of the board: boxes and paint order of all elements in flat arrays, and the elements.

One pass over four arrays finds what a rectangle meets (0.15 ms with 10,000 elements, 0.4 ms with 100,000); no tree is
needed. An element lives in a slot, a small number that is used again once the element is gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from whiteboard.ink.arrays import Floats, Indices, Mask
from whiteboard.model.element import Element, ElementId, in_paint_order
from whiteboard.model.elements import bounds
from whiteboard.model.geometry import Rect

from .paint_order import PaintOrder
from .painters.hairlines import thickness

Slot = int
_FIRST_ROOM = 256
_NOWHERE = np.nan
"""The box of an empty slot: comparisons with it are false."""


class Scene:
    """The elements of one board, found by place and by id."""

    def __init__(self, elements: Iterable[Element] = ()) -> None:
        listed = sorted(elements, key=in_paint_order)
        room = max(_FIRST_ROOM, len(listed) + len(listed) // 4)
        self._elements: list[Element | None] = [*listed, *[None] * (room - len(listed))]
        self._slots: dict[ElementId, Slot] = {element.id: slot for slot, element in enumerate(listed)}
        self._free = list(range(room - 1, len(listed) - 1, -1))
        self._order = PaintOrder()
        self._order.reset([in_paint_order(element) for element in listed])
        self._ranks: Floats = np.arange(room, dtype=np.float64)
        self._boxes: Floats = np.full((4, room), _NOWHERE)
        self._thickness: Floats = np.full(room, np.inf)
        self._thickness[: len(listed)] = [thickness(element) for element in listed]
        if listed:
            self._boxes[:, : len(listed)] = np.array([bounds(element) for element in listed]).T

    def __len__(self) -> int:
        return len(self._slots)

    def element(self, slot: Slot) -> Element:
        """The element in a slot; KeyError if it is empty."""
        element = self._elements[slot]
        if element is None:
            raise KeyError(slot)
        return element

    def holds(self, slot: Slot) -> bool:
        """Whether there is an element in the slot."""
        return self._elements[slot] is not None

    def slot(self, id: ElementId) -> Slot | None:
        return self._slots.get(id)

    def box(self, slot: Slot) -> Rect:
        return Rect(*self._boxes[:, slot].tolist())

    @property
    def bounds(self) -> Rect | None:
        """The box around all elements."""
        if not self._slots:
            return None
        low, high = np.nanmin(self._boxes[:2], axis=1), np.nanmax(self._boxes[2:], axis=1)
        return Rect(*low.tolist(), *high.tolist())

    def add(self, element: Element) -> Slot:
        """Take an element that is not here yet."""
        if not self._free:
            self._grow()
        slot = self._free.pop()
        self._elements[slot] = element
        self._slots[element.id] = slot
        self._boxes[:, slot] = bounds(element)
        self._thickness[slot] = thickness(element)
        self._place(slot, element)
        return slot

    def remove(self, id: ElementId) -> Slot:
        """Forget an element; the slot that it had. KeyError if it is not here."""
        slot = self._slots.pop(id)
        self._order.remove(in_paint_order(self.element(slot)))
        self._elements[slot] = None
        self._boxes[:, slot] = _NOWHERE
        self._free.append(slot)
        return slot

    def replace(self, element: Element) -> Slot:
        """Put a new value in the place of the element with the same id; its slot. KeyError if it is not here."""
        slot = self._slots[element.id]
        before = self.element(slot)
        self._elements[slot] = element
        self._boxes[:, slot] = bounds(element)
        self._thickness[slot] = thickness(element)
        if before.order != element.order:
            self._order.remove(in_paint_order(before))
            self._place(slot, element)
        return slot

    def is_top(self, slot: Slot) -> bool:
        """Whether nothing is painted after this element."""
        return self._order.is_top(in_paint_order(self.element(slot)))

    def meeting(self, box: Rect) -> Indices:
        """The slots of the elements whose boxes meet this one, in paint order."""
        boxes = self._boxes
        hit = boxes[0] <= box.right
        hit &= boxes[2] >= box.left
        hit &= boxes[1] <= box.bottom
        hit &= boxes[3] >= box.top
        return self._sorted(np.flatnonzero(hit))

    def inside(self, box: Rect) -> Indices:
        """The slots of the elements whose boxes lie wholly in this one, in paint order."""
        boxes = self._boxes
        hit = boxes[0] >= box.left
        hit &= boxes[2] <= box.right
        hit &= boxes[1] >= box.top
        hit &= boxes[3] <= box.bottom
        return self._sorted(np.flatnonzero(hit))

    def thin(self, slots: Sequence[Slot], width: float) -> Mask:
        """Which of the slots hold strokes thinner than this many board units."""
        result: Mask = self._thickness[slots] < width
        return result

    def _sorted(self, slots: Indices) -> Indices:
        result: Indices = slots[np.argsort(self._ranks[slots], kind="stable")]
        return result

    def _place(self, slot: Slot, element: Element) -> None:
        rank = self._order.insert(in_paint_order(element))
        if rank is not None:
            self._ranks[slot] = rank
            return
        for (_, id), new in self._order.renumbered().items():
            self._ranks[self._slots[ElementId(id)]] = new

    def _grow(self) -> None:
        room = len(self._elements)
        more = room // 2
        self._elements.extend([None] * more)
        self._free = list(range(room + more - 1, room - 1, -1))
        self._ranks = np.concatenate([self._ranks, np.zeros(more)])
        self._thickness = np.concatenate([self._thickness, np.full(more, np.inf)])
        self._boxes = np.concatenate([self._boxes, np.full((4, more), _NOWHERE)], axis=1)
