"""The instruments that lie on a board, by page: few among many elements, and asked for at every press."""

from __future__ import annotations

from collections.abc import Iterable

from whiteboard.model.document import Change
from whiteboard.model.element import FIRST_PAGE, INSTRUMENT, Element, ElementId, page_of


class Laid:
    """Kept up with the document by its changes."""

    def __init__(self, elements: Iterable[Element]) -> None:
        self._instruments = {element.id: element for element in elements if element.kind == INSTRUMENT}

    def follow(self, change: Change) -> None:
        for before, after in change.gist.others:
            if before is not None and before.kind == INSTRUMENT:
                self._instruments.pop(before.id, None)
            if after is not None and after.kind == INSTRUMENT:
                self._instruments[after.id] = after

    def on(self, page: ElementId) -> list[Element]:
        """Those on this page, as `geometry.parent` names it, the lowest first."""
        here = page or FIRST_PAGE
        return sorted((e for e in self._instruments.values() if page_of(e) == here), key=lambda e: (e.order, e.id))
