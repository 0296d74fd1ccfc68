"""Locking and unlocking very many elements, in portions."""

from __future__ import annotations

from collections.abc import Iterator

from whiteboard.model.document import Document
from whiteboard.model.element import Element, ElementId
from whiteboard.model.op import Patch

from ..bulk import LOOKED_AT, Portions


def unlocking(ids: frozenset[ElementId], document: Document) -> Portions[Iterator[Patch]]:
    """Operations that unlock those of the elements that are locked."""
    elements = yield from _picked(ids, document)
    return (Patch(id=element.id, lock=False) for element in elements if element.lock)


def lock_turned(ids: frozenset[ElementId], document: Document) -> Portions[Iterator[Patch]]:
    """Operations that lock the elements; if any of them is locked already, all are unlocked."""
    elements = yield from _picked(ids, document)
    locks = not any(element.lock for element in elements)
    return (Patch(id=element.id, lock=locks) for element in elements)


def _picked(ids: frozenset[ElementId], document: Document) -> Portions[list[Element]]:
    found: list[Element] = []
    elements = list(document)
    for begin in range(0, len(elements), LOOKED_AT):
        if begin:
            yield
        found += [element for element in elements[begin : begin + LOOKED_AT] if element.id in ids]
    return found
