"""An instrument for drawing along: ruler, set square, protractor or compass; `content.form` names it.

It lies above everything else on its page, is never part of a picture of the board, and is not rubbed out. All its parts
are at places of its box before that is turned: "local" points, from the upper left corner, in board units.
"""

from __future__ import annotations

import math

import msgspec

from whiteboard.model.content import INSTRUMENT_FORMS, Content
from whiteboard.model.element import INSTRUMENT, Element, ElementId, Geometry
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.transform import Transform

from . import boxed
from .boxes import check_box
from .kind import Invalid, Kind

RULER, SET_SQUARE, PROTRACTOR, COMPASS = INSTRUMENT_FORMS

CM = 40.0
"""A centimetre of every scale, in board units."""

SIZES: dict[str, tuple[float, float]] = {
    RULER: (16 * CM, 2 * CM),
    SET_SQUARE: (13 * CM, 7.5 * CM),
    PROTRACTOR: (10 * CM, 5.5 * CM),
    COMPASS: (3 * CM, 4 * CM),
}
"""Width and height of each as it is laid on the board."""

RULER_MARGIN = CM / 2
"""The ruler's scale begins and ends so far inside its ends."""

LONGEST = 500 * CM
"""Every millimetre of it is painted."""

SMALLEST_RADIUS, LARGEST_RADIUS = CM / 2, 50 * CM
_GRIP = 0.9 * CM


def check(element: Element) -> None:
    if element.content.form not in INSTRUMENT_FORMS:
        raise Invalid(f"no instrument {element.content.form!r}")
    check_box(element)
    if max(element.geometry.w, element.geometry.h) > LONGEST:
        raise Invalid("an instrument that is too long")


def laid(id: ElementId, form: str, middle: Point, order: str, page: ElementId) -> Element:
    """A new instrument around this point."""
    w, h = SIZES[form]
    geometry = Geometry(x=middle.x - w / 2, y=middle.y - h / 2, w=w, h=h, parent=page)
    return Element(id=id, kind=INSTRUMENT, geometry=geometry, order=order, content=Content(form=form))


def to_board(g: Geometry) -> Transform:
    """From local points to where they are."""
    return Transform.turning(g.rotation, boxed.center(g)).after(Transform.moving(Point(g.x, g.y)))


def local(g: Geometry, point: Point) -> Point:
    """The local point that is there on the board."""
    x, y = Transform.turning(-g.rotation, boxed.center(g))(point)
    return Point(x - g.x, y - g.y)


def turned(element: Element, rotation: float) -> Element:
    """The same instrument at this rotation, about the middle of its box."""
    g = msgspec.structs.replace(element.geometry, rotation=boxed.wrapped(rotation))
    return msgspec.structs.replace(element, geometry=g)


def moved(element: Element, by: Point) -> Element:
    g = msgspec.structs.replace(element.geometry, x=element.geometry.x + by.x, y=element.geometry.y + by.y)
    return msgspec.structs.replace(element, geometry=g)


# ------------------------------------------------------------ their parts, as local points


def outline(element: Element) -> tuple[Point, ...]:
    """The corners of a ruler or a set square, clockwise."""
    g = element.geometry
    if element.content.form == SET_SQUARE:
        return Point(0, 0), Point(g.w, g.h), Point(0, g.h)
    return Point(0, 0), Point(g.w, 0), Point(g.w, g.h), Point(0, g.h)


def protractor_center(g: Geometry) -> Point:
    """Where the degrees are measured: the middle of the arc, whose radius is half of the width."""
    return Point(g.w / 2, g.w / 2)


def closer(element: Element) -> Point:
    """The button that puts the instrument away."""
    g = element.geometry
    match element.content.form:
        case "set_square":
            return _beside_hypotenuse(g, 0.3)
        case "protractor":
            return Point(g.w / 2 + CM, g.w / 2 - 0.75 * CM)
        case "compass":
            return Point(g.w / 2 - 0.5 * CM, 0.35 * CM)
        case _:
            return Point(0.5 * CM, g.h - 0.5 * CM)


def turner(element: Element) -> Point:
    """The handle that turns it; a compass', which changes its radius too, is on the leg above the pencil."""
    g = element.geometry
    match element.content.form:
        case "set_square":
            return _beside_hypotenuse(g, 0.5)
        case "protractor":
            return Point(g.w / 2 - CM, g.w / 2 - 0.75 * CM)
        case "compass":
            leg = math.hypot(g.w / 2, g.h) or 1.0
            share = min(1.2 * _GRIP / leg, 0.6)
            return Point(g.w - share * g.w / 2, g.h - share * g.h)
        case _:
            return Point(g.w - 0.5 * CM, g.h - 0.5 * CM)


def covers(element: Element, point: Point) -> bool:
    """Whether the body is above this point of the board."""
    g = element.geometry
    x, y = local(g, point)
    if not (0 <= x <= g.w and 0 <= y <= g.h):
        return False
    match element.content.form:
        case "set_square":
            return y * g.w >= x * g.h
        case "protractor":
            cx, cy = protractor_center(g)
            return y >= cy or math.hypot(x - cx, y - cy) <= g.w / 2
        case "compass":
            across = abs(x - g.w / 2)
            return abs(across - (y / g.h if g.h else 0) * g.w / 2) <= CM / 4
        case _:
            return True


# ------------------------------------------------------------ the compass


def needle(g: Geometry) -> Point:
    """Where the compass stands on the board."""
    return to_board(g)(Point(0, g.h))


def pencil(g: Geometry) -> Point:
    """Where it draws."""
    return to_board(g)(Point(g.w, g.h))


def opened(element: Element, radius: float, angle: float) -> Element:
    """The compass with its needle where it is, and its pencil at this distance and angle (clockwise from right)."""
    g = element.geometry
    at = needle(g)
    radius = min(max(radius, SMALLEST_RADIUS), LARGEST_RADIUS)
    way = Transform.turning(angle, Point(0, 0)).direction(Point(radius / 2, -g.h / 2))
    middle = Point(at.x + way.x, at.y + way.y)
    rotation = boxed.wrapped(angle)
    g = msgspec.structs.replace(g, x=middle.x - radius / 2, y=middle.y - g.h / 2, w=radius, rotation=rotation)
    return msgspec.structs.replace(element, geometry=g)


def bounds(element: Element) -> Rect:
    return boxed.bounds(element)


def _beside_hypotenuse(g: Geometry, share: float) -> Point:
    length = math.hypot(g.w, g.h) or 1.0
    inwards = 0.55 * CM / length
    return Point(share * g.w - inwards * g.h, share * g.h + inwards * g.w)


KIND = Kind(INSTRUMENT, bounds, check)
