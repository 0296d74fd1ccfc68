"""What happens on a board as JSON, one object a line, for programs."""

from __future__ import annotations

from typing import Any, assert_never

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
from whiteboard.model.element import Element
from whiteboard.protocol.codec import to_json

from .sayings import points_of


def line(event: str, at: float, **facts: Any) -> str:
    """One object: `event`, `at` (seconds since 1970) and the facts. Letters beyond ASCII are as they are."""
    return to_json({"event": event, "at": round(at, 3)} | facts).decode()


def line_of(event: Event, at: float) -> str:
    """The line for an event; "" if it is not worth one."""
    match event:
        case Arrived():
            return line("arrived", at, transport=event.transport, elements=event.elements, people=event.people)
        case Lost():
            return line("lost", at, why=event.why, final=event.final)
        case Joined():
            return line("joined", at, who=_who(event.who))
        case Left():
            return line("left", at, who=_who(event.who))
        case Renamed():
            return line("renamed", at, who=_who(event.who), was=_who(event.was))
        case Drawing():
            look = event.style
            facts = {"who": _who(event.who), "id": event.id, "color": look.color, "width": look.width, "ink": look.ink}
            return line("drawing", at, **facts) if event.first else ""
        case GaveUp():
            return line("gave_up", at, who=_who(event.who), id=event.id, ink=event.style.ink)
        case Drew():
            return line("drew", at, who=_who(event.who), elements=[_element(element) for element in event.elements])
        case Erased():
            return line("erased", at, who=_who(event.who), ids=[element.id for element in event.elements])
        case Moved():
            ids = [element.id for element in event.elements]
            return line("moved", at, who=_who(event.who), ids=ids, by=list(event.by))
        case Changed():
            ids = [element.id for element in event.elements]
            return line("changed", at, who=_who(event.who), ids=ids, groups=list(event.groups))
        case Typed():
            return line("typed", at, who=_who(event.who), element=_element(event.element), was=event.was)
        case Turned():
            facts = {"page": event.page, "number": event.number, "title": event.title}
            return line("turned", at, who=_who(event.who), **facts)
        case GotRole():
            return line("got_role", at, who=_who(event.who), role=event.role)
        case AtTheDoor():
            return line("at_the_door", at)
        case Knocked():
            return line("knocked", at, who=_who(event.who))
        case DoorSet():
            facts = {"approval": event.approval, "everybody": event.everybody, "guests": event.guests}
            return line("door_set", at, **facts)
        case ReadOnly():
            return line("read_only", at, why=event.why)
        case Missed():
            return line("missed", at, count=event.count)
        case _:
            assert_never(event)


def _who(who: Who) -> dict[str, str]:
    return {"author": who.author, "name": who.name}


def _element(element: Element) -> dict[str, Any]:
    g, style = element.geometry, element.style
    box = {"x": g.x, "y": g.y, "w": g.w, "h": g.h}
    facts = {"id": element.id, "kind": element.kind, "color": style.color, "width": style.width, **box}
    more = {
        "points": points_of(element),
        "text": element.text,
        "form": element.content.form,
        "title": element.content.title,
        "alt": element.content.alt,
        "page": element.geometry.parent,
    }
    return facts | {name: value for name, value in more.items() if value}
