"""Strokes to put on boards, each different and recognisable by its id."""

from whiteboard.model import order
from whiteboard.model.element import STROKE, Element, ElementId
from whiteboard.model.elements.stroke import placed
from whiteboard.model.op import Put
from whiteboard.model.points import InkPoint
from whiteboard.model.style import COLORS, Style


def stroke(number: int) -> Element:
    """The stroke with the id `stroke-NUMBER`: a short line, the further right the higher its number."""
    points = [InkPoint(16 * i, (7 * i * i + number) % 50, 100 + i) for i in range(8)]
    geometry, packed = placed(points, (10.0 * number, 5.0))
    return Element(
        id=ElementId(f"stroke-{number}"),
        kind=STROKE,
        geometry=geometry,
        order=order.text_of(number + 1, 6).rstrip("0"),
        style=Style(color=COLORS[number % len(COLORS)]),
        points=packed,
    )


def put(*numbers: int) -> tuple[Put, ...]:
    return tuple(Put(stroke(number)) for number in numbers)
