"""What the canvas shows in place of some elements while a gesture is about to change them.

Elements under the eraser are faded, elements being dragged, sized or turned stand as they would be dropped (but see
`lift.py`, if they are many); what is being made or changed is shown as it will be. The document knows nothing of it:
the renderer is told as if it had changed.
"""

from __future__ import annotations

import msgspec
from PySide6.QtGui import QColor

from whiteboard.model.document import Change, Document
from whiteboard.model.element import INSTRUMENT, Element, ElementId
from whiteboard.model.transform import Transform
from whiteboard.render.text_boxes import fitted
from whiteboard.tools.arrange.transforming import shown_transformed
from whiteboard.tools.step import NOBODY, Preview

from .lifted import MOST_SINGLY

FADED = 0.22
"""How much of its colour an element keeps that is about to be erased."""


class Shown:
    """Keeps the renderer at the document plus the preview, one change at a time."""

    def __init__(self) -> None:
        self._instead: dict[ElementId, Element | None] = {}
        self._marked: frozenset[ElementId] = NOBODY
        self._hidden: frozenset[ElementId] = NOBODY
        self._moved: frozenset[ElementId] = NOBODY
        self._by = Transform()
        self._single: dict[ElementId, Element] = {}
        self._made: dict[ElementId, Element] = {}

    def follow(self, change: Change, document: Document, preview: Preview) -> Change:
        """What to tell the renderer after this change of the document, and with this preview from now on."""
        moved = NOBODY if is_lifted(preview) else preview.moved
        if not (self._instead or preview.marked or moved or preview.elements or preview.hidden):
            return change
        by = preview.way
        self._place(moved, by, document)
        pairs: dict[ElementId, tuple[Element | None, Element | None]] = {}
        for before, after in change.elements:
            element = before or after
            if element is not None:
                pairs[element.id] = (self._instead.pop(element.id, before), after)
        restless = set((preview.marked ^ self._marked) | (preview.hidden ^ self._hidden))
        if moved != self._moved or by != self._by:
            restless |= moved | self._moved
        made = {element.id: element for element in preview.elements if element.kind != INSTRUMENT}
        restless |= {id for id in made.keys() | self._made.keys() if made.get(id) is not self._made.get(id)}
        restless |= {id for id in pairs if id in preview.marked or id in preview.hidden or id in moved or id in made}
        for id in restless:
            before = pairs[id][0] if id in pairs else self._instead.pop(id, document.get(id))
            after = self._in_the_making(made[id]) if id in made else self._dressed(document.get(id), preview)
            pairs[id] = (before, after)
        self._marked, self._hidden, self._moved, self._by = preview.marked, preview.hidden, moved, by
        self._made = made
        return Change(tuple((before, after) for before, after in pairs.values() if before != after))

    def _place(self, moved: frozenset[ElementId], by: Transform, document: Document) -> None:
        """Work out together where those stand that are moved or transformed one by one."""
        self._single = {}
        if moved:
            there = [element for id in moved if (element := document.get(id)) is not None]
            shown = shown_transformed(there, by)
            self._single = {e.id: fitted(e) if e.content.wraps else e for e in shown}

    def _in_the_making(self, element: Element) -> Element:
        self._instead[element.id] = element
        return element

    def _dressed(self, element: Element | None, preview: Preview) -> Element | None:
        """The element as the preview wants it (None: not at all); remembered, if that is not as it is."""
        if element is None:
            return None
        if element.id in preview.hidden:
            self._instead[element.id] = None
            return None
        dressed = self._single.get(element.id, element)
        if element.id in preview.marked:
            style = msgspec.structs.replace(element.style, color=faded(element.style.color))
            dressed = msgspec.structs.replace(dressed, style=style)
        if dressed is not element:
            self._instead[element.id] = dressed
        return dressed


def is_lifted(preview: Preview) -> bool:
    """Whether what is dragged is shown as one picture above the board: because it is much, or copies."""
    return len(preview.moved) > MOST_SINGLY or bool(preview.moved and (preview.copies or preview.landing))


def faded(color: str) -> str:
    """The colour mixed with the paper."""
    parts = QColor(color)
    mixed = [round(255 - (255 - part) * FADED) for part in (parts.red(), parts.green(), parts.blue())]
    return QColor(*mixed).name()
