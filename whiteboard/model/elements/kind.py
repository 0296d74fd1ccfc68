"""What a kind of element has to say for itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from whiteboard.model.element import Element
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.transform import Transform

from . import boxed


@dataclass(frozen=True, slots=True)
class Kind:
    """The behaviour of one kind.

    `bounds` of its picture; `check` raises Invalid for content it does not allow; `transformed` is the element moved,
    scaled and turned; `touches` whether a segment comes within a radius of what is painted (strokes, which are many,
    have a quicker way: `render.touching`). `text` says whether it can hold text, `bindable` whether connectors stick
    to it. All in board units.
    """

    name: str
    bounds: Callable[[Element], Rect]
    check: Callable[[Element], None]
    transformed: Callable[[Element, Transform], Element] = boxed.transformed
    touches: Callable[[Element, Point, Point, float], bool] = boxed.touches
    text: bool = False
    bindable: bool = False


class Invalid(ValueError):
    """An element or an operation breaks a rule of the board; the text says which."""
