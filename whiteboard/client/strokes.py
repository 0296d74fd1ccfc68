"""Makes strokes of plain points."""

from __future__ import annotations

import math
from collections.abc import Sequence

from whiteboard.model.element import STROKE, Element, ElementId
from whiteboard.model.elements.kind import Invalid
from whiteboard.model.elements.stroke import placed
from whiteboard.model.points import MAX_PRESSURE, UNITS_PER_BOARD_UNIT, BadPoints, InkPoint
from whiteboard.model.style import Style
from whiteboard.model.validate import check_element

Places = Sequence[tuple[float, float] | tuple[float, float, float]]
"""Points as (x, y) or (x, y, pressure): board units, pressure 0..1; without pressure the ink has its full width."""


class BadStroke(ValueError):
    """These points, this colour or this width make no stroke; the text says why."""


def ink_points(places: Places, origin: tuple[float, float]) -> list[InkPoint]:
    """The points relative to `origin`, as they are sent; BadStroke if one is no place on a board."""
    points = []
    for place in places:
        x, y, pressure = (*place, 1.0)[:3]
        if not (math.isfinite(x) and math.isfinite(y) and 0.0 <= pressure <= 1.0):
            raise BadStroke(f"{tuple(place)} is no point: x and y are finite, a pressure is from 0 to 1")
        points.append(
            InkPoint(
                round((x - origin[0]) * UNITS_PER_BOARD_UNIT),
                round((y - origin[1]) * UNITS_PER_BOARD_UNIT),
                round(pressure * MAX_PRESSURE),
            )
        )
    return points


def origin_of(places: Places) -> tuple[float, float]:
    """The first point, on the grid of ink points; BadStroke if there is none."""
    if not places:
        raise BadStroke("a stroke needs at least one point")
    x, y = places[0][:2]
    if not (math.isfinite(x) and math.isfinite(y)):
        raise BadStroke(f"{tuple(places[0])} is no point: x and y are finite")
    return round(x * UNITS_PER_BOARD_UNIT) / UNITS_PER_BOARD_UNIT, round(
        y * UNITS_PER_BOARD_UNIT
    ) / UNITS_PER_BOARD_UNIT


def stroke(id: ElementId, places: Places, style: Style, order: str) -> Element:
    """A stroke through these points; BadStroke if a server would refuse it."""
    origin = origin_of(places)
    try:
        geometry, points = placed(ink_points(places, origin), origin)
        element = Element(id=id, kind=STROKE, geometry=geometry, order=order, style=style, points=points)
        check_element(element)
    except (BadPoints, Invalid) as error:
        raise BadStroke(str(error)) from None
    return element


def _on_grid(position: float) -> float:
    return round(position * UNITS_PER_BOARD_UNIT) / UNITS_PER_BOARD_UNIT
