"""A snapshot whose document was made beside the window's loop, so that a replica has nothing to build on loading it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import repeat

from whiteboard.model.document import Change, Document, Stamp
from whiteboard.model.element import Element, ElementId
from whiteboard.model.sharing import Shared
from whiteboard.protocol.messages import Snapshot


class Unpacked(Snapshot, frozen=True, kw_only=True):
    """`document` has the elements and stamps of the snapshot, which has none itself any more; whoever loads it may keep
    and change the document.

    `change` leads to it from an empty board.
    """

    document: Document
    change: Change


def unpacked(pieces: Iterable[Snapshot], known: Document | None = None) -> Unpacked:
    """One snapshot of those that it was cut into (at least one).

    Of what is as it is in `known`, the element there is taken: what has changed is found soon then.
    """
    before = Document() if known is None else known
    shared = Shared()
    elements: list[Element] = []
    stamps: dict[ElementId, Stamp] = {}
    for piece in pieces:
        for placed in piece.elements:
            element = shared.element(placed.element)
            old = before.get(element.id)
            elements.append(old if old is not None and old == element else element)
            if placed.stamp is not None:
                stamps[placed.element.id] = shared.stamp(placed.stamp)
    document = Document(elements, stamps)
    return Unpacked(
        log_id=piece.log_id,
        seq=piece.seq,
        hash=piece.hash,
        elements=(),
        document=document,
        change=Change(tuple(zip(repeat(None), document))).prepared(),
    )


def in_full(snapshot: Snapshot) -> Unpacked:
    """The snapshot with its document: as it was made, or made now."""
    return snapshot if isinstance(snapshot, Unpacked) else unpacked([snapshot])
