"""Checks many elements at once: what `model.validate` says of each, for strokes in a twentieth of the time.

A board may have 100,000 strokes with five million points, and somebody waits for the first picture. What is not a plain
stroke, and every batch in which anything is wrong, is checked one by one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from whiteboard.model.content import NO_CONTENT
from whiteboard.model.element import MAX_POSITION, STROKE, Element
from whiteboard.model.elements.kind import Invalid
from whiteboard.model.op import Put
from whiteboard.model.order import MAX_LENGTH
from whiteboard.model.points import MAX_COORDINATE, MAX_POINTS, MAX_PRESSURE, UNITS_PER_BOARD_UNIT, BadPoints
from whiteboard.model.style import INKS, Style
from whiteboard.model.validate import check_op, check_style

from .packed import measured

AT_ONCE = 500
"""So many are best checked together."""

_ID = re.compile(r"[A-Za-z0-9_~:.-]{1,64}")
_ORDER = re.compile(rf"[0-9A-Za-z]{{0,{MAX_LENGTH - 1}}}[1-9A-Za-z]")


class Checker:
    """Remembers the styles that were found to be good."""

    def __init__(self) -> None:
        self._good: set[Style] = set()

    def sound(self, elements: Sequence[Element]) -> list[bool]:
        """Which of the elements break no rule."""
        plain = [self._is_plain(element) for element in elements]
        strokes = [element for element, is_plain in zip(elements, plain, strict=True) if is_plain]
        if _all_in_order(strokes):
            return [is_plain or _is_sound(element) for element, is_plain in zip(elements, plain, strict=True)]
        return [_is_sound(element) for element in elements]

    def _is_plain(self, element: Element) -> bool:
        """Whether it is a stroke of which nothing but its points and its place is still to be checked."""
        return (
            element.kind == STROKE
            and not element.text
            and not element.group
            and not element.ext
            and element.content == NO_CONTENT
            and (not element.geometry.parent or _ID.fullmatch(element.geometry.parent) is not None)
            and _ID.fullmatch(element.id) is not None
            and _ORDER.fullmatch(element.order) is not None
            and (element.style in self._good or self._is_good(element.style))
        )

    def _is_good(self, style: Style) -> bool:
        try:
            check_style(style)
        except Invalid:
            return False
        if style.ink in INKS:
            self._good.add(style)
        return style.ink in INKS


def all_sound(elements: Sequence[Element]) -> bool:
    """Whether none of very many elements breaks a rule."""
    checker = Checker()
    begins = range(0, len(elements), AT_ONCE)
    return all(all(checker.sound(elements[begin : begin + AT_ONCE])) for begin in begins)


def _is_sound(element: Element) -> bool:
    try:
        check_op(Put(element))
    except Invalid:
        return False
    return True


def _all_in_order(strokes: Sequence[Element]) -> bool:
    """Whether the place and the points of each stroke are as they should be."""
    if not strokes:
        return True
    try:
        counts, low, high = measured([stroke.points for stroke in strokes])
    except BadPoints:
        return False
    g = [stroke.geometry for stroke in strokes]
    places = np.array([(p.x, p.y, p.w, p.h, p.rotation) for p in g])
    room = places[:, 2:4] * UNITS_PER_BOARD_UNIT
    return bool(
        (np.abs(places) <= MAX_POSITION).all()  # false for NaN
        and counts.min() > 0
        and counts.max() <= MAX_POINTS
        and low.min() >= 0
        and high[:, :2].max() <= MAX_COORDINATE
        and high[:, 2].max() <= MAX_PRESSURE
        and (high[:, :2] <= room).all()
    )
