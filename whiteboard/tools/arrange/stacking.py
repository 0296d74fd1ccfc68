"""What lies above what: the operations that bring elements to the front, to the back, or one step either way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whiteboard.model.document import Document
from whiteboard.model.element import PAGE, Element, ElementId, in_paint_order, page_of
from whiteboard.model.elements import bounds
from whiteboard.model.op import Patch
from whiteboard.model.order import above, between, is_order

from .transforming import present

Chance = Callable[[], int]
"""Gives any non-negative integer; it makes the keys of several people differ."""


def to_front(ids: frozenset[ElementId], document: Document, chance: Chance) -> tuple[Patch, ...]:
    """Operations that put elements above all others on their page, as they lie."""
    return _put_above(None, ids, document, chance)


def to_back(ids: frozenset[ElementId], document: Document, chance: Chance) -> tuple[Patch, ...]:
    """Operations that put elements beneath all others on their page."""
    others, chosen = _stack(ids, document)
    return _restacked([], chosen, others, chance)


def forward(ids: frozenset[ElementId], document: Document, chance: Chance) -> tuple[Patch, ...]:
    """Operations that lift elements above the next thing that covers one of them."""
    others, chosen = _stack(ids, document)
    boxes = [(element, bounds(element)) for element in chosen]
    for other in others:
        box = bounds(other)
        if any(in_paint_order(e) < in_paint_order(other) and mine.intersects(box) for e, mine in boxes):
            return _put_above(other, ids, document, chance)
    return ()


def backward(ids: frozenset[ElementId], document: Document, chance: Chance) -> tuple[Patch, ...]:
    """Operations that put elements beneath the next thing that one of them covers."""
    others, chosen = _stack(ids, document)
    boxes = [(element, bounds(element)) for element in chosen]
    for number in reversed(range(len(others))):
        box = bounds(others[number])
        if any(in_paint_order(e) > in_paint_order(others[number]) and mine.intersects(box) for e, mine in boxes):
            return _restacked(others[:number], chosen, others[number:], chance)
    return ()


def keys_between(low: str | None, high: str | None, count: int, chance: Chance) -> list[str]:
    """So many keys in ascending order between two others (None: no limit), short ones, by halving."""
    if count == 0:
        return []
    if high is None:
        keys = []
        for _ in range(count):
            low = above(low, chance())
            keys.append(low)
        return keys
    middle = between(low, high, chance())
    before = (count - 1) // 2
    return [
        *keys_between(low, middle, before, chance),
        middle,
        *keys_between(middle, high, count - 1 - before, chance),
    ]


def _put_above(
    other: Element | None, ids: frozenset[ElementId], document: Document, chance: Chance
) -> tuple[Patch, ...]:
    others, chosen = _stack(ids, document)
    place = len(others) if other is None else others.index(other) + 1
    return _restacked(others[:place], chosen, others[place:], chance)


def _stack(ids: frozenset[ElementId], document: Document) -> tuple[list[Element], list[Element]]:
    """What else is on their page, and the chosen ones; each from the back to the front."""
    chosen = sorted(present(ids, document), key=in_paint_order)
    if not chosen:
        return [], []
    mine, page = {element.id for element in chosen}, page_of(chosen[0])
    others = [e for e in document if e.id not in mine and e.kind != PAGE and page_of(e) == page]
    return sorted(others, key=in_paint_order), chosen


def _restacked(
    below: Sequence[Element], chosen: Sequence[Element], higher: Sequence[Element], chance: Chance
) -> tuple[Patch, ...]:
    """Operations for this order, which write the keys of the chosen alone; of all, where there is no room between."""
    if not chosen:
        return ()
    low = below[-1].order if below else None
    high = higher[0].order if higher else None
    if low is None or high is None or low < high:
        keys = keys_between(low, high, len(chosen), chance)
        if all(map(is_order, keys)):
            return _patches(chosen, keys)
    stack = [*below, *chosen, *higher]
    return _patches(stack, keys_between(None, None, len(stack), chance))


def _patches(elements: Sequence[Element], keys: Sequence[str]) -> tuple[Patch, ...]:
    return tuple(Patch(id=e.id, order=key) for e, key in zip(elements, keys, strict=True) if e.order != key)
