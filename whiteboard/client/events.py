"""What a script is told of a board, one value for each thing that somebody did."""

from __future__ import annotations

from dataclasses import dataclass

from whiteboard.model.element import Author, Element, ElementId
from whiteboard.model.geometry import Point
from whiteboard.model.style import Style
from whiteboard.protocol.message import Role


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody. `name` is "" for people who were gone before this script came; `author` "" if nobody knows who."""

    author: Author
    name: str = ""
    color: str = ""


NOBODY = Who(Author(""))


@dataclass(frozen=True, slots=True)
class Arrived:
    """This script is on the board (again) and up to date. `transport` is "websocket" or "polling"."""

    transport: str
    elements: int
    people: int


@dataclass(frozen=True, slots=True)
class Lost:
    """The connection is gone; it is tried again, unless `final`. `why` is a sentence for people."""

    why: str
    final: bool = False


@dataclass(frozen=True, slots=True)
class Joined:
    who: Who


@dataclass(frozen=True, slots=True)
class Left:
    who: Who


@dataclass(frozen=True, slots=True)
class Renamed:
    """Somebody has a new name or colour."""

    who: Who
    was: Who


@dataclass(frozen=True, slots=True)
class Drawing:
    """More of a stroke that somebody is drawing just now: `points` are new, in board units. `first`: it begins."""

    who: Who
    id: ElementId
    style: Style
    points: tuple[Point, ...]
    first: bool = False


@dataclass(frozen=True, slots=True)
class GaveUp:
    """A stroke was begun and nothing came of it: it was taken back, or was the laser's, as `style` says."""

    who: Who
    id: ElementId
    style: Style


@dataclass(frozen=True, slots=True)
class Drew:
    """An edit put new elements on the board."""

    who: Who
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Erased:
    """An edit removed elements: they are given as they were."""

    who: Who
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """An edit moved elements, all by the same distance; they are given as they are now."""

    who: Who
    elements: tuple[Element, ...]
    by: Point


@dataclass(frozen=True, slots=True)
class Changed:
    """An edit changed these property groups of elements (`style`, `geometry` ...); they are given as they are now."""

    who: Who
    elements: tuple[Element, ...]
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """Somebody typed in an element, which is given as it is now; its text `was` another."""

    who: Who
    element: Element
    was: str


@dataclass(frozen=True, slots=True)
class Turned:
    """Somebody looks at another page: its id, its place among the pages (from 1; 0: not known) and its title."""

    who: Who
    page: ElementId
    number: int = 0
    title: str = ""


@dataclass(frozen=True, slots=True)
class GotRole:
    """The host has given somebody, perhaps this script, another role."""

    who: Who
    role: Role


@dataclass(frozen=True, slots=True)
class AtTheDoor:
    """This script was on the board, and has to wait now until the host lets it in again."""


@dataclass(frozen=True, slots=True)
class Knocked:
    """Somebody waits to be let in. Told to hosts alone, as is DoorSet."""

    who: Who


@dataclass(frozen=True, slots=True)
class DoorSet:
    """How the door stands now: whether newcomers wait, what they may do, and whether browsers may come in."""

    approval: bool
    everybody: Role
    guests: bool


@dataclass(frozen=True, slots=True)
class ReadOnly:
    """Nothing can be stored on the board just now, and why; "": it can again."""

    why: str


@dataclass(frozen=True, slots=True)
class Missed:
    """The script was too slow to take so many events; they are gone, but `document` is complete."""

    count: int


OnBoard = Drawing | GaveUp | Drew | Erased | Moved | Changed | Typed
People = Joined | Left | Renamed | GotRole | Turned | Knocked | DoorSet
Event = OnBoard | People | Arrived | AtTheDoor | Lost | ReadOnly | Missed
