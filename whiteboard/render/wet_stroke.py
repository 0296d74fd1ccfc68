"""One stroke in progress: its samples so far, and how much of it is painted already."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRect

from whiteboard.ink.arrays import Points
from whiteboard.ink.wet import Part, final_until
from whiteboard.model.geometry import Point
from whiteboard.model.points import MAX_PRESSURE, UNITS_PER_BOARD_UNIT, InkPoint
from whiteboard.model.style import EVEN_INKS, HIGHLIGHTER, Style


class WetStroke:
    """The distinct samples of a stroke, in arrays that grow, and what WetInk has painted of it."""

    def __init__(self, style: Style, origin: Point) -> None:
        self.style = style
        self.origin = complex(*origin)
        self.known = 0
        self.count = 0
        self.frozen = 0
        self.changed = False
        # What is painted, in device pixels from the corner of WetInk's image: the live end, and the box of the rest.
        self.outline: Points | None = None
        self.live = QRect()
        self.settled = QRect()
        self._points = np.empty(64, np.complex128)
        self._pressures = np.empty(64)
        self._way = np.empty(64)
        self._newest, self._length = 0j, 0.0  # the last of the points, and of the way

    @property
    def tints(self) -> bool:
        return self.style.ink == HIGHLIGHTER

    def extend(self, start: int, points: Sequence[InkPoint]) -> None:
        """Take the points after those known; one at the same place as the last only presses it firmer."""
        fresh = points[self.known - start :] if start <= self.known else ()
        self.known += len(fresh)
        for x, y, pressure in fresh:
            self.changed = True
            place, share = complex(x, y) / UNITS_PER_BOARD_UNIT, pressure / MAX_PRESSURE
            if self.count and place == self._newest:
                self._pressures[self.count - 1] = max(self._pressures[self.count - 1], share)
                continue
            if self.count == len(self._points):
                self._grow()
            if self.count:
                self._length += abs(place - self._newest)
            self._points[self.count], self._pressures[self.count], self._way[self.count] = place, share, self._length
            self._newest = place
            self.count += 1

    def _grow(self) -> None:
        """Make room for twice as many samples."""
        self._points = np.concatenate([self._points, np.empty_like(self._points)])
        self._pressures = np.concatenate([self._pressures, np.empty_like(self._pressures)])
        self._way = np.concatenate([self._way, np.empty_like(self._way)])

    def final_until(self) -> int:
        """The last sample that may be painted for good, or -1; what shows through must stay one polygon."""
        return -1 if self.tints or self.style.opacity < 1 else final_until(self._way[: self.count], self.style.width)

    def part(self, first: int, last: int, *, final: bool) -> Part:
        n = self.count
        return Part(
            self._points[:n],
            self._pressures[:n],
            self._way[:n],
            first,
            last,
            self.style.width,
            self.style.ink not in EVEN_INKS,
            final,
        )

    def begin_anew(self) -> None:
        """Nothing of it is painted any more."""
        self.frozen = 0
        self.settled = QRect()
        self.changed = self.count > 0
