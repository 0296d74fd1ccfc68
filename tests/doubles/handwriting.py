"""A few letters as pen strokes, smooth enough to look written: for pictures and benches that want something real."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

Point = tuple[float, float]
Stroke = Sequence[Point]

# One em high from the ascender (0) to the baseline (1); x to the right. Advance first, then strokes.
GLYPHS: dict[str, tuple[float, list[list[Point]]]] = {
    "P": (
        0.62,
        [[(0.08, 0.02), (0.07, 0.5), (0.06, 1.0)], [(0.02, 0.08), (0.35, 0.0), (0.52, 0.2), (0.4, 0.45), (0.08, 0.52)]],
    ),
    "y": (
        0.5,
        [[(0.02, 0.46), (0.1, 0.85), (0.26, 0.95), (0.4, 0.7)], [(0.42, 0.45), (0.4, 0.9), (0.3, 1.3), (0.08, 1.3)]],
    ),
    "t": (0.4, [[(0.16, 0.15), (0.14, 0.6), (0.18, 0.95), (0.34, 0.92)], [(0.0, 0.42), (0.34, 0.4)]]),
    "h": (0.52, [[(0.06, 0.0), (0.06, 0.5), (0.05, 1.0)], [(0.06, 0.7), (0.22, 0.46), (0.38, 0.55), (0.38, 1.0)]]),
    "a": (
        0.5,
        [
            [
                (0.36, 0.52),
                (0.18, 0.44),
                (0.03, 0.7),
                (0.14, 0.98),
                (0.36, 0.75),
                (0.37, 0.48),
                (0.38, 0.9),
                (0.46, 0.98),
            ]
        ],
    ),
    "g": (
        0.5,
        [
            [
                (0.36, 0.52),
                (0.18, 0.44),
                (0.03, 0.7),
                (0.14, 0.96),
                (0.36, 0.75),
                (0.37, 0.5),
                (0.36, 1.1),
                (0.22, 1.34),
                (0.04, 1.24),
            ]
        ],
    ),
    "o": (0.5, [[(0.22, 0.46), (0.05, 0.6), (0.06, 0.9), (0.24, 1.0), (0.41, 0.82), (0.38, 0.55), (0.22, 0.46)]]),
    "r": (0.4, [[(0.05, 0.46), (0.07, 0.75), (0.06, 1.0)], [(0.07, 0.7), (0.18, 0.5), (0.34, 0.5)]]),
    "s": (0.42, [[(0.34, 0.5), (0.16, 0.44), (0.08, 0.6), (0.3, 0.75), (0.32, 0.92), (0.14, 1.0), (0.03, 0.92)]]),
    "b": (
        0.52,
        [
            [(0.06, 0.0), (0.05, 0.5), (0.06, 0.98)],
            [(0.06, 0.68), (0.24, 0.46), (0.42, 0.65), (0.36, 0.95), (0.07, 0.95)],
        ],
    ),
    "c": (0.46, [[(0.37, 0.54), (0.2, 0.45), (0.04, 0.68), (0.12, 0.95), (0.38, 0.92)]]),
    "2": (0.5, [[(0.05, 0.2), (0.2, 0.02), (0.38, 0.15), (0.3, 0.5), (0.05, 0.98), (0.2, 0.95), (0.42, 0.97)]]),
    "3": (0.5, [[(0.06, 0.12), (0.24, 0.01), (0.38, 0.2), (0.16, 0.45), (0.42, 0.7), (0.24, 1.0), (0.03, 0.88)]]),
    "4": (0.52, [[(0.24, 0.02), (0.03, 0.66), (0.44, 0.64)], [(0.33, 0.4), (0.32, 1.0)]]),
    "5": (
        0.5,
        [[(0.1, 0.04), (0.08, 0.4), (0.3, 0.4), (0.4, 0.68), (0.24, 0.98), (0.03, 0.9)], [(0.1, 0.04), (0.4, 0.03)]],
    ),
    "+": (0.56, [[(0.25, 0.42), (0.25, 0.9)], [(0.03, 0.67), (0.48, 0.65)]]),
    "=": (0.56, [[(0.04, 0.58), (0.46, 0.56)], [(0.04, 0.78), (0.47, 0.76)]]),
    " ": (0.4, []),
}


def written(text: str, x: float, y: float, em: float) -> Iterator[Stroke]:
    """The strokes of a line of text whose first letter's upper left corner is at x, y."""
    for letter in text:
        advance, strokes = GLYPHS[letter]
        for stroke in strokes:
            yield smooth([(x + px * em, y + py * em) for px, py in stroke])
        x += advance * em


def formula(text: str, x: float, y: float, em: float) -> Iterator[Stroke]:
    """The same, with every 2 raised and small, as in squares."""
    for letter in text:
        raised = letter == "2"
        size = em * 0.55 if raised else em
        yield from written(letter, x, y - em * 0.12 if raised else y, size)
        x += GLYPHS[letter][0] * size + (0.1 * em if raised else 0.0)


def smooth(points: Stroke, steps: int = 6) -> Stroke:
    """A Catmull-Rom curve through the points."""
    padded = [points[0], *points, points[-1]]
    curve: list[Point] = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for i in range(steps):
            curve.append((_between(a[0], b[0], c[0], d[0], i / steps), _between(a[1], b[1], c[1], d[1], i / steps)))
    return [*curve, points[-1]]


def line(*corners: Point) -> Stroke:
    """A straight-sided stroke, point by point as a hand moves."""
    points: list[Point] = [corners[0]]
    for (x0, y0), (x1, y1) in itertools.pairwise(corners):
        count = max(2, int(max(abs(x1 - x0), abs(y1 - y0)) / 8))
        points += [(x0 + (x1 - x0) * i / count, y0 + (y1 - y0) * i / count) for i in range(1, count + 1)]
    return points


def _between(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)
