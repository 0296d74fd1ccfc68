"""Finds while a stroke is drawn which of its points will be kept, so that little is left to do when the pen goes up.

A smoothed point is final once CONTEXT samples follow it, and whether it is kept is final a few kept points later: what
comes then changes no part of the curve that was looked at.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from whiteboard.model.points import MAX_PRESSURE, UNITS_PER_BOARD_UNIT, InkPoint

from . import simplify
from .arrays import Floats, Indices, Points
from .pressure import radius
from .smoothing import CONTEXT, smooth, weights

STEP = 48
"""So many new final points are worth a look."""

Box = tuple[float, float, float, float]
"""Left, right, top and bottom."""

_LONGEST = 8000
"""So many samples without a key that is sure, of a very long straight line, are enough to look at again and again."""

_UNSURE = 2
"""The last keys of a look may become others once the stroke goes on."""


class KeyFinder:
    """The distinct samples of one stroke of this `width`, and the key points found so far, for this `tolerance`."""

    def __init__(self, width: float, tolerance: float) -> None:
        self._width = width
        self._tolerance = tolerance
        self._places: Points = np.empty(128, np.complex128)
        self._presses: Floats = np.empty(128)
        self._count = 0
        self._looked = 0
        self._keys: list[int] = []
        self._kept_places: list[complex] = []
        self._kept_presses: list[float] = []
        self._box: Box | None = None

    def extend(self, points: Sequence[InkPoint]) -> None:
        """Take points that follow; one at the same place as the last only presses it firmer."""
        for x, y, pressure in points:
            place = complex(x, y)
            last = self._count - 1
            if last >= 0 and self._places[last] == place:
                self._presses[last] = max(self._presses[last], pressure)
                continue
            if self._count == len(self._places):
                self._places = np.concatenate([self._places, np.empty_like(self._places)])
                self._presses = np.concatenate([self._presses, np.empty_like(self._presses)])
            self._places[self._count], self._presses[self._count] = place, pressure
            self._count += 1
        if self._count - CONTEXT - self._looked > STEP:
            begin = self._keys[-3] if len(self._keys) > 2 else 0
            self._look(self._count - CONTEXT, _UNSURE if self._count - begin < _LONGEST else 0)

    def finish(self) -> tuple[Points, Floats]:
        """The points to keep: (k,) places in whole 1/16 board units, x + iy, and their pressures 0..255, not whole."""
        if self._count == 1:
            return self._places[:1], self._presses[:1]
        if self._count > self._looked:
            self._look(self._count, unsure=0)
        return np.array(self._kept_places), np.array(self._kept_presses)

    def _look(self, end: int, unsure: int) -> None:
        """Find the keys among the points before `end`, from the last keys that are sure."""
        self._looked = end
        recent = self._keys[-3:]
        begin = recent[0] if recent else 0
        first, last = max(0, begin - CONTEXT), min(end + CONTEXT, self._count)
        mine = slice(begin - first, end - first)
        places, presses = self._smoothed(first, last)
        places, presses = places[mine], presses[mine]
        known = np.array(recent, np.int64) - begin
        radii = radius(self._width, presses / MAX_PRESSURE)
        points = places / UNITS_PER_BOARD_UNIT
        found = simplify.key_points(points, radii, self._tolerance, known, self._outermost(places))
        if unsure:
            found = found[:-unsure]
        for key, place, press in zip(found.tolist(), places[found].tolist(), presses[found].tolist(), strict=True):
            if not self._keys or begin + key > self._keys[-1]:
                self._keys.append(begin + key)
                self._kept_places.append(place)
                self._kept_presses.append(press)
                self._grow_box(place)

    def _grow_box(self, place: complex) -> None:
        x, y = place.real, place.imag
        left, right, top, bottom = self._box or (x, x, y, y)
        self._box = min(left, x), max(right, x), min(top, y), max(bottom, y)

    def _outermost(self, places: Points) -> Indices:
        """Which of these points reach beyond all that are kept already: the stroke's box must stay the same."""
        x, y = places.real, places.imag
        ends = np.array([x.argmin(), x.argmax(), y.argmin(), y.argmax()])
        if self._box is None:
            return ends
        left, right, top, bottom = self._box
        beyond = [x[ends[0]] < left, x[ends[1]] > right, y[ends[2]] < top, y[ends[3]] > bottom]
        return ends[beyond]

    def _smoothed(self, first: int, last: int) -> tuple[Points, Floats]:
        """The smoothed samples of this range, whole 1/16 board units; right where CONTEXT more of them were known."""
        places, presses = self._places[first:last] / UNITS_PER_BOARD_UNIT, self._presses[first:last]
        weight = weights(places, np.array([0, last - first]), np.array([self._width]))
        smoothed, presses = smooth(places, presses, weight)
        smoothed *= UNITS_PER_BOARD_UNIT
        whole: Points = np.rint(smoothed.real) + 1j * np.rint(smoothed.imag)
        return whole, presses
