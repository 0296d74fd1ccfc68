"""Moving, scaling and turning elements: the operations that do it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import Any

import msgspec

from whiteboard.ink.reshape import reshaped
from whiteboard.model import elements as kinds
from whiteboard.model.document import Document
from whiteboard.model.element import GROUPS, STROKE, Element, ElementId
from whiteboard.model.elements.kind import Invalid
from whiteboard.model.geometry import Point
from whiteboard.model.op import Patch
from whiteboard.model.points import BadPoints
from whiteboard.model.transform import Transform
from whiteboard.model.validate import check_geometry, check_style

from ..bulk import Portions

_ENOUGH_FOR_A_BATCH = 8
BATCH = 250
"""So many of very many are transformed together: 3 ms."""

_MANY = 1000
"""More are not sorted: that takes 50 ms for 100,000."""


def moved(ids: Iterable[ElementId], by: Point, document: Document) -> tuple[Patch, ...]:
    """The operations that move elements from where they are now; those that somebody removed meanwhile stay removed."""
    return tuple(each_moved(ids, by, document))


def each_moved(ids: Iterable[ElementId], by: Point, document: Document) -> Iterator[Patch]:
    """The same, one after the other; each is worked out when it is asked for."""
    if by != Point(0.0, 0.0):
        for e in each_present(ids, document):
            there = msgspec.structs.replace(e.geometry, x=e.geometry.x + by.x, y=e.geometry.y + by.y)
            yield Patch(id=e.id, geometry=there)


def transformed(ids: Iterable[ElementId], by: Transform, document: Document) -> tuple[Patch, ...]:
    """The operations that transform elements as they are now; none at all where one of them would become too large."""
    before = present(ids, document)
    try:
        return tuple(_differences(before, _checked(before, by)))
    except (Invalid, BadPoints):
        return ()


def moving(ids: frozenset[ElementId], by: Point, document: Document) -> Portions[Iterator[Patch]]:
    """As `moved`, of very many, in portions."""
    yield from ()
    return each_moved(ids, by, document)


def transforming(ids: frozenset[ElementId], by: Transform, document: Document) -> Portions[Iterator[Patch]]:
    """As `transformed`, of very many, in portions."""
    for some in _in_batches(ids, document):
        try:
            _checked(some, by)
        except (Invalid, BadPoints):
            return iter(())
        yield
    return _each_transformed(ids, by, document)


def _each_transformed(ids: Iterable[ElementId], by: Transform, document: Document) -> Iterator[Patch]:
    """One after the other, a batch at a time; a batch that others made too large meanwhile stays as it is."""
    for before in _in_batches(ids, document):
        with suppress(Invalid, BadPoints):
            yield from _differences(before, _checked(before, by))


def _in_batches(ids: Iterable[ElementId], document: Document) -> Iterator[list[Element]]:
    elements = each_present(ids, document)
    while some := list(islice(elements, BATCH)):
        yield some


def _checked(before: Sequence[Element], by: Transform) -> list[Element]:
    """The elements transformed; Invalid or BadPoints where one would become too large."""
    after = all_transformed(before, by)
    for old, new in zip(before, after, strict=True):
        check_geometry(new.geometry)
        if new.style is not old.style:
            check_style(new.style)
    return after


def _differences(before: Sequence[Element], after: Sequence[Element]) -> Iterator[Patch]:
    for old, new in zip(before, after, strict=True):
        if (patch := difference(old, new)) is not None:
            yield patch


def all_transformed(elements: Sequence[Element], by: Transform) -> list[Element]:
    """The elements transformed, in their order; BadPoints if a stroke would become too large."""
    strokes = [element for element in elements if element.kind == STROKE]
    if by.only_moves or len(strokes) < _ENOUGH_FOR_A_BATCH:
        return [kinds.transformed(element, by) for element in elements]
    ready = iter(reshaped(strokes, by))
    return [next(ready) if element.kind == STROKE else kinds.transformed(element, by) for element in elements]


def shown_transformed(elements: Sequence[Element], by: Transform) -> list[Element]:
    """The elements as a preview shows them: as they are, where one would become too large."""
    try:
        return all_transformed(elements, by)
    except BadPoints:
        return list(elements)


def difference(before: Element, after: Element) -> Patch | None:
    """The operation that makes one of the other; None if they are alike."""
    groups: dict[str, Any] = {}
    for name in GROUPS:
        old, new = getattr(before, name), getattr(after, name)
        if new is not old and new != old:
            groups[name] = new
    return Patch(id=before.id, **groups) if groups else None


def present(ids: Iterable[ElementId], document: Document) -> list[Element]:
    """Those of the elements that are on the board and not locked: by id, very many in the order of the document."""
    return list(each_present(ids, document))


def each_present(ids: Iterable[ElementId], document: Document) -> Iterator[Element]:
    """The same, one after the other, as they are when they are asked for."""
    wanted = frozenset(ids)
    for id in sorted(wanted) if len(wanted) <= _MANY else document.ids:
        element = document.get(id) if id in wanted else None
        if element is not None and not element.lock:
            yield element
