"""Elliptical arcs as cubic Bezier curves (SVG 1.1, F.6)."""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterator


def arc(
    start: complex, end: complex, rx: float, ry: float, turn: float, large: bool, sweep: bool
) -> Iterator[tuple[complex, complex, complex]]:
    """Curves (two controls, end) from `start` to `end` along an ellipse turned by `turn` degrees.

    None if the ellipse has no size; one that is too small to reach is made larger.
    """
    rx, ry = abs(rx), abs(ry)
    if start == end or rx == 0 or ry == 0:
        return
    tilt = cmath.rect(1, math.radians(math.fmod(turn, 360.0)))
    half = (start - end) / 2 / tilt
    squeezed = complex(half.real / rx, half.imag / ry)
    size = abs(squeezed)
    if size > 1:
        rx, ry, squeezed = rx * size, ry * size, squeezed / size
    # on the unit circle, `squeezed` and its opposite are the ends; the centre is square to them
    away = math.sqrt(max(0.0, 1 / abs(squeezed) ** 2 - 1)) * (-1 if large == sweep else 1)
    centre = complex(squeezed.imag, -squeezed.real) * away
    first = cmath.phase(squeezed - centre)
    swept = (cmath.phase(-squeezed - centre) - first) % math.tau
    if not sweep and swept > 0:
        swept -= math.tau
    middle = (start + end) / 2

    def on_board(unit: complex) -> complex:
        return middle + complex((unit + centre).real * rx, (unit + centre).imag * ry) * tilt

    parts = max(1, math.ceil(abs(swept) / (math.pi / 2) - 1e-9))
    step = swept / parts
    reach = 4 / 3 * math.tan(step / 4) * 1j
    for part in range(parts):
        a, b = cmath.rect(1, first + part * step), cmath.rect(1, first + (part + 1) * step)
        last = end if part == parts - 1 else on_board(b)
        yield on_board(a * (1 + reach)), on_board(b * (1 - reach)), last
