"""A process with others on a board: the pen that is measured, or the people who scribble meanwhile. No Qt here.

`python -m tests.bench.crowd pen LINK STROKES` prints a line `STROKE SAMPLE SECONDS` for each sample of the pen.
`python -m tests.bench.crowd scribblers LINK PEOPLE` goes on until its standard input closes.
"""

from __future__ import annotations

import asyncio
import random
import sys
from time import perf_counter

from tests.doubles.person import Person
from whiteboard.model.element import STROKE, Element, ElementId
from whiteboard.model.elements.stroke import placed
from whiteboard.model.op import Put
from whiteboard.model.points import InkPoint
from whiteboard.model.style import Style
from whiteboard.net.connection import Wire, connected
from whiteboard.net.http import http_client
from whiteboard.net.pin import trust
from whiteboard.protocol.link import Link, parse_link
from whiteboard.protocol.messages import Edit, Hello, Presence, TrailPoints

PEN_EVERY = 0.008
SAMPLES = 200
LEFT, STEP = 100.0, 8.0
TOP, ROW = 500.0, 8.0
COLOR = "#e03131"
WIDTH = 4.0

SCRIBBLE_EVERY = 0.016
POINTS_A_MESSAGE = 2


def place(stroke: int, sample: int) -> tuple[float, float]:
    """Where the pen is at a sample of a stroke, in board units."""
    return LEFT + STEP * sample, TOP + ROW * stroke


async def use_pen(link: Link, strokes: int) -> None:
    pen = Person("Pen", seed=1)
    async with pen.on_board(link):
        await pen.arrive(20)
        pen.editor.set_color(COLOR)
        pen.editor.set_width(WIDTH)
        await asyncio.sleep(1.0)
        for stroke in range(strokes):
            await draw(pen, stroke)
            await asyncio.sleep(0.2)


async def scribble_all(link: Link, people: int) -> None:
    """Until standard input closes."""
    async with asyncio.TaskGroup() as tasks:
        crowd = [tasks.create_task(scribble(link, number)) for number in range(people)]
        await asyncio.to_thread(sys.stdin.read)
        for task in crowd:
            task.cancel()


async def draw(pen: Person, stroke: int) -> None:
    begin = perf_counter()
    for sample in range(SAMPLES):
        await asyncio.sleep(max(0.0, begin + sample * PEN_EVERY - perf_counter()))
        act = pen.pen_to if sample else pen.pen_down
        now = perf_counter()
        act(*place(stroke, sample))
        print(stroke, sample, now, flush=False)
    pen.pen_up(*place(stroke, SAMPLES - 1))
    sys.stdout.flush()


async def scribble(link: Link, number: int) -> None:
    """Join, then draw for ever, with half a second between two strokes."""
    chance = random.Random(1000 + number)  # not the pen's client id
    async with http_client(trust(link)) as http, connected(http, link.origin) as wire:
        client = f"{chance.getrandbits(128):032x}"
        await wire.send(Hello(board=link.board, code=link.code, client=client, ordinal=1, name=f"Scribbler {number}"))
        async with asyncio.TaskGroup() as both:
            both.create_task(listen(wire))
            cseq = 0
            while True:
                cseq += 1
                await one_stroke(wire, chance, f"scribble-{number}-{cseq}", cseq)
                await asyncio.sleep(chance.uniform(0.3, 0.7))


async def listen(wire: Wire) -> None:
    while True:
        await wire.receive()


async def one_stroke(wire: Wire, chance: random.Random, id: str, cseq: int) -> None:
    """A second of wandering, somewhere off the pen's rows."""
    x, y = chance.uniform(100, 1700), chance.choice((chance.uniform(60, 380), chance.uniform(680, 900)))
    style = Style(color="#2f9e44", width=2.0)
    points, last = [InkPoint(0, 0, 128)], InkPoint(0, 0, 0)
    for _ in range(60):
        start, fresh = len(points) - 1 if len(points) == 1 else len(points), list(points) if len(points) == 1 else []
        for _ in range(POINTS_A_MESSAGE):
            dx, dy = chance.randint(-60, 60), chance.randint(-30, 30)
            fresh.append(InkPoint(points[-1].x + dx, points[-1].y + dy, 128))
            points.append(fresh[-1])
        deltas: list[int] = []
        for point in fresh:
            deltas += (point.x - last.x, point.y - last.y, point.pressure - last.pressure)
            last = point
        first = {"x": x, "y": y, "style": style} if start == 0 else {}
        await wire.send(TrailPoints(id=ElementId(id), start=start, points=tuple(deltas), **first))  # type: ignore[arg-type]
        await wire.send(Presence(x=x + last.x / 16, y=y + last.y / 16, tool="pen"))
        await asyncio.sleep(SCRIBBLE_EVERY)
    geometry, packed = placed(points, (x, y))
    element = Element(id=ElementId(id), kind=STROKE, geometry=geometry, order="V", style=style, points=packed)
    await wire.send(Edit(cseq=cseq, ops=(Put(element),)))


if __name__ == "__main__":
    role, link, number = sys.argv[1], parse_link(sys.argv[2]), int(sys.argv[3])
    asyncio.run(use_pen(link, number) if role == "pen" else scribble_all(link, number))
