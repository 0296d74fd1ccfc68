"""A board full of handwriting-like strokes, the same for every run."""

from __future__ import annotations

import math
import random

from whiteboard.model.element import STROKE, Element, ElementId
from whiteboard.model.elements.stroke import placed
from whiteboard.model.geometry import Rect
from whiteboard.model.order import above
from whiteboard.model.points import InkPoint
from whiteboard.model.style import COLORS, WIDTHS, Style

POINTS = 40


def handwriting(count: int, areas: tuple[Rect, ...], seed: int = 1, points: int = POINTS) -> list[Element]:
    """Strokes of 40 points, each about 80 board units long, spread over the areas."""
    chance = random.Random(seed)
    elements: list[Element] = []
    order: str | None = None
    for number in range(count):
        area = chance.choice(areas)
        x, y = chance.uniform(area.left, area.right - 90), chance.uniform(area.top, area.bottom - 40)
        order = above(order, chance.getrandbits(16))
        geometry, packed = placed(_loops(chance, points), (x, y))
        style = Style(color=chance.choice(COLORS), width=chance.choice(WIDTHS[:2]))
        elements.append(
            Element(
                id=ElementId(f"old-{number}"), kind=STROKE, geometry=geometry, order=order, style=style, points=packed
            )
        )
    return elements


def _loops(chance: random.Random, points: int) -> list[InkPoint]:
    height, speed, phase = chance.uniform(80, 240), chance.uniform(0.4, 1.1), chance.uniform(0, 6)
    return [
        InkPoint(
            round(i * 26 + 60 * math.cos(phase + i * speed)),
            round(height * (1 + math.sin(phase + i * speed))),
            round(140 + 60 * math.sin(i / 5)),
        )
        for i in range(points)
    ]
