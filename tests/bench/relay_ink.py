"""What the drawers of the relay bench say: every message made before the clock starts, as WebSocket frames.

A message is what the app sends: `42["trail",{...}]` with 2 to 4 points sixty times a second, a pointer now and then,
and at the end of each stroke the `edit` that keeps it.
"""

from __future__ import annotations

import itertools
import math
import os
import random
from collections.abc import Iterator
from dataclasses import dataclass

from whiteboard.model.element import STROKE, Element, ElementId
from whiteboard.model.elements.stroke import placed
from whiteboard.model.op import Put
from whiteboard.model.points import InkPoint
from whiteboard.model.style import COLORS, Style
from whiteboard.protocol.codec import to_packet
from whiteboard.protocol.messages import ClientMessage, Edit, Presence, TrailPoints

MESSAGES_A_SECOND = 60
MESSAGES_A_STROKE = 75
POINTS_A_MESSAGE = (2, 3, 4)


@dataclass(slots=True)
class Said:
    """One turn of a drawer: the frames to write, and which points of which stroke they carry."""

    frames: bytes
    stroke: str
    start: int
    points: int
    edit: bool
    """Whether it ends with the edit that keeps the stroke."""

    at: float = math.nan
    """When it was written, by perf_counter; nan: not yet."""


def frame(packet: str) -> bytes:
    """The masked text frame of a client's message (RFC 6455, 5.3)."""
    body = packet.encode()
    mask = os.urandom(4)
    size = len(body)
    head = bytes((0x81, 0x80 | size)) if size < 126 else bytes((0x81, 0x80 | 126)) + size.to_bytes(2, "big")
    key = int.from_bytes((mask * (size // 4 + 1))[:size], "big")
    return head + mask + (int.from_bytes(body, "big") ^ key).to_bytes(size, "big")


def spoken(message: ClientMessage) -> bytes:
    return frame("4" + to_packet(message))


def script(drawer: int, seconds: float, presence_every: int, edits: int = 0) -> list[Said]:
    """All turns of a drawer, one for each sixtieth of a second; the pointer comes with every so many of them.

    `edits`: how many he has sent before.
    """
    chance = random.Random(drawer)
    turns = round(seconds * MESSAGES_A_SECOND)
    length = chance.randint(10, MESSAGES_A_STROKE)  # of the first: a class does not lift its pens at the same moment
    said: list[Said] = []
    for number in itertools.count():
        said += _stroke(chance, f"{drawer:x}-{number:x}", edits + number + 1, presence_every, length)
        if len(said) >= turns:
            break
        length = MESSAGES_A_STROKE
    return said[:turns]


def _stroke(chance: random.Random, id: str, cseq: int, presence_every: int, length: int) -> Iterator[Said]:
    x, y = round(chance.uniform(0, 1500), 2), round(chance.uniform(0, 900), 2)
    style = Style(color=chance.choice(COLORS))
    path = _handwriting(chance)
    points: list[InkPoint] = []
    for turn in range(length):
        start, last = len(points), points[-1] if points else InkPoint(0, 0, 0)
        deltas: list[int] = []
        for _ in range(chance.choice(POINTS_A_MESSAGE)):
            points.append(next(path))
            deltas += (points[-1].x - last.x, points[-1].y - last.y, points[-1].pressure - last.pressure)
            last = points[-1]
        if start:
            message = TrailPoints(id=ElementId(id), start=start, points=tuple(deltas))
        else:
            message = TrailPoints(id=ElementId(id), points=tuple(deltas), x=x, y=y, style=style)
        frames = spoken(message)
        if presence_every and turn % presence_every == 0:
            frames += spoken(Presence(x=round(x + last.x / 16, 2), y=round(y + last.y / 16, 2), tool="pen"))
        if turn == length - 1:
            geometry, packed = placed(points, (x, y))
            element = Element(id=ElementId(id), kind=STROKE, geometry=geometry, order="V", style=style, points=packed)
            frames += spoken(Edit(cseq=cseq, ops=(Put(element),)))
        yield Said(frames, id, start, len(points) - start, edit=turn == length - 1)


def _handwriting(chance: random.Random) -> Iterator[InkPoint]:
    """Loops of a pen at about 300 board units a second, 180 points a second; it begins at 0, 0."""
    angle, turning, x, y = chance.uniform(0, 6), chance.uniform(0.08, 0.2), 0.0, 0.0
    pressure = 120.0
    while True:
        yield InkPoint(round(x), round(y), round(pressure))
        angle += turning
        speed = 24 + 8 * math.sin(2 * angle)
        x, y = x + speed * math.cos(angle) + 8, y + speed * math.sin(angle)
        pressure = min(250.0, max(20.0, pressure + chance.gauss(0, 3)))
