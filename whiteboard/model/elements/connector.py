"""A connector: a line or an arrow from `x, y` to `x + w, y + h`, straight, curved or in right angles.

Its ends may stick to other elements (`content.start`, `content.end`), which lead it (`tools/connecting.py`). An elbow's
`points` are its corners, relative to its start.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whiteboard.model.content import CONNECTOR_FORMS, Binding, Content
from whiteboard.model.element import CONNECTOR, Element, ElementId, Geometry
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.path import distance
from whiteboard.model.points import BadPoints, unpack
from whiteboard.model.style import Font, Style
from whiteboard.model.transform import Transform

from .boxed import segment_meets
from .connector_line import corners_of, line_of, middle, packed_corners, tips_of
from .connector_line import ends as ends
from .kind import Invalid, Kind
from .label import label_size

MOST_CORNERS = 50

LABEL_WIDTH = 12.0
"""A label's lines are no longer than this many times its font's size."""


def connector_element(
    id: ElementId,
    form: str,
    start: Point,
    end: Point,
    *,
    order: str,
    style: Style,
    parent: ElementId,
    bend: float = 0.0,
    start_binding: Binding | None = None,
    end_binding: Binding | None = None,
) -> Element:
    """A new connector between two points on the board; its tips are those of the style."""
    geometry = Geometry(start.x, start.y, end.x - start.x, end.y - start.y, parent=parent)
    content = Content(form=form, start=start_binding, end=end_binding, bend=bend)
    return Element(id=id, kind=CONNECTOR, geometry=geometry, order=order, style=style, content=content)


def between(element: Element, start: Point, end: Point, corners: Sequence[Point] | None = None) -> Element:
    """The same connector between other points, an elbow over these corners; None: over those that it has."""
    g = msgspec.structs.replace(element.geometry, x=start.x, y=start.y, w=end.x - start.x, h=end.y - start.y)
    points = element.points if corners is None else packed_corners(corners, start)
    return msgspec.structs.replace(element, geometry=g, points=points)


def label_box(element: Element) -> Rect:
    """The room of the label, around the middle of the line; generous, as no letters are measured."""
    x, y = middle(element)
    font = element.style.font or Font()
    w, h = label_size(element.text, font, LABEL_WIDTH * font.size)
    return Rect(x - w / 2, y - h / 2, x + w / 2, y + h / 2)


def bounds(element: Element) -> Rect:
    points = line_of(element).flattened()
    for one in tips_of(element):
        points += one.path.flattened()
    box = Rect.around(points).grown(element.style.width / 2)
    return box.united(label_box(element)) if element.text else box


def check(element: Element) -> None:
    if element.content.form not in CONNECTOR_FORMS:
        raise Invalid(f"no connector {element.content.form!r}")
    if element.geometry.rotation:
        raise Invalid("a connector with a rotation")
    try:
        corners = unpack(element.points)
    except BadPoints as error:
        raise Invalid(str(error)) from None
    if len(corners) > MOST_CORNERS:
        raise Invalid(f"a connector with {len(corners)} corners")


def transformed(element: Element, by: Transform) -> Element:
    """Between its ends moved, scaled and turned. An elbow that is turned gives up its corners."""
    start, end = ends(element)
    corners = [by(corner) for corner in corners_of(element)] if by.b == by.c == 0 else []
    moved = between(element, by(start), by(end), None if by.only_moves else corners)
    if not by.mirrors or not element.content.bend:
        return moved
    return msgspec.structs.replace(moved, content=msgspec.structs.replace(element.content, bend=-element.content.bend))


def touches(element: Element, a: Point, b: Point, radius: float) -> bool:
    """Its line, its tips and its label."""
    reach = radius + element.style.width / 2
    lines = [line_of(element), *(one.path for one in tips_of(element))]
    if any(distance(line.flattened(), a, b) <= reach for line in lines):
        return True
    return bool(element.text) and segment_meets(a, b, label_box(element).grown(radius))


KIND = Kind(CONNECTOR, bounds, check, transformed, touches, text=True)
