"""The server's side: a real room over a real store, with a process that can die between any two steps."""

from __future__ import annotations

import copy
import gzip
from collections.abc import Callable
from random import Random

import msgspec

from server.events import HANDLERS
from server.events.hello import room_for
from server.goodbye import Goodbye
from server.guesses import Guesses
from server.link import refusal
from server.room import Room, Surroundings
from server.session import Session
from server.storage.memory import MemoryStore
from server.storage.port import Batch, BoardRecord
from whiteboard.model.document import Document
from whiteboard.model.elements.kind import Invalid
from whiteboard.protocol.codec import snapshot_from_json
from whiteboard.protocol.messages import Edit, Entry, Hello, Refused, Role, Snapshot, Tick
from whiteboard.protocol.refusal import Refusal

from .network import SimulatedLink
from .violation import Violation, demand

LOG = "log-1"


class Server:
    """`store` is what survives; everything else dies with `crash`."""

    def __init__(self, chance: Random, wall: Callable[[], float]) -> None:
        self.store = MemoryStore()
        self.store.create(BoardRecord("Board", LOG, ""))
        self.backups: list[MemoryStore] = []
        self.chance = chance
        self._wall = wall
        self._batch: Batch | None = None
        self._tokens = 0
        self._late = False
        self.start()

    def start(self) -> None:
        """A new process on the same store, which keeps more or less of the log in memory."""
        around = Surroundings(
            wall=self._wall,
            new_token=self._new_token,
            jitter=lambda: self.chance.randrange(1 << 20),
            new_code=lambda: "NEWC0DE1",
        )
        rows = self.chance.choice([0, 3, 1000, 1000])
        self.room = Room(self.store.load(LOG, rows=rows, bytes=1 << 20), around)
        self.sessions: dict[SimulatedLink, Session] = {}
        self._batch = None

    def crash(self) -> None:
        for link in self.sessions:
            link.abort()
        self.start()

    def back_up(self) -> None:
        self.backups.append(copy.deepcopy(self.store))

    def restore(self) -> None:
        """The machine's owner puts an old copy of the store back."""
        self.store = copy.deepcopy(self.chance.choice(self.backups))
        self.crash()

    @property
    def durable(self) -> int:
        return self.store.load(LOG, rows=0, bytes=0).seq

    def check_sent(self, tick: Tick) -> None:
        """SPEC S3: nothing is shown that is not durable."""
        if tick.edits and tick.edits[-1].seq > self.durable:
            raise Violation("S3: an edit was shown before it was stored")

    # ------------------------------------------------------------ steps

    def read(self, link: SimulatedLink, now: float) -> None:
        """Take one message from a link, as the hub does."""
        message = link.heard()
        if not link.open:
            return
        session = self.sessions.get(link)
        try:
            if isinstance(message, Hello):
                self._check_ordinal(link, message)
                if session is not None and (session.client != message.client or session.gone):
                    raise Goodbye(Refusal.BAD_MESSAGE, "One connection is for one client on one board.")
                room_for(message, {"Board": self.room}, Guesses(), link.address, now)
                admitted = self.room.admit(link, message, now)
                if isinstance(admitted, Refused):
                    raise Goodbye(admitted.code, admitted.why)
                demand(not self._late, "S7: an older connection was let in")
                self.sessions[link] = admitted
            elif session is not None and not session.gone:
                expected = self.room.ledger.log.cseq(session.author) + 1
                HANDLERS[type(message)](self.room, session, message, now)
                if isinstance(message, Edit) and message.cseq == expected and not self.room.read_only:
                    demand(self.room.ledger.log.cseq(session.author) == expected, "S2: a refused edit did not count")
        except Goodbye as goodbye:
            link.send(refusal(goodbye.refused))
            link.close()
            self.lost(link, now)
        except Invalid as error:
            raise Violation(f"an honest client sent what is invalid: {error}") from error

    def lost(self, link: SimulatedLink, now: float) -> None:
        """The connection of a link is gone."""
        session = self.sessions.pop(link, None)
        if session is not None:
            self.room.leave(session, now)

    def begin_commit(self) -> None:
        if self._batch is None:
            self._batch = self.room.take_batch()

    def end_commit(self) -> None:
        """The store's thread is done, and a moment later the loop hears of it: a crash may come in between."""
        if self._batch is not None and self.durable < self._batch.rows[-1].seq:
            self.store.commit([self._batch])
            if self.chance.random() < 0.9:
                self.publish()

    def publish(self) -> None:
        if self._batch is not None and self.durable >= self._batch.rows[-1].seq:
            batch, self._batch = self._batch, None
            self.room.stored(batch.rows[-1].seq)

    def fail_commit(self) -> None:
        if self._batch is not None and self.durable < self._batch.rows[-1].seq:
            self._batch = None
            self.room.storage_failed("The disk is full.")
            demand(self.room.ledger.document == self.replayed(self.durable), "P3: the room shows what is not stored")

    def tick(self, now: float) -> None:
        if self.room.due <= now:
            self.room.tick(now)

    def snapshot(self, path: str) -> Snapshot | None:
        """What an HTTP GET of the path answers; None: not found."""
        capture = self.room.snapshots.fetch(int(path.rpartition("=")[2]))
        if capture is None:
            return None
        snapshot = snapshot_from_json(gzip.decompress(capture.data or capture.encode()))
        truth = self.replayed(snapshot.seq)
        shown = Document(placed.element for placed in snapshot.elements)
        demand(shown == truth, "S3: a snapshot of what is not stored")
        return snapshot

    def replayed(self, seq: int) -> Document:
        """What the stored log makes up to a number."""
        document = Document()
        for row in self.store.load(LOG, rows=1 << 30, bytes=1 << 40).tail[:seq]:
            document.apply(msgspec.json.decode(row.body, type=Entry).ops)
        return document

    def _check_ordinal(self, link: SimulatedLink, hello: Hello) -> None:
        old = self.room.members.of_client(hello.client)
        self._late = old is not None and old.link is not link and hello.ordinal <= old.ordinal

    def change_role(self, role: Role) -> None:
        if self.sessions:
            self.chance.choice(list(self.sessions.values())).role = role

    def _new_token(self) -> str:
        self._tokens += 1
        return f"token-{self._tokens}"
