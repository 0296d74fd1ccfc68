"""Who changes a text, its letters or its width measures its box anew, in the same edit (PROTOCOL.md, section 7).

How large letters are only the window knows; it gives the editor the function that finds the box.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whiteboard.model.document import Document, applied
from whiteboard.model.element import NOTE, TEXT, Element
from whiteboard.model.op import Op, Patch, Put, Remove, target

Fitted = Callable[[Element], Element]
"""The element with the box that its text needs; the very same, if it has that."""


def as_it_is(element: Element) -> Element:
    """For those who know no letters."""
    return element


def remeasured(ops: Sequence[Op], document: Document, fitted: Fitted) -> list[Patch]:
    """What an edit must do besides to the boxes of the texts and notes that it changes; not to those it puts."""
    after = {target(op): document.get(target(op)) for op in ops if not isinstance(op, Put | Remove)}
    found: list[Patch] = []
    for id, before in after.items():
        element = before
        for op in ops:
            if target(op) == id:
                element = applied(op, element)
        if element is None or before is None or element.kind not in (TEXT, NOTE) or _needs(element) == _needs(before):
            continue
        measured = fitted(element)
        if measured is not element:
            found.append(Patch(id=id, geometry=measured.geometry))
    return found


def _needs(element: Element) -> tuple[object, ...]:
    """All that the box depends on, and the box."""
    return element.text, element.style.font, element.content, element.geometry.w, element.geometry.h
