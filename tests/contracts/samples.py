"""One element or more of every kind and form, made from the registries: a kind without a sample fails here."""

from __future__ import annotations

import math

import msgspec

from tests.exchange.lesson import PICTURE
from tests.render.test_painters import SAMPLES
from whiteboard.model.content import CONNECTOR_FORMS, INSTRUMENT_FORMS, SHAPE_FORMS, Content
from whiteboard.model.element import CONNECTOR, IMAGE, INSTRUMENT, PAGE, SHAPE, Element, ElementId, Geometry
from whiteboard.model.elements import KINDS
from whiteboard.model.elements.shape import POLYGON
from whiteboard.model.geometry import Point
from whiteboard.model.points import InkPoint, pack
from whiteboard.model.style import Style
from whiteboard.protocol.pictures import PNG, asset_id
from whiteboard.tools.connector_ends import end_moved

BOX = Geometry(x=30.0, y=40.0, w=160.0, h=90.0)
CORNERS = pack([InkPoint(0, 0, 0), InkPoint(1600, 400, 0), InkPoint(800, 900, 0)])


def _shape(form: str) -> Element:
    points = CORNERS if form == POLYGON else b""
    style = Style(color="#1971c2", width=6.0)
    return Element(
        id=ElementId(form), kind=SHAPE, geometry=BOX, order="A", style=style, content=Content(form=form), points=points
    )


def _connector(form: str) -> Element:
    style = Style(width=6.0, head="arrow", tail="dot")
    content = Content(form=form, bend=0.2 if form == "curved" else 0.0)
    made = Element(id=ElementId(form), kind=CONNECTOR, geometry=BOX, order="A", style=style, content=content)
    return end_moved(made, Point(240.0, 180.0), {made.id: made}.get, head=True)


def _instrument(form: str) -> Element:
    return Element(id=ElementId(form), kind=INSTRUMENT, geometry=BOX, order="A", content=Content(form=form))


def _page() -> Element:
    content = Content(paper="squared", title="Homework")
    return Element(id=ElementId("page"), kind=PAGE, geometry=Geometry(0.0, 0.0), order="B", content=content)


def _all() -> dict[str, Element]:
    made = [element for kind in KINDS for element in SAMPLES.get(kind, ())]
    made += [_shape(form) for form in SHAPE_FORMS] + [_connector(form) for form in CONNECTOR_FORMS]
    made += [_instrument(form) for form in INSTRUMENT_FORMS] + [_page()]
    content = Content(asset=asset_id(PICTURE), type=PNG, alt="a blue picture")
    seen: dict[str, Element] = {}
    for element in made:
        base = f"{element.kind}-{element.content.form}".rstrip("-")
        name = next(n for k in range(99) if (n := base if not k else f"{base}-{k + 1}") not in seen)
        if element.kind == IMAGE:
            element = msgspec.structs.replace(element, content=content)
        seen[name] = msgspec.structs.replace(element, id=ElementId(name))
    return seen


EVERY = _all()
PAINTED = {name: element for name, element in EVERY.items() if element.kind != PAGE}
FREE = {name: element for name, element in PAINTED.items() if element.kind != INSTRUMENT}
"""Those that are part of a picture of the board."""


def spread(*, parent: str = "") -> list[Element]:
    """All that is painted, in rows beside one another; ids and orders are their own."""
    rows = math.ceil(math.sqrt(len(PAINTED)))
    laid = []
    for number, element in enumerate(PAINTED.values()):
        g = element.geometry
        place = msgspec.structs.replace(
            g, x=g.x + number % rows * 400, y=g.y + number // rows * 300, parent=ElementId(parent)
        )
        laid.append(msgspec.structs.replace(element, geometry=place, order=f"A{number:03}V"))
    return laid
