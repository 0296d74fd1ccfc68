"""What is selected on the page that is shown, and the frame around it, worked out when somebody asks.

Very much is looked at in portions: until then the frame is as it was, or there is none if something else was selected.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from whiteboard.model.document import Document
from whiteboard.model.element import Element, ElementId
from whiteboard.model.transform import Transform

from .select_frame import Frame, frame_around, frame_of_parts
from .step import NOBODY

MANY = 1000
"""More are picked from all that there is: one after the other in memory, which is five times as quick."""

_PORTION = 2500


class Selection:
    """`ids` are all on the board; `choose` and `lose` keep it so."""

    def __init__(self) -> None:
        self.ids = NOBODY
        self._frame: Frame | None = None
        self._current = True
        self._measuring = False
        self.choice = 0
        """Another number for each that was made."""

    def choose(self, ids: frozenset[ElementId]) -> None:
        """Select these and nothing else."""
        if ids is self.ids:
            return
        self.ids, self._frame, self._current = ids, None, False
        self.choice += 1

    def lose(self, gone: Collection[ElementId]) -> None:
        """Some of what is selected has changed, or is gone."""
        if gone:
            self.ids = self.ids.difference(gone)
        self._current = False

    def carry(self, by: Transform) -> None:
        """All of it stands elsewhere now: so does the frame, as far as one can tell before it is worked out."""
        if self._frame is not None:
            self._frame = self._frame.transformed(by)

    @property
    def needs_time(self) -> bool:
        """Whether `measuring` is to be begun: the frame is not known and too much to be worked out at once."""
        return len(self.ids) > MANY and not self._current and not self._measuring

    def measuring(self, document: Callable[[], Document]) -> Iterator[None]:
        """Work the frame out a portion at a time."""
        self._measuring = True
        return self._measured(document)

    def frame(self, document: Document) -> Frame | None:
        """The frame around what is selected; None if nothing is."""
        if not self._current and len(self.ids) <= MANY:
            self._frame, self._current = frame_around(picked(self.ids, document)), True
        return self._frame

    def _measured(self, document: Callable[[], Document]) -> Iterator[None]:
        while not self._current and len(self.ids) > MANY:
            self._current = True  # as far as nothing changes meanwhile
            choice, ids, elements, parts = self.choice, self.ids, list(document()), []
            for begin in range(0, len(elements), _PORTION):
                some = [element for element in elements[begin : begin + _PORTION] if element.id in ids]
                parts.append(frame_around(some))
                yield
            if self.choice == choice:
                self._frame = frame_of_parts([part for part in parts if part is not None])
        self._measuring = False


def picked(ids: frozenset[ElementId], document: Document) -> list[Element]:
    """Those of these elements that are on the board, in no particular order."""
    if len(ids) > MANY:
        return [element for element in document if element.id in ids]
    return [element for id in sorted(ids) if (element := document.get(id)) is not None]
