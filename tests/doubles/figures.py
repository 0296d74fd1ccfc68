"""Shapes and connectors for tests: small, quick to write, bound as the tools bind them."""

from __future__ import annotations

from whiteboard.model.content import Binding
from whiteboard.model.element import Element, ElementId
from whiteboard.model.elements.connector import connector_element
from whiteboard.model.elements.shape import shape_element
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.style import Style
from whiteboard.tools.attaching import led

FIRST = ElementId("")


def box(
    id: str,
    x: float = 0.0,
    y: float = 0.0,
    *,
    form: str = "rectangle",
    w: float = 100.0,
    h: float = 60.0,
    fill: str = "",
    rotation: float = 0.0,
    parent: str = "",
    order: str = "A",
) -> Element:
    """A shape whose upper left corner is at x, y."""
    style = Style(width=2.0, fill=fill)
    place, page = Rect(x, y, x + w, y + h), ElementId(parent)
    return shape_element(ElementId(id), form, place, order=order, style=style, parent=page, rotation=rotation)


def arrow(
    id: str,
    start: Element | tuple[float, float],
    end: Element | tuple[float, float],
    *,
    form: str = "straight",
    bend: float = 0.0,
    order: str = "B",
) -> Element:
    """An arrow between elements, aiming at their middles, or places."""
    connector = connector_element(
        ElementId(id),
        form,
        Point(0.0, 0.0) if isinstance(start, Element) else Point(*start),
        Point(1.0, 1.0) if isinstance(end, Element) else Point(*end),
        order=order,
        style=Style(width=2.0, head="arrow"),
        parent=FIRST,
        bend=bend,
        start_binding=Binding(start.id) if isinstance(start, Element) else None,
        end_binding=Binding(end.id) if isinstance(end, Element) else None,
    )
    there = {element.id: element for element in (start, end) if isinstance(element, Element)}
    return led(connector, there.get)
