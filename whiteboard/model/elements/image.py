"""An image. The picture itself is an asset, kept and sent once for each content hash; the element only names it."""

from __future__ import annotations

from whiteboard.model.content import AssetId, Content
from whiteboard.model.element import IMAGE, Element, ElementId, Geometry

from . import boxed
from .boxes import check_box
from .kind import Invalid, Kind


def image(
    id: ElementId, asset: AssetId, type: str, geometry: Geometry, order: str, *, alt: str = "", lock: bool = False
) -> Element:
    """A picture in a box; `alt` says in words what there is to see."""
    content = Content(asset=asset, type=type, alt=alt)
    return Element(id=id, kind=IMAGE, geometry=geometry, order=order, content=content, lock=lock)


def check(element: Element) -> None:
    if not element.content.asset:
        raise Invalid("an image without an asset")
    check_box(element)


KIND = Kind(IMAGE, boxed.bounds, check, bindable=True)
