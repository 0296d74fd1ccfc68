"""Checks an operation from outside before anybody applies it: numbers finite and in range, texts short (SPEC D4).

Values are refused, never repaired. Roles, locks and ownership are the server's business.
"""

from __future__ import annotations

import math
import re
from typing import Any, assert_never

from msgspec import UNSET

from .content import Binding, Content
from .element import MAX_POSITION, Element, Geometry
from .elements import kind_of
from .elements.kind import Invalid
from .op import Op, Patch, Put, Remove, Retype, target
from .order import is_order
from .style import ALIGNMENTS, DASHES, MAX_FONT_SIZE, MAX_WIDTH, MIN_FONT_SIZE, TIPS, Font, Style
from .text_merge import MAX_TEXT_LENGTH as MAX_TEXT_LENGTH

MAX_ID_LENGTH = 64
MAX_KIND_LENGTH = 32
MAX_NAME_LENGTH = 64
MAX_WORDS_LENGTH = 500
MAX_BEND = 4.0
MAX_EXT_DEPTH = 16
"""How deep lists and objects in `ext` may nest: who reads it must not run out of stack."""

MAX_EXT_INTEGER = 2**63 - 1
"""The largest whole number in `ext`, and with a minus the smallest: not every format knows larger ones."""

_ID = re.compile(r"[A-Za-z0-9_~:.-]{1,64}")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")  # all but tab and new line
_KIND = re.compile(r"[!-~]{1,32}")
_GROUP = re.compile(r"(?:[A-Za-z0-9_~.-]{1,64}(?:/[A-Za-z0-9_~.-]{1,64}){0,7})?")
_ASSET = re.compile(r"(?:[0-9a-f]{64})?")
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
            if op.group is not UNSET:
                check_group(op.group)
            if op.content is not UNSET:
                check_content(op.content)
            if op.ext is not UNSET:
                check_ext(op.ext)
        case Retype():
            check_text(op.base)
            check_text(op.text)
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
    check_group(element.group)
    check_content(element.content)
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
    if not 0 <= style.opacity <= 1:  # false for NaN too
        raise Invalid("an opacity out of range")
    if style.fill and not _COLOR.fullmatch(style.fill):
        raise Invalid("a fill that is not #rrggbb")
    if style.dash not in DASHES:
        raise Invalid("a bad dash")
    if style.tail not in TIPS or style.head not in TIPS:
        raise Invalid("a bad tip")
    if style.font is not None:
        check_font(style.font)


def check_font(font: Font) -> None:
    if not MIN_FONT_SIZE <= font.size <= MAX_FONT_SIZE:
        raise Invalid("a font size out of range")
    if font.align not in ALIGNMENTS:
        raise Invalid("a bad alignment")
    if len(font.family) > MAX_KIND_LENGTH or not font.family.isprintable():
        raise Invalid("a bad font family")


def check_group(group: str) -> None:
    if not _GROUP.fullmatch(group):
        raise Invalid("a bad group")


def check_content(content: Content) -> None:
    for name in (content.form, content.paper, content.type):
        if len(name) > MAX_NAME_LENGTH or not name.isprintable():
            raise Invalid("a bad name of a form, paper or type")
    for words in (content.by, content.title, content.alt):
        if len(words) > MAX_WORDS_LENGTH:
            raise Invalid("a name or title that is too long")
        check_text(words)
    if not _ASSET.fullmatch(content.asset):
        raise Invalid("a bad asset id")
    if not abs(content.bend) <= MAX_BEND:
        raise Invalid("a bend out of range")
    for binding in (content.start, content.end):
        if binding is not None:
            check_binding(binding)


def check_binding(binding: Binding) -> None:
    if not _ID.fullmatch(binding.to):
        raise Invalid("a bad id of an element to stick to")
    if not (-1 <= binding.u <= 2 and -1 <= binding.v <= 2):
        raise Invalid("an end that is too far from what it sticks to")


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
        if any(isinstance(inner, int) and abs(inner) > MAX_EXT_INTEGER for inner in level):
            raise Invalid("extras with a number that is too large")
        level = [inner for inner in level if isinstance(inner, (dict, list, tuple))]
        if not level:
            return
    raise Invalid("extras that are nested too deep")
