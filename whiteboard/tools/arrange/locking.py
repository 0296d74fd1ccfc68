"""Locking and unlocking elements, which is worked out in portions."""

from __future__ import annotations

from collections.abc import Iterator

from whiteboard.model.document import Document
from whiteboard.model.element import ElementId
from whiteboard.model.op import Patch

from ..bulk import Portions, picking


def unlocking(ids: frozenset[ElementId], document: Document) -> Portions[Iterator[Patch]]:
    """Operations that unlock those of the elements that are locked."""
    elements = yield from picking(ids, document, locked=True)
    return (Patch(id=element.id, lock=False) for element in elements if element.lock)


def locking(ids: frozenset[ElementId], document: Document) -> Portions[Iterator[Patch]]:
    """Operations that lock the elements; where one of them is locked already, all are unlocked instead."""
    elements = yield from picking(ids, document, locked=True)
    locks = not any(element.lock for element in elements)
    return (Patch(id=element.id, lock=locks) for element in elements)
