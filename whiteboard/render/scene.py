"""What the renderer knows of the board: boxes and paint order of all elements in flat arrays, and the elements.

What a rectangle meets is looked for in blocks of slots, each with the box around its elements: what was drawn together
mostly lies together, and where that is not so it is one pass over four arrays (0.4 ms with 100,000 elements). No tree
is needed. An element lives in a slot, a small number that is used again once the element is gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

import numpy as np

from whiteboard.ink.arrays import Floats, Indices, Mask
from whiteboard.model.element import Element, ElementId, in_paint_order
from whiteboard.model.elements import bounds
from whiteboard.model.geometry import Rect

from .columns import Boxes, Ranks, columns, higher, lower, rank, thickness
from .slot_table import Slot, SlotTable

_BLOCK = 256
"""So many slots have a box around them all."""

Span = slice | list[Slot]
"""Slots in a row, with which numpy is ten times quicker, or one by one."""

_Sides = tuple[np.float32, np.float32, np.float32, np.float32]

_NONE = np.float32(0.0)

_NOWHERE = np.nan
"""The box of an empty slot: comparisons with it are false."""


class Scene:
    """The elements of one board, found by place and by id."""

    def __init__(self, elements: Iterable[Element] = (), paper: str = "") -> None:
        self.paper = paper
        """What it is all drawn on, by its name in `model.paper`."""
        self.concealed: Set[ElementId] = frozenset()
        """What is found, but not painted."""
        self._elements: list[Element | None] = []
        self._slots = SlotTable(self._elements)
        self._fresh: Slot = 0  # the first that nothing was in yet
        self._free: list[Slot] = []
        self._ranks: Ranks = np.empty(0, np.uint64)
        self._boxes: Boxes = np.empty((4, 0), np.float32)
        self._around_blocks: Boxes = np.empty((4, 0), np.float32)
        self._blocks_known: Mask = np.empty(0, bool)
        self._thickness = np.empty(0, np.float32)
        self._around: Rect | None = None  # None: to be worked out when somebody asks
        self._top: list[Slot] | None = []  # those of the highest rank; None likewise
        self.add_all(list(elements))

    def __len__(self) -> int:
        return len(self._slots)

    def element(self, slot: Slot) -> Element:
        """The element in a slot; KeyError if it is empty."""
        element = self._elements[slot] if slot < len(self._elements) else None
        if element is None:
            raise KeyError(slot)
        return element

    def held(self, slots: Sequence[Slot]) -> list[Element | None]:
        """The elements in these slots, where there are some."""
        elements = self._elements
        return [elements[slot] for slot in slots]

    def holds(self, slot: Slot) -> bool:
        """Whether there is an element in the slot."""
        return self._elements[slot] is not None

    def slot(self, id: ElementId) -> Slot | None:
        return self._slots.get(id)

    def find(self, ids: Sequence[ElementId]) -> list[Slot | None]:
        """The slots of many ids; quicker than one by one where most are not here."""
        return self._slots.find(ids)

    def box(self, slot: Slot) -> Rect:
        """The box around an element, or one that is larger by a ten millionth of its place."""
        return Rect(*self._boxes[:, slot].tolist())

    def boxes(self, slots: Sequence[Slot]) -> Floats:
        """(4, n): left, top, right and bottom of these slots' boxes."""
        return self._boxes[:, slots].astype(np.float64)

    @property
    def bounds(self) -> Rect | None:
        """The box around all elements."""
        if not len(self._slots):
            return None
        if self._around is None:
            low, high = np.nanmin(self._boxes[:2], axis=1), np.nanmax(self._boxes[2:], axis=1)
            self._around = Rect(*low.tolist(), *high.tolist())
        return self._around

    def add(self, element: Element) -> Slot:
        """Take an element that is not here yet."""
        return self.add_all([element])[0]

    def add_all(self, elements: Sequence[Element]) -> list[Slot]:
        """Take elements that are not here yet, each once; their slots."""
        self.reserve(len(elements))
        again = min(len(elements), len(self._free))
        fresh = self._fresh + len(elements) - again
        slots = [self._free.pop() for _ in range(again)] + list(range(self._fresh, fresh))
        where = slots if again else slice(self._fresh, fresh)
        self._fresh = fresh
        if isinstance(where, slice):
            self._elements[where] = elements
        else:
            for slot, element in zip(slots, elements, strict=True):
                self._elements[slot] = element
        self._slots.add(slots, [element.id for element in elements])
        self._describe(where, slots, elements)
        return slots

    def reserve(self, count: int) -> None:
        """Make room for so many more elements now, which is quicker than by and by."""
        lacking = self._fresh + count - len(self._free) - len(self._elements)
        if lacking > 0:
            self._grow(lacking)
            self._slots.reserve(count)

    def remove(self, id: ElementId) -> Slot:
        """Forget an element; the slot that it had. KeyError if it is not here."""
        return self.remove_all([id])[0]

    def remove_all(self, ids: Sequence[ElementId]) -> list[Slot]:
        """Forget elements, each once; the slots that they had. KeyError if one is not here."""
        slots = [self._slots.pop(id) for id in ids]
        for slot in slots:
            self._elements[slot] = None
        self._boxes[:, slots] = _NOWHERE
        self._blocks_known[_blocks(slots)] = False
        self._ranks[slots] = 0
        self._around = self._top = None
        self._free.extend(reversed(slots))
        return slots

    def replace(self, element: Element) -> Slot:
        """Put a new value in the place of the element with the same id; its slot. KeyError if it is not here."""
        slot = self._slots.get(element.id)
        if slot is None:
            raise KeyError(element.id)
        self._top = None
        self._elements[slot] = element
        self._describe_one(slot, element)
        return slot

    def is_top(self, slot: Slot) -> bool:
        """Whether nothing is painted after this element."""
        if self._top is None:
            self._top = np.flatnonzero(self._ranks == self._ranks.max()).tolist()
        return slot in self._top and (len(self._top) == 1 or slot == self._sorted(np.array(self._top))[-1])

    def meeting(self, box: Rect) -> Indices:
        """The slots of the elements whose boxes meet this one, in paint order."""
        sides = _rounded(box)
        slots, boxes = self._near(sides)
        return self._sorted(slots[_meet(boxes, sides)])

    def painted(self, box: Rect) -> list[Slot]:
        """The same, of what is not concealed."""
        slots: list[Slot] = self.meeting(box).tolist()
        return slots if not self.concealed else [s for s in slots if self.element(s).id not in self.concealed]

    def solid(self, box: Rect) -> Indices:
        """The slots of the elements but ink whose boxes lie wholly in this one, in paint order."""
        return self._sorted(self._inside(box, at_least=np.float32(np.inf)))

    def inside(self, box: Rect) -> Indices:
        """The slots of the elements whose boxes lie wholly in this one, in paint order."""
        return self._sorted(self._inside(box))

    def _inside(self, box: Rect, at_least: np.float32 = _NONE) -> Indices:
        """Of those that are so thick at least."""
        left, top, right, bottom = sides = _rounded(box)
        slots, boxes = self._near(sides)
        hit = boxes[0] >= left
        hit &= boxes[2] <= right
        hit &= boxes[1] >= top
        hit &= boxes[3] <= bottom
        found: Indices = slots[hit]
        return found if at_least == _NONE else found[self._thickness[found] >= at_least]

    def thin(self, slots: Sequence[Slot], width: float) -> Mask:
        """Which of the slots hold strokes thinner than this many board units."""
        result: Mask = self._thickness[slots] < width
        return result

    def _near(self, sides: _Sides) -> tuple[Indices, Boxes]:
        """The slots of the blocks that this box meets, and the boxes in them: (n,) and (4, n)."""
        by_block = self._boxes.reshape(4, -1, _BLOCK)
        unknown = (~self._blocks_known).nonzero()[0]
        if len(unknown):
            some = by_block[:, unknown]
            self._around_blocks[:2, unknown] = np.fmin.reduce(some[:2], axis=2)
            self._around_blocks[2:, unknown] = np.fmax.reduce(some[2:], axis=2)
            self._blocks_known[unknown] = True
        blocks = _meet(self._around_blocks, sides).nonzero()[0]
        slots = blocks[:, None] * _BLOCK + np.arange(_BLOCK)
        return slots.ravel(), by_block[:, blocks].reshape(4, -1)

    def _describe(self, where: Span, slots: Sequence[Slot], elements: Sequence[Element]) -> None:
        if len(elements) == 1:
            self._describe_one(slots[0], elements[0])
        elif elements:
            known = columns(elements)
            self._around = None
            self._boxes[:, where] = known.boxes
            self._blocks_known[_blocks(where)] = False
            self._thickness[where] = known.thickness
            self._ranks[where] = known.ranks
            highest = known.ranks.max()
            self._rise(int(highest), [slots[place] for place in np.flatnonzero(known.ranks == highest).tolist()])

    def _describe_one(self, slot: Slot, element: Element) -> None:
        """As above, in a tenth of the time."""
        self._around = None
        self._boxes[:, slot] = _rounded(bounds(element))
        self._blocks_known[slot // _BLOCK] = False
        self._thickness[slot] = thickness(element)
        self._ranks[slot] = own = rank(element.order)
        self._rise(own, [slot])

    def _rise(self, highest: int, slots: list[Slot]) -> None:
        """There are other elements now, of which these have the highest rank."""
        if self._top is not None:
            until_now = int(self._ranks[self._top[0]]) if self._top else 0
            if highest > until_now:
                self._top = slots
            elif highest == until_now:
                self._top = self._top + slots

    def _sorted(self, slots: Indices) -> Indices:
        """The slots in paint order: by rank; those that share one by their whole keys."""
        ranks = self._ranks[slots]
        by_rank = np.argsort(ranks, kind="stable")
        slots, ranks = slots[by_rank], ranks[by_rank]
        equal = (ranks[1:] == ranks[:-1]).nonzero()[0]
        if len(equal):
            cuts = np.flatnonzero(np.diff(equal) > 1)
            begins, ends = equal[np.append(0, cuts + 1)], equal[np.append(cuts, len(equal) - 1)] + 2
            for begin, end in zip(begins.tolist(), ends.tolist(), strict=True):
                slots[begin:end] = sorted(
                    slots[begin:end].tolist(), key=lambda slot: in_paint_order(self.element(slot))
                )
        return slots

    def _grow(self, needed: int) -> None:
        room = len(self._elements)
        more = -(-max(needed, room // 4) // _BLOCK) * _BLOCK
        self._elements.extend([None] * more)
        self._ranks = np.concatenate([self._ranks, np.zeros(more, np.uint64)])
        self._thickness = np.concatenate([self._thickness, np.full(more, np.inf, np.float32)])
        self._boxes = np.concatenate([self._boxes, np.full((4, more), _NOWHERE, np.float32)], axis=1)
        blocks = (room + more) // _BLOCK
        self._around_blocks = np.full((4, blocks), _NOWHERE, np.float32)
        self._blocks_known = np.zeros(blocks, bool)


def _blocks(where: Span) -> slice | Indices:
    """The blocks that these slots are in."""
    if isinstance(where, slice):
        return slice(where.start // _BLOCK, (where.stop - 1) // _BLOCK + 1)
    return np.array(where, np.int64) // _BLOCK


def _rounded(box: Rect) -> _Sides:
    """The sides of one box as those of the elements are."""
    return lower(box.left), lower(box.top), higher(box.right), higher(box.bottom)


def _meet(boxes: Boxes, sides: _Sides) -> Mask:
    """Which of the boxes (4, n) meet the one with these sides: (n,)."""
    left, top, right, bottom = sides
    hit: Mask = boxes[0] <= right
    hit &= boxes[2] >= left
    hit &= boxes[1] <= bottom
    hit &= boxes[3] >= top
    return hit
