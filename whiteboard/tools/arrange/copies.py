"""Copies of elements: new ids, their groups and bindings among themselves, on top of what there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec

from whiteboard.model.content import Binding, Content
from whiteboard.model.element import PAGE, Element, ElementId, in_paint_order
from whiteboard.model.elements import transformed
from whiteboard.model.geometry import Point
from whiteboard.model.op import Put
from whiteboard.model.order import above, is_order
from whiteboard.model.transform import Transform

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
    originals = sorted((element for element in elements if element.kind != PAGE), key=in_paint_order)
    ids = {element.id: around.new_id() for element in originals}
    groups = _Renamed(around.new_id)
    orders = _orders(len(originals), around)
    way = Transform.moving(by)
    made = []
    for element, order in zip(originals, orders, strict=True):
        placed = transformed(element, way)
        copy = msgspec.structs.replace(
            placed,
            id=ids[element.id],
            geometry=msgspec.structs.replace(placed.geometry, parent=around.page),
            order=order,
            lock=False,
            group="/".join(map(groups.of, path(element))),
            content=_bound(element.content, ids),
        )
        made.append(copy)
    return Copies(tuple(map(Put, made)), frozenset(ids.values()))


class _Renamed:
    """A new name for each group."""

    def __init__(self, new_name: Callable[[], str]) -> None:
        self._names: dict[str, str] = {}
        self._new_name = new_name

    def of(self, name: str) -> str:
        if name not in self._names:
            self._names[name] = self._new_name()
        return self._names[name]


def _bound(content: Content, ids: dict[ElementId, ElementId]) -> Content:
    if content.start is None and content.end is None:
        return content
    return msgspec.structs.replace(content, start=_rebound(content.start, ids), end=_rebound(content.end, ids))


def _rebound(binding: Binding | None, ids: dict[ElementId, ElementId]) -> Binding | None:
    to = None if binding is None else ids.get(ElementId(binding.to))
    return None if binding is None or to is None else msgspec.structs.replace(binding, to=to)


def _orders(count: int, around: Surroundings) -> list[str]:
    """So many keys above everything, in ascending order; where there is no room above, the highest again."""
    keys: list[str] = []
    for _ in range(count):
        key = above(keys[-1], around.chance()) if keys else around.next_order()
        keys.append(key if is_order(key) else keys[-1])
    return keys
