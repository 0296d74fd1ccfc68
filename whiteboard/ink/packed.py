"""Unpacks the points of many strokes in one go; the batch twin of `model/points.py`, which defines the format."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from whiteboard.model.points import BadPoints

from .arrays import Indices, offsets_of

_LONGEST_VARINT = 5


def unpack_batch(packed: Sequence[bytes]) -> tuple[npt.NDArray[np.int64], Indices]:
    """The points of many packed strokes: ((p, 3) rows of x, y in 1/16 board unit and pressure, (n + 1,) offsets).

    Coordinates are relative to each stroke's origin. The bytes are trusted to be in range (they were checked when they
    came in); BadPoints if numbers are cut off or a stroke has no whole number of points.
    """
    joined = np.frombuffer(b"".join(packed), np.uint8)
    sizes = np.fromiter(map(len, packed), np.int64, len(packed))
    last = joined < 0x80
    ends = np.flatnonzero(last)
    if len(joined) and not last[-1]:
        raise BadPoints("the last number is cut off")
    starts = np.empty_like(ends)
    starts[:1] = 0
    starts[1:] = ends[:-1] + 1
    lengths = ends - starts + 1
    longest = int(lengths.max(initial=0))
    if longest > _LONGEST_VARINT:
        raise BadPoints("a number is longer than five bytes")
    numbers = (joined[starts] & 0x7F).astype(np.int64)
    for place in range(1, longest):
        longer = np.flatnonzero(lengths > place)
        numbers[longer] |= (joined[starts[longer] + place] & 0x7F).astype(np.int64) << (7 * place)
    deltas = (numbers >> 1) ^ -(numbers & 1)

    byte_ends = np.cumsum(sizes)
    number_offsets = np.zeros(len(packed) + 1, np.int64)
    number_offsets[1:] = np.searchsorted(ends, byte_ends)
    counts, rest = np.divmod(np.diff(number_offsets), 3)
    if rest.any() or not np.array_equal(np.append(0, ends + 1)[number_offsets[1:]], byte_ends):
        raise BadPoints("the last point is incomplete")
    offsets = offsets_of(counts)
    rows = np.cumsum(deltas.reshape(-1, 3), axis=0)
    filled = counts > 0
    carried = np.zeros((len(packed), 3), np.int64)
    begins = offsets[:-1][filled]
    carried[filled] = np.where((begins > 0)[:, None], rows[begins - 1], 0)
    rows -= np.repeat(carried, counts, axis=0)
    return rows, offsets
