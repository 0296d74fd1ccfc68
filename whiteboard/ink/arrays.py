"""Flat numpy arrays over many strokes, and the small index arithmetic that all of this room does on them.

A point is a complex number x + iy: half the numpy calls of (n, 2) arrays, and complex128 has the memory layout of Qt's
QPointF, so a finished outline is copied to Qt in one piece. Many strokes lie behind each other in one array; stroke i
is `array[offsets[i]:offsets[i + 1]]`. Work on one stroke of 60 points is all numpy overhead, work on hundreds is not.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.complex128]
Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


def as_points(rows: Floats | npt.NDArray[np.int32]) -> Points:
    """The points of (2 or more, n) rows of x and y: (n,)."""
    points: Points = np.empty(rows.shape[1], np.complex128)
    points.real, points.imag = rows[0], rows[1]
    return points


def offsets_of(counts: Indices | Sequence[int]) -> Indices:
    """(n + 1,) offsets of strokes with these numbers of items."""
    offsets = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=offsets[1:])
    return offsets


def places_within(counts: Indices) -> Indices:
    """0, 1, 2 ... within each group: (sum of counts,)."""
    return np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)


def kept(keep: Mask, offsets: Indices) -> Indices:
    """The offsets that remain when only the items of `keep` stay; no stroke may be empty before."""
    return offsets_of(np.add.reduceat(keep, offsets[:-1], dtype=np.int64))
