"""A board with a bit of everything on two pages, for what goes out and comes in."""

from __future__ import annotations

import msgspec

from tests.protocol.test_pictures import drawn
from tests.render.pictures import highlighter, stroke
from tests.render.test_painters import SAMPLES
from whiteboard.model.content import AssetId, Content
from whiteboard.model.document import Document
from whiteboard.model.element import IMAGE, PAGE, TEXT, Element, ElementId, Geometry
from whiteboard.protocol.pictures import asset_id

PICTURE = drawn("png", 120, 80)


def picture(id: AssetId) -> bytes | None:
    return PICTURE if id == asset_id(PICTURE) else None


def lesson() -> Document:
    """Every kind of element, spread out on the first page; a text and a highlighter on the second, which is squared."""
    elements = []
    for place, element in enumerate(sample for samples in SAMPLES.values() for sample in samples):
        g = element.geometry
        moved = msgspec.structs.replace(g, x=g.x + place % 4 * 300, y=g.y + place // 4 * 260)
        content = Content(asset=asset_id(PICTURE)) if element.kind == IMAGE else element.content
        elements.append(msgspec.structs.replace(element, id=ElementId(f"e{place}"), geometry=moved, content=content))
    page = Element(
        id=ElementId("p2"), kind=PAGE, geometry=Geometry(0.0, 0.0), order="B", content=Content(paper="squared")
    )
    there = [
        Element(
            id=ElementId("t"),
            kind=TEXT,
            geometry=Geometry(x=40.0, y=40.0, w=260.0, h=40.0),
            order="A",
            text="Photosynthesis <&>",
        ),
        stroke("s", (40, 120), (240, 140)),
        highlighter("h", (40, 130), (240, 130)),
    ]
    put = [msgspec.structs.replace(e, geometry=msgspec.structs.replace(e.geometry, parent=page.id)) for e in there]
    return Document([*elements, page, *put])
