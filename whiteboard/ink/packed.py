"""Unpacks and packs the points of many strokes in one go; the twin of `model/points.py`, which defines the format."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from whiteboard.model.points import UNITS_PER_BOARD_UNIT, BadPoints

from .arrays import Indices, Points, offsets_of

Whole = npt.NDArray[np.int32]
"""Differences may run over in sums over many strokes; taken away again, they come out right."""

_LONGEST_VARINT = 5


def unpack_batch(packed: Sequence[bytes]) -> tuple[Whole, Indices]:
    """The points of many packed strokes: ((p, 3) rows of x, y in 1/16 board unit and pressure, (n + 1,) offsets).

    Coordinates are relative to each stroke's origin. The bytes are trusted to be in range (they were checked when they
    came in); BadPoints if numbers are cut off or a stroke has no whole number of points.
    """
    ends, deltas = _numbers(np.frombuffer(b"".join(packed), np.uint8))
    if len(packed) == 1 and len(deltas) % 3 == 0:  # as below, in a third of the time
        alone = np.cumsum(deltas.reshape(-1, 3), axis=0, dtype=np.int32)
        return alone, np.array([0, len(alone)])
    byte_ends = np.cumsum(np.fromiter(map(len, packed), np.int64, len(packed)))
    number_offsets = np.zeros(len(packed) + 1, np.int64)
    number_offsets[1:] = np.searchsorted(ends, byte_ends)
    counts, rest = np.divmod(np.diff(number_offsets), 3)
    if rest.any() or not np.array_equal(np.append(0, ends + 1)[number_offsets[1:]], byte_ends):
        raise BadPoints("the last point is incomplete")
    offsets = offsets_of(counts)
    begins = offsets[:-1][counts > 0]
    rows = np.empty((int(offsets[-1]), 3), np.int32)
    for column in range(3):
        steps = deltas[column::3]
        sums = np.cumsum(steps, dtype=np.int32)
        rows[:, column] = sums - np.repeat(sums[begins] - steps[begins], counts[counts > 0])
    return rows, offsets


def measured(packed: Sequence[bytes]) -> tuple[Indices, Whole, Whole]:
    """How many points packed strokes from anywhere have (n,), and their lowest and highest x, y and pressure (n, 3).

    BadPoints if numbers or points are cut off, or a number is longer than any that fits; strokes without points have
    nothing to be measured and are BadPoints, too.
    """
    joined = np.frombuffer(b"".join(packed), np.uint8) >= 0x80
    if (joined[:-3] & joined[1:-2] & joined[2:-1] & joined[3:]).any():  # would be cut off to 32 bits
        raise BadPoints("a number that is too long")
    rows, offsets = unpack_batch(packed)
    counts = np.diff(offsets)
    if not counts.all():
        raise BadPoints("a stroke without points")
    begins = offsets[:-1]
    return counts, np.minimum.reduceat(rows, begins), np.maximum.reduceat(rows, begins)


def unpack_coarsely(packed: Sequence[bytes], cell: float) -> tuple[Points, Indices]:
    """Places on many packed strokes about `cell` board units of way apart, for pictures so small that no more shows.

    (m,) points in board units relative to each stroke's origin, (n + 1,) offsets; both ends of each stroke are there,
    also if they are the same point. The bytes are trusted; each stroke has points.
    """
    ends, deltas = _numbers(np.frombuffer(b"".join(packed), np.uint8))
    lasts = np.searchsorted(ends, np.cumsum(np.fromiter(map(len, packed), np.int64, len(packed))) - 1) // 3
    firsts = np.append(0, lasts[:-1] + 1)
    dx, dy = deltas[0::3], deltas[1::3]
    step = np.maximum(np.abs(dx), np.abs(dy))
    step[firsts] = 0
    passed = (np.cumsum(step) * (1 / (cell * UNITS_PER_BOARD_UNIT))).astype(np.int64)
    keep = np.empty(len(dx), bool)
    keep[1:] = passed[1:] != passed[:-1]
    keep[firsts] = True
    keep[lasts] = True
    chosen = np.flatnonzero(keep)
    alone = firsts == lasts
    if alone.any():
        chosen = np.sort(np.append(chosen, firsts[alone]))
    offsets = np.append(np.searchsorted(chosen, firsts), len(chosen))
    counts = np.diff(offsets)
    points: Points = np.empty(len(chosen), np.complex128)
    x, y = np.cumsum(dx, dtype=np.int32), np.cumsum(dy, dtype=np.int32)
    points.real = x[chosen] - np.repeat(x[firsts] - dx[firsts], counts)
    points.imag = y[chosen] - np.repeat(y[firsts] - dy[firsts], counts)
    points *= 1 / UNITS_PER_BOARD_UNIT
    return points, offsets


def pack_batch(rows: Whole, offsets: Indices) -> list[bytes]:
    """The packed form of many strokes: the inverse of `unpack_batch`. The numbers are trusted to be in range."""
    steps = np.diff(rows, axis=0, prepend=0)
    begins = offsets[:-1][np.diff(offsets) > 0]
    steps[begins] = rows[begins]
    deltas = steps.astype(np.int64).ravel()
    values = np.where(deltas >= 0, deltas << 1, (-deltas << 1) - 1)
    lengths = np.ones(len(values), np.int64)
    for place in range(1, _LONGEST_VARINT):
        lengths += values >= 1 << 7 * place
    begin = offsets_of(lengths)
    joined = np.empty(int(begin[-1]), np.uint8)
    for place in range(int(lengths.max(initial=0))):
        here = lengths > place
        goes_on = np.where(lengths[here] > place + 1, 0x80, 0)
        joined[begin[:-1][here] + place] = values[here] >> 7 * place & 0x7F | goes_on
    data, cuts = joined.tobytes(), begin[3 * offsets].tolist()
    return [data[cut:end] for cut, end in pairwise(cuts)]


def _numbers(joined: npt.NDArray[np.uint8]) -> tuple[Indices, Whole]:
    """Where each varint ends in these bytes, and what it says. BadPoints if the last is cut off, or one too long."""
    goes_on = joined >= 0x80
    if len(joined) and goes_on[-1]:
        raise BadPoints("the last number is cut off")
    ends = np.flatnonzero(~goes_on)
    numbers = joined[ends].astype(np.int32)
    before = np.flatnonzero(goes_on)
    owner = before - np.arange(len(before))
    low = (joined[before] & 0x7F).astype(np.int32)
    if (owner[1:] != owner[:-1]).all():  # no number is longer than two bytes, as most are in handwriting
        numbers[owner] = numbers[owner] << 7 | low
        return ends, (numbers >> 1) ^ -(numbers & 1)
    place = _places_in_runs(owner)
    if place.max() + 2 > _LONGEST_VARINT:
        raise BadPoints("a number is longer than five bytes")
    numbers <<= (7 * np.bincount(owner, minlength=len(numbers))).astype(np.int32)
    for here in range(int(place.max()) + 1):
        mine = place == here
        numbers[owner[mine]] |= low[mine] << 7 * here
    return ends, (numbers >> 1) ^ -(numbers & 1)


def _places_in_runs(owner: Indices) -> Indices:
    """0, 1, 2 ... within each run of equal numbers."""
    fresh = np.empty(len(owner), bool)
    fresh[:1] = True
    fresh[1:] = owner[1:] != owner[:-1]
    begins = np.flatnonzero(fresh)
    return np.arange(len(owner)) - np.repeat(begins, np.diff(np.append(begins, len(owner))))
