"""What a drawing consists of, once it is read: figures, words and pictures, in board units and in paint order."""

from __future__ import annotations

from dataclasses import dataclass

Places = tuple[complex, ...]
"""Points x + iy in board units, each different from the one before."""


@dataclass(frozen=True, slots=True)
class Part:
    """A line without gaps; a closed one has its first point at the end, too."""

    points: Places
    closed: bool


@dataclass(frozen=True, slots=True)
class Look:
    """Colours are `#rrggbb`, "" for none; `width` in board units; what is seen through 0..1, of `fill` and of `stroke`.

    `dash`, `tail` and `head` are as in `model.style.Style`.
    """

    stroke: str
    fill: str
    width: float
    stroke_opacity: float = 1.0
    fill_opacity: float = 1.0
    even_odd: bool = False
    dash: str = ""
    tail: str = ""
    head: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in board units, turned by so many radians about its middle. `form`: what is in it, of SHAPE_FORMS."""

    middle: complex
    w: float
    h: float
    rotation: float = 0.0
    form: str = "rectangle"


@dataclass(frozen=True, slots=True)
class Figure:
    """A shape or path of one or more parts; `box` where it is a form of its own."""

    parts: tuple[Part, ...]
    look: Look
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """Text, whose first line begins at `place` (or has its middle or end there, as `anchor` says), on the base line."""

    text: str
    place: complex
    size: float
    rotation: float = 0.0
    anchor: str = "start"
    color: str = "#000000"
    opacity: float = 1.0
    family: str = ""
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Embedded:
    """A picture that is part of the file: its bytes, whatever they are, and the box that it is fitted into."""

    data: bytes
    box: Box
    stretched: bool = False
    opacity: float = 1.0


Item = Figure | Words | Embedded


@dataclass(frozen=True, slots=True)
class Picture:
    """What is painted, the furthest back first, and how often something of each sort was not taken over."""

    items: tuple[Item, ...]
    left_out: dict[str, int]
