"""Duplicating again: where a copy was moved to says where the next one goes; rows and grids come by themselves."""

from __future__ import annotations

from whiteboard.model.element import ElementId
from whiteboard.model.geometry import Point, Rect

from ..step import NOBODY

_ALIKE = 0.5
"""Board units by which a copy may differ in size from what it was made of."""


class Again:
    """Remembers the last duplicates: tell it with `made`, ask it for the `way`."""

    def __init__(self) -> None:
        self._copies = NOBODY
        self._origin = Rect(0.0, 0.0, 0.0, 0.0)

    def made(self, copies: frozenset[ElementId], origin: Rect | None) -> None:
        """These are copies of what had this box."""
        self._copies, self._origin = (copies, origin) if origin is not None else (NOBODY, self._origin)

    def way(self, selected: frozenset[ElementId], box: Rect | None, usual: Point) -> Point:
        """How far from the selected, which have this box, their copies are to be: `usual`, or as the last ones."""
        before = self._origin
        if not selected or box is None or selected != self._copies:
            return usual
        if abs(box.width - before.width) > _ALIKE or abs(box.height - before.height) > _ALIKE:
            return usual
        way = Point(round((box.left - before.left) * 16) / 16, round((box.top - before.top) * 16) / 16)
        return way if way != Point(0.0, 0.0) else usual
