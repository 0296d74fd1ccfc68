"""The order in which one reads what is on a page, to go from one thing to the next by key: rows, from the left.

A group is one thing, and so is whatever is in none. What is locked is passed over, as by a click.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from whiteboard.model.element import FIRST_PAGE, UNPAINTED, Element, ElementId, page_of

from ..tool import Surroundings
from .groups import path


class _Thing(NamedTuple):
    """What is selected together, and where it is: as it was before it was turned, which is near enough to read by."""

    top: float
    left: float
    first: ElementId
    bottom: float
    ids: tuple[ElementId, ...]


def next_thing(around: Surroundings, *, back: bool = False) -> frozenset[ElementId]:
    """What comes after what is selected, or before it; at the end it begins anew. Empty: there is nothing."""
    here = around.page or FIRST_PAGE
    things = list(_in_rows(_things(e for e in around.document if page_of(e) == here)))
    selection = around.selection
    held = [place for place, ids in enumerate(things) if not selection.isdisjoint(ids)] if selection else []
    if not things:
        return frozenset()
    if back:
        return frozenset(things[held[0] - 1 if held else -1])
    return frozenset(things[(held[-1] + 1) % len(things) if held else 0])


def _things(elements: Iterable[Element]) -> list[_Thing]:
    things: list[_Thing] = []
    grouped: dict[str, list[_Thing]] = {}
    for element in elements:
        if element.lock or element.kind in UNPAINTED:
            continue
        g, id = element.geometry, element.id
        thing = _Thing(min(g.y, g.y + g.h), min(g.x, g.x + g.w), id, max(g.y, g.y + g.h), (id,))
        if element.group:
            grouped.setdefault(path(element)[0], []).append(thing)
        else:
            things.append(thing)
    return things + [_together(members) for members in grouped.values()]


def _together(members: list[_Thing]) -> _Thing:
    tops, lefts, ids, bottoms, _ = zip(*members, strict=True)
    return _Thing(min(tops), min(lefts), min(ids), max(bottoms), ids)


def _in_rows(things: list[_Thing]) -> Iterator[tuple[ElementId, ...]]:
    """What begins above the middle of the first of a row is in that row."""
    things.sort()
    row: list[_Thing] = []
    for thing in things:
        if row and thing.top > (row[0].top + row[0].bottom) / 2:
            yield from _from_the_left(row)
            row = []
        row.append(thing)
    yield from _from_the_left(row)


def _from_the_left(row: list[_Thing]) -> Iterator[tuple[ElementId, ...]]:
    return (thing.ids for thing in sorted(row, key=lambda thing: (thing.left, thing.first)))
