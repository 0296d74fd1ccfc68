"""Small makers of elements with a box, and a hand that has them before it."""

from __future__ import annotations

from tests.doubles.hand import Hand
from whiteboard.model.content import Content
from whiteboard.model.element import SHAPE, TEXT, Element, ElementId, Geometry
from whiteboard.model.style import Style


def shape(
    id: str,
    x: float,
    y: float,
    w: float = 100.0,
    h: float = 60.0,
    *,
    rotation: float = 0.0,
    order: str = "",
    group: str = "",
    lock: bool = False,
    fill: str = "#ffffff",
) -> Element:
    """A filled rectangle; of several that are named a, b, c the later lies above."""
    return Element(
        id=ElementId(id),
        kind=SHAPE,
        geometry=Geometry(x=x, y=y, w=w, h=h, rotation=rotation),
        order=order or id.upper(),
        style=Style(fill=fill),
        group=group,
        lock=lock,
        content=Content(form="rectangle"),
    )


def text(id: str, x: float, y: float, w: float = 80.0, h: float = 30.0) -> Element:
    return Element(id=ElementId(id), kind=TEXT, geometry=Geometry(x=x, y=y, w=w, h=h), order=id.upper(), text="words")


def before(*elements: Element, snapping: bool = False) -> Hand:
    """A hand with the select tool; nothing snaps unless wanted."""
    hand = Hand(*elements).take("select")
    hand.editor.snapping = snapping
    return hand


def box(hand: Hand, id: str) -> tuple[float, float, float, float]:
    """x, y, width and height of an element's box, rounded."""
    g = hand.element(id).geometry
    return round(g.x, 3), round(g.y, 3), round(g.w, 3), round(g.h, 3)
