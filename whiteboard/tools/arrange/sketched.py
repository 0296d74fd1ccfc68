"""Lines that were read from an SVG drawing, as strokes."""

from __future__ import annotations

from collections.abc import Sequence

from whiteboard.model.element import STROKE, Element, ElementId
from whiteboard.model.elements.kind import Invalid
from whiteboard.model.elements.stroke import placed
from whiteboard.model.order import above
from whiteboard.model.points import MAX_POINTS, MAX_PRESSURE, UNITS_PER_BOARD_UNIT, BadPoints, InkPoint
from whiteboard.model.style import MAX_WIDTH, Style
from whiteboard.model.validate import check_element
from whiteboard.svg.reader import Line

_THINNEST = 0.5


def strokes_of(lines: Sequence[Line]) -> list[Element]:
    """A stroke for each line that can be one, in their order; ids and order keys are theirs alone."""
    strokes: list[Element] = []
    order = None
    for line in lines:
        for begin in range(0, len(line.points), MAX_POINTS - 1):
            order = above(order, 0)
            stroke = _stroke(f"line-{len(strokes)}", line, begin, order)
            if stroke is not None:
                strokes.append(stroke)
    return strokes


def _stroke(id: str, line: Line, begin: int, order: str) -> Element | None:
    unit = UNITS_PER_BOARD_UNIT
    part = line.points[begin : begin + MAX_POINTS]
    points = [InkPoint(round(point.real * unit), round(point.imag * unit), MAX_PRESSURE) for point in part]
    width = min(max(line.width, _THINNEST), MAX_WIDTH)
    try:
        geometry, data = placed(points, (0.0, 0.0))
        style = Style(color=line.color, width=width)
        element = Element(id=ElementId(id), kind=STROKE, geometry=geometry, order=order, style=style, points=data)
        check_element(element)
    except (BadPoints, Invalid, ValueError):
        return None
    return element
