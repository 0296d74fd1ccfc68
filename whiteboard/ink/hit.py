"""What an eraser, a click or a selection box touches: exact to the edge of the ink, for many strokes at once.

Everything here takes `Centrelines` and the place of each stroke's origin, `origins` (n,) in board units. Who is near at
all was asked before, of the boxes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from whiteboard.model.geometry import Point, Rect

from . import curve
from .arrays import Floats, Mask, Points
from .shape import Centrelines, curves

_TOLERANCE = 0.3


@dataclass(frozen=True, slots=True)
class Pieces:
    """The cubics of one stroke relative to its origin: control points, radii and boxes of the ink, (4, k) each."""

    ends: Points
    radii: Floats
    boxes: Floats


def distances(lines: Centrelines, origins: Points, a: Point, b: Point) -> Floats:
    """Distance in board units from the segment a to b (a point, if equal) to the ink of each stroke: (n,), 0 inside."""
    return _distances(curve.sampled(curves(lines, 1.0), 1.0, _TOLERANCE), origins, a, b)


def _distances(samples: curve.Samples, origins: Points, a: Point, b: Point) -> Floats:
    """Distance from the segment a to b to the ink of each of the curves: (n,), 0 inside."""
    begins, ends, inside = _chords(samples, origins)
    p, q = complex(*a), complex(*b)
    away = _to_segments(p, begins, ends)
    if p != q:
        away = np.minimum(away, _to_segments(q, begins, ends))
        away = np.minimum(away, np.minimum(_to_segment(p, q, begins), _to_segment(p, q, ends)))
        away[_crosses(p, q, begins, ends)] = 0
    away -= np.maximum(samples.radii[1:], samples.radii[:-1])
    away[~inside] = np.inf
    result: Floats = np.maximum(np.minimum.reduceat(away, samples.offsets[:-1]), 0)
    return result


def pieces(curves: curve.Cubics) -> list[Pieces]:
    """The pieces of each stroke's curve, to be kept for `touched`."""
    ends = np.array([curves.starts, curves.leaves, curves.arrives, curves.stops])
    radii = np.array(curves.radii)
    reach = radii.max(axis=0)
    low_x, low_y = ends.real.min(axis=0) - reach, ends.imag.min(axis=0) - reach
    high_x, high_y = ends.real.max(axis=0) + reach, ends.imag.max(axis=0) + reach
    boxes = np.array([low_x, low_y, high_x, high_y])
    cuts = [slice(begin, end) for begin, end in pairwise(curves.offsets.tolist())]
    return [Pieces(ends[:, cut].copy(), radii[:, cut].copy(), boxes[:, cut].copy()) for cut in cuts]


def touched(strokes: Sequence[Pieces], origins: Points, a: Point, b: Point, radius: float) -> Mask:
    """Which strokes have ink within `radius` of the segment a to b: (n,). As exact as `distances`, but most of all
    curves are soon seen to be far away."""
    counts = np.array([stroke.radii.shape[1] for stroke in strokes])
    places = np.repeat(origins, counts)
    boxes = np.concatenate([stroke.boxes for stroke in strokes], axis=1)
    x, y = places.real, places.imag
    near = boxes[0] + x <= max(a.x, b.x) + radius
    near &= boxes[2] + x >= min(a.x, b.x) - radius
    near &= boxes[1] + y <= max(a.y, b.y) + radius
    near &= boxes[3] + y >= min(a.y, b.y) - radius
    result = np.zeros(len(strokes), bool)
    some = np.flatnonzero(near)
    if len(some):
        ends = np.concatenate([stroke.ends for stroke in strokes], axis=1)[:, some] + places[some]
        radii = np.concatenate([stroke.radii for stroke in strokes], axis=1)[:, some]
        each = np.arange(len(some) + 1)  # every piece for itself
        found = curve.Cubics(ends[0], ends[1], ends[2], ends[3], (radii[0], radii[1], radii[2], radii[3]), each)
        away = _distances(curve.sampled(found, 1.0, _TOLERANCE), np.zeros(len(some), np.complex128), a, b)
        result[np.repeat(np.arange(len(strokes)), counts)[some[away <= radius]]] = True
    return result


def touching_box(lines: Centrelines, origins: Points, box: Rect) -> Mask:
    """Which strokes have ink inside the box: (n,)."""
    samples = curve.sampled(curves(lines, 1.0), 1.0, _TOLERANCE)
    begins, ends, inside = _chords(samples, origins)
    radii = np.maximum(samples.radii[1:], samples.radii[:-1])
    dx = np.maximum(np.maximum(box.left - begins.real, begins.real - box.right), 0)
    dy = np.maximum(np.maximum(box.top - begins.imag, begins.imag - box.bottom), 0)
    near = np.hypot(dx, dy) <= radii
    corners = [complex(x, y) for x in (box.left, box.right) for y in (box.top, box.bottom)]
    for p, q in ((0, 1), (1, 3), (3, 2), (2, 0)):
        near |= _to_segments(corners[p], begins, ends) <= radii
        near |= _crosses(corners[p], corners[q], begins, ends)
    near &= inside
    result: Mask = np.logical_or.reduceat(near, samples.offsets[:-1])
    return result


def _chords(samples: curve.Samples, origins: Points) -> tuple[Points, Points, Mask]:
    """Begins and ends of the chords between neighbouring samples, and which of these lie within one stroke.

    The arrays have one entry less than there are samples, plus a last one that belongs to no stroke.
    """
    placed = samples.points + np.repeat(origins, np.diff(samples.offsets))
    inside = np.ones(len(placed) - 1, bool)
    inside[samples.offsets[1:-1] - 1] = False
    return placed[:-1], placed[1:], inside


def _to_segments(point: complex, begins: Points, ends: Points) -> Floats:
    """Distance from one point to many segments."""
    way = ends - begins
    squared = np.maximum(way.real**2 + way.imag**2, 1e-12)
    along = np.clip(((point - begins) * way.conj()).real / squared, 0, 1)
    result: Floats = np.abs(begins + along * way - point)
    return result


def _to_segment(a: complex, b: complex, points: Points) -> Floats:
    """Distance from many points to one segment."""
    way = b - a
    along = np.clip(((points - a) * way.conjugate()).real / max(abs(way) ** 2, 1e-12), 0, 1)
    result: Floats = np.abs(points - (a + along * way))
    return result


def _crosses(a: complex, b: complex, begins: Points, ends: Points) -> Mask:
    """Which segments cross the segment from a to b."""
    way, ways = b - a, ends - begins
    side_begin = (way.conjugate() * (begins - a)).imag
    side_end = (way.conjugate() * (ends - a)).imag
    side_a = (ways.conj() * (a - begins)).imag
    side_b = (ways.conj() * (b - begins)).imag
    result: Mask = (side_begin * side_end < 0) & (side_a * side_b < 0)
    return result
