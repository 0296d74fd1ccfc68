"""The smooth curve through a stroke's points: Catmull-Rom segments, sampled as finely as the screen shows.

Knots spaced by a power of the distances neither loop nor overshoot where points are unevenly spaced, which simplified
strokes are (C. Yuksel et al., "On the parameterization of Catmull-Rom curves", 2009). Radii run along the same cubics,
held between their ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from .arrays import Floats, Indices, Mask, Points, as_points, kept, offsets_of

Values = TypeVar("Values", Points, Floats)

SHORTEST = 1e-3
"""Points nearer than this to the one before, in board units, are one point."""

MAX_SAMPLES = 64
"""Most samples of one segment."""


@dataclass(frozen=True, slots=True)
class Cubics:
    """Bezier segments of many strokes: `offsets` count segments, and every stroke has at least one.

    `controls` (4, 3, k): of the four control points of each segment x, y and the radius there. One array for all of
    that takes a third of the numpy calls.
    """

    controls: Floats
    offsets: Indices

    def chosen(self, segments: Mask, offsets: Indices) -> Cubics:
        """Only the masked segments, which form strokes of these offsets."""
        return Cubics(self.controls.take(segments.nonzero()[0], axis=2), offsets)

    def at(self, places: Floats) -> tuple[Points, Floats]:
        """Points and radii of every segment at the parameters `places` (k,) of 0..1: two (segments, k) arrays."""
        back = 1 - places
        weights = np.stack([back**3, 3 * back**2 * places, 3 * back * places**2, places**3])
        x, y, radii = self.controls.transpose(1, 2, 0) @ weights
        return x + 1j * y, radii


@dataclass(frozen=True, slots=True)
class Samples:
    """Points along the curves of many strokes, each with the unit direction of travel and the radius of the ink."""

    points: Points
    directions: Points
    radii: Floats
    offsets: Indices


def distinct(points: Points, radii: Floats, offsets: Indices) -> tuple[Points, Floats, Indices]:
    """Strokes without repeated points (the widest radius stays); a stroke of one point gets it twice."""
    moved = np.ones(len(points), bool)
    moved[1:] = np.abs(points[1:] - points[:-1]) > SHORTEST
    moved[offsets[:-1]] = True
    if not moved.all():
        radii = np.maximum.reduceat(radii, np.flatnonzero(moved))
        points, offsets = points[moved], kept(moved, offsets)
    counts = offsets[1:] - offsets[:-1]
    if counts.min(initial=2) < 2:
        twice = np.ones(len(points), np.int64)
        twice[offsets[:-1][counts == 1]] = 2
        points, radii = np.repeat(points, twice), np.repeat(radii, twice)
        offsets = offsets_of(np.maximum(counts, 2))
    return points, radii, offsets


def through(points: Points, radii: Floats, offsets: Indices) -> Cubics:
    """The curves through the points of many strokes. Points must be `distinct`."""
    rows = np.array([points.real, points.imag, radii])
    chords = rows[:, 1:] - rows[:, :-1]
    knots = _knots(np.abs(points[1:] - points[:-1]))
    velocities = _velocities(chords, knots, offsets)

    third = knots / 3
    controls = np.empty((4, 3, len(knots)))
    start, leave, arrive, stop = controls
    start[:], stop[:] = rows[:, :-1], rows[:, 1:]
    np.add(start, velocities[:, :-1] * third, out=leave)
    np.subtract(stop, velocities[:, 1:] * third, out=arrive)
    wide = controls[1:3, 2]
    np.maximum(wide, np.minimum(start[2], stop[2]), out=wide)
    np.minimum(wide, np.maximum(start[2], stop[2]), out=wide)
    whole = Cubics(controls, offsets - np.arange(len(offsets)))
    if len(offsets) == 2:
        return whole
    inside = np.ones(len(knots), bool)
    inside[offsets[1:-1] - 1] = False
    return whole.chosen(inside, whole.offsets)


def held_in_box(curves: Cubics) -> Cubics:
    """The curves without what swings out of the box around each stroke's points, which is the box that others know."""
    controls, firsts = curves.controls.copy(), curves.offsets[:-1]
    counts = curves.offsets[1:] - firsts
    start, stop = controls[0, :2], controls[3, :2]
    low = np.minimum.reduceat(np.minimum(start, stop), firsts, axis=1).repeat(counts, axis=1)
    high = np.maximum.reduceat(np.maximum(start, stop), firsts, axis=1).repeat(counts, axis=1)
    inner = controls[1:3, :2]
    np.maximum(inner, low, out=inner)
    np.minimum(inner, high, out=inner)
    return Cubics(controls, curves.offsets)


def _knots(lengths: Floats) -> Floats:
    """Lengths to the power 3/4: halfway from centripetal (1/2) to chordal (1), the fairest curves in our trials."""
    roots = np.sqrt(np.maximum(lengths, 1e-9))
    result: Floats = roots * np.sqrt(roots)
    return result


def _velocities(chords: Floats, knots: Floats, offsets: Indices) -> Floats:
    """Derivatives by the knot parameter at every point: Catmull-Rom inside, parabolic at both ends. Rows of values."""
    firsts, lasts = offsets[:-1], offsets[1:] - 1
    rates = chords / knots
    result = np.empty((len(chords), len(knots) + 1))
    result[:, 1:-1] = rates[:, :-1] + rates[:, 1:] - (chords[:, :-1] + chords[:, 1:]) / (knots[:-1] + knots[1:])
    single = firsts[lasts - firsts == 1]
    result[:, single + 1] = rates[:, single]
    result[:, firsts] = 2 * rates[:, firsts] - result[:, firsts + 1]
    result[:, lasts] = 2 * rates[:, lasts - 1] - result[:, lasts - 1]
    return result


def sampled(curves: Cubics, zoom: float, tolerance_px: float) -> Samples:
    """Points along the curves, so close that chords of centre line and ink edge err by at most about `tolerance_px`.

    The count per segment is Wang's bound on a cubic's second difference, plus what a turning edge at the pen's radius
    needs.
    """
    controls = curves.controls
    ways = controls[1:] - controls[:-1]
    bends = ways[1:] - ways[:-1]
    bend = np.sqrt(np.maximum(*(bends[:, 0] ** 2 + bends[:, 1] ** 2)))
    ahead, aside = ways[:-1, :2] * ways[1:, :2], ways[:-1, :2] * ways[1:, 1::-1]
    turn = np.abs(np.arctan2(aside[:, 0] - aside[:, 1], ahead[:, 0] + ahead[:, 1])).sum(axis=0)
    needed = np.sqrt((0.75 * bend + 0.125 * controls[0, 2] * turn * turn) * (zoom / tolerance_px))
    steps = np.minimum(np.maximum(np.ceil(needed), 1), MAX_SAMPLES).astype(np.int64)

    lasts = curves.offsets[1:] - 1
    counts = steps.copy()
    counts[lasts] += 1
    ends = counts.cumsum()
    offsets = np.zeros_like(curves.offsets)
    offsets[1:] = ends[lasts]
    segment = np.arange(len(counts)).repeat(counts)
    at = (np.arange(len(segment)) - (ends - counts)[segment]) / steps[segment]

    powers = np.empty_like(controls)
    powers[0], powers[3] = controls[0], bends[1] - bends[0]
    np.multiply(ways[0], 3, out=powers[1])
    np.multiply(bends[0], 3, out=powers[2])
    constant, linear, square, cube = powers.take(segment, axis=2)
    value = cube * at
    speed = ((1.5 * value[:2] + square[:2]) * (2 * at)) + linear[:2]
    value = ((value + square) * at + linear) * at + constant
    return Samples(as_points(value), unit(as_points(speed)), value[2], offsets)


def unit(vectors: Points) -> Points:
    """The vectors at length 1; vectors of no length point right."""
    lengths = np.abs(vectors)
    still = lengths < 1e-9
    if still.any():
        vectors, lengths = np.where(still, 1.0, vectors), np.where(still, 1.0, lengths)
    return vectors * (1 / lengths)
