"""Nudges of the same elements in the same way, as by an arrow key that is held, are undone together."""

from __future__ import annotations

from collections.abc import Callable

from whiteboard.model.document import Change
from whiteboard.model.element import ElementId
from whiteboard.model.geometry import Point
from whiteboard.model.history import History


class Nudges:
    """The newest series of them."""

    def __init__(self, history: History) -> None:
        self._history = history
        self._last: tuple[frozenset[ElementId], Point] | None = None
        self._edit = Change()

    def do(self, whom: frozenset[ElementId], by: Point, nudge: Callable[[bool], object]) -> None:
        """Call `nudge`, which does an edit of these elements: with True, if it joins the one before it."""
        nudge((whom, by) == self._last and self._history.newest is self._edit)
        self._last, self._edit = (whom, by), self._history.newest
