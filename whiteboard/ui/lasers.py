"""Laser light, everybody's: it glows above the board for a while and fades.

A person's light stays as long as they go on: a word of several strokes fades as a whole, HOLD after the last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter

from whiteboard.ink.arrays import Points
from whiteboard.ink.wet import part_outlines
from whiteboard.model.element import ElementId
from whiteboard.model.geometry import Point
from whiteboard.model.points import InkPoint
from whiteboard.model.style import LASER, Style
from whiteboard.render.qt_paths import fill_polygon
from whiteboard.render.viewport import Viewport
from whiteboard.render.wet_stroke import WetStroke
from whiteboard.sync.peers import TrailNews

HOLD, FADE = 1.2, 0.5
"""Seconds that light stays after its person's last stroke, and that it takes to fade then."""

MOST_POINTS = 5000
"""Of one person; their oldest light goes first."""

ME = -1

_LAYERS = ((4.2, 0.16), (2.3, 0.32), (1.0, 1.0))
"""The glow: width as a share of the nominal one, and strength."""

_EDGE_PX = 2.0


class Light:
    """One stroke of light. `ended` is when its person lifted, if they did."""

    def __init__(self, owner: int, style: Style, origin: Point) -> None:
        self.owner = owner
        self.stroke = WetStroke(style, origin)
        self.ended = inf
        self._drawn: tuple[int, float] | None = None
        self._polygons: list[Points] = []
        self._box = QRectF()

    def box(self, zoom: float) -> QRectF:
        """The room of its glow, in screen pixels from its origin."""
        self.polygons(zoom)
        return self._box

    def polygons(self, zoom: float) -> list[Points]:
        """Its layers in screen pixels from its origin; as wide on the screen at any zoom."""
        now = (self.stroke.known, zoom)
        if self._drawn != now:
            width = self.stroke.style.width / zoom
            part = self.stroke.part(0, self.stroke.count - 1, final=False)
            points, offsets = part_outlines([part._replace(width=share * width) for share, _ in _LAYERS], zoom)
            cuts = offsets.tolist()
            self._polygons = [points[a:b] * zoom for a, b in pairwise(cuts)]
            x, y = self._polygons[0].real, self._polygons[0].imag
            self._box = QRectF(QPointF(x.min(), y.min()), QPointF(x.max(), y.max()))
            self._drawn = now
        return self._polygons


@dataclass(frozen=True, slots=True)
class LaserMark:
    """A stroke of light where the view has it, and how strongly it shows, 0..1.

    `known` of its points are shown in `room`, which may reach out further than the light does once it has grown.
    """

    light: Light
    known: int
    strength: float
    view: Viewport
    room: QRect

    @classmethod
    def of(cls, light: Light, strength: float, view: Viewport) -> LaserMark:
        box = light.box(view.zoom).translated(_origin_px(light, view))
        room = box.adjusted(-_EDGE_PX, -_EDGE_PX, _EDGE_PX, _EDGE_PX).toAlignedRect()
        return cls(light, light.stroke.known, strength, view, room)

    def paint(self, painter: QPainter) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(_origin_px(self.light, self.view))
        color = QColor(self.light.stroke.style.color)
        for polygon, (_, share) in zip(self.light.polygons(self.view.zoom), _LAYERS, strict=True):
            color.setAlphaF(share * self.strength)
            fill_polygon(painter, polygon, color)
        painter.restore()


class Lasers:
    """All light that is seen. Times are steady seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lights: dict[ElementId, Light] = {}
        self._owners: dict[ElementId, int] = {}

    def __bool__(self) -> bool:
        return bool(self._lights)

    def note(self, trails: Iterable[TrailNews]) -> None:
        """Who draws which trail."""
        for told in trails:
            if told.style.ink == LASER and not told.ended:
                self._owners[told.id] = told.member

    def extend(self, id: ElementId, style: Style, origin: Point, start: int, points: Sequence[InkPoint]) -> None:
        """More points of a stroke of light, from index `start` on."""
        light = self._lights.get(id)
        if light is None:
            light = self._lights[id] = Light(self._owners.pop(id, ME), style, origin)
        light.stroke.extend(start, points)
        mine = [(key, other) for key, other in self._lights.items() if other.owner == light.owner]
        surplus = sum(other.stroke.count for _, other in mine) - MOST_POINTS
        for key, other in mine[:-1]:
            if surplus <= 0:
                break
            surplus -= other.stroke.count
            del self._lights[key]

    def end(self, id: ElementId) -> bool:
        """The stroke is over, and fades from now on; False if there is no such light."""
        light = self._lights.get(id)
        if light is not None:
            light.ended = min(light.ended, self._clock())
        return light is not None

    def clear(self) -> None:
        self._lights.clear()
        self._owners.clear()

    def marks(self, view: Viewport, now: float) -> list[LaserMark]:
        """The light that is seen now."""
        lasts: dict[int, float] = {}
        for light in self._lights.values():
            lasts[light.owner] = max(lasts.get(light.owner, -inf), light.ended)
        strengths = {owner: _strength(now - last) for owner, last in lasts.items()}
        self._lights = {id: light for id, light in self._lights.items() if strengths[light.owner] > 0}
        return [
            LaserMark.of(light, strengths[light.owner], view) for light in self._lights.values() if light.stroke.count
        ]


def _origin_px(light: Light, view: Viewport) -> QPointF:
    origin = light.stroke.origin
    return QPointF(*view.to_screen((origin.real, origin.imag)))


def _strength(since: float) -> float:
    return min(max(1 - (since - HOLD) / FADE, 0.0), 1.0)
