"""What a kind of element has to say for itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from whiteboard.model.element import Element
from whiteboard.model.geometry import Rect


@dataclass(frozen=True, slots=True)
class Kind:
    """The behaviour of one kind: `bounds` of its picture; `check` raises Invalid for content it does not allow."""

    name: str
    bounds: Callable[[Element], Rect]
    check: Callable[[Element], None]


class Invalid(ValueError):
    """An element or an operation breaks a rule of the board; the text says which."""
