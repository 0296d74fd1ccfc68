"""All boards of a server: leads each connection to its board, stores what the boards number, and makes them tick."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field

import msgspec

from whiteboard.model.element import Author
from whiteboard.model.elements.kind import Invalid
from whiteboard.protocol.codec import BadMessage, client_message, event_of
from whiteboard.protocol.identity import person_name
from whiteboard.protocol.messages import ClientMessage, Edit, Hello, Refused
from whiteboard.protocol.refusal import Refusal

from .events import HANDLERS
from .events.edit import Verdict, fault, settle
from .events.hello import room_for
from .goodbye import Goodbye
from .guesses import Guesses
from .link import Link, refusal
from .room import Room
from .session import Session
from .storage.pictures import Pictures
from .storage.port import StorageFailed, Store

log = logging.getLogger(__name__)

LARGE_EDIT_BYTES = 32 * 1024
"""A larger edit is decoded and looked at in a thread, so that the others' ticks do not wait for it."""

FAREWELL_SECONDS = 1.0
RETRY_SECONDS = 2.0
"""So often a store that failed is tried again (SPEC P3)."""


MAX_COUNTED = 10_000
"""Above so many people nobody new is remembered: one client may come as somebody else each time."""


@dataclass(slots=True)
class Visits:
    """Figures for the summary. There were `more` people if somebody came whom nobody remembers."""

    connections: int = 0
    people: set[Author] = field(default_factory=set)
    more: bool = False
    edits: int = 0

    def count(self, author: Author) -> None:
        if len(self.people) < MAX_COUNTED:
            self.people.add(author)
        elif author not in self.people:
            self.more = True


class Alarm:
    """Lets one task sleep until a time of the loop's clock that others may bring forward."""

    def __init__(self) -> None:
        self._due = float("inf")
        self._rung = asyncio.Event()

    async def wait_until(self, due: float) -> None:
        """Rooms wait here sixty times a second; asyncio.timeout_at would raise two exceptions each time."""
        self._due = due
        self._rung.clear()
        timer = asyncio.get_running_loop().call_at(due, self._rung.set)
        try:
            await self._rung.wait()
        finally:
            timer.cancel()

    def not_later_than(self, due: float) -> None:
        if due < self._due:
            self._rung.set()


class Hub:
    """The transport calls `opened`, `received` and `closed`; `run_storage` and `run_room` are tasks of the app."""

    def __init__(
        self,
        rooms: Sequence[Room],
        store: Store,
        thread: ThreadPoolExecutor,
        clock: Callable[[], float],
        pictures: Pictures,
        expect_ticks: Callable[[float], None] = lambda seconds: None,
    ) -> None:
        """`thread` is the one thread that calls the store; `clock` the loop's.

        `expect_ticks` is told how far apart the ticks of all boards are, at least, on which there are people.
        """
        self.rooms = {room.name: room for room in rooms}
        self.visits = Visits()
        self.closing = False
        self.pictures = pictures
        self._store = store
        self._thread = thread
        self._clock = clock
        self._expect_ticks = expect_ticks
        self._guesses = Guesses()
        self._sessions: dict[Link, tuple[Room, Session]] = {}
        self._visiting: dict[Link, Room] = {}
        self._links: set[Link] = set()
        self._empty = asyncio.Event()
        self._empty.set()
        self._alarms = {room.name: Alarm() for room in rooms}
        self._work = asyncio.Event()
        self._storing = asyncio.Lock()

    @property
    def guests(self) -> bool:
        """Whether one may come onto some board without encryption."""
        return any(room.door.guests for room in self.rooms.values())

    # ------------------------------------------------------------ the transport's side

    def opened(self, link: Link) -> None:
        self._links.add(link)
        self._empty.clear()
        self.visits.connections += 1
        log.info("connected  %s by %s", link.address, link.transport)

    async def received(self, link: Link, event: str, payload: msgspec.Raw) -> bool:
        """Do what a client's event asks for. Returns whether the client is in; BadMessage if the event is not valid."""
        if event == "edit" and len(memoryview(payload)) > LARGE_EDIT_BYTES:
            message, verdict = await asyncio.get_running_loop().run_in_executor(None, _looked_at, payload)
            self._do(link, message, lambda room, session: settle(room, session, message, verdict))
        else:
            self._do(link, client_message(event, payload))
        return link in self._sessions or link in self._visiting

    def received_at_once(self, link: Link, event: str, payload: str, now: float) -> None:
        """The same for a trail or presence, without waiting: nothing follows from it but that the room ticks."""
        message = client_message(event, payload)
        room, session = self._sessions.get(link, (None, None))
        if room is None or session is None or session.gone or self.closing:
            self._do(link, message)
            return
        ticks = room.broadcast.waits
        try:
            HANDLERS[type(message)](room, session, message, now)
        except Invalid as error:
            raise BadMessage(f"{event}: {error}") from None
        if not ticks:
            self._wake(room)

    def closed(self, link: Link, reason: str) -> None:
        self._links.discard(link)
        if not self._links:
            self._empty.set()
        room, session = self._sessions.pop(link, (None, None))
        visited = self._visiting.pop(link, None)
        if visited is not None:
            visited.door.gone(link)
            visited.tell_hosts()
            self._wake(visited)
        if room is None or session is None:
            log.debug("closed     %s (%s)", link.address, reason)
            return
        if session.gone:
            self._count()
            log.info("closed     %s (%s)", _named(room, session), reason)
            return
        room.leave(session, self._clock())
        self._wake(room)
        self._count()
        seconds = self._clock() - session.since
        log.info("left       %s (%s, after %d s)", _named(room, session), reason, seconds)

    def _do(self, link: Link, message: ClientMessage, act: Callable[[Room, Session], None] | None = None) -> None:
        """Let the message's handler act, or `act` if there is more to it. BadMessage if it breaks a rule."""
        if self.closing or link not in self._links:
            return
        try:
            if isinstance(message, Hello):
                self._greet(link, message)
                return
            room, session = self._sessions.get(link, (None, None))
            if link in self._visiting:
                return  # what it says is nobody's business until a host lets it in (SPEC R4)
            if room is None or session is None:
                raise Goodbye(Refusal.BAD_MESSAGE, "The first event is hello.")
            if session.gone:
                return  # a newer connection of the same client took its place (SPEC S7)
            if act is not None:
                act(room, session)
            else:
                HANDLERS[type(message)](room, session, message, self._clock())
        except Goodbye as goodbye:
            log.info("refused    %s: %s", link.address, goodbye.refused.code)
            link.send(refusal(goodbye.refused))
            link.close()
        except Invalid as error:
            raise BadMessage(f"{event_of(message)}: {error}") from None
        else:
            for visitor in room.door.take_entering():
                self._enter(room, visitor.link, visitor.hello)
            if room.ledger.waiting or room.door.unsaved:
                self._work.set()
            self._wake(room)

    def _greet(self, link: Link, hello: Hello) -> None:
        now = self._clock()
        room = room_for(hello, self.rooms, self._guesses, link.address, now)
        before = self._sessions.get(link)
        if before is not None and (before[0] is not room or before[1].client != hello.client or before[1].gone):
            raise Goodbye(Refusal.BAD_MESSAGE, "One connection is for one client on one board.")
        if self._visiting.get(link, room) is not room:
            raise Goodbye(Refusal.BAD_MESSAGE, "One connection is for one client on one board.")
        session = room.greet(link, hello, now)
        self._wake(room)
        if isinstance(session, Refused):
            raise Goodbye(session.code, session.why, session.retry_after)
        if session is not None:
            self._join(link, room, session)
        elif link not in self._visiting:
            self._visiting[link] = room
            log.info("waits      %s (%s) for %s", person_name(hello.name) or "somebody", link.address, room.name)

    def _enter(self, room: Room, link: Link, hello: Hello) -> None:
        """A host has let in somebody who waited."""
        session = room.admit(link, hello, self._clock())
        if isinstance(session, Refused):
            link.send(refusal(session))
            link.close()
        else:
            self._join(link, room, session)

    def _join(self, link: Link, room: Room, session: Session) -> None:
        again = link in self._sessions
        self._visiting.pop(link, None)
        self._sessions[link] = room, session
        self._count()
        if not again:
            self.visits.count(session.author)
            log.info("joined     %s", _named(room, session))

    # ------------------------------------------------------------ tasks

    async def run_room(self, room: Room) -> None:
        """Let a room tick whenever it wants to."""
        alarm = self._alarms[room.name]
        while True:
            now = self._clock()
            if room.due <= now:
                room.tick(now)
                if room.ledger.waiting:
                    self._work.set()
            await alarm.wait_until(room.due)

    async def run_storage(self) -> None:
        """Store what the rooms number, all rooms' edits in one commit (SPEC P1), and publish it afterwards (S3)."""
        while True:
            await self._work.wait()
            self._work.clear()
            try:
                await self.store_waiting()
            except StorageFailed as error:
                await self._wait_for_storage(str(error))

    async def store_waiting(self) -> None:
        """Store and publish everything that waits; StorageFailed leaves it waiting.

        One at a time: who calls it while something is being stored waits for that, too.
        """
        async with self._storing:
            await self._store_waiting()

    async def _store_waiting(self) -> None:
        for room in self.rooms.values():
            if room.door.unsaved:
                rules, code = room.door.to_save()
                await self._in_thread(self._store.set_door, room.ledger.log.log_id, rules, code)
                room.door.saved(rules, code)
        batches = [(room, batch) for room in self.rooms.values() if (batch := room.take_batch()) is not None]
        if not batches:
            return
        await self._in_thread(self._store.commit, [batch for _, batch in batches])
        for room, batch in batches:
            room.stored(batch.rows[-1].seq)
            self.visits.edits += len(batch.rows)
            self._wake(room)

    async def _wait_for_storage(self, reason: str) -> None:
        log.warning("nothing can be stored: %s", reason)
        while True:
            for room in self.rooms.values():
                room.storage_failed(reason)
                self._wake(room)
            await asyncio.sleep(RETRY_SECONDS)
            try:
                await self._in_thread(self._store.probe)
                break
            except StorageFailed as error:
                reason = str(error)
        log.warning("edits are stored again")
        for room in self.rooms.values():
            room.storage_recovered()
            self._wake(room)
        self._work.set()

    # ------------------------------------------------------------ the end

    async def say_goodbye(self) -> None:
        """Store what waits, tell all members that the server goes, and end their connections (within two seconds)."""
        self.closing = True
        try:
            async with asyncio.timeout(FAREWELL_SECONDS):
                await self.store_waiting()
        except (StorageFailed, TimeoutError) as error:
            log.warning("the last edits were not stored: %s", str(error) or "it took too long")
        for room in self.rooms.values():
            room.tick(self._clock())
        farewell = refusal(Refused(code=Refusal.RESTARTING, why="The server stops.", retry_after=1.0))
        for link in list(self._links):
            link.send(farewell)
            link.close()
        with suppress(TimeoutError):
            async with asyncio.timeout(FAREWELL_SECONDS):
                await self._empty.wait()
        for link in list(self._links):
            link.abort()

    # ------------------------------------------------------------ inside

    def _count(self) -> None:
        """Somebody has come or left."""
        intervals = [room.broadcast.interval for room in self.rooms.values() if len(room.members)]
        self._expect_ticks(min(intervals, default=0.0))

    def _wake(self, room: Room) -> None:
        self._alarms[room.name].not_later_than(room.due)

    async def _in_thread(self, call: Callable[..., None], *arguments: object) -> None:
        await asyncio.get_running_loop().run_in_executor(self._thread, call, *arguments)


def _looked_at(payload: msgspec.Raw) -> tuple[Edit, Verdict]:
    message = client_message("edit", payload)
    assert isinstance(message, Edit)
    return message, fault(message.ops)


def _named(room: Room, session: Session) -> str:
    return f"{session.name or 'somebody'} ({session.author[:4]}) on {room.name}"
