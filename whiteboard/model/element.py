"""An element of a board: one thing somebody drew, as a value made of property groups.

Every kind of element (stroke, and later shape, text, image ...) has the same groups, each written and merged whole
(SPEC D1). What a kind means by them is in `elements/`; a kind that nobody here knows is kept and shown as a placeholder
(SPEC D6).
"""

from __future__ import annotations

import string
from typing import Any, NewType

import msgspec

from .content import NO_CONTENT, Content
from .style import Style

ElementId = NewType("ElementId", str)
"""Unique on its board; made by the client that draws the element."""

Author = NewType("Author", str)
"""The public id of a client on a board: what others see of who drew something. Computed by the server."""

MAX_POSITION = 1e9
"""Positions and sizes are finite and within this many board units of the origin."""

STROKE = "stroke"
SHAPE = "shape"
CONNECTOR = "connector"
TEXT = "text"
NOTE = "note"
IMAGE = "image"
INSTRUMENT = "instrument"
PAGE = "page"

UNPAINTED: tuple[str, ...] = (PAGE, INSTRUMENT)
"""Kinds that are no part of a picture of the board: pages have none, and instruments lie above it on the screen."""

FIRST_PAGE = ElementId("first")
"""The page that every board has. It needs no element, unless it has a paper or a title; its children name no parent."""


class Geometry(msgspec.Struct, frozen=True, gc=False, omit_defaults=True, forbid_unknown_fields=True):
    """Where an element is: origin and size in board units, rotation in radians clockwise about the middle of the box.

    `parent` is the page; empty: the board's first. A connector's `w` and `h` lead from its start to its end and may be
    negative; all others are at least 0.
    """

    x: float
    y: float
    w: float = 0.0
    h: float = 0.0
    rotation: float = 0.0
    parent: ElementId = ElementId("")


class Element(msgspec.Struct, frozen=True, gc=False, omit_defaults=True, forbid_unknown_fields=True, kw_only=True):
    """One element. `ext` carries what a newer version added: kept and passed on untouched.

    `group` names the group that it belongs to, "" for none; groups within groups are a path, the outermost first:
    "g1/g2". A group is no element of its own.

    The garbage collector does not look at elements: they come from JSON or plain values, so none is part of a cycle.
    """

    id: ElementId
    kind: str
    geometry: Geometry
    order: str
    style: Style = Style()
    points: bytes = b""
    text: str = ""
    lock: bool = False
    group: str = ""
    content: Content = NO_CONTENT
    ext: dict[str, Any] = {}


GROUPS = ("geometry", "style", "text", "points", "order", "lock", "group", "content", "ext")
"""The property groups of an element, by the name of their field (SPEC D1)."""


_DIGITS = string.digits + string.ascii_letters


def element_id(chance: int) -> ElementId:
    """The id that 64 random bits make: 11 letters and digits, none of which means anything to a shell or in XML."""
    digits = []
    for _ in range(11):
        chance, digit = divmod(chance, len(_DIGITS))
        digits.append(_DIGITS[digit])
    return ElementId("".join(digits))


def page_of(element: Element) -> ElementId:
    """The page that an element is on."""
    return element.geometry.parent or FIRST_PAGE


def in_paint_order(element: Element) -> tuple[str, str]:
    """The sort key of painting: lower is further back (SPEC D3)."""
    return element.order, element.id
