"""Who changes a text, its letters or its width measures its box anew, in the same edit (PROTOCOL.md, section 7).

How large letters are only the window knows; it gives the editor the function that finds the box.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whiteboard.model.document import Document, applied
from whiteboard.model.element import NOTE, TEXT, Element, ElementId
from whiteboard.model.op import Op, Patch, Put, Remove, target

Fitted = Callable[[Element], Element]
"""The element with the box that its text needs; the very same, if it has that."""


def as_it_is(element: Element) -> Element:
    """For those who know no letters."""
    return element


def remeasured(ops: Sequence[Op], document: Document, fitted: Fitted) -> list[Patch]:
    """What an edit must do besides to the boxes of the texts and notes that it changes; not to those it puts."""
    changing: dict[ElementId, list[Op]] = {}
    for op in ops:
        before = document.get(target(op))
        if before is not None and before.kind in (TEXT, NOTE):
            changing.setdefault(before.id, []).append(op)
    found: list[Patch] = []
    for id, mine in changing.items():
        before = element = document.get(id)
        for op in mine:
            element = applied(op, element)
        whole = all(isinstance(op, Put | Remove) for op in mine)
        if whole or element is None or before is None or _needs(element) == _needs(before):
            continue
        measured = fitted(element)
        if measured is not element:
            found.append(Patch(id=id, geometry=measured.geometry))
    return found


def _needs(element: Element) -> tuple[object, ...]:
    """All that the box depends on, and the box."""
    return element.text, element.style.font, element.content, element.geometry.w, element.geometry.h
