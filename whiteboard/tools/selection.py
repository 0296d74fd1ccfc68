"""What is selected on the page that is shown, and the frame around it, worked out when somebody asks."""

from __future__ import annotations

from whiteboard.model.document import Document
from whiteboard.model.element import Element, ElementId

from .select_frame import Frame, frame_around
from .step import NOBODY

_MANY = 1000
"""More are picked from all that there is: one after the other in memory, which is five times as quick."""


class Selection:
    """`ids` are all on the board; `choose` and `changed` keep it so."""

    def __init__(self) -> None:
        self.ids = NOBODY
        self._frame: Frame | None = None

    def choose(self, ids: frozenset[ElementId]) -> None:
        """Select these and nothing else; also called when they have changed."""
        self.ids, self._frame = ids, None

    def frame(self, document: Document) -> Frame | None:
        """The frame around what is selected; None if nothing is."""
        if self._frame is None and self.ids:
            self._frame = frame_around(picked(self.ids, document))
        return self._frame


def picked(ids: frozenset[ElementId], document: Document) -> list[Element]:
    """Those of these elements that are on the board, in no particular order."""
    if len(ids) > _MANY:
        return [element for element in document if element.id in ids]
    return [element for id in sorted(ids) if (element := document.get(id)) is not None]
