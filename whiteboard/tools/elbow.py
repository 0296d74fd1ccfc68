"""The route of an elbow: right angles from one place to another, around the boxes that it sticks to, with few corners.

Dijkstra's search over the few lines that matter: the sides of both boxes with some room, the lines that the ends leave
on, and the middles between.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from heapq import heappop, heappush

from whiteboard.model.geometry import Point, Rect
from whiteboard.model.path import crossings
from whiteboard.model.points import UNITS_PER_BOARD_UNIT

ROOM = 32.0
"""How far from a box the route runs, in board units, where the boxes are far enough apart."""

_LEG = 20.0
"""The first and the last leg had better not be shorter."""

_TURN = 1e4
"""A corner is avoided even if the way around is so many board units longer."""

_PREFERRED = 0.99
"""The cost of a way along the middle between the boxes."""

_BLOCKED = 1e7
"""The cost of going through a box: only where there is no other way."""

_RIGHT, _DOWN, _LEFT, _UP = Point(1.0, 0.0), Point(0.0, 1.0), Point(-1.0, 0.0), Point(0.0, -1.0)
_WAYS = (_RIGHT, _DOWN, _LEFT, _UP)
_State = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class _Grid:
    """Upright and level lines that are worth following, and those in the middle between the boxes."""

    xs: list[float]
    ys: list[float]
    middle_x: float | None
    middle_y: float | None

    def cost(self, i: int, j: int, k: int, m: int) -> float:
        """Of the way from crossing (i, j) to its neighbour (k, m)."""
        along_middle = self.xs[i] == self.middle_x if i == k else self.ys[j] == self.middle_y
        length = abs(self.xs[i] - self.xs[k]) + abs(self.ys[j] - self.ys[m])
        return length * _PREFERRED if along_middle else length


@dataclass(frozen=True, slots=True)
class Outlet:
    """An end of the route. Without a box it lies at `at`; with one it leaves that, from there on in the direction
    `side` (None: wherever it is best), and begins so far outside its outline as `gap` says."""

    at: Point
    box: Rect | None = None
    outline: tuple[Point, ...] = ()
    gap: float = 0.0
    side: Point | None = None


def route(start: Outlet, end: Outlet) -> list[Point]:
    """The points of the route from one outlet to the other, in sixteenths of a board unit; at least two.

    Ends that may leave anywhere leave where the boxes face each other, unless that makes the first or last leg too
    short for a tip and another side does not.
    """
    a, b = start.box or _dot(start.at), end.box or _dot(end.at)
    found: list[tuple[int, int, list[Point]]] = []
    for out in _sides(start, a, b):
        for into in _sides(end, b, a):
            line = _routed(replace(start, side=out), replace(end, side=into), a, b)
            short = [math.dist(p, q) < _LEG for p, q in (line[:2], line[-2:])].count(True)
            if not found and not short:
                return line
            found.append((len(line) + 3 * short, len(found), line))
    return min(found)[2]


def _sides(outlet: Outlet, own: Rect, other: Rect) -> tuple[Point | None, ...]:
    if outlet.box is None or outlet.side is not None:
        return (outlet.side,)
    dx, dy = other.center.x - own.center.x, other.center.y - own.center.y
    gap_x, gap_y = _gaps(own, other)
    level, upright = _RIGHT if dx >= 0 else _LEFT, _DOWN if dy >= 0 else _UP
    sideways = gap_x >= gap_y if max(gap_x, gap_y) > 0 else abs(dx) >= abs(dy)
    return (level, upright) if sideways else (upright, level)


def _routed(start: Outlet, end: Outlet, a: Rect, b: Rect) -> list[Point]:
    apart = _apart(start, end, a, b)
    room = min(ROOM, apart / 2) if apart > 0 else ROOM
    first, first_out, leaving = _leave(start, a, room)
    last, last_out, arriving = _leave(end, b, room)
    boxes = [box for box, outlet in ((a, start), (b, end)) if outlet.box is not None] if apart > 0 else []
    obstacles = [box.grown(room * 0.98) for box in boxes]
    between = _search(first_out, leaving, last_out, arriving, obstacles, _grid(a, b, room, (first_out, last_out)))
    return _straightened([first, *between, last])


def _leave(outlet: Outlet, own: Rect, room: float) -> tuple[Point, Point, Point | None]:
    """Where the route begins, where it is free to turn, and in which direction it goes there; None: any."""
    way = outlet.side
    if outlet.box is None or way is None:
        at = _rounded(outlet.at)
        return at, at, None
    far = own.width + own.height
    beyond = Point(outlet.at.x + way.x * far, outlet.at.y + way.y * far)
    shares = crossings(outlet.outline, outlet.at, beyond)
    out = (shares[-1] * far if shares else 0.0) + min(outlet.gap, room / 2)
    first = _rounded(Point(outlet.at.x + way.x * out, outlet.at.y + way.y * out))
    if way.x:
        x = max(own.right + room, first.x) if way.x > 0 else min(own.left - room, first.x)
        return first, _rounded(Point(x, first.y)), way
    y = max(own.bottom + room, first.y) if way.y > 0 else min(own.top - room, first.y)
    return first, _rounded(Point(first.x, y)), way


def _apart(start: Outlet, end: Outlet, a: Rect, b: Rect) -> float:
    """How far the boxes are apart for this route: where its ends leave towards each other, in that direction."""
    gaps, out, into = _gaps(a, b), start.side, end.side
    if out is not None and into is not None and out == Point(-into.x, -into.y):
        ahead = (b.center.x - a.center.x) * out.x + (b.center.y - a.center.y) * out.y
        gap = gaps[0] if out.x else gaps[1]
        if ahead > 0 and gap > 0:
            return gap
    return max(gaps)


def _gaps(a: Rect, b: Rect) -> tuple[float, float]:
    """How far two boxes are apart sideways and up and down; negative where they overlap."""
    return max(b.left - a.right, a.left - b.right), max(b.top - a.bottom, a.top - b.bottom)


def _grid(a: Rect, b: Rect, room: float, ends: Sequence[Point]) -> _Grid:
    gap_x, gap_y = _gaps(a, b)
    middle_x = _sixteenth((min(a.right, b.right) + max(a.left, b.left)) / 2) if gap_x > 0 else None
    middle_y = _sixteenth((min(a.bottom, b.bottom) + max(a.top, b.top)) / 2) if gap_y > 0 else None
    xs = [a.left - room, a.right + room, b.left - room, b.right + room]
    ys = [a.top - room, a.bottom + room, b.top - room, b.bottom + room]
    return _Grid(
        sorted({*map(_sixteenth, xs), *(x for x, _ in ends), *([] if middle_x is None else [middle_x])}),
        sorted({*map(_sixteenth, ys), *(y for _, y in ends), *([] if middle_y is None else [middle_y])}),
        middle_x,
        middle_y,
    )


def _search(
    start: Point, leaving: Point | None, end: Point, arriving: Point | None, obstacles: Sequence[Rect], grid: _Grid
) -> list[Point]:
    """The cheapest way from start to end along the grid; `arriving` is the direction out of the end.

    Where obstacles leave no way at all, it goes through them.
    """
    xs, ys = grid.xs, grid.ys
    goal = xs.index(end.x), ys.index(end.y)
    into = None if arriving is None else _WAYS.index(Point(-arriving.x, -arriving.y))
    first = xs.index(start.x), ys.index(start.y)
    ways = range(4) if leaving is None else (_WAYS.index(leaving),)
    costs: dict[_State, float] = {(*first, way): 0.0 for way in ways}
    before: dict[_State, _State] = {}
    queue = [(0.0, state) for state in sorted(costs)]
    while queue:
        cost, state = heappop(queue)
        if cost > costs[state]:
            continue
        i, j, way = state
        if (i, j) == goal and (into is None or way == into):
            return _walked(state, before, grid)
        for turned in (way,) if (i, j) == goal and into is None else ((way + 3) % 4, way, (way + 1) % 4):
            step = _WAYS[turned]
            k, m = i + int(step.x), j + int(step.y)
            extra = _TURN if turned != way else 0.0
            if turned != way:
                k, m = i, j
                length = 0.0
            elif not (0 <= k < len(xs) and 0 <= m < len(ys)):
                continue
            else:
                length = grid.cost(i, j, k, m) + _BLOCKED * _is_blocked(xs[i], ys[j], xs[k], ys[m], obstacles)
            following = (k, m, turned)
            if cost + extra + length < costs.get(following, float("inf")):
                costs[following] = cost + extra + length
                before[following] = state
                heappush(queue, (costs[following], following))
    return [start, end]


def _walked(state: _State, before: dict[_State, _State], grid: _Grid) -> list[Point]:
    points = [Point(grid.xs[state[0]], grid.ys[state[1]])]
    while state in before:
        state = before[state]
        points.append(Point(grid.xs[state[0]], grid.ys[state[1]]))
    return points[::-1]


def _is_blocked(x: float, y: float, to_x: float, to_y: float, obstacles: Sequence[Rect]) -> bool:
    way = Rect(min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y))
    return any(way.intersects(box) for box in obstacles)


def _straightened(points: Sequence[Point]) -> list[Point]:
    """The same line without what is no corner."""
    made: list[Point] = []
    for point in points:
        if made and point == made[-1]:
            continue
        if len(made) > 1 and _in_line(made[-2], made[-1], point):
            made.pop()
        made.append(point)
    return made if len(made) > 1 else [points[0], points[-1]]


def _in_line(a: Point, b: Point, c: Point) -> bool:
    return (a.x == b.x == c.x) or (a.y == b.y == c.y)


def _rounded(point: Point) -> Point:
    return Point(_sixteenth(point.x), _sixteenth(point.y))


def _sixteenth(place: float) -> float:
    return round(place * UNITS_PER_BOARD_UNIT) / UNITS_PER_BOARD_UNIT


def _dot(at: Point) -> Rect:
    return Rect(at.x, at.y, at.x, at.y)
