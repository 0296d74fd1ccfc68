"""What a stroke was meant to be, if its drawer holds the pen still at its end: a line, an arrow, or a closed figure.

It is asked for one stroke at a time, and rather says nothing than something wrong: letters must stay letters.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import pi

import numpy as np

from .arrays import Floats, Points

MIN_SIZE_PX = 40.0
"""What is smaller on the screen is writing."""

SLANT = np.radians(5.0)
"""Lines and boxes that lean less than this stand straight."""

SQUARE_CORNER = np.radians(15.0)
"""The corners of a rectangle are this near to right angles."""

_STRAIGHT = 0.045
"""How far a line may stray, as a share of its length."""

_GAP = 0.2
"""How far apart the ends of a closed figure may be, as a share of its outline."""

_CORNER = 0.055
"""Corners stand out so far, as a share of the figure's diagonal."""

_ROUGH_SIDES, _ROUGH_MANY_SIDES, _ROUGH_ROUND = 0.03, 0.014, 0.035
"""How far the ink may stray from the figure on average, as a share of the diagonal."""

_SHALLOW = np.radians(26.0)
"""Where the outline turns by less, there is no corner."""

_REGULAR = 0.16
"""How far a corner may be from where the shape of that name has it, as a share of the diagonal."""

_SAMPLES = 96


@dataclass(frozen=True, slots=True)
class Line:
    """From a to b; an `arrow` points to b. Points are x + iy, as everywhere in this room."""

    a: complex
    b: complex
    arrow: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A shape that fits a box around `center`; `form` is one of the model's SHAPE_FORMS, `angle` clockwise."""

    form: str
    center: complex
    w: float
    h: float
    angle: float


@dataclass(frozen=True, slots=True)
class Corners:
    """Any other polygon: its corners in order."""

    points: tuple[complex, ...]


Figure = Line | Box | Corners


def recognized(points: Points, zoom: float) -> Figure | None:
    """The figure that these (n,) points along a stroke, in board units, were meant to be; None if it is not clear.

    `zoom` is in screen pixels a board unit: what is too small on the screen is writing.
    """
    if len(points) < 2:
        return None
    size = float(np.hypot(np.ptp(points.real), np.ptp(points.imag)))
    if size * zoom < MIN_SIZE_PX:
        return None
    steps = np.abs(np.diff(points))
    way = float(steps.sum())
    if way < 1e-6:
        return None
    even = _evenly(points, steps, way)
    line = _line(even, way)
    if line is not None:
        return line
    if abs(points[-1] - points[0]) <= _GAP * way:
        return _closed(_without_overlap(even, size), size)
    return _arrow(even, way)


# ------------------------------------------------------------ lines and arrows


def _line(even: Points, way: float) -> Line | None:
    a, b = complex(even[0]), complex(even[-1])
    length = abs(b - a)
    if length < 0.9 * way or _strays(even, a, b) > _STRAIGHT * length:
        return None
    return Line(a, a + _upright(b - a))


def _arrow(even: Points, way: float) -> Line | None:
    """A shaft, and a head drawn in one go: tip, barb, (tip,) barb."""
    corners = _bends(even, 0.035 * way)
    if not 4 <= len(corners) <= 5:
        return None
    knots = [complex(even[i]) for i in corners]
    start, tip = knots[0], knots[1]
    shaft = tip - start
    length = abs(shaft)
    if length < 0.35 * way or _strays(even[: corners[1] + 1], start, tip) > 1.5 * _STRAIGHT * length:
        return None
    if len(knots) == 5 and abs(knots[3] - tip) > 0.2 * length:
        return None
    barbs = [(knots[2] - tip) / -shaft, (knots[-1] - tip) / -shaft]
    for barb in barbs:
        if not (0.06 <= abs(barb) <= 0.6 and np.radians(12) <= abs(np.angle(barb)) <= np.radians(75)):
            return None
    if barbs[0].imag * barbs[1].imag >= 0:
        return None
    return Line(start, start + _upright(shaft), arrow=True)


def _upright(way: complex) -> complex:
    """The vector, level or plumb if it nearly is."""
    lean = (np.angle(way) + pi / 4) % (pi / 2) - pi / 4
    return way * complex(np.exp(-1j * lean)) if abs(lean) <= SLANT else way


def _strays(points: Points, a: complex, b: complex) -> float:
    """How far the points lie beside the line through a and b, at most."""
    way = b - a
    return float(np.abs(((points - a) * way.conjugate()).imag).max() / max(abs(way), 1e-9))


# ------------------------------------------------------------ closed figures


def _closed(ring: Points, size: float) -> Figure | None:
    corners = _corners_of_ring(ring, _CORNER * size)
    sides = _off_sides(ring, corners) / size
    round_, ellipse = _ellipse(ring, size)
    if sides < round_:
        rough = _ROUGH_SIDES if len(corners) <= 4 else _ROUGH_MANY_SIDES
        return _polygon(corners, size) if sides <= rough and _is_polygon(corners) else None
    return ellipse if round_ <= _ROUGH_ROUND else None


def _is_polygon(corners: Points) -> bool:
    """Whether it bulges everywhere; with many corners, whether its sides are of about one length."""
    ways = np.roll(corners, -1) - corners
    turns = np.angle(np.roll(ways, -1) / ways)
    if not 3 <= len(corners) <= 6 or abs(np.sign(turns).sum()) < len(corners):
        return False
    lengths = np.abs(ways)
    return len(corners) <= 4 or bool(lengths.max() < 2 * lengths.min())


def _ellipse(ring: Points, size: float) -> tuple[float, Box]:
    """The ellipse with the ring's moments, and how far the ring is from it, as a share of `size`."""
    center, covariance = _moments(ring)
    values, vectors = np.linalg.eigh(covariance)
    half = 2 * np.sqrt(np.maximum(values, 1e-12))  # of a filled ellipse, the variance along an axis is half**2 / 4
    axis = complex(vectors[0, 1], vectors[1, 1])
    inner = (ring - center) / axis
    reach = np.hypot(inner.real / half[1], inner.imag / half[0])
    off = float(np.mean(np.abs(reach - 1)) * float(half.mean()) / size)
    long, short = 2 * float(half[1]), 2 * float(half[0])
    if short > 0.9 * long:
        return off, Box("ellipse", center, (long + short) / 2, (long + short) / 2, 0.0)
    angle = float(np.angle(axis))
    lean = (angle + pi / 4) % (pi / 2) - pi / 4
    if abs(lean) <= 2 * SLANT:
        angle -= lean
    if round(angle / (pi / 2)) % 2 and abs(lean) <= 2 * SLANT:
        return off, Box("ellipse", center, short, long, 0.0)
    return off, Box("ellipse", center, long, short, _half_turn(angle) if abs(lean) > 2 * SLANT else 0.0)


def _moments(ring: Points) -> tuple[complex, Floats]:
    """Centroid and (2, 2) covariance of the area inside the ring (Green's theorem)."""
    middle = complex(ring.mean())
    a, b = ring - middle, np.roll(ring, -1) - middle
    cross = (a.conj() * b).imag
    area = cross.sum() / 2
    if abs(area) < 1e-9:
        return middle, np.eye(2)
    sum_ = a + b
    shift = complex((sum_ * cross).sum() / (6 * area))
    ax, ay, bx, by = a.real, a.imag, b.real, b.imag
    xx = (cross * (ax * ax + ax * bx + bx * bx)).sum() / 12 / area - shift.real**2
    yy = (cross * (ay * ay + ay * by + by * by)).sum() / 12 / area - shift.imag**2
    xy = (cross * (2 * ax * ay + ax * by + bx * ay + 2 * bx * by)).sum() / 24 / area - shift.real * shift.imag
    return middle + shift, np.array([[xx, xy], [xy, yy]])


def _polygon(corners: Points, size: float) -> Figure:
    match len(corners):
        case 3:
            return _triangle(corners, size) or Corners(tuple(corners.tolist()))
        case 4:
            return _rectangle(corners) or _diamond(corners, size) or Corners(tuple(corners.tolist()))
        case _:
            return Corners(tuple(corners.tolist()))


def _rectangle(corners: Points) -> Box | None:
    sides = np.roll(corners, -1) - corners
    turns = np.angle(np.roll(sides, -1) / sides)
    if np.abs(np.abs(turns) - pi / 2).max() > SQUARE_CORNER:
        return None
    # The mean direction of the four sides, each turned back to the first: fourfold angles do not care which is which.
    angle = float(np.angle((sides**4 / np.abs(sides) ** 3).sum())) / 4
    if abs(angle) <= SLANT:
        angle = 0.0
    inner = corners * np.exp(-1j * angle)
    xs, ys = np.sort(inner.real), np.sort(inner.imag)
    left, right = float(xs[:2].mean()), float(xs[2:].mean())
    top, bottom = float(ys[:2].mean()), float(ys[2:].mean())
    w, h = right - left, bottom - top
    if abs(w - h) < 0.08 * max(w, h):
        w = h = (w + h) / 2
    center = complex((left + right) / 2, (top + bottom) / 2) * complex(np.exp(1j * angle))
    return Box("rectangle", center, w, h, angle)


def _diamond(corners: Points, size: float) -> Box | None:
    """Two diagonals that halve each other at right angles."""
    across, down = corners[2] - corners[0], corners[3] - corners[1]
    center = complex(corners.mean())
    halves = abs((corners[0] + corners[2]) - (corners[1] + corners[3])) / 2
    if halves > _REGULAR * size / 2 or abs(abs(np.angle(down / across)) - pi / 2) > SQUARE_CORNER:
        return None
    if abs(across.imag) > abs(across.real):
        across, down = down, across
    angle = _half_turn(float(np.angle(across)))
    return Box("diamond", center, float(abs(across)), float(abs(down)), 0.0 if abs(angle) <= 2 * SLANT else angle)


def _triangle(corners: Points, size: float) -> Box | None:
    """An isosceles one, on its base: the apex is the corner that lies best above the middle of the other two."""
    best: tuple[float, Box] | None = None
    for number in range(3):
        apex, right, left = (complex(corners[(number + i) % 3]) for i in range(3))
        if ((right - left) * (apex - left).conjugate()).imag < 0:
            left, right = right, left
        base = right - left
        inner = (apex - left) / base
        off = abs(inner.real - 0.5) * abs(base) / size
        angle = float(np.angle(base))
        angle = 0.0 if abs(angle) <= 2 * SLANT else angle
        height = abs(inner.imag) * abs(base)
        down = complex(np.exp(1j * (angle + pi / 2)))
        center = (left + right) / 2 - down * (height / 2)
        upright = off + 0.02 * abs(angle)
        if best is None or upright < best[0]:
            best = upright, Box("triangle", center, abs(base), height, angle)
    if best is None or best[0] - 0.02 * abs(best[1].angle) > _REGULAR / 2:
        return None
    return best[1]


def _half_turn(angle: float) -> float:
    """The same direction of an axis, within -pi/2..pi/2."""
    return (angle + pi / 2) % pi - pi / 2


# ------------------------------------------------------------ bends


def _evenly(points: Points, steps: Floats, way: float) -> Points:
    """_SAMPLES points at equal distances along the stroke."""
    reached = np.append(0.0, np.cumsum(steps))
    places = np.linspace(0.0, way, _SAMPLES)
    even = np.empty(_SAMPLES, np.complex128)
    even.real = np.interp(places, reached, points.real)
    even.imag = np.interp(places, reached, points.imag)
    return even


def _without_overlap(even: Points, size: float) -> Points:
    """The ring without what was drawn past its beginning."""
    rest = 6 * _SAMPLES // 7
    nearest = int(np.abs(even[rest:] - even[0]).argmin()) + rest
    return even[: nearest + 1] if abs(even[nearest] - even[0]) < 0.1 * size else even


def _bends(points: Points, tolerance: float) -> list[int]:
    """Indices of both ends and of the corners of an open line (Ramer, Douglas and Peucker)."""
    keep = {0, len(points) - 1}
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        if last - first < 2:
            continue
        a, b = complex(points[first]), complex(points[last])
        inner = points[first + 1 : last]
        way = b - a
        if abs(way) < tolerance:
            off = np.abs(inner - a)
        else:
            along = np.clip(((inner - a) * way.conjugate()).real / abs(way) ** 2, 0, 1)
            off = np.abs(inner - (a + along * way))
        furthest = int(off.argmax())
        if off[furthest] > tolerance:
            middle = first + 1 + furthest
            keep.add(middle)
            waiting += [(first, middle), (middle, last)]
    return sorted(keep)


def _corners_of_ring(ring: Points, tolerance: float) -> Points:
    """The corners of a closed line: where its sides, fitted to the ink between its bends, meet."""
    begin = int(np.abs(ring - ring.mean()).argmax())
    rolled = np.roll(ring, -begin)
    bends = _bends(np.append(rolled, rolled[0]), tolerance)[:-1]
    while len(bends) > 3:
        ways = np.diff(np.append(rolled[bends], rolled[bends[0]]))
        turns = np.abs(np.angle(ways / np.roll(ways, 1)))
        if turns.min() >= _SHALLOW:
            break
        del bends[int(turns.argmin())]
    if len(bends) < 3:
        return rolled[bends]
    lines = []
    around = np.append(rolled, rolled)
    for first, last in pairwise([*bends, bends[0] + len(rolled)]):
        trim = (last - first) // 6
        side = around[first + trim : last + 1 - trim]
        lines.append(_fitted(side) if len(side) > 2 else None)
    corners = []
    for number, bend in enumerate(bends):
        before, after = lines[number - 1], lines[number]
        corner = complex(rolled[bend])
        met = _meeting(before, after) if before is not None and after is not None else None
        corners.append(met if met is not None and abs(met - corner) < 2 * tolerance else corner)
    return np.array(corners)


def _fitted(side: Points) -> tuple[complex, complex]:
    """A point of the line through these points, and its direction."""
    middle = complex(side.mean())
    squares = ((side - middle) ** 2).sum()
    return middle, complex(np.sqrt(squares / max(abs(squares), 1e-12)))


def _meeting(a: tuple[complex, complex], b: tuple[complex, complex]) -> complex | None:
    (p, u), (q, v) = a, b
    cross = (u.conjugate() * v).imag
    if abs(cross) < 0.2:
        return None
    return p + u * ((v.conjugate() * (p - q)).imag / cross)


def _off_sides(ring: Points, corners: Points) -> float:
    """How far the ring is from the sides of the polygon, on average."""
    if len(corners) < 3:
        return np.inf
    begins, ways = corners, np.roll(corners, -1) - corners
    squared = np.maximum(np.abs(ways) ** 2, 1e-12)
    to_point = ring[:, None] - begins
    along = np.clip((to_point * ways.conj()).real / squared, 0, 1)
    return float(np.abs(to_point - along * ways).min(axis=1).mean())
