"""Somebody with a real editor and a real session, without a window."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import random
import time
from collections.abc import AsyncIterator, Callable, Sequence

from whiteboard.editor import Editor, Index, News
from whiteboard.model.document import Document
from whiteboard.model.element import STROKE, Element, ElementId
from whiteboard.model.elements import bounds
from whiteboard.model.geometry import Point, Rect
from whiteboard.net.session import Session
from whiteboard.net.status import Connection, Phase
from whiteboard.protocol.link import Link
from whiteboard.protocol.messages import Profile
from whiteboard.sync.journal import Journal, NoJournal
from whiteboard.sync.peers import TrailNews
from whiteboard.sync.replica import Replica
from whiteboard.sync.standing import Standing
from whiteboard.tools.events import PointerDown, PointerHover, PointerMove, PointerUp

from .patience import PATIENCE, until

_numbers = itertools.count(1)


class BoxIndex:
    """Finds elements by the boxes around them."""

    def __init__(self) -> None:
        self.document = Document()

    def at(self, point: Point, tolerance: float) -> ElementId | None:
        spot = Rect(point.x, point.y, point.x, point.y).grown(tolerance)
        return next((element.id for element in self.document if bounds(element).intersects(spot)), None)

    def inside(self, box: Rect) -> list[ElementId]:
        return [element.id for element in self.document if box.contains(bounds(element))]

    def solid(self, box: Rect) -> list[ElementId]:
        return [element.id for element in self.document if element.kind != STROKE and box.contains(bounds(element))]

    def meeting(self, box: Rect) -> list[ElementId]:
        return [element.id for element in self.document if bounds(element).intersects(box)]

    def touching(self, a: Point, b: Point, radius: float) -> list[ElementId]:
        box = Rect.spanned_by(a, b).grown(radius)
        return [element.id for element in self.document if bounds(element).intersects(box)]


class Person:
    """Draws with `draw`, sees the others in `editor` and `trails`, and is connected while inside `on_board`."""

    def __init__(
        self,
        name: str,
        elements: Sequence[Element] = (),
        *,
        attached: bool = True,
        journal: Journal | None = None,
        seed: int | None = None,
    ) -> None:
        self.name = name
        self.news: list[News] = []
        self.trails: list[TrailNews] = []
        self.reports: list[Connection] = []
        self.session: Session | None = None
        self._chance = random.Random(name if seed is None else seed)
        self._made: list[ElementId] = []
        self._prefix = f"{name}-{next(_numbers)}"
        self._replica = Replica(
            Standing(client=self.new_client(), attached=attached),
            Document(elements),
            (),
            journal=journal or NoJournal(),
            new_client=self.new_client,
        )
        self.editor = self._sit_down()

    def _sit_down(self) -> Editor:
        index = BoxIndex()

        def on_change(news: News) -> None:
            index.document = self._replica.document
            self._on_news(news)

        on_change(News())
        return self.make_editor(index, on_change)

    def make_editor(self, index: Index, on_change: Callable[[News], None]) -> Editor:
        return Editor(
            self._replica,
            index=index,
            new_id=self._new_id,
            chance=lambda: self._chance.getrandbits(16),
            on_change=on_change,
        )

    @property
    def document(self) -> Document:
        return self.editor.document

    @property
    def connection(self) -> Connection:
        return self.session.connection if self.session is not None else Connection()

    @property
    def online(self) -> bool:
        return self.connection.phase is Phase.ONLINE and self.editor.replica.online

    @property
    def settled(self) -> bool:
        """Whether the server has confirmed all that this person did."""
        return self.online and self.editor.replica.unconfirmed == 0

    def new_client(self) -> str:
        return f"{self._chance.getrandbits(128):032x}"

    @contextlib.asynccontextmanager
    async def on_board(self, link: Link, *, color: str = "#1971c2") -> AsyncIterator[Session]:
        """Connected, or trying to, until the end of the block."""
        session = Session(
            self.editor,
            link,
            Profile(name=self.name, color=color),
            self.reports.append,
            plain=True,
            chance=self._chance.random,
        )
        self.session = session
        async with asyncio.TaskGroup() as tasks:
            running = tasks.create_task(session.run())
            try:
                yield session
            finally:
                running.cancel()

    async def arrive(self, seconds: float = PATIENCE) -> None:
        await until(lambda: self.online, seconds, f"{self.name} to be on the board; {self.connection}")

    def point_at(self, x: float, y: float) -> None:
        self.editor.handle(PointerHover(at=Point(x, y)))

    def pen_down(self, x: float, y: float) -> None:
        self.editor.handle(PointerDown(at=Point(x, y), seconds=time.monotonic()))

    def pen_to(self, x: float, y: float) -> None:
        self.editor.handle(PointerMove(at=Point(x, y), seconds=time.monotonic()))

    def pen_up(self, x: float, y: float) -> None:
        self.editor.handle(PointerUp(at=Point(x, y), seconds=time.monotonic()))

    def draw(self, x: float = 0.0, y: float = 0.0, length: float = 60.0) -> ElementId:
        """One straight stroke; returns its id."""
        before = len(self._made)
        self.pen_down(x, y)
        for step in range(1, 7):
            self.pen_to(x + length * step / 7, y + step)
        self.pen_up(x + length, y + 7)
        (new,) = [id for id in self._made[before:] if id in self.document]
        return new

    def _new_id(self) -> str:
        self._made.append(ElementId(f"{self._prefix}-{len(self._made) + 1}"))
        return self._made[-1]

    def _on_news(self, news: News) -> None:
        self.news.append(news)
        if self.session is not None:
            self.session.nudge()
        self.trails.extend(news.peers.trails)
