"""Fewer points for the same stroke: once at pen-up for the wire and the file, and again for small pictures of it."""

from __future__ import annotations

import numpy as np

from . import curve
from .arrays import Floats, Indices, Mask, Points, places_within

_PLACES = np.linspace(0, 1, 9)
"""Where a segment of the curve is looked at."""

_REACH = 2
"""A new key point changes the curve as far as so many key points away."""

_ROUNDS = 24


NONE: Indices = np.empty(0, np.int64)


def key_points(
    points: Points, radii: Floats, tolerance: float, known: Indices = NONE, needed: Indices = NONE
) -> Indices:
    """Which points of one stroke are enough: the curve through them stays within `tolerance` board units of all others.

    The same holds for the radius. Starts with both ends and the `needed` ones and adds the worst point of each segment
    until none is off by more than the tolerance. `known` are keys found before, in ascending order: the curve between
    two of them is looked at only near new keys.
    """
    total = len(points)
    chosen = np.zeros(total, bool)
    chosen[[0, -1]] = True
    chosen[needed] = True
    chosen[known] = False
    added = np.flatnonzero(chosen)
    chosen[known] = True
    keys = np.flatnonzero(chosen)
    off = np.zeros(total)
    for _ in range(_ROUNDS):
        changed = np.zeros(len(keys) - 1, bool)
        at = np.searchsorted(keys, added)
        for near in range(-_REACH, _REACH):
            changed[np.clip(at + near, 0, len(keys) - 2)] = True
        rows = np.flatnonzero(np.repeat(changed, np.diff(keys)))
        off[rows] = deviations(points, radii, keys, rows)
        off[keys] = 0
        worst = np.maximum.reduceat(off, keys[:-1])
        if not (worst > tolerance).any():
            break
        candidates = np.flatnonzero((off > tolerance) & (off == np.repeat(np.append(worst, 0), _lengths(keys, total))))
        owner = np.searchsorted(keys, candidates, side="right")
        added = candidates[np.unique(owner, return_index=True)[1]]
        chosen[added] = True
        keys = np.flatnonzero(chosen)
    return keys


def deviations(points: Points, radii: Floats, keys: Indices, rows: Indices) -> Floats:
    """How far some points of one stroke, or their radii, are from the curve through its key points: (rows,) units."""
    segments, segment = np.unique(
        np.minimum(np.searchsorted(keys, rows, side="right") - 1, len(keys) - 2), return_inverse=True
    )
    line = curve.through(points[keys], radii[keys], np.array([0, len(keys)]))
    looked_at = np.zeros(len(keys) - 1, bool)
    looked_at[segments] = True
    places, widths = line.chosen(looked_at, np.array([0, len(segments)])).at(_PLACES)
    chords = places[:, 1:] - places[:, :-1]
    backward = chords.conj() / np.maximum(chords.real**2 + chords.imag**2, 1e-12)
    to_point = points[rows, None] - places[segment, :-1]
    along = np.clip((to_point * backward[segment]).real, 0, 1)
    distances = np.abs(to_point - along * chords[segment])
    nearest = distances.argmin(axis=1)
    row = np.arange(len(rows))
    here = along[row, nearest]
    width = widths[segment, nearest] * (1 - here) + widths[segment, nearest + 1] * here
    result: Floats = np.maximum(distances[row, nearest], np.abs(width - radii[rows]))
    return result


def _lengths(keys: Indices, total: int) -> Indices:
    """How many points belong to each segment, the last point to one of its own."""
    return np.diff(np.append(keys, total))


def worth_keeping(points: Points, radii: Floats | None, offsets: Indices, tolerance: float) -> Mask:
    """Which points of many strokes matter when errors of `tolerance` board units do not: (p,) mask, ends kept.

    Without radii, only where they lie matters.

    A dyadic tree for all strokes at once, O(p): point j (an odd multiple of m) is judged against the chord from j - m
    to j + m, in position and radius, and stays as well when a descendant does. Within a fifth of the point count of
    Ramer, Douglas and Peucker's.
    """
    counts = np.diff(offsets)
    lasts = offsets[1:] - 1
    place = places_within(counts)
    end = np.repeat(lasts, counts)
    error = np.zeros(len(points))
    step = 1
    while step < counts.max(initial=0):
        here = np.flatnonzero((place & (2 * step - 1)) == step)
        before, after = here - step, np.minimum(here + step, end[here])
        chord, to_point = points[after] - points[before], points[here] - points[before]
        squared = np.maximum(chord.real**2 + chord.imag**2, 1e-12)
        along = np.clip((to_point * chord.conj()).real / squared, 0, 1)
        off = np.abs(to_point - along * chord)
        if radii is not None:
            wide = radii[before] + along * (radii[after] - radii[before])
            off = np.maximum(off, np.abs(radii[here] - wide))
        if step > 1:
            half = step // 2
            off = np.maximum(off, np.maximum(error[here - half], error[np.minimum(here + half, end[here])]))
        error[here] = off
        step *= 2
    keep = error > tolerance
    keep[offsets[:-1]] = True
    keep[lasts] = True
    return keep
