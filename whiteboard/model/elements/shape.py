"""A shape: an outline in a box, perhaps filled, with a label inside. `content.form` names it (SHAPE_FORMS).

A polygon's corners are its `points`, whose own box is stretched to that of the element: sizing writes geometry alone.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whiteboard.model.content import SHAPE_FORMS, Content
from whiteboard.model.element import SHAPE, Element, ElementId, Geometry
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.outline import label_room, outline
from whiteboard.model.path import Path, distance, encloses
from whiteboard.model.points import UNITS_PER_BOARD_UNIT, BadPoints, InkPoint, pack, unpack
from whiteboard.model.style import Style
from whiteboard.model.transform import Transform

from . import boxed
from .boxes import check_box
from .kind import Invalid, Kind
from .label import label_size

POLYGON = "polygon"
FEWEST_CORNERS, MOST_CORNERS = 3, 500

LABEL_MARGIN = 8.0
"""Between a label and the edge of its room, in board units."""


def shape_element(
    id: ElementId,
    form: str,
    box: Rect,
    *,
    order: str,
    style: Style,
    parent: ElementId,
    rotation: float = 0.0,
) -> Element:
    """A new shape of any form but POLYGON in this box, turned by so many radians about its middle."""
    geometry = Geometry(box.left, box.top, box.width, box.height, rotation, parent)
    return Element(id=id, kind=SHAPE, geometry=geometry, order=order, style=style, content=Content(form=form))


def polygon_element(id: ElementId, corners: Sequence[Point], *, order: str, style: Style, parent: ElementId) -> Element:
    """A new polygon with these corners on the board; ValueError if they are none, BadPoints if they are too far."""
    box = Rect.around(corners)
    unit = UNITS_PER_BOARD_UNIT
    packed = pack(InkPoint(round((x - box.left) * unit), round((y - box.top) * unit), 0) for x, y in corners)
    element = shape_element(id, POLYGON, box, order=order, style=style, parent=parent)
    return msgspec.structs.replace(element, points=packed)


def outline_of(element: Element) -> Path:
    """The outline where it is on the board, turned as the shape is."""
    g = element.geometry
    path = upright_outline(element).transformed(Transform.moving(Point(g.x, g.y)))
    return path.transformed(Transform.turning(g.rotation, boxed.center(g))) if g.rotation else path


def upright_outline(element: Element) -> Path:
    """The outline before it is turned, from the box's upper left corner."""
    return outline(element.content.form, element.geometry.w, element.geometry.h, _corners(element))


def label_box(element: Element) -> Rect:
    """Where the label has its place, before the shape is turned about its middle."""
    g = element.geometry
    room = label_room(element.content.form, g.w, g.h)
    margin = min(LABEL_MARGIN + element.style.width / 2, room.width / 4, room.height / 4)
    return room.grown(-margin).moved(g.x, g.y)


def bounds(element: Element) -> Rect:
    return boxed.bounds(element).grown(element.style.width / 2)


def check(element: Element) -> None:
    if element.content.form not in SHAPE_FORMS:
        raise Invalid(f"no shape {element.content.form!r}")
    check_box(element)
    if element.content.form == POLYGON:
        _check_corners(element.points)


def touches(element: Element, a: Point, b: Point, radius: float) -> bool:
    """An open shape is its outline and its label; a filled one is all that lies within."""
    line = outline_of(element).flattened()
    if distance(line, a, b) <= radius + element.style.width / 2:
        return True
    if element.style.fill:
        return encloses(line, a)
    if not element.text:
        return False
    back = Transform.turning(-element.geometry.rotation, boxed.center(element.geometry))
    return boxed.segment_meets(back(a), back(b), _written(element).grown(radius))


def _written(element: Element) -> Rect:
    """About where the letters of the label are."""
    room = label_box(element)
    w, h = label_size(element.text, element.style.font, room.width)
    w, h = min(w, room.width) / 2, min(h, room.height) / 2
    x, y = room.center
    return Rect(x - w, y - h, x + w, y + h)


def _corners(element: Element) -> list[Point]:
    if element.content.form != POLYGON:
        return []
    try:
        return [Point(x, y) for x, y, _ in unpack(element.points)]
    except BadPoints:  # a patch of the points alone is not looked into by everybody (SPEC D4)
        return []


def _check_corners(data: bytes) -> None:
    try:
        corners = unpack(data)
    except BadPoints as error:
        raise Invalid(str(error)) from None
    if not FEWEST_CORNERS <= len(corners) <= MOST_CORNERS:
        raise Invalid(f"a polygon of {len(corners)} corners")


KIND = Kind(SHAPE, bounds, check, touches=touches, text=True, bindable=True)
