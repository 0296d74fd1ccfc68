"""A stroke that was held still at its end: the figure that it became, and dragging on to tune that.

A pen's or a marker's stroke becomes a shape or a connector. A highlighter's stays ink, along the figure's outline.
"""

from __future__ import annotations

import cmath
import math
from dataclasses import dataclass
from itertools import pairwise

import msgspec
import numpy as np

from whiteboard.ink.arrays import Points
from whiteboard.ink.recognize import Box, Corners, Figure, Line, recognized
from whiteboard.model.element import Element, ElementId
from whiteboard.model.elements.connector import connector_element
from whiteboard.model.elements.shape import polygon_element, shape_element
from whiteboard.model.elements.stroke import placed
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.points import MAX_PRESSURE, UNITS_PER_BOARD_UNIT, InkPoint
from whiteboard.model.style import HIGHLIGHTER, PEN, Style

from .straight import STEP, stepped

STILL_PX = 4.0
"""The hand must move further to tune."""

_SLANT = math.radians(5)
_BESIDE_CORNER = 1.0
_ROUND = 72


@dataclass(frozen=True, slots=True)
class Tuning:
    """`ink` is the stroke as it would have been; `figure` what it was meant to be, as the element `id`.

    `held` is where the pen was when it became that.
    """

    ink: Element
    id: ElementId
    figure: Figure
    held: Point
    zoom: float


def meant(points: list[InkPoint], origin: Point, zoom: float) -> Figure | None:
    """The figure that a stroke's samples were meant to be; None if that is not clear."""
    places: Points = np.array([complex(x, y) for x, y, _ in points])
    return recognized(complex(*origin) + places / UNITS_PER_BOARD_UNIT, zoom)


def tuned(tuning: Tuning, at: Point, shift: bool) -> Element:
    """The element for the pen at this place: a line's end follows it, others turn and grow; Shift: in even steps."""
    figure = tuning.figure
    if math.dist(tuning.held, at) * tuning.zoom >= STILL_PX:
        figure = _tuned_line(figure, tuning, at, shift) if isinstance(figure, Line) else _turned(tuning, at, shift)
    return element_of(figure, tuning.ink, tuning.id)


def element_of(figure: Figure, ink: Element, id: ElementId) -> Element:
    """The figure as an element with the look and the place in the pile of this stroke."""
    order, parent = ink.order, ink.geometry.parent
    if ink.style.ink == HIGHLIGHTER:
        geometry, points = placed(_ink_along(figure), (0.0, 0.0))
        geometry = msgspec.structs.replace(geometry, parent=parent)
        return msgspec.structs.replace(ink, id=id, geometry=geometry, points=points)
    style = Style(color=ink.style.color, width=ink.style.width, opacity=ink.style.opacity, ink=PEN)
    match figure:
        case Line(a, b, arrow):
            style = msgspec.structs.replace(style, head="arrow" if arrow else "")
            return connector_element(id, "straight", _point(a), _point(b), order=order, style=style, parent=parent)
        case Box(form, center, w, h, angle):
            box = Rect(center.real - w / 2, center.imag - h / 2, center.real + w / 2, center.imag + h / 2)
            return shape_element(id, form, box, order=order, style=style, parent=parent, rotation=angle)
        case Corners(corners):
            return polygon_element(id, [_point(corner) for corner in corners], order=order, style=style, parent=parent)


def _tuned_line(line: Line, tuning: Tuning, at: Point, shift: bool) -> Line:
    end = Point(line.b.real + at.x - tuning.held.x, line.b.imag + at.y - tuning.held.y)
    return Line(line.a, complex(*(stepped(_point(line.a), end) if shift else end)), line.arrow)


def _turned(tuning: Tuning, at: Point, shift: bool) -> Figure:
    figure = tuning.figure
    middle = _middle(figure)
    before, after = complex(*tuning.held) - middle, complex(*at) - middle
    if abs(before) < 1 or abs(after) < 1:
        return figure
    size, turn = abs(after / before), cmath.phase(after / before)
    if isinstance(figure, Box):
        angle = figure.angle + turn
        if shift:
            angle = STEP * round(angle / STEP)
        elif abs(turn) < _SLANT:
            angle = figure.angle
        return Box(figure.form, middle, size * figure.w, size * figure.h, math.remainder(angle, math.tau))
    turn = STEP * round(turn / STEP) if shift else 0.0 if abs(turn) < _SLANT else turn
    by = size * cmath.exp(1j * turn)
    assert isinstance(figure, Corners)
    return Corners(tuple(middle + by * (corner - middle) for corner in figure.points))


def _middle(figure: Figure) -> complex:
    match figure:
        case Line(a, b):
            return (a + b) / 2
        case Box(center=center):
            return center
        case Corners(points):
            return sum(points) / len(points)


def _ink_along(figure: Figure) -> list[InkPoint]:
    """Ink points, relative to the board's origin, that keep corners sharp."""
    if isinstance(figure, Box) and figure.form == "ellipse":
        turns = [math.tau * i / _ROUND for i in range(_ROUND + 1)]
        ring = [complex(figure.w / 2 * math.cos(t), figure.h / 2 * math.sin(t)) for t in turns]
        return [_ink(figure.center + place * cmath.exp(1j * figure.angle)) for place in ring]
    line = _line_of(figure)
    ink = [_ink(line[0])]
    for a, b in pairwise(line):
        near = min(_BESIDE_CORNER / max(abs(b - a), 1e-9), 0.3)
        ink += [_ink(a + (b - a) * share) for share in (near, 0.5, 1 - near, 1)]
    return ink


def _line_of(figure: Figure) -> list[complex]:
    """The corners of a line or a closed figure; of that, the first again at the end."""
    match figure:
        case Line(a, b):
            return [a, b]
        case Box(form, center, w, h, angle):
            x, y = w / 2, h / 2
            corners = {
                "triangle": [-1j * y, complex(x, y), complex(-x, y)],
                "diamond": [-1j * y, complex(x), 1j * y, complex(-x)],
            }.get(form, [complex(-x, -y), complex(x, -y), complex(x, y), complex(-x, y)])
            return [center + corner * cmath.exp(1j * angle) for corner in (*corners, corners[0])]
        case Corners(points):
            return [*points, points[0]]


def _ink(place: complex) -> InkPoint:
    return InkPoint(round(place.real * UNITS_PER_BOARD_UNIT), round(place.imag * UNITS_PER_BOARD_UNIT), MAX_PRESSURE)


def _point(place: complex) -> Point:
    return Point(place.real, place.imag)
