"""A stroke while it is drawn: samples in, trail points for the peers and the finished stroke out."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

import numpy as np

from whiteboard.model.element import Geometry
from whiteboard.model.geometry import Point
from whiteboard.model.points import MAX_COORDINATE, MAX_POINTS, MAX_PRESSURE, UNITS_PER_BOARD_UNIT, InkPoint, pack

from .arrays import Floats, Points
from .curve import distinct
from .key_finder import STEP, KeyFinder
from .pressure import SpeedPressure
from .samples import PenSample
from .smoothing import smooth, weights

TOLERANCE = 0.25
"""The finished stroke is within this many board units of the smoothed samples; finer where it was drawn zoomed in."""

_FINEST = 1 / UNITS_PER_BOARD_UNIT
_FOR_THE_FIT = 0.8
"""Share of the tolerance that simplifying may use; the rest is for rounding to 1/16 unit."""

_FIRMER = 6

_SPACING_PX = 1.2
_PEN_SPACING_PX = 0.8
"""Samples nearer than this to the one before wait: a quick mouse reports every pixel, which is steps and no shape, and
what a slow pen reports between is how the hand trembles."""


@dataclass(frozen=True, slots=True)
class FinishedStroke:
    """A stroke as the document keeps it: its place and box, and packed points relative to that place."""

    geometry: Geometry
    points: bytes


class StrokeBuilder:
    """Collects the samples of one stroke.

    `width` is the nominal diameter in board units; `zoom` (screen pixels a board unit) tells how fast a mouse moves
    over the screen and how fine the finished stroke must be.
    """

    def __init__(self, width: float, zoom: float = 1.0) -> None:
        self._width = width
        self._zoom = zoom
        self._speed = SpeedPressure()
        self._origin: Point | None = None
        self._points: list[InkPoint] = []
        self._waiting: InkPoint | None = None
        self._given = 0
        self._looked_at = 0
        self._keys = KeyFinder(width, max(_FINEST, _FOR_THE_FIT * TOLERANCE / max(1.0, zoom)))

    def __len__(self) -> int:
        return len(self._points)

    @property
    def full(self) -> bool:
        """Whether no sample is taken any more: a stroke has at most MAX_POINTS points."""
        return len(self._points) >= MAX_POINTS

    @property
    def origin(self) -> Point:
        """The place of the first sample, which all points are relative to; RuntimeError before it."""
        if self._origin is None:
            raise RuntimeError("a stroke without samples has no origin")
        return self._origin

    @property
    def points(self) -> list[InkPoint]:
        """All points so far, relative to the origin. The caller only reads it."""
        return self._points

    def add(self, sample: PenSample) -> None:
        """Take a sample. One that hardly moved waits for the next, unless the pen presses firmer there."""
        if self.full:
            return
        if self._origin is None:
            self._origin = Point(_on_grid(sample.x), _on_grid(sample.y))
        x, y = _units(sample.x - self._origin.x), _units(sample.y - self._origin.y)
        last = self._points[-1] if self._points else InkPoint(x, y, 0)
        moved_px = hypot(x - last.x, y - last.y) * self._zoom / UNITS_PER_BOARD_UNIT
        mouse = sample.pressure is None
        if sample.pressure is None:
            share = self._speed.next(moved_px, sample.seconds)
        else:
            share = min(max(sample.pressure, 0.0), 1.0)
        point = InkPoint(x, y, round(share * MAX_PRESSURE))
        far = moved_px >= (_SPACING_PX if mouse else _PEN_SPACING_PX) and (x, y) != (last.x, last.y)
        if far or not self._points or (not mouse and point.pressure >= last.pressure + _FIRMER):
            self._points.append(point)
            self._waiting = None
            if len(self._points) - self._looked_at >= STEP:
                self._look()
        elif (x, y) != (last.x, last.y):
            self._waiting = point

    def take_trail(self) -> list[InkPoint]:
        """Points that were not taken before, each as the difference to its predecessor (the first: to 0, 0, 0)."""
        fresh = self._points[self._given :]
        last = self._points[self._given - 1] if self._given else InkPoint(0, 0, 0)
        self._given = len(self._points)
        steps = []
        for point in fresh:
            steps.append(InkPoint(point.x - last.x, point.y - last.y, point.pressure - last.pressure))
            last = point
        return steps

    def finish(self) -> FinishedStroke:
        """The stroke as it is kept: smoothed, and with no more points than it takes. RuntimeError without samples.

        The last sample counts even if it hardly moved; take the rest of the trail afterwards.
        """
        origin = self.origin
        if self._waiting is not None:
            self._points.append(self._waiting)
            self._waiting = None
        self._look()
        kept, presses = self._keys.finish()
        whole = np.stack([kept.real, kept.imag], axis=1).astype(np.int64)
        moved = np.append(True, np.any(whole[1:] != whole[:-1], axis=1))
        whole, presses = whole[moved], presses[moved]
        low = whole.min(axis=0)
        size = whole.max(axis=0) - low
        places = (whole - low).tolist()
        pressures = np.clip(np.rint(presses), 0, MAX_PRESSURE).astype(np.int64).tolist()
        geometry = Geometry(
            x=origin.x + float(low[0]) / UNITS_PER_BOARD_UNIT,
            y=origin.y + float(low[1]) / UNITS_PER_BOARD_UNIT,
            w=float(size[0]) / UNITS_PER_BOARD_UNIT,
            h=float(size[1]) / UNITS_PER_BOARD_UNIT,
        )
        packed = pack(InkPoint(x, y, p) for (x, y), p in zip(places, pressures, strict=True))
        return FinishedStroke(geometry, packed)

    def _look(self) -> None:
        """Let the keys be found among the points that are new."""
        self._keys.extend(self._points[self._looked_at :])
        self._looked_at = len(self._points)


def smoothed(points: list[InkPoint], width: float) -> tuple[Points, Floats]:
    """The smoothed centre line of raw points, in board units relative to their origin, and its pressures 0..255."""
    rows = np.array(points, np.float64)
    raw = np.ascontiguousarray(rows[:, :2]).view(np.complex128)[:, 0] / UNITS_PER_BOARD_UNIT
    centre, presses, offsets = distinct(raw, rows[:, 2], np.array([0, len(points)]))
    weight = weights(centre, offsets, np.array([width]))
    return smooth(centre, presses, weight)


def _units(distance: float) -> int:
    return min(max(round(distance * UNITS_PER_BOARD_UNIT), -MAX_COORDINATE), MAX_COORDINATE)


def _on_grid(position: float) -> float:
    return round(position * UNITS_PER_BOARD_UNIT) / UNITS_PER_BOARD_UNIT
