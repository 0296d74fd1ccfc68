"""Values that many elements have in common, kept once: a board of 100,000 strokes knows a few dozen styles.

A decoder makes a new kind, style, parent, size and author for each element that it reads. Whoever decodes many (a
snapshot, a file, the app's store) lets each pass through here, beside the window's loop: 0.8 us an element, which has
then 128 bytes less than with a kind and a size of its own.
"""

from __future__ import annotations

from typing import Any

from msgspec.structs import force_setattr

from .document import Stamp
from .element import Author, Element, ElementId, Geometry
from .style import Style


class Shared:
    """What was seen so far. The parts of frozen values are replaced by equal ones, which nobody can tell."""

    def __init__(self) -> None:
        self._kinds: dict[str, str] = {}
        self._styles: dict[Style, Style] = {}
        self._parents: dict[ElementId, ElementId] = {}
        self._sides: dict[float, float] = {}
        self._authors: dict[Author, Author] = {}
        self._no_ext: dict[str, Any] = {}

    def element(self, element: Element) -> Element:
        """The element itself, its parts shared with those before it."""
        kind = self._kinds.setdefault(element.kind, element.kind)
        if kind is not element.kind:
            force_setattr(element, "kind", kind)
        style = self._styles.setdefault(element.style, element.style)
        if style is not element.style:
            force_setattr(element, "style", style)
        self._share_within(element.geometry)
        if not element.ext:
            force_setattr(element, "ext", self._no_ext)
        return element

    def _share_within(self, place: Geometry) -> None:
        """Sides of strokes are multiples of 1/16: where 100,000 are written, there are 6,000 lengths of them."""
        if place.w > 0 and (width := self._sides.setdefault(place.w, place.w)) is not place.w:  # 0.0 equals -0.0
            force_setattr(place, "w", width)
        if place.h > 0 and (height := self._sides.setdefault(place.h, place.h)) is not place.h:
            force_setattr(place, "h", height)
        if place.parent:
            force_setattr(place, "parent", self._parents.setdefault(place.parent, place.parent))

    def stamp(self, stamp: Stamp) -> Stamp:
        """The stamp itself, its author shared."""
        force_setattr(stamp, "author", self._authors.setdefault(stamp.author, stamp.author))
        return stamp
