"""People with real editors and sessions who draw one short stroke after the other."""

from __future__ import annotations

import asyncio
import contextlib
import math
from collections.abc import AsyncIterator, Collection, Sequence

from tests.doubles.patience import PATIENCE
from tests.doubles.person import Person
from whiteboard.model.element import ElementId
from whiteboard.protocol.link import Link


class Drawer:
    """`drawn` are the strokes of this person, in order."""

    def __init__(self, name: str, seed: int) -> None:
        self.person = Person(name, seed=seed)
        self.drawn: list[ElementId] = []

    @property
    def confirmed(self) -> list[ElementId]:
        """Those that the server has acknowledged."""
        return self.drawn[: len(self.drawn) - self.person.editor.replica.unconfirmed]

    async def draw(self, every: float) -> None:
        """Without end."""
        while True:
            self.draw_one()
            await asyncio.sleep(every)

    def draw_one(self) -> None:
        number = len(self.drawn)
        self.drawn.append(self.person.draw(100.0 * (number % 40), 20.0 * (number // 40)))


@contextlib.asynccontextmanager
async def on_board(drawers: Sequence[Drawer], links: Sequence[Link]) -> AsyncIterator[None]:
    """All of them on the board until the end of the block."""
    async with contextlib.AsyncExitStack() as stack:
        for drawer, link in zip(drawers, links, strict=True):
            await stack.enter_async_context(drawer.person.on_board(link))
        for drawer in drawers:
            await drawer.person.arrive()
        yield


@contextlib.asynccontextmanager
async def drawing(drawers: Sequence[Drawer], every: float) -> AsyncIterator[None]:
    """All of them draw until the end of the block."""
    async with asyncio.TaskGroup() as tasks:
        running = [tasks.create_task(drawer.draw(every)) for drawer in drawers]
        try:
            yield
        finally:
            for task in running:
                task.cancel()


async def agreed(drawers: Sequence[Drawer], seconds: float = 2 * PATIENCE, also: Collection[str] = ()) -> float:
    """How long it takes until everything is confirmed and all see the same; nan if that does not happen.

    `also`: ids of strokes by others that have to be among it.
    """
    loop = asyncio.get_running_loop()
    begin = loop.time()
    while loop.time() < begin + seconds:
        if all(drawer.person.settled for drawer in drawers):
            first, *others = (drawer.person.document for drawer in drawers)
            if all(id in first for id in also) and all(document == first for document in others):
                return loop.time() - begin
        await asyncio.sleep(0.02)
    return math.nan


def lost(drawers: Sequence[Drawer]) -> int:
    """Strokes that somebody drew and somebody does not have."""
    drawn = {id for drawer in drawers for id in drawer.drawn}
    return sum(len(drawn - {element.id for element in drawer.person.document}) for drawer in drawers)
