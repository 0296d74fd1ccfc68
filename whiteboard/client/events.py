"""What a script is told of a board, one value for each thing that somebody did."""

from __future__ import annotations

from dataclasses import dataclass

from whiteboard.model.element import Author, Element, ElementId
from whiteboard.model.geometry import Point
from whiteboard.model.style import Style


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
    """A stroke was begun and nothing came of it."""

    who: Who
    id: ElementId


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
class ReadOnly:
    """Nothing can be stored on the board just now, and why; "": it can again."""

    why: str


@dataclass(frozen=True, slots=True)
class Missed:
    """The script was too slow to take so many events; they are gone, but `document` is complete."""

    count: int


Event = (
    Arrived | Lost | Joined | Left | Renamed | Drawing | GaveUp | Drew | Erased | Moved | Changed | ReadOnly | Missed
)
