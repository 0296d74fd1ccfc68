"""Takes the jitter of hand and sensor out of a stroke without moving it or lagging behind the pen.

Taubin's filter (G. Taubin, "Curve and surface smoothing without shrinkage", ICCV 1995): a shrinking and an inflating
pass of the neighbour average in turn, with our own weights: full where samples are dense and a whole pixel of jitter
makes steps, little where they are so far apart that smoothing would cut off real curves. The same function smooths wet
ink and the finished stroke, so nothing jumps at pen-up: a point is final once CONTEXT samples follow it.
"""

from __future__ import annotations

import numpy as np

from .arrays import Floats, Indices, Points

PASSES = 8
SHRINK = 0.5
INFLATE = -0.53
CONTEXT = 2 * PASSES
"""A smoothed point depends on this many samples before and behind it."""

REACH = 5
"""Those further away than this move it by less than 0.005 board units in all: nobody can see it."""

DENSE = 8.0
DENSE_WIDTHS = 1.5
"""Samples are dense when their spacing is below DENSE board units plus this many stroke widths."""


def weights(points: Points, offsets: Indices, widths: Floats) -> Floats:
    """How much each point may be smoothed, 0..1: (p,), none at the ends of a stroke. `widths` (n,) in board units."""
    chords = np.abs(points[1:] - points[:-1])
    spacing = np.zeros(len(points))
    spacing[1:-1] = 0.5 * (chords[1:] + chords[:-1])
    spacing /= (DENSE + DENSE_WIDTHS * widths).repeat(offsets[1:] - offsets[:-1])
    result: Floats = 1 / (1 + spacing * spacing)
    result[offsets[:-1]] = 0
    result[offsets[1:] - 1] = 0
    return result


def smooth(points: Points, pressures: Floats, weight: Floats) -> tuple[Points, Floats]:
    """Smoothed points and pressures of many strokes; the first and last of each stay, as their weight is 0."""
    rows = np.array([points.real, points.imag, pressures])  # rows of floats take half the time of complex numbers
    before, inner, after = rows[:, :-2], rows[:, 1:-1], rows[:, 2:]
    step = np.empty_like(inner)
    passes = [(1 - 2 * share, share) for share in (0.5 * SHRINK * weight[1:-1], 0.5 * INFLATE * weight[1:-1])]
    for stays, share in passes * PASSES:
        np.add(before, after, out=step)
        step *= share
        inner *= stays
        inner += step
    smoothed = np.empty_like(points)
    smoothed.real, smoothed.imag = rows[0], rows[1]
    return smoothed, rows[2]
