"""The order in which one reads what is on a page, to go from one thing to the next by key: rows, from the left.

A group is one thing, and so is whatever is in none. What is locked is passed over, as by a click.
"""

from __future__ import annotations

from collections.abc import Iterable

from whiteboard.model.element import FIRST_PAGE, UNPAINTED, Element, ElementId, page_of
from whiteboard.model.elements import bounds
from whiteboard.model.geometry import Rect

from ..tool import Surroundings
from .groups import path


def next_thing(around: Surroundings, *, back: bool = False) -> frozenset[ElementId]:
    """What comes after what is selected, or before it; at the end it begins anew. Empty: there is nothing."""
    here = around.page or FIRST_PAGE
    things = _in_rows(_things(e for e in around.document if page_of(e) == here))
    held = [place for place, ids in enumerate(things) if not ids.isdisjoint(around.selection)]
    if not things:
        return frozenset()
    if back:
        return things[held[0] - 1 if held else -1]
    return things[(held[-1] + 1) % len(things) if held else 0]


def _things(elements: Iterable[Element]) -> list[tuple[Rect, frozenset[ElementId]]]:
    """What is selected together, with the box around it."""
    grouped: dict[str, list[Element]] = {}
    for element in elements:
        if not element.lock and element.kind not in UNPAINTED:
            outermost = path(element)[0] if element.group else ""
            grouped.setdefault(f"/{outermost}" if outermost else element.id, []).append(element)
    return [(_around(list(map(bounds, some))), frozenset(e.id for e in some)) for some in grouped.values()]


def _around(boxes: list[Rect]) -> Rect:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Rect(min(lefts), min(tops), max(rights), max(bottoms))


def _in_rows(things: list[tuple[Rect, frozenset[ElementId]]]) -> list[frozenset[ElementId]]:
    """What begins above the middle of the first of a row is in that row."""
    ordered = sorted(things, key=lambda thing: (thing[0].top, thing[0].left, min(thing[1])))
    rows: list[list[tuple[Rect, frozenset[ElementId]]]] = []
    limit = 0.0
    for thing in ordered:
        box = thing[0]
        if not rows or box.top > limit:
            rows.append([])
            limit = (box.top + box.bottom) / 2
        rows[-1].append(thing)
    return [ids for row in rows for _, ids in sorted(row, key=lambda thing: (thing[0].left, min(thing[1])))]
