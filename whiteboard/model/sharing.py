"""Values that many elements have in common, kept once: a board of 100,000 strokes knows a few dozen styles.

A decoder makes a new style, parent and author for each element that it reads. Whoever decodes many (a snapshot, a file,
the app's store) lets each pass through here, beside the window's loop: 0.4 us an element.
"""

from __future__ import annotations

from typing import Any

from msgspec.structs import force_setattr

from .document import Stamp
from .element import Author, Element, ElementId
from .style import Style


class Shared:
    """What was seen so far. The parts of frozen values are replaced by equal ones, which nobody can tell."""

    def __init__(self) -> None:
        self._styles: dict[Style, Style] = {}
        self._parents: dict[ElementId, ElementId] = {}
        self._authors: dict[Author, Author] = {}
        self._no_ext: dict[str, Any] = {}

    def element(self, element: Element) -> Element:
        """The element itself, its parts shared with those before it."""
        style = self._styles.setdefault(element.style, element.style)
        if style is not element.style:
            force_setattr(element, "style", style)
        if element.geometry.parent:
            parent = element.geometry.parent
            force_setattr(element.geometry, "parent", self._parents.setdefault(parent, parent))
        if not element.ext:
            force_setattr(element, "ext", self._no_ext)
        return element

    def stamp(self, stamp: Stamp) -> Stamp:
        """The stamp itself, its author shared."""
        force_setattr(stamp, "author", self._authors.setdefault(stamp.author, stamp.author))
        return stamp
