"""What happens on a board in words, one line an event."""

from __future__ import annotations

from typing import assert_never

from whiteboard.client import (
    Arrived,
    Changed,
    Drawing,
    Drew,
    Erased,
    Event,
    GaveUp,
    Joined,
    Left,
    Lost,
    Missed,
    Moved,
    ReadOnly,
    Renamed,
    Who,
)
from whiteboard.model.element import STROKE, Element
from whiteboard.model.points import BadPoints, unpack

from .screen import plain

COLORS = {
    "#1e1e1e": "black",
    "#e03131": "red",
    "#f08c00": "orange",
    "#2f9e44": "green",
    "#1971c2": "blue",
    "#7048e8": "violet",
    "#c2255c": "pink",
    "#868e96": "grey",
}
"""The colours of the toolbar."""

TRANSPORTS = {
    "websocket": "by WebSocket",
    "polling": "by long-polling (something on the way blocks WebSockets: slower, but complete)",
}

_GROUPS = {
    "geometry": "resized",
    "style": "recoloured",
    "text": "rewrote",
    "points": "reshaped",
    "order": "restacked",
    "lock": "locked or unlocked",
}


def said(event: Event) -> str:
    """The line for an event; "" if it is not worth one."""
    match event:
        case Arrived():
            return f"on the board, {TRANSPORTS.get(event.transport, 'connected')}"
        case Lost():
            return plain(event.why)
        case Joined():
            return f"{name(event.who)} joined"
        case Left():
            return f"{name(event.who)} left"
        case Renamed():
            same = event.who.name == event.was.name
            return f"{name(event.was)} {'has a new colour' if same else f'is now called {name(event.who)}'}"
        case Drawing():
            ink = f"in {color(event.style.color)}"
            return f"{name(event.who)} is drawing {ink}" if event.first else ""
        case GaveUp():
            return f"{name(event.who)} gave up a stroke"
        case Drew():
            return f"{name(event.who)} drew {_drawn(event.elements)}"
        case Erased():
            return f"{name(event.who)} erased {things(event.elements)}"
        case Moved():
            by = f"{event.by.x:+.0f}, {event.by.y:+.0f}"
            return f"{name(event.who)} moved {things(event.elements)} by {by}"
        case Changed():
            done = ", ".join(_GROUPS.get(group, "changed") for group in event.groups)
            return f"{name(event.who)} {done} {things(event.elements)}"
        case ReadOnly():
            return f"the server stores nothing just now: {plain(event.why)}" if event.why else "edits are stored again"
        case Missed():
            return f"too much at once: {event.count} events were not shown"
        case _:
            assert_never(event)


def name(who: Who) -> str:
    return plain(who.name, 60) or ("somebody who has left" if who.author else "somebody")


def color(code: str) -> str:
    return COLORS.get(code, plain(code, 20))


def counted(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def things(elements: tuple[Element, ...]) -> str:
    """`a stroke`, `3 strokes`, `5 elements`."""
    kinds = {element.kind for element in elements}
    kind = plain(kinds.pop(), 32) if len(kinds) == 1 else "element"
    return f"a {kind}" if len(elements) == 1 else counted(len(elements), kind)


def points_of(element: Element) -> int:
    """How many points a stroke has; 0 for what is no stroke."""
    try:
        return len(unpack(element.points)) if element.kind == STROKE else 0
    except BadPoints:
        return 0


def _drawn(elements: tuple[Element, ...]) -> str:
    if len(elements) > 1:
        total = sum(map(points_of, elements))
        return things(elements) + (f" of {counted(total, 'point')} in all" if total else "")
    (element,) = elements
    points = points_of(element)
    return things(elements) + (f" of {counted(points, 'point')} in {color(element.style.color)}" if points else "")
