"""Small makers of pages and of what is on them."""

from __future__ import annotations

import msgspec

from tests.doubles.board import stroke
from whiteboard.model.content import Content
from whiteboard.model.element import PAGE, Element, ElementId, Geometry


def page(id: str, order: str, *, gone: bool = False, paper: str = "", title: str = "") -> Element:
    return Element(
        id=ElementId(id),
        kind=PAGE,
        geometry=Geometry(0.0, 0.0),
        order=order,
        content=Content(gone=gone, paper=paper, title=title),
    )


def drawn_on(id: str, page: str, x: float = 0.0, y: float = 0.0) -> Element:
    """A stroke on a page, as `geometry.parent` names it."""
    made = stroke(id, x, y)
    return msgspec.structs.replace(made, geometry=msgspec.structs.replace(made.geometry, parent=ElementId(page)))
