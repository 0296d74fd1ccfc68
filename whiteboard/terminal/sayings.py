"""What happens on a board in words, one line an event."""

from __future__ import annotations

from typing import assert_never

from whiteboard.client import (
    Arrived,
    AtTheDoor,
    Changed,
    DoorSet,
    Drawing,
    Drew,
    Erased,
    Event,
    GaveUp,
    GotRole,
    Joined,
    Knocked,
    Left,
    Lost,
    Missed,
    Moved,
    ReadOnly,
    Renamed,
    Turned,
    Typed,
    Who,
)
from whiteboard.model.element import IMAGE, NOTE, PAGE, STROKE, TEXT, Element
from whiteboard.model.points import BadPoints, unpack
from whiteboard.model.style import LASER
from whiteboard.protocol.message import Role

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
    "group": "grouped or ungrouped",
}

_FORMS = {
    "rounded": "rounded rectangle",
    "straight": "line",
    "curved": "curved line",
    "elbow": "line with corners",
    "set_square": "set square",
}

_ROLES = {Role.VIEWER: "may only look now", Role.EDITOR: "may draw now", Role.HOST: "is host now"}

AT_THE_DOOR = "at the door: the host has to let this program in"

_QUOTED = 40
"""So much is shown of a text."""


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
            doing = "is pointing with the laser" if event.style.ink == LASER else "is drawing"
            return f"{name(event.who)} {doing} in {color(event.style.color)}" if event.first else ""
        case GaveUp():
            done = "put the laser down" if event.style.ink == LASER else "gave up a stroke"
            return f"{name(event.who)} {done}"
        case Drew():
            return f"{name(event.who)} {_made(event.elements)}"
        case Typed():
            return f"{name(event.who)} typed in {things((event.element,))}: {_typed(event.was, event.element.text)}"
        case Erased():
            return f"{name(event.who)} erased {things(event.elements)}"
        case Moved():
            by = f"{event.by.x:+.0f}, {event.by.y:+.0f}"
            return f"{name(event.who)} moved {things(event.elements)} by {by}"
        case Changed() if {element.kind for element in event.elements} == {PAGE}:
            return "; ".join(f"{name(event.who)} {_page_changed(page)}" for page in event.elements)
        case Changed():
            done = ", ".join(_GROUPS.get(group, "changed") for group in event.groups)
            return f"{name(event.who)} {done} {things(event.elements)}"
        case Turned():
            number = f"page {event.number}" if event.number else "another page"
            return f"{name(event.who)} turned to {number}{_titled(event.title)}"
        case GotRole():
            return f"{name(event.who)} {_ROLES[event.role]}"
        case AtTheDoor():
            return AT_THE_DOOR
        case Knocked():
            return f"{name(event.who)} knocks and waits to be let in"
        case DoorSet():
            newcomers = "newcomers wait to be let in" if event.approval else "newcomers come in at once"
            may = "draw" if event.everybody is Role.EDITOR else "only look"
            guests = "browsers may come in" if event.guests else "only those who encrypt come in"
            return f"the door: {newcomers} and may {may}; {guests}"
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
    forms = {element.content.form for element in elements if element.kind == kind}
    form = forms.pop() if len(forms) == 1 else ""
    kind = "picture" if kind == IMAGE else plain(_FORMS.get(form, form), 32) or kind
    return f"{'an' if kind[0] in 'aeio' else 'a'} {kind}" if len(elements) == 1 else counted(len(elements), kind)


def points_of(element: Element) -> int:
    """How many points a stroke has; 0 for what is no stroke."""
    try:
        return len(unpack(element.points)) if element.kind == STROKE else 0
    except BadPoints:
        return 0


def _made(elements: tuple[Element, ...]) -> str:
    """What somebody did who put these on the board."""
    kinds = {element.kind for element in elements}
    first = elements[0]
    text = quoted(first.text)
    match kinds.pop() if len(elements) == 1 else "":
        case "text":
            return f"wrote {text}" if text else "began a text"
        case "note":
            return f"stuck up a note{f': {text}' if text else ''}"
        case "image":
            return f"put up a picture{_titled(first.content.alt)}"
        case "page":
            return f"added a page{_titled(first.content.title)}"
        case "instrument":
            return f"laid down {things(elements)}"
        case "shape" | "connector":
            return f"drew {things(elements)} in {color(first.style.color)}"
        case _:
            drew = "put up" if kinds and kinds <= {TEXT, NOTE, IMAGE} else "drew"
            return f"{drew} {_drawn(elements)}"


def _page_changed(page: Element) -> str:
    if page.content.gone:
        return f"removed a page{_titled(page.content.title)}"
    return f"changed a page{_titled(page.content.title)}"


def quoted(text: str) -> str:
    """The beginning of a text, in one line; "" of none."""
    shown = plain(" ".join(text.split()), _QUOTED)
    return f"“{shown}”" if shown else ""


def _titled(title: str) -> str:
    return f" {quoted(title)}" if quoted(title) else ""


def _typed(was: str, now: str) -> str:
    """The part of a text where somebody typed."""
    same = next((i for i, (a, b) in enumerate(zip(was, now, strict=False)) if a != b), min(len(was), len(now)))
    begin = max(0, same - _QUOTED // 2)
    part = quoted(("…" if begin else "") + now[begin:])
    return part or "nothing is left of it"


def _drawn(elements: tuple[Element, ...]) -> str:
    if len(elements) > 1:
        total = sum(map(points_of, elements))
        return things(elements) + (f" of {counted(total, 'point')} in all" if total else "")
    (element,) = elements
    points = points_of(element)
    return things(elements) + (f" of {counted(points, 'point')} in {color(element.style.color)}" if points else "")
