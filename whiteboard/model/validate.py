"""Checks an operation from outside before anybody applies it: numbers finite and in range, texts short (SPEC D4).

Values are refused, never repaired. Roles, locks and ownership are the server's business.
"""

from __future__ import annotations

import math
import re
from typing import assert_never

from msgspec import UNSET

from .element import MAX_POSITION, Element, Geometry
from .elements import kind_of
from .elements.kind import Invalid
from .op import Op, Patch, Put, Remove, target
from .order import is_order
from .style import MAX_WIDTH, Style

MAX_ID_LENGTH = 64
MAX_KIND_LENGTH = 32
MAX_TEXT_LENGTH = 20_000

_ID = re.compile(r"[A-Za-z0-9_~:.-]{1,64}")
_COLOR = re.compile(r"#[0-9a-f]{6}")


def check_op(op: Op) -> None:
    """Raise Invalid if the operation breaks a rule that needs no knowledge of the document."""
    if not _ID.fullmatch(target(op)):
        raise Invalid("a bad element id")
    match op:
        case Put():
            check_element(op.element)
        case Patch():
            if op.geometry is not UNSET:
                check_geometry(op.geometry)
            if op.style is not UNSET:
                check_style(op.style)
            if op.text is not UNSET:
                check_text(op.text)
            if op.order is not UNSET:
                check_order(op.order)
        case Remove():
            pass
        case _:
            assert_never(op)


def check_element(element: Element) -> None:
    """Raise Invalid if the element breaks a rule, whatever made it what it is."""
    if not 0 < len(element.kind) <= MAX_KIND_LENGTH or not element.kind.isascii():
        raise Invalid("a bad kind")
    check_geometry(element.geometry)
    check_style(element.style)
    check_text(element.text)
    check_order(element.order)
    kind_of(element).check(element)


def check_geometry(geometry: Geometry) -> None:
    for number in (geometry.x, geometry.y, geometry.w, geometry.h, geometry.rotation):
        if not math.isfinite(number) or abs(number) > MAX_POSITION:
            raise Invalid("a position or size that is not finite or too large")
    if geometry.parent and not _ID.fullmatch(geometry.parent):
        raise Invalid("a bad parent id")


def check_style(style: Style) -> None:
    if not _COLOR.fullmatch(style.color):
        raise Invalid("a colour that is not #rrggbb")
    if not (math.isfinite(style.width) and 0 < style.width <= MAX_WIDTH):
        raise Invalid("a width out of range")
    if len(style.ink) > MAX_KIND_LENGTH:
        raise Invalid("a bad ink")


def check_text(text: str) -> None:
    if len(text) > MAX_TEXT_LENGTH:
        raise Invalid("a text that is too long")


def check_order(order: str) -> None:
    if not is_order(order):
        raise Invalid("a bad order key")
