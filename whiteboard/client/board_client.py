"""`BoardClient`: joins a board by its link and stays on it until the end of its `async with`."""

from __future__ import annotations

import asyncio
import contextlib
import random
import secrets
import weakref
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from whiteboard.model.document import Document
from whiteboard.model.element import Element, ElementId, element_id
from whiteboard.model.op import Op, Put, Remove
from whiteboard.model.style import COLORS, PEN, WIDTHS, Style
from whiteboard.net.session import Session
from whiteboard.net.status import Connection, Phase
from whiteboard.protocol.limits import FLUSH_SECONDS
from whiteboard.protocol.link import Link, parse_link
from whiteboard.protocol.messages import Entry, HostMessage, Member, Presence, Profile, Role
from whiteboard.protocol.refusal import Refusal
from whiteboard.sync.peers import Pointer
from whiteboard.sync.replica import in_chunks

from .events import Arrived, AtTheDoor, Event, Lost
from .pictures import HeldPictures, image_of
from .script_board import ScriptBoard, Verdict
from .stream import EventStream
from .strokes import Places, ink_points, origin_of, stroke


class CannotJoin(Exception):
    """There is no way onto the board, or back. The text is a sentence for people, `refusal` the server's code."""

    def __init__(self, sentence: str, refusal: Refusal | None = None) -> None:
        super().__init__(sentence)
        self.refusal = refusal


class NotTaken(Exception):
    """The server refused an edit (locked, no rights, board full ...); `refusal` says why, the text for people."""

    def __init__(self, refusal: Refusal, why: str) -> None:
        super().__init__(why)
        self.refusal = refusal


class BoardClient:
    """One script on one board. All methods belong into the `async with`, and into its event loop.

    `link` is a text or a `Link`; BadLink if it is none. Entering takes until the board is there, `patience` seconds at
    most if it is not at the first try, then raises CannotJoin. Leaving waits for what is on its way, half a second.
    With the server's `host_key` the script is host. `at_the_door` is called if it has to be let in first.
    """

    def __init__(
        self,
        link: str | Link,
        name: str = "Script",
        *,
        color: str = COLORS[4],
        patience: float = 10.0,
        host_key: str = "",
        at_the_door: Callable[[], None] = lambda: None,
    ) -> None:
        self.link = parse_link(link) if isinstance(link, str) else link
        self.connection = Connection()
        self._patience = patience
        self._at_the_door = at_the_door
        self._streams: weakref.WeakSet[EventStream] = weakref.WeakSet()
        self._unconfirmed: set[asyncio.Future[Verdict]] = set()
        self._changed = asyncio.Event()
        self._on_board = False
        self._tasks = asyncio.TaskGroup()
        self._running: asyncio.Task[None] | None = None
        self._board = ScriptBoard(lambda: secrets.token_hex(16), lambda: secrets.randbits(16), self._tell)
        profile = Profile(name=name, color=color)
        self._pictures = HeldPictures(lambda: self._board.peers.role is not Role.VIEWER)
        self._session = Session(
            self._board,
            self.link,
            profile,
            self._on_report,
            plain=True,
            host_key=host_key,
            on_door=self._board.hear_of_door,
            pictures=self._pictures.desk,
            chance=random.random,
        )

    async def __aenter__(self) -> Self:
        await self._tasks.__aenter__()
        try:
            self._running = self._tasks.create_task(self._session.run())
            await self._arrive()
        except BaseException as error:
            await self.__aexit__(type(error), error, error.__traceback__)
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._running is not None:
            self._running.cancel()
        if isinstance(error, asyncio.CancelledError):
            await self._tasks.__aexit__(kind, error, trace)
        else:
            await self._tasks.__aexit__(None, None, None)  # what went wrong outside is not this group's to wrap
        self._finish(None)

    # ------------------------------------------------------------ looking

    @property
    def name(self) -> str:
        """The board's name."""
        return self._board.board or self.link.board

    @property
    def document(self) -> Document:
        """What is on the board now: iterate it, or `get` an element by its id. Do not change it; use the methods."""
        return self._board.document

    @property
    def members(self) -> tuple[Member, ...]:
        """Everybody who is on the board, this script too, in the order of joining."""
        return tuple(member for _, member in sorted(self._board.peers.members.items()))

    @property
    def others(self) -> tuple[Member, ...]:
        """The members without this script."""
        return tuple(self._board.peers.others)

    @property
    def pointers(self) -> Mapping[int, Pointer]:
        """Where the others' pointers are, by the member's number."""
        return dict(self._board.peers.pointers)

    def events(self) -> EventStream:
        """What the others do from now on, for `async for`. It raises CannotJoin when the server refuses for good.

        Each call gives a stream of its own.
        """
        stream = EventStream()
        if self._running is None or self._running.done():
            stream.end(self._fate())
        self._streams.add(stream)
        return stream

    # ------------------------------------------------------------ drawing

    async def draw(
        self,
        points: Places,
        *,
        color: str = COLORS[0],
        width: float = WIDTHS[1],
        ink: str = PEN,
        seconds: float = 0.0,
    ) -> ElementId:
        """Draw one stroke through (x, y) or (x, y, pressure), pressure 0..1; its id once the server has stored it.

        With `seconds` the others see it grow for so long. `color` is #rrggbb, `width` in board units, `ink` "pen" or
        "highlighter". BadStroke if that is no stroke, NotTaken if the server refuses it.
        """
        style = Style(color=color, width=width, ink=ink)
        id = element_id(secrets.randbits(64))
        finished = stroke(id, points, style, self._board.next_order())
        if seconds > 0.0:
            await self._show(id, points, style, seconds)
        await self.submit([Put(finished)])
        return id

    async def draw_all(self, strokes: Iterable[tuple[Places, Style]]) -> list[ElementId]:
        """Draw many strokes at once, in as few edits as the protocol allows; their ids, once all are stored."""
        elements = [
            stroke(element_id(secrets.randbits(64)), points, style, self._board.next_order())
            for points, style in strokes
        ]
        await self.put(elements)
        return [element.id for element in elements]

    async def add(self, elements: Iterable[Element]) -> list[ElementId]:
        """Put elements on top of all others, in their order, under new ids; those, once all are stored."""
        replace = msgspec.structs.replace
        added = [
            replace(element, id=element_id(secrets.randbits(64)), order=self._board.next_order())
            for element in elements
        ]
        await self.put(added)
        return [element.id for element in added]

    async def put(self, elements: Iterable[Element]) -> None:
        """Put elements on the board, or replace own ones."""
        verdicts = [self._submit([*map(Put, chunk)]) for chunk in in_chunks(elements)]
        for verdict in await asyncio.gather(*verdicts):
            _check(verdict)

    async def put_image(
        self, picture: bytes | Path, x: float, y: float, *, width: float = 0.0, alt: str = ""
    ) -> ElementId:
        """Put a PNG, JPEG or WebP picture on the board, its left top corner at (x, y), `width` board units wide (0: a
        unit a pixel). Its id, once the server has stored the element and has the picture. BadPicture if it is none.
        """
        data = picture if isinstance(picture, bytes) else await asyncio.to_thread(picture.read_bytes)
        element = image_of(data, x, y, width, self._board.next_order(), alt)
        await self.put([element])
        settled = self._pictures.hold(element.content.asset, data)
        self._session.look_at_pictures()
        await settled
        return element.id

    def decide(self, message: HostMessage) -> None:
        """This script is the host, and wants this: a value of `whiteboard.protocol.host_messages`."""
        self._session.decide(message)

    async def erase(self, *ids: ElementId) -> None:
        """Remove elements; those that are not there are no error."""
        await self.submit([*map(Remove, ids)])

    async def submit(self, ops: Sequence[Op]) -> None:
        """Do one edit, all or nothing, and wait until the server has stored it; NotTaken if it refuses.

        Without a connection this waits for its return. CannotJoin if there will be none.
        """
        if ops:
            _check(await self._submit(ops))

    def point_at(self, x: float, y: float, tool: str = "pen") -> None:
        """Show the others a pointer at this place."""
        self._board.outbox.point_at(Presence(x=x, y=y, tool=tool))
        self._session.nudge()

    def introduce(self, name: str, color: str = COLORS[4]) -> None:
        """Go on under a new name and colour."""
        self._session.introduce(Profile(name=name, color=color))

    # ------------------------------------------------------------ inside

    def _submit(self, ops: Sequence[Op]) -> asyncio.Future[Verdict]:
        verdict: asyncio.Future[Verdict] = asyncio.get_running_loop().create_future()
        self._unconfirmed.add(verdict)
        verdict.add_done_callback(self._unconfirmed.discard)

        def confirm(entry: Verdict) -> None:
            if not verdict.done():
                verdict.set_result(entry)

        if self._running is None or self._running.done():
            verdict.set_exception(self._fate() or CannotJoin("This script has left the board."))
        else:
            self._board.submit(ops, confirm)
            self._session.nudge()
        return verdict

    async def _show(self, id: ElementId, places: Places, style: Style, seconds: float) -> None:
        """Let the others see a stroke grow. If this is cancelled, nothing comes of it."""
        loop, outbox = asyncio.get_running_loop(), self._board.outbox
        origin = origin_of(places)
        points = ink_points(places, origin)
        began, shown = loop.time(), 0
        try:
            while shown < len(points):
                part = min(1.0, (loop.time() - began) / seconds)
                until = max(1, round(part * len(points)))
                if until > shown:
                    outbox.trail(id, origin, style, points[shown:until])
                    outbox.point_at(Presence(x=places[until - 1][0], y=places[until - 1][1], tool=style.ink))
                    shown = until
                await asyncio.sleep(FLUSH_SECONDS)
        except BaseException:
            outbox.given_up(id)
            raise
        outbox.finished(id)

    async def _arrive(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self._patience or None):
                while not self._on_board and not self._is_hopeless:
                    self._changed.clear()
                    await self._changed.wait()
        if not self._on_board:
            sentence = self.connection.sentence or f"{self.link.host} did not let this script in in time."
            raise CannotJoin(sentence, self.connection.refusal)

    @property
    def _is_hopeless(self) -> bool:
        phase = self.connection.phase
        return phase is Phase.REFUSED or (phase is Phase.RETRYING and not self._patience)

    def _on_report(self, connection: Connection) -> None:
        before, self.connection = self.connection, connection
        self._changed.set()
        if connection.phase is before.phase:
            return
        match connection.phase:
            case Phase.ONLINE:
                self._on_board = True
                self._tell(Arrived(connection.transport, len(self.document), len(self.members)))
            case Phase.WAITING:
                if not self._on_board:
                    self._at_the_door()
                self._tell(AtTheDoor())
            case Phase.RETRYING if before.phase is Phase.ONLINE:
                self._tell(Lost(connection.sentence))
            case Phase.REFUSED:
                self._tell(Lost(connection.sentence, final=True))
                self._finish(CannotJoin(connection.sentence, connection.refusal))
            case _:
                pass

    def _tell(self, event: Event) -> None:
        for stream in list(self._streams):
            stream.add(event)

    def _finish(self, error: CannotJoin | None) -> None:
        for stream in list(self._streams):
            stream.end(error)
        for verdict in list(self._unconfirmed):
            if not verdict.done():
                verdict.set_exception(error or CannotJoin("This script left the board before its edit was stored."))
        self._pictures.give_up(error or CannotJoin("This script left the board before its picture was sent."))

    def _fate(self) -> CannotJoin | None:
        if self.connection.phase is Phase.REFUSED:
            return CannotJoin(self.connection.sentence, self.connection.refusal)
        return None


def _check(entry: Entry | None) -> None:
    if entry is not None:
        assert entry.void is not None
        raise NotTaken(entry.void, entry.why)
