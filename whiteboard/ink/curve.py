"""The smooth curve through a stroke's points: Catmull-Rom segments, sampled as finely as the screen shows.

Knots spaced by a power of the distances neither loop nor overshoot where points are unevenly spaced, which simplified
strokes are (C. Yuksel et al., "On the parameterization of Catmull-Rom curves", 2009). Radii run along the same cubics,
held between their ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from .arrays import Floats, Indices, Mask, Points, kept, offsets_of, places_within

Values = TypeVar("Values", Points, Floats)

SHORTEST = 1e-3
"""Points nearer than this to the one before, in board units, are one point."""

MAX_SAMPLES = 64
"""Most samples of one segment."""


@dataclass(frozen=True, slots=True)
class Cubics:
    """Bezier segments of many strokes: `offsets` count segments, and every stroke has at least one.

    `starts`, `leaves`, `arrives`, `stops` are the four control points; the radii are their counterparts.
    """

    starts: Points
    leaves: Points
    arrives: Points
    stops: Points
    radii: tuple[Floats, Floats, Floats, Floats]
    offsets: Indices

    def chosen(self, segments: Mask, offsets: Indices) -> Cubics:
        """Only the masked segments, which form strokes of these offsets."""
        r = self.radii
        return Cubics(
            self.starts[segments],
            self.leaves[segments],
            self.arrives[segments],
            self.stops[segments],
            (r[0][segments], r[1][segments], r[2][segments], r[3][segments]),
            offsets,
        )

    def at(self, places: Floats) -> tuple[Points, Floats]:
        """Points and radii of every segment at the parameters `places` (k,) of 0..1: two (segments, k) arrays."""
        back = 1 - places
        weights = np.stack([back**3, 3 * back**2 * places, 3 * back * places**2, places**3])
        controls = np.stack([self.starts, self.leaves, self.arrives, self.stops], axis=1)
        return controls @ weights, np.stack(self.radii, axis=1) @ weights


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
    counts = np.diff(offsets)
    if counts.min(initial=2) < 2:
        twice = np.ones(len(points), np.int64)
        twice[offsets[:-1][counts == 1]] = 2
        points, radii = np.repeat(points, twice), np.repeat(radii, twice)
        offsets = offsets_of(np.maximum(counts, 2))
    return points, radii, offsets


def through(points: Points, radii: Floats, offsets: Indices) -> Cubics:
    """The curves through the points of many strokes. Points must be `distinct`."""
    firsts, lasts = offsets[:-1], offsets[1:] - 1
    inside = np.ones(len(points) - 1, bool)
    inside[lasts[:-1]] = False
    chords = points[1:] - points[:-1]
    knots = _knots(np.abs(chords))
    velocities = _velocities(chords, knots, firsts, lasts)
    rises = radii[1:] - radii[:-1]
    slopes = _velocities(rises, knots, firsts, lasts)

    third = knots / 3
    low, high = np.minimum(radii[1:], radii[:-1]), np.maximum(radii[1:], radii[:-1])
    radius_leaves = np.clip(radii[:-1] + slopes[:-1] * third, low, high)
    radius_arrives = np.clip(radii[1:] - slopes[1:] * third, low, high)
    leaves = points[:-1] + velocities[:-1] * third
    arrives = points[1:] - velocities[1:] * third
    whole = Cubics(
        points[:-1], leaves, arrives, points[1:], (radii[:-1], radius_leaves, radius_arrives, radii[1:]), offsets
    )
    return whole.chosen(inside, offsets - np.arange(len(offsets)))


def held_in_box(curves: Cubics) -> Cubics:
    """The curves without what swings out of the box around each stroke's points, which is the box that others know."""
    counts = np.diff(curves.offsets)
    firsts = curves.offsets[:-1]

    def held(ends: tuple[Floats, Floats], *controls: Floats) -> list[Floats]:
        low = np.minimum.reduceat(np.minimum(*ends), firsts)
        high = np.maximum.reduceat(np.maximum(*ends), firsts)
        low, high = np.repeat(low, counts), np.repeat(high, counts)
        return [np.minimum(np.maximum(control, low), high) for control in controls]

    leaves, arrives = np.empty_like(curves.leaves), np.empty_like(curves.arrives)
    leaves.real, arrives.real = held((curves.starts.real, curves.stops.real), curves.leaves.real, curves.arrives.real)
    leaves.imag, arrives.imag = held((curves.starts.imag, curves.stops.imag), curves.leaves.imag, curves.arrives.imag)
    return Cubics(curves.starts, leaves, arrives, curves.stops, curves.radii, curves.offsets)


def _knots(lengths: Floats) -> Floats:
    """Lengths to the power 3/4: halfway from centripetal (1/2) to chordal (1), the fairest curves in our trials."""
    roots = np.sqrt(np.maximum(lengths, 1e-9))
    result: Floats = roots * np.sqrt(roots)
    return result


def _velocities(chords: Values, knots: Floats, firsts: Indices, lasts: Indices) -> Values:
    """Derivatives by the knot parameter at every point: Catmull-Rom inside, parabolic at both ends."""
    rates = chords / knots
    result = np.empty(len(chords) + 1, chords.dtype)
    result[1:-1] = rates[:-1] + rates[1:] - (chords[:-1] + chords[1:]) / (knots[:-1] + knots[1:])
    single = lasts - firsts == 1
    result[firsts] = np.where(single, rates[firsts], 2 * rates[firsts] - result[firsts + 1])
    result[lasts] = np.where(single, rates[firsts], 2 * rates[lasts - 1] - result[lasts - 1])
    return result


def sampled(curves: Cubics, zoom: float, tolerance_px: float) -> Samples:
    """Points along the curves, so close that chords of centre line and ink edge err by at most about `tolerance_px`.

    The count per segment is Wang's bound on a cubic's second difference, plus what a turning edge at the pen's radius
    needs.
    """
    first, last = curves.leaves - curves.starts, curves.stops - curves.arrives
    middle = curves.arrives - curves.leaves
    bend = np.maximum(np.abs(middle - first), np.abs(last - middle))
    turn = np.abs(np.angle(middle * first.conj())) + np.abs(np.angle(last * middle.conj()))
    radii = curves.radii[0]
    needed = np.sqrt((0.75 * bend + 0.125 * radii * turn * turn) * (zoom / tolerance_px))
    steps = np.clip(np.ceil(needed), 1, MAX_SAMPLES).astype(np.int64)

    lasts = curves.offsets[1:] - 1
    counts = steps.copy()
    counts[lasts] += 1
    offsets = np.zeros_like(curves.offsets)
    offsets[1:] = np.cumsum(counts)[lasts]
    at = places_within(counts) / np.repeat(steps, counts)

    def along(a: Values, b: Values, c: Values, d: Values) -> tuple[Values, Values]:
        """Value and derivative (by the segment's own parameter) of the cubics at every sample."""
        linear, square = 3 * (b - a), 3 * (a - 2 * b + c)
        cube = d - a - linear - square
        k1, k2, k3 = np.repeat(linear, counts), np.repeat(square, counts), np.repeat(cube, counts)
        value = ((k3 * at + k2) * at + k1) * at + np.repeat(a, counts)
        return value, (3 * k3 * at + 2 * k2) * at + k1

    points, speeds = along(curves.starts, curves.leaves, curves.arrives, curves.stops)
    widths, _ = along(*curves.radii)
    return Samples(points, unit(speeds), widths, offsets)


def unit(vectors: Points) -> Points:
    """The vectors at length 1; vectors of no length point right."""
    lengths = np.abs(vectors)
    still = lengths < 1e-9
    if still.any():
        vectors, lengths = np.where(still, 1.0, vectors), np.where(still, 1.0, lengths)
    return vectors * (1 / lengths)
