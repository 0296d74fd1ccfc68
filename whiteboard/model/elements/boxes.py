"""What every kind that lives in a box checks."""

from __future__ import annotations

from whiteboard.model.element import Element

from .kind import Invalid


def check_box(element: Element) -> None:
    if element.geometry.w < 0 or element.geometry.h < 0:
        raise Invalid("a box with a negative side")
