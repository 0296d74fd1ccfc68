"""What lies above what: the operations that bring elements to the front, to the back, or one step either way."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from whiteboard.model.document import Document
from whiteboard.model.element import PAGE, Element, ElementId, in_paint_order, page_of
from whiteboard.model.elements import bounds
from whiteboard.model.geometry import Rect
from whiteboard.model.op import Patch
from whiteboard.model.order import MAX_LENGTH, above, between, has_room_above, is_order

from ..bulk import LOOKED_AT, Portions, at_once, in_order, picking, portioned

Chance = Callable[[], int]
"""Gives any non-negative integer; it makes the keys of several people differ."""

Stacking = Portions[Iterator[Patch]]

_COMPARED = 300
"""What it costs to look at another element, in boxes that are compared with its own."""


class _Stack(NamedTuple):
    """`chosen` from the back to the front, and what `others` are on their page, in no order."""

    chosen: list[Element]
    others: list[Element]


def to_front(ids: frozenset[ElementId], document: Document, chance: Chance) -> tuple[Patch, ...]:
    """Operations that put elements above all others on their page, as they lie."""
    return tuple(at_once(fronting(ids, document, chance)))


def fronting(ids: frozenset[ElementId], document: Document, chance: Chance) -> Stacking:
    """The same in portions."""
    stack = yield from _stack(ids, document)
    return (yield from _restacked(stack, (yield from _next(stack.others, None, up=False)), None, chance))


def to_back(ids: frozenset[ElementId], document: Document, chance: Chance) -> tuple[Patch, ...]:
    """Operations that put elements beneath all others on their page."""
    return tuple(at_once(backing(ids, document, chance)))


def backing(ids: frozenset[ElementId], document: Document, chance: Chance) -> Stacking:
    """The same in portions."""
    stack = yield from _stack(ids, document)
    return (yield from _restacked(stack, None, (yield from _next(stack.others, None, up=True)), chance))


def forward(ids: frozenset[ElementId], document: Document, chance: Chance) -> tuple[Patch, ...]:
    """Operations that lift elements above the next thing that covers one of them."""
    return tuple(at_once(lifting(ids, document, chance)))


def lifting(ids: frozenset[ElementId], document: Document, chance: Chance) -> Stacking:
    """The same in portions."""
    stack = yield from _stack(ids, document)
    cover = yield from _touched(stack, up=True)
    if cover is None:
        return iter(())
    return (yield from _restacked(stack, cover, (yield from _next(stack.others, cover, up=True)), chance))


def backward(ids: frozenset[ElementId], document: Document, chance: Chance) -> tuple[Patch, ...]:
    """Operations that put elements beneath the next thing that one of them covers."""
    return tuple(at_once(lowering(ids, document, chance)))


def lowering(ids: frozenset[ElementId], document: Document, chance: Chance) -> Stacking:
    """The same in portions."""
    stack = yield from _stack(ids, document)
    ground = yield from _touched(stack, up=False)
    if ground is None:
        return iter(())
    return (yield from _restacked(stack, (yield from _next(stack.others, ground, up=False)), ground, chance))


def keys_between(low: str | None, high: str | None, count: int, chance: Chance) -> Iterator[str]:
    """So many keys in ascending order between two others (None: no limit), short ones, by halving; one by one."""
    if count == 0:
        return
    if high is None:
        for _ in range(count):
            low = above(low, chance())
            yield low
        return
    middle = between(low, high, chance())
    before = (count - 1) // 2
    yield from keys_between(low, middle, before, chance)
    yield middle
    yield from keys_between(middle, high, count - 1 - before, chance)


# ---------------------------------------------------------------- inside


def _stack(ids: frozenset[ElementId], document: Document) -> Portions[_Stack]:
    chosen = yield from in_order((yield from picking(ids, document)))
    others: list[Element] = []
    if chosen:
        mine, page = {element.id for element in chosen}, page_of(chosen[0])
        for number, some in enumerate(portioned(document)):
            if number:
                yield
            others += [e for e in some if e.id not in mine and e.kind != PAGE and page_of(e) == page]
    return _Stack(chosen, others)


def _next(others: Sequence[Element], to: Element | None, *, up: bool) -> Portions[Element | None]:
    """What lies next above or below an element; if that is None, the lowest or the uppermost there is."""
    found: Element | None = None
    for number, some in enumerate(portioned(others)):
        if number:
            yield
        if to is not None:
            mark = in_paint_order(to)
            some = [e for e in some if (in_paint_order(e) > mark if up else in_paint_order(e) < mark)]
        candidates = some if found is None else [found, *some]
        found = (min if up else max)(candidates, key=in_paint_order, default=None)
    return found


def _touched(stack: _Stack, *, up: bool) -> Portions[Element | None]:
    """The next thing above one of the chosen, or below, whose box meets that of this one."""
    if not (stack.chosen and stack.others):
        return None
    keys = [in_paint_order(element) for element in stack.chosen]
    measured: list[Rect] = []
    for begin in range(0, len(stack.chosen), LOOKED_AT // 4):
        if begin:
            yield
        measured += [bounds(element) for element in stack.chosen[begin : begin + LOOKED_AT // 4]]
    boxes = np.array(measured).T
    found: Element | None = None
    best = ("", "")
    looked_at = 0
    for other in stack.others:
        key = in_paint_order(other)
        if found is not None and (key > best if up else key < best):
            continue
        place = bisect_left(keys, key)
        box = bounds(other)
        left, top, right, bottom = boxes[:, :place] if up else boxes[:, place:]
        met = (left <= box.right) & (right >= box.left) & (top <= box.bottom) & (bottom >= box.top)
        if met.any():
            found, best = other, key
        looked_at += _COMPARED + len(met)
        if looked_at >= _COMPARED * LOOKED_AT // 8:
            looked_at = 0
            yield
    return found


def _restacked(stack: _Stack, low: Element | None, high: Element | None, chance: Chance) -> Stacking:
    """Operations that put the chosen between two others: they write the keys of the chosen alone; of all, where there
    is no room between."""
    count = len(stack.chosen)
    begin, end = (None if element is None else element.order for element in (low, high))
    if begin is None or end is None or begin < end:
        if _fit(begin, end, count):
            return _patches(stack.chosen, keys_between(begin, end, count, chance))
        keys = list(keys_between(begin, end, count, chance))
        if all(map(is_order, keys)):
            return _patches(stack.chosen, keys)
    others = yield from in_order(stack.others)
    place = 0 if low is None else others.index(low) + 1
    whole = [*others[:place], *stack.chosen, *others[place:]]
    return _patches(whole, keys_between(None, None, len(whole), chance))


def _fit(low: str | None, high: str | None, count: int) -> bool:
    """Whether that many keys between two others surely become none that is too long."""
    longest = max(len(low or ""), len(high or ""))
    if high is None:
        return longest < MAX_LENGTH and has_room_above(low, count)
    return longest + count.bit_length() + 1 <= MAX_LENGTH


def _patches(elements: Sequence[Element], keys: Iterable[str]) -> Iterator[Patch]:
    return (Patch(id=e.id, order=key) for e, key in zip(elements, keys, strict=True) if e.order != key)
