"""A shape: an outline in a box, perhaps filled, with a label inside. `content.form` names it (SHAPE_FORMS)."""

from __future__ import annotations

from whiteboard.model.content import SHAPE_FORMS
from whiteboard.model.element import SHAPE, Element
from whiteboard.model.geometry import Rect

from . import boxed
from .boxes import check_box
from .kind import Invalid, Kind


def bounds(element: Element) -> Rect:
    return boxed.bounds(element).grown(element.style.width / 2)


def check(element: Element) -> None:
    if element.content.form not in SHAPE_FORMS:
        raise Invalid(f"no shape {element.content.form!r}")
    check_box(element)


KIND = Kind(SHAPE, bounds, check, text=True, bindable=True)
