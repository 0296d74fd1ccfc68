"""What a gesture does to very many elements: it is worked out, and done, in portions once the gesture is over."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import islice
from operator import itemgetter
from typing import Any, TypeVar

from whiteboard.model.document import Document
from whiteboard.model.element import Element, ElementId, in_paint_order
from whiteboard.model.op import Op

MUCH = 500
"""More elements than this are very many."""

LOOKED_AT = 2500
"""So many elements are looked at in 2 ms."""

T = TypeVar("T")
Portions = Generator[None, None, T]
"""What is worked out a portion at each `next`, and returned in the end."""


@dataclass(frozen=True, slots=True)
class Bulk:
    """An edit of the elements `ids`: `ops` works it out when its turn comes, so many in a portion at most. `selects`
    what it puts on the board."""

    ids: frozenset[ElementId]
    ops: Callable[[Document], Portions[Iterator[Op]]]
    selects: bool = False
    in_portion: int = MUCH


def is_much(some: Collection[object]) -> bool:
    return len(some) > MUCH


def free(ids: frozenset[ElementId], document: Document) -> frozenset[ElementId]:
    """Those of very many elements that are on the board and not locked: 15 ms for 100,000."""
    return frozenset([element.id for element in document if element.id in ids and not element.lock])


def portioned(elements: Iterable[Element]) -> Iterator[list[Element]]:
    """A document's elements, or others, as many at a time as can be looked at in a moment."""
    listed = list(elements)
    for begin in range(0, len(listed), LOOKED_AT):
        yield listed[begin : begin + LOOKED_AT]


def picking(ids: frozenset[ElementId], document: Document, *, locked: bool = False) -> Portions[list[Element]]:
    """Those of the elements that are on the board and, unless `locked` ones are wanted too, not locked.

    Few are in the order of their ids, very many in that of the document.
    """
    if not is_much(ids):
        there = [element for id in sorted(ids) if (element := document.get(id)) is not None]
        return [element for element in there if locked or not element.lock]
    found: list[Element] = []
    for number, some in enumerate(portioned(document)):
        if number:
            yield
        found += [element for element in some if element.id in ids and (locked or not element.lock)]
    return found


def in_order(elements: Sequence[Element]) -> Portions[list[Element]]:
    """The elements from the back to the front."""
    return (yield from in_order_of(elements, in_paint_order))


def in_order_of(values: Sequence[T], key: Callable[[T], Any]) -> Portions[list[T]]:
    """The values in ascending order of their keys; very many are sorted in portions, which are merged then."""
    runs: list[list[tuple[Any, int, T]]] = []
    for begin in range(0, len(values), LOOKED_AT):
        if begin:
            yield
        rows = ((key(value), number, value) for number, value in enumerate(values[begin : begin + LOOKED_AT], begin))
        runs.append(sorted(rows, key=itemgetter(0, 1)))
    merged: list[T] = []
    in_sum = merge(*runs, key=itemgetter(0, 1))
    while some := [row[2] for row in islice(in_sum, LOOKED_AT)]:
        if merged:
            yield
        merged += some
    return merged


def at_once(portions: Portions[T]) -> T:
    """What comes of it, worked out in one go."""
    while True:
        try:
            next(portions)
        except StopIteration as end:
            result: T = end.value
            return result
