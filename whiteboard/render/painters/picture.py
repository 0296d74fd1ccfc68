"""What a painter makes of an element: a picture that can be painted again and again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtGui import QPainter

from whiteboard.model.element import Element


class Picture(Protocol):
    """One element, ready for zooms up to the one that it was made for."""

    def paint(self, painter: QPainter) -> None:
        """Paint it on an antialiasing painter whose units are board units; leave the painter as it was."""

    def moved(self, dx: float, dy: float) -> Picture:
        """The same picture so many board units further."""


class Painter(Protocol):
    """Makes pictures of elements of one kind, in their order; `zoom` in device pixels a board unit."""

    def __call__(self, elements: Sequence[Element], zoom: float) -> Sequence[Picture]: ...
