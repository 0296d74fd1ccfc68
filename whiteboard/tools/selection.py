"""What is selected on the page that is shown, and the frame around it, worked out when somebody asks."""

from __future__ import annotations

from whiteboard.model.document import Document
from whiteboard.model.element import ElementId

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
            if len(self.ids) > _MANY:
                elements = [element for element in document if element.id in self.ids]
            else:
                elements = [e for id in sorted(self.ids) if (e := document.get(id)) is not None]
            self._frame = frame_around(elements)
        return self._frame
