"""Copies of elements: new ids, their groups and bindings among themselves, on top of what there is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

import msgspec

from whiteboard.model.content import Binding, Content
from whiteboard.model.document import Document
from whiteboard.model.element import PAGE, Element, ElementId, in_paint_order
from whiteboard.model.elements import transformed
from whiteboard.model.geometry import Point
from whiteboard.model.op import Put
from whiteboard.model.order import above, is_order
from whiteboard.model.transform import Transform

from ..bulk import Portions, in_order, picking
from ..tool import Surroundings
from .groups import path


class Copies(NamedTuple):
    """The operations that put copies on the board, and the ids of these."""

    ops: tuple[Put, ...]
    ids: frozenset[ElementId]


def copied(elements: Sequence[Element], by: Point, around: Surroundings) -> Copies:
    """Copies of these elements, moved, on the page that is shown.

    Connectors stick to the copies of what they stuck to; to what was not copied they stick no more. The copies are
    unlocked, and grouped among themselves as the originals are.
    """
    made = tuple(each_copy(sorted(elements, key=in_paint_order), by, around))
    return Copies(made, frozenset(op.element.id for op in made))


def copying(ids: frozenset[ElementId], document: Document, by: Point, around: Surroundings) -> Portions[Iterator[Put]]:
    """The operations that do it to very many, in portions."""
    found = yield from picking(ids, document)
    ordered = yield from in_order(found)
    return each_copy(ordered, by, around)


def each_copy(elements: Sequence[Element], by: Point, around: Surroundings) -> Iterator[Put]:
    """The same of elements in paint order, one operation after the other, each worked out when it is asked for."""
    originals = [element for element in elements if element.kind != PAGE]
    there = {element.id for element in originals}
    ids, groups = _Renamed(around.new_id), _Renamed(around.new_id)
    way = Transform.moving(by)
    for element, order in zip(originals, _orders(around), strict=False):
        placed = transformed(element, way)
        copy = msgspec.structs.replace(
            placed,
            id=ElementId(ids.of(element.id)),
            geometry=msgspec.structs.replace(placed.geometry, parent=around.page),
            order=order,
            lock=False,
            group="/".join(map(groups.of, path(element))),
            content=_bound(element.content, there, ids),
        )
        yield Put(copy)


class _Renamed:
    """A new name for each group, or each element."""

    def __init__(self, new_name: Callable[[], str]) -> None:
        self._names: dict[str, str] = {}
        self._new_name = new_name

    def of(self, name: str) -> str:
        if name not in self._names:
            self._names[name] = self._new_name()
        return self._names[name]


def _bound(content: Content, there: Collection[str], ids: _Renamed) -> Content:
    if content.start is None and content.end is None:
        return content
    start, end = _rebound(content.start, there, ids), _rebound(content.end, there, ids)
    return msgspec.structs.replace(content, start=start, end=end)


def _rebound(binding: Binding | None, there: Collection[str], ids: _Renamed) -> Binding | None:
    if binding is None or binding.to not in there:
        return None
    return msgspec.structs.replace(binding, to=ids.of(binding.to))


def _orders(around: Surroundings) -> Iterator[str]:
    """Keys above everything, in ascending order; where there is no room above, the highest again."""
    key = around.next_order()
    while True:
        yield key
        higher = above(key, around.chance())
        key = higher if is_order(higher) else key
