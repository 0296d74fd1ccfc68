"""Checks an operation from outside before anybody applies it: numbers finite and in range, texts short (SPEC D4).

Values are refused, never repaired. Roles, locks and ownership are the server's business.
"""

from __future__ import annotations

import math
import re
from typing import Any, assert_never

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
MAX_EXT_DEPTH = 16
"""How deep lists and objects in `ext` may nest: who reads it must not run out of stack."""

_ID = re.compile(r"[A-Za-z0-9_~:.-]{1,64}")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")  # all but tab and new line
_KIND = re.compile(r"[!-~]{1,32}")
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
            if op.ext is not UNSET:
                check_ext(op.ext)
        case Remove():
            pass
        case _:
            assert_never(op)


def check_element(element: Element) -> None:
    """Raise Invalid if the element breaks a rule, whatever made it what it is."""
    if not _KIND.fullmatch(element.kind):
        raise Invalid("a bad kind")
    check_geometry(element.geometry)
    check_style(element.style)
    check_text(element.text)
    check_order(element.order)
    check_ext(element.ext)
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
    if len(style.ink) > MAX_KIND_LENGTH or not style.ink.isprintable():
        raise Invalid("a bad ink")


def check_text(text: str) -> None:
    if len(text) > MAX_TEXT_LENGTH:
        raise Invalid("a text that is too long")
    if _CONTROL.search(text):
        raise Invalid("a text with control characters")


def check_order(order: str) -> None:
    if not is_order(order):
        raise Invalid("a bad order key")


def check_ext(ext: dict[str, Any]) -> None:
    level: list[Any] = [ext]
    for _ in range(MAX_EXT_DEPTH):
        level = [inner for outer in level for inner in (outer.values() if isinstance(outer, dict) else outer)]
        level = [inner for inner in level if isinstance(inner, (dict, list, tuple))]
        if not level:
            return
    raise Invalid("extras that are nested too deep")
