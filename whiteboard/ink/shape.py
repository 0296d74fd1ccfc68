"""From the points of many strokes to the polygons of their ink, in one batch: the whole way of this room.

Peers, thumbnails and exports all come through here, so everybody sees the same picture of the same points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from whiteboard.model.points import MAX_PRESSURE, UNITS_PER_BOARD_UNIT

from . import curve, pressure, simplify
from .arrays import Floats, Indices, Mask, Points, as_points, kept, offsets_of
from .outline import outlines
from .packed import unpack_batch

TOLERANCE_PX = 0.12
"""Accepted error of the ink's edge on the screen, in device pixels."""

_TIP_SAMPLES = np.array([0.12, 0.3, 0.6, 1.0])
"""Where along a tip its width is worked out, so that a straight stroke with samples at its ends alone has fine tips."""

SMALL_PICTURE = 0.5
"""Below this zoom, points that no longer show are left out before anything else."""


@dataclass(frozen=True, slots=True)
class Centrelines:
    """The centre lines of many strokes: (p,) points in board units relative to each stroke's origin, and radii.

    `offsets` (n + 1,); `widths` (n,) nominal diameters; `tapered` (n,) tells whose ends run out in a fine tip.
    """

    points: Points
    radii: Floats
    offsets: Indices
    widths: Floats
    tapered: Mask


def unpacked(packed: Sequence[bytes], widths: Floats, pens: Mask) -> Centrelines:
    """The centre lines of packed strokes; `pens` (n,) is False for ink whose width knows no pressure.

    BadPoints if the bytes are none; a stroke without points is a dot at its origin.
    """
    rows, offsets = unpack_batch([data or b"\0\0\0" for data in packed])
    counts = offsets[1:] - offsets[:-1]
    points = as_points(rows.T)
    points /= UNITS_PER_BOARD_UNIT
    presses = rows[:, 2] / MAX_PRESSURE
    if not pens.all():
        presses[(~pens).repeat(counts)] = 1.0
    radii = pressure.radius(widths.repeat(counts), presses)
    return Centrelines(points, radii, offsets, widths, pens)


def curves(lines: Centrelines, zoom: float) -> curve.Cubics:
    """The smooth curves of the centre lines, with no more points than a picture at this zoom can show."""
    points, radii, offsets = curve.distinct(lines.points, lines.radii, lines.offsets)
    if zoom < SMALL_PICTURE:
        keep = simplify.worth_keeping(points, radii, offsets, TOLERANCE_PX / zoom)
        points, radii, offsets = points[keep], radii[keep], kept(keep, offsets)
    return curve.held_in_box(curve.through(points, radii, offsets))


def ink(lines: Centrelines, zoom: float) -> tuple[Points, Indices]:
    """One polygon a stroke, right for pictures at up to this zoom (device pixels a board unit): (m,) points, offsets.

    Fill it with the non-zero rule.
    """
    samples = curve.sampled(curves(lines, zoom), zoom, TOLERANCE_PX)
    return outlines(with_tips(samples, lines.widths, lines.tapered), zoom, TOLERANCE_PX)


def with_tips(
    samples: curve.Samples, widths: Floats, tapered: Mask, before: Floats | float = 0.0, after: Floats | float = 0.0
) -> curve.Samples:
    """The samples with radii that run out at both ends of the tapered strokes; dots stay round.

    Where the samples are only a part of each stroke, `before` and `after` (n,) are the lengths that lie outside.
    """
    if not tapered.any():
        return samples
    offsets = samples.offsets
    way = np.zeros(len(samples.points))
    np.abs(samples.points[1:] - samples.points[:-1]).cumsum(out=way[1:])
    begins, ends = way[offsets[:-1]] - before, way[offsets[1:] - 1] + after
    lengths = ends - begins
    reach = np.minimum(pressure.TIP_LENGTH * widths, pressure.TIP_SHARE * lengths)
    tip = 1 - tapered * (1 - pressure.TIP) * np.minimum(lengths / (2 * widths), 1)

    inwards = (tapered * reach)[:, None] * _TIP_SAMPLES
    marks = np.concatenate([begins[:, None] + inwards, ends[:, None] - inwards[:, ::-1]], axis=1)
    samples, way = _with_samples_at(samples, way, marks)
    counts = samples.offsets[1:] - samples.offsets[:-1]
    begins, ends, reach, tip = np.array([begins, ends, reach, tip]).repeat(counts, axis=1)
    factors = pressure.tip_factor(np.minimum(way - begins, ends - way), reach, tip)
    return curve.Samples(samples.points, samples.directions, samples.radii * factors, samples.offsets)


def _with_samples_at(samples: curve.Samples, way: Floats, marks: Floats) -> tuple[curve.Samples, Floats]:
    """The samples with others between them at these lengths along each stroke: (n, k) rows in ascending order.

    `way` is the length up to each sample over all strokes; marks beyond a stroke's own samples are left out.
    """
    firsts, lasts = samples.offsets[:-1], samples.offsets[1:] - 1
    inside = (marks > way[firsts][:, None] + curve.SHORTEST) & (marks < way[lasts][:, None] - curve.SHORTEST)
    at = marks[inside]
    after = way.searchsorted(at)
    before = after - 1
    share = (at - way[before]) / np.maximum(way[after] - way[before], 1e-9)

    rows = np.array([samples.points, samples.directions, samples.radii + 1j * way])
    begins = rows[:, before]
    between = begins + share * (rows[:, after] - begins)
    between[1] = curve.unit(between[1])
    order = np.concatenate([way, at]).argsort(kind="stable")
    points, directions, last = np.concatenate([rows, between], axis=1).take(order, axis=1)
    offsets = samples.offsets + offsets_of(inside.sum(axis=1))
    return curve.Samples(points, directions, last.real, offsets), last.imag
