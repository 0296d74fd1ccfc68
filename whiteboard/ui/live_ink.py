"""Ink in progress, one's own and the others': the renderer shows what stays, the lasers what fades."""

from __future__ import annotations

from collections.abc import Sequence

from whiteboard.model.element import ElementId
from whiteboard.model.geometry import Point
from whiteboard.model.points import InkPoint
from whiteboard.model.style import LASER, Style
from whiteboard.render.renderer import Renderer

from .lasers import Lasers


class LiveInk:
    """Passes each stroke on to where it belongs."""

    def __init__(self, renderer: Renderer, lasers: Lasers) -> None:
        self._renderer = renderer
        self._lasers = lasers

    def extend_wet(self, id: ElementId, style: Style, origin: Point, start: int, points: Sequence[InkPoint]) -> None:
        """More of a stroke in progress: points from index `start` on."""
        extend = self._lasers.extend if style.ink == LASER else self._renderer.extend_wet
        extend(id, style, origin, start, points)

    def drop_wet(self, id: ElementId) -> None:
        """It is finished, given up, or begins to fade."""
        if not self._lasers.end(id):
            self._renderer.drop_wet(id)
