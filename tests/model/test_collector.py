"""A board of 100,000 elements gives Python's garbage collector nothing to walk through: 50 ms a pass otherwise."""

from __future__ import annotations

import gc

from whiteboard.model.document import Stamp
from whiteboard.model.element import Author, Element, ElementId, Geometry
from whiteboard.model.style import Style


def test_the_collector_does_not_track_elements_and_what_they_are_made_of() -> None:
    element = Element(id=ElementId("a"), kind="stroke", geometry=Geometry(x=1.0, y=2.0), order="1", style=Style())
    stamp = Stamp(author=Author("ann"), at=3.0)
    for value in (element, element.geometry, element.style, stamp):
        assert not gc.is_tracked(value)
