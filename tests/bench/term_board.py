"""Boards of a whole term, the same for every run: handwriting in lines, sketches, marked passages, on many screens.

A screen of 1920 x 1080 board units holds 500 strokes of 60 samples each, simplified as at pen-up. Four fifths are
handwriting, the rest long sketched lines and highlighter. Screens lie side by side in a square of screens.

`python -m tests.bench.term_board STROKES` prints one: a line of JSON for each thousand strokes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice
from math import ceil, sqrt

import msgspec
import numpy as np
import numpy.typing as npt

from whiteboard.ink import simplify
from whiteboard.ink.arrays import Floats, Indices, Points, offsets_of
from whiteboard.model.element import STROKE, Element, ElementId, Geometry
from whiteboard.model.geometry import Rect
from whiteboard.model.order import above
from whiteboard.model.points import UNITS_PER_BOARD_UNIT
from whiteboard.model.style import COLORS, HIGHLIGHTER, PEN, Style

SCREEN_WIDTH, SCREEN_HEIGHT = 1920.0, 1080.0
PER_SCREEN = 500
SAMPLES = 60

_CHUNK = 1000
_TOLERANCE = 0.25
_WORDS_A_LINE, _LINES = 20, 20
_HANDWRITING, _SKETCHES = 0.80, 0.15
_PEN_STYLES = [Style(color, width) for color in COLORS for width in (2.0, 3.0, 4.0, 6.0)]
_MARKER = Style("#ffd43b", 20.0, HIGHLIGHTER)

Numbers = npt.NDArray[np.int64]


def term_board(count: int, seed: int = 7) -> Iterator[Element]:
    """So many strokes in the order in which they were written."""
    order: str | None = None
    for begin in range(0, count, _CHUNK):
        chance = np.random.default_rng((seed, begin))
        size = min(_CHUNK, count - begin)
        centre, presses, styles = _written(np.arange(begin, begin + size), _columns(count), chance)
        jitter = chance.integers(0, 3843, size).tolist()
        rows, offsets = _simplified(centre, presses, [style.width for style in styles])
        for number, (geometry, points) in enumerate(_packed(rows, offsets)):
            order = above(order, jitter[number])
            yield Element(
                id=ElementId(f"{begin + number:011}"),  # as long as the app's
                kind=STROKE,
                geometry=geometry,
                order=order,
                style=styles[number],
                points=points,
            )


def extent(count: int) -> Rect:
    """The screens that a board of so many strokes takes."""
    rows = ceil(ceil(count / PER_SCREEN) / _columns(count))
    return Rect(0, 0, _columns(count) * SCREEN_WIDTH, rows * SCREEN_HEIGHT)


def _columns(count: int) -> int:
    return ceil(sqrt(max(1, count / PER_SCREEN)))


def _written(numbers: Numbers, columns: int, chance: np.random.Generator) -> tuple[Points, Floats, list[Style]]:
    """Samples (strokes, SAMPLES) in board units, their pressures 0..1, and each stroke's style."""
    n = len(numbers)
    screen, place = np.divmod(numbers, PER_SCREEN)
    left, top = screen % columns * SCREEN_WIDTH, screen // columns * SCREEN_HEIGHT
    share = place * 0.618033988 % 1  # the kinds are mixed evenly
    hand, marker = share < _HANDWRITING, share >= _HANDWRITING + _SKETCHES

    t = np.linspace(0, 1, SAMPLES)[None]
    phase = chance.uniform(0, 2 * np.pi, (6, n, 1))
    at = t + 0.035 * np.sin(4 * np.pi * t + phase[5])  # the pen slows at the ends and between letters
    long, high = chance.uniform(30, 88, (n, 1)), chance.uniform(6, 12, (n, 1))
    turns = chance.uniform(2, 4, (n, 1)) * 2 * np.pi
    word = long * at + 0.5 * high * np.sin(turns * at + phase[0])
    word = word + 1j * high * (np.sin(turns * at + phase[1]) + 0.4 * np.sin(2.3 * turns * at + phase[2]))
    reach = chance.uniform(120, 420, (n, 1))
    sketch = reach * (1.3 * at + 0.25 * np.sin(5 * at + phase[3]))
    sketch = sketch + 1j * reach * (0.5 * np.sin(3 * at + phase[4]) + 0.15 * np.sin(9 * at + phase[0]))
    mark = reach * at + 2j * np.sin(4 * at + phase[0])
    z = np.where(hand[:, None], word, np.where(marker[:, None], mark, sketch))
    z = z + chance.normal(0, 0.05, z.shape) + 1j * chance.normal(0, 0.05, z.shape)

    line, column = np.divmod(place * _WORDS_A_LINE * _LINES // PER_SCREEN, _WORDS_A_LINE)
    x = np.where(hand, 20 + column * 94 + chance.uniform(0, 6, n), chance.uniform(60, SCREEN_WIDTH - 600, n))
    y = np.where(hand, 30 + line * 53 + chance.uniform(0, 8, n), chance.uniform(60, SCREEN_HEIGHT - 80, n))
    z += (left + x + 1j * (top + y))[:, None]

    firm = 0.55 + 0.25 * np.sin(3 * np.pi * t + phase[3]) + 0.1 * np.sin(40 * t)
    presses = np.clip(firm * (0.25 + 0.75 * np.minimum(1, np.minimum(t, 1 - t) * 8)), 0.05, 1)
    chosen = chance.integers(0, len(_PEN_STYLES), n).tolist()
    styles = [_MARKER if marks else _PEN_STYLES[i] for marks, i in zip(marker.tolist(), chosen, strict=True)]
    assert {style.ink for style in styles} <= {PEN, HIGHLIGHTER}
    return z, presses, styles


def _simplified(z: Points, presses: Floats, widths: list[float]) -> tuple[Numbers, Indices]:
    """Rows of x, y in 1/16 board unit and pressure 0..255 of the samples that a finished stroke keeps, and offsets."""
    offsets = offsets_of([SAMPLES] * len(z))
    radii = presses * (np.array(widths) / 2)[:, None]
    keep = simplify.worth_keeping(z.ravel(), radii.ravel(), offsets, _TOLERANCE)
    counts = keep.reshape(z.shape).sum(axis=1)
    rows = np.stack([z.real.ravel() * UNITS_PER_BOARD_UNIT, z.imag.ravel() * UNITS_PER_BOARD_UNIT], axis=1)[keep]
    pressed = presses.ravel()[keep] * 255
    return np.rint(np.column_stack([rows, pressed])).astype(np.int64), offsets_of(counts)


def _packed(rows: Numbers, offsets: Indices) -> Iterator[tuple[Geometry, bytes]]:
    """Each stroke's geometry and packed points: `model.points.pack` for many at once."""
    firsts = offsets[:-1]
    low = np.minimum.reduceat(rows[:, :2], firsts, axis=0)
    high = np.maximum.reduceat(rows[:, :2], firsts, axis=0)
    placed = rows.copy()
    placed[:, :2] -= np.repeat(low, np.diff(offsets), axis=0)
    deltas = np.diff(placed, axis=0, prepend=0)
    deltas[firsts] = placed[firsts]
    numbers = ((deltas << 1) ^ (deltas >> 63)).ravel()
    groups = np.stack([numbers >> 7 * place & 0x7F for place in range(4)], axis=1)
    places = np.arange(4)
    needed = (numbers[:, None] >= 1 << 7 * places).sum(axis=1)
    needed[numbers == 0] = 1
    groups[places < needed[:, None] - 1] |= 0x80
    packed = groups[places < needed[:, None]].astype(np.uint8).tobytes()
    cuts = np.append(0, np.cumsum(needed))[3 * offsets].tolist()
    boxes = np.column_stack([low, high - low]) / UNITS_PER_BOARD_UNIT
    for box, begin, end in zip(boxes.tolist(), cuts, cuts[1:], strict=False):
        yield Geometry(*box), packed[begin:end]


if __name__ == "__main__":
    board = term_board(int(sys.argv[1]))
    while thousand := list(islice(board, 1000)):
        sys.stdout.buffer.write(msgspec.json.encode(thousand) + b"\n")
