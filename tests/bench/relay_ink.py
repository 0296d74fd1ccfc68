"""What the drawers of the relay bench say: every message made before the clock starts, as WebSocket frames.

A message is what the app sends: `42["trail",{...}]` with 2 to 4 points sixty times a second, a pointer now and then,
and at the end of each stroke the `edit` that keeps it, smoothed and with no more points than it takes.
"""

from __future__ import annotations

import itertools
import math
import os
import random
from collections.abc import Iterator
from dataclasses import dataclass

from whiteboard.ink.samples import PenSample
from whiteboard.ink.stroke_builder import StrokeBuilder
from whiteboard.model.element import STROKE, Element, ElementId
from whiteboard.model.op import Put
from whiteboard.model.points import MAX_PRESSURE, UNITS_PER_BOARD_UNIT
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
    x, y = chance.uniform(0, 1500), chance.uniform(0, 900)
    style = Style(color=chance.choice(COLORS))
    path = _handwriting(chance, x, y)
    builder = StrokeBuilder(style.width)
    for turn in range(length):
        start = len(builder)
        samples = [next(path) for _ in range(chance.choice(POINTS_A_MESSAGE))]
        for sample in samples:
            builder.add(sample)
        deltas = tuple(number for step in builder.take_trail() for number in step)
        if start:
            message = TrailPoints(id=ElementId(id), start=start, points=deltas)
        else:
            origin = builder.origin
            message = TrailPoints(id=ElementId(id), points=deltas, x=origin.x, y=origin.y, style=style)
        frames = spoken(message)
        if presence_every and turn % presence_every == 0:
            frames += spoken(Presence(x=round(samples[-1].x, 2), y=round(samples[-1].y, 2), tool="pen"))
        if turn == length - 1:
            kept = builder.finish()
            element = Element(
                id=ElementId(id), kind=STROKE, geometry=kept.geometry, order="V", style=style, points=kept.points
            )
            frames += spoken(Edit(cseq=cseq, ops=(Put(element),)))
        yield Said(frames, id, start, len(builder) - start, edit=turn == length - 1)


def _handwriting(chance: random.Random, x: float, y: float) -> Iterator[PenSample]:
    """Loops of a pen at about 300 board units a second, 180 samples a second."""
    angle, turning, pressure = chance.uniform(0, 6), chance.uniform(0.08, 0.2), 120.0
    while True:
        yield PenSample(x, y, 0.0, pressure / MAX_PRESSURE)
        angle += turning
        speed = 24 + 8 * math.sin(2 * angle)
        x += (speed * math.cos(angle) + 8) / UNITS_PER_BOARD_UNIT
        y += speed * math.sin(angle) / UNITS_PER_BOARD_UNIT
        pressure = min(250.0, max(20.0, pressure + chance.gauss(0, 3)))
