"""Which pictures a board uses is known without looking through it."""

from __future__ import annotations

from whiteboard.model.content import AssetId, Content
from whiteboard.model.document import Document
from whiteboard.model.element import IMAGE, Element, ElementId, Geometry
from whiteboard.model.op import Patch, Put, Remove
from whiteboard.model.references import References

CAT, DOG = AssetId("c" * 64), AssetId("d" * 64)


def image(id: str, asset: AssetId) -> Element:
    return Element(id=ElementId(id), kind=IMAGE, geometry=Geometry(x=0, y=0), order="A", content=Content(asset=asset))


def test_references_follow_the_document() -> None:
    document = Document([image("a", CAT)])
    references = References(document)
    assert references.follow(document.apply([Put(image("b", DOG)), Put(image("c", CAT))]))
    assert set(references.assets) == {CAT, DOG}
    assert not references.follow(document.apply([Remove(ElementId("a"))]))
    assert references.follow(document.apply([Patch(id=ElementId("c"), content=Content(asset=DOG))]))
    assert references.assets == (DOG,)
    assert references.users(DOG) == {"b", "c"}
    assert not references.users(CAT)
    assert references.assets == References(document).assets
