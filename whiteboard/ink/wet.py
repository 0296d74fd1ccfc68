"""The polygons of strokes that are still being drawn, in parts, as the finished strokes will look.

A part that enough samples follow is final: it can be painted once and kept, so a frame costs the same however long the
stroke is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from . import curve, pressure
from .arrays import Floats, Indices, Points, offsets_of, places_within
from .outline import outlines
from .shape import TOLERANCE_PX, with_tips
from .smoothing import REACH, smooth, weights

NEIGHBOURS = REACH + 1
"""So many samples beyond a part decide its shape: the smoothing's, and one for the curve."""


class Part(NamedTuple):
    """The samples from index `first` to `last` (both included) of a stroke in progress.

    `points` are all its samples in board units, distinct; `pressures` 0..1; `way` (like points) is the length of the
    stroke up to each sample. `final`: more samples follow, and the end is out of the tip's reach.
    A tuple, as there are dozens of them a frame.
    """

    points: Points
    pressures: Floats
    way: Floats
    first: int
    last: int
    width: float
    pen: bool
    final: bool


def final_until(way: Floats, width: float) -> int:
    """The last sample of a stroke in progress (lengths as in `Part.way`) whose picture will not change any more, or -1.

    More samples may come, none go.
    """
    count = len(way)
    if not count or way[-1] < 2 * pressure.TIP_LENGTH * width / pressure.TIP_SHARE:
        return -1
    clear = int(np.searchsorted(way, way[-1] - 2 * pressure.TIP_LENGTH * width))
    return min(count - 1 - NEIGHBOURS, clear)


def part_outlines(parts: Sequence[Part], zoom: float) -> tuple[Points, Indices]:
    """One polygon a part at this zoom (device pixels a board unit): (m,) points in board units, (n + 1,) offsets."""
    begins = [max(0, part.first - NEIGHBOURS) for part in parts]
    ends = [min(len(part.points), part.last + 1 + NEIGHBOURS) for part in parts]
    spans = list(zip(begins, ends, strict=True))
    # A lone sample counts twice, as in `curve.distinct`, and makes a dot.
    counts = np.array([max(end - begin, 2) for begin, end in spans])
    offsets = offsets_of(counts)
    points = _joined([part.points for part in parts], spans)
    presses = _joined([part.pressures for part in parts], spans)
    widths = np.array([part.width for part in parts])
    pens = np.array([part.pen for part in parts])

    weight = weights(points, offsets, widths)
    wide = widths.repeat(counts)
    points, presses = smooth(points, presses, weight)
    radii = np.where(pens.repeat(counts), pressure.radius(wide, presses), wide / 2)
    curves = curve.through(points, radii, offsets)

    place = places_within(counts - 1)
    first = np.array([part.first - begin for part, begin in zip(parts, begins, strict=True)])
    length = np.array([max(part.last - part.first, 1) for part in parts])
    inside = (place >= first.repeat(counts - 1)) & (place < (first + length).repeat(counts - 1))
    samples = curve.sampled(curves.chosen(inside, offsets_of(length)), zoom, TOLERANCE_PX)
    before = np.array([part.way[part.first] for part in parts])
    after = np.array([np.inf if part.final else part.way[-1] - part.way[part.last] for part in parts])
    return outlines(with_tips(samples, widths, pens, before, after), zoom, TOLERANCE_PX)


def _joined(values: Sequence[curve.Values], spans: Sequence[tuple[int, int]]) -> curve.Values:
    """Those of each stroke's values that lie in its span, behind each other; one that is alone, twice."""
    own = zip(values, spans, strict=True)
    return np.concatenate([v[b:e] if e - b > 1 else np.repeat(v[b:e], 2) for v, (b, e) in own])
