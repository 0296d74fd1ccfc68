"""What many decoded elements have in common is kept once, and nothing of it changes."""

import math

import msgspec

from whiteboard.model.document import Stamp
from whiteboard.model.element import CONNECTOR, STROKE, Element, ElementId, Geometry
from whiteboard.model.sharing import Shared
from whiteboard.model.style import Style

PAGE = ElementId("second")


def decoded(*elements: Element) -> list[Element]:
    """As they come from a file or the network."""
    return msgspec.json.decode(msgspec.json.encode(elements), type=list[Element])


def stroke(id: str, place: Geometry) -> Element:
    return Element(id=ElementId(id), kind=STROKE, geometry=place, order=id, style=Style("#e03131", 4.5), points=b"abc")


def test_elements_are_the_same_afterwards() -> None:
    written = [
        stroke("a", Geometry(0.5, 1.25, 30.0625, 12.5, parent=PAGE)),
        stroke("b", Geometry(-7.0, 3.0, 30.0625, 12.5, 0.25, parent=PAGE)),
        Element(id=ElementId("c"), kind="unheard of", geometry=Geometry(1.0, 2.0), order="c", ext={"new": [1]}),
    ]
    shared = Shared()
    assert [shared.element(element) for element in decoded(*written)] == written


def test_what_is_equal_is_kept_once() -> None:
    shared = Shared()
    a, b = (
        shared.element(element)
        for element in decoded(*(stroke(id, Geometry(0.5, 1.25, 30.0625, 12.5, parent=PAGE)) for id in "ab"))
    )
    assert a.kind is b.kind
    assert a.style is b.style
    assert a.geometry.w is b.geometry.w
    assert a.geometry.h is b.geometry.h
    assert a.geometry.parent is b.geometry.parent
    assert a.ext is b.ext
    first, second = map(shared.stamp, msgspec.json.decode(b'[["someone", 1], ["someone", 2]]', type=list[Stamp]))
    assert first.author is second.author


def test_a_line_that_leads_back_keeps_its_sign() -> None:
    """A connector's sides lead from its start to its end: -0.0 equals 0.0, but is not the same."""
    shared = Shared()
    for height in (0.0, -0.0, -3.0):
        drawn = Element(id=ElementId("c"), kind=CONNECTOR, geometry=Geometry(0.0, 0.0, 5.0, height), order="c")
        (found,) = decoded(drawn)
        assert math.copysign(1, shared.element(found).geometry.h) == math.copysign(1, height)
