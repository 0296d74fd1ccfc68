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
from .arrays import Floats, Indices, Mask, Points, offsets_of
from .shape import Centrelines, curves

_TOLERANCE = 0.3


@dataclass(frozen=True, slots=True)
class Trace:
    """Points along one stroke's curve relative to its origin, close enough for a look, and radii there: (m,) each."""

    points: Points
    radii: Floats


def distances(lines: Centrelines, origins: Points, a: Point, b: Point) -> Floats:
    """Distance in board units from the segment a to b (a point, if equal) to the ink of each stroke: (n,), 0 inside."""
    samples = curve.sampled(curves(lines, 1.0), 1.0, _TOLERANCE)
    return _distances(samples.points, samples.radii, samples.offsets, origins, a, b)


def traces(lines: Centrelines) -> list[Trace]:
    """The traces of strokes, to be kept for `touched`."""
    samples = curve.sampled(curves(lines, 1.0), 1.0, _TOLERANCE)
    cuts = [slice(begin, end) for begin, end in pairwise(samples.offsets.tolist())]
    return [Trace(samples.points[cut].copy(), samples.radii[cut].copy()) for cut in cuts]


def touched(strokes: Sequence[Trace], origins: Points, a: Point, b: Point, radius: float) -> Mask:
    """Which strokes have ink within `radius` of the segment a to b: (n,). As exact as `distances`."""
    points = np.concatenate([stroke.points for stroke in strokes])
    radii = np.concatenate([stroke.radii for stroke in strokes])
    offsets = offsets_of([len(stroke.radii) for stroke in strokes])
    result: Mask = _distances(points, radii, offsets, origins, a, b) <= radius
    return result


def _distances(points: Points, radii: Floats, offsets: Indices, origins: Points, a: Point, b: Point) -> Floats:
    """Distance from the segment a to b to the ink along these points: (n,), 0 inside."""
    begins, ends, inside = _chords(points, offsets, origins)
    p, q = complex(*a), complex(*b)
    away = _to_segments(p, begins, ends)
    if p != q:
        away = np.minimum(away, _to_segments(q, begins, ends))
        away = np.minimum(away, np.minimum(_to_segment(p, q, begins), _to_segment(p, q, ends)))
        away[_crosses(p, q, begins, ends)] = 0
    away -= np.maximum(radii[1:], radii[:-1])
    away[~inside] = np.inf
    result: Floats = np.maximum(np.minimum.reduceat(away, offsets[:-1]), 0)
    return result


def touching_box(lines: Centrelines, origins: Points, box: Rect) -> Mask:
    """Which strokes have ink inside the box: (n,)."""
    samples = curve.sampled(curves(lines, 1.0), 1.0, _TOLERANCE)
    begins, ends, inside = _chords(samples.points, samples.offsets, origins)
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


def _chords(points: Points, offsets: Indices, origins: Points) -> tuple[Points, Points, Mask]:
    """Begins and ends of the chords between neighbouring points, and which of these lie within one stroke: (m - 1,)."""
    placed = points + origins.repeat(offsets[1:] - offsets[:-1])
    inside = np.ones(len(placed) - 1, bool)
    inside[offsets[1:-1] - 1] = False
    return placed[:-1], placed[1:], inside


def _to_segments(point: complex, begins: Points, ends: Points) -> Floats:
    """Distance from one point to many segments."""
    way, to_point = ends - begins, point - begins
    along = (to_point * way.conj()).real / np.maximum((way * way.conj()).real, 1e-12)
    result: Floats = np.abs(to_point - np.minimum(np.maximum(along, 0), 1) * way)
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
