"""An image. The picture itself is an asset, kept and sent once for each content hash; the element only names it."""

from __future__ import annotations

from whiteboard.model.element import IMAGE, Element

from . import boxed
from .boxes import check_box
from .kind import Invalid, Kind


def check(element: Element) -> None:
    if not element.content.asset:
        raise Invalid("an image without an asset")
    check_box(element)


KIND = Kind(IMAGE, boxed.bounds, check, bindable=True)
