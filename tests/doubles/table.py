"""A real room with real members on links in memory: time passes when told to, and the store can be made to fail."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count

from server.events import HANDLERS
from server.link import Ready
from server.room import Room, Surroundings
from server.rules import Rules
from server.session import Session
from server.storage.memory import MemoryStore
from server.storage.port import Batch, BoardRecord, StorageFailed, StoredBoard
from whiteboard.model.document import Document, Stamp
from whiteboard.model.element import Author
from whiteboard.model.op import Op
from whiteboard.protocol.codec import server_message, split_packet
from whiteboard.protocol.host_messages import Door
from whiteboard.protocol.identity import author_of
from whiteboard.protocol.messages import (
    ClientMessage,
    Edit,
    Entry,
    Hello,
    Refused,
    Resume,
    Role,
    ServerMessage,
    Tick,
    Welcome,
)

LOG = "log-1"
HOST_KEY = "the secret of the host"
NEVER = 10**9


def client(number: int) -> str:
    """A client id."""
    return f"{number:032x}"


class Ear:
    """A `Link` that keeps what it is sent, decoded. `stuck` is what `waiting` says."""

    address = "192.0.2.7"
    transport = "websocket"
    encrypted = True

    def __init__(self) -> None:
        self.heard: list[ServerMessage] = []
        self.packets: list[Ready] = []
        self.stuck = 0
        self.closed = False
        self.aborted = False

    def send(self, message: Ready) -> None:
        self.packets.append(message)
        event, payload = split_packet(message.packet.removeprefix("4"))
        self.heard.append(server_message(event, payload))

    def waiting(self) -> int:
        return self.stuck

    def close(self) -> None:
        self.closed = True

    def abort(self) -> None:
        self.aborted = True

    @property
    def ticks(self) -> list[Tick]:
        return [message for message in self.heard if isinstance(message, Tick)]

    @property
    def welcomes(self) -> list[Welcome]:
        return [message for message in self.heard if isinstance(message, Welcome)]

    @property
    def refused(self) -> list[Refused]:
        return [message for message in self.heard if isinstance(message, Refused)]

    @property
    def doors(self) -> list[Door]:
        return [message for message in self.heard if isinstance(message, Door)]

    @property
    def entries(self) -> list[Entry]:
        """All edits heard, in order."""
        return [entry for tick in self.ticks for entry in tick.edits]


class FaultyStore(MemoryStore):
    """A store whose writing fails while `fault` says why."""

    def __init__(self) -> None:
        super().__init__()
        self.fault = ""

    def commit(self, batches: Sequence[Batch]) -> None:
        self.probe()
        super().commit(batches)

    def set_door(self, log_id: str, rules: Rules, code: str | None) -> None:
        self.probe()
        super().set_door(log_id, rules, code)

    def probe(self) -> None:
        if self.fault:
            raise StorageFailed(self.fault)


class Table:
    """A room, its store and a clock. `play` gives everybody what is due."""

    def __init__(self, store: FaultyStore | None = None, role_of: Callable[[Author], Role] | None = None) -> None:
        self.store = store or FaultyStore()
        if not self.store.boards():
            self.store.create(BoardRecord("Board", LOG, "K7QM2XPA"))
        tokens, jitter = count(1), count(7)
        around = Surroundings(
            wall=lambda: 1000.0 + self.now,
            new_token=lambda: f"token-{next(tokens)}",
            jitter=lambda: next(jitter),
            new_code=lambda: f"NEWC0DE{next(jitter)}",
            host_key=HOST_KEY,
        )
        self._role_of = role_of or (lambda author: Role.EDITOR)
        self.now = 0.0
        self.room = Room(self.stored(), around)

    def stored(self) -> StoredBoard:
        return self.store.load(LOG, rows=NEVER, bytes=NEVER)

    # ------------------------------------------------------------ people

    def join(
        self, number: int, *, ordinal: int = 1, resume: Resume | None = None, ear: Ear | None = None, name: str = "Ann"
    ) -> tuple[Ear, Session]:
        """A client says a good hello, and must be let in."""
        ear = ear or Ear()
        session = self.greet(number, ear, ordinal=ordinal, resume=resume, name=name)
        assert isinstance(session, Session), session
        return ear, session

    def greet(
        self, number: int, ear: Ear, *, ordinal: int = 1, resume: Resume | None = None, name: str = "Ann"
    ) -> Session | Refused:
        role = self._role_of(author(number))
        key = HOST_KEY if role is Role.HOST else ""
        if role is Role.VIEWER:
            self.room.door.decide(self.room.door.rules.with_role(author(number), role))
        hello = Hello(board="Board", client=client(number), ordinal=ordinal, name=name, resume=resume, host_key=key)
        return self.room.admit(ear, hello, self.now)

    def say(self, session: Session, *messages: ClientMessage) -> None:
        """A member's messages arrive."""
        for message in messages:
            HANDLERS[type(message)](self.room, session, message, self.now)

    def edit(self, session: Session, *ops: Op, cseq: int | None = None) -> int:
        """A member's next edit arrives; returns its cseq."""
        if cseq is None:
            cseq = self.room.ledger.log.cseq(session.author) + 1
        self.say(session, Edit(cseq=cseq, ops=ops))
        return cseq

    # ------------------------------------------------------------ time

    def store_now(self) -> None:
        """What the hub does whenever there is work: commit, then publish, or say that it failed."""
        batch = self.room.take_batch()
        if batch is None:
            return
        try:
            self.store.commit([batch])
        except StorageFailed as error:
            self.room.storage_failed(str(error))
        else:
            self.room.stored(batch.rows[-1].seq)

    def play(self, seconds: float = 0.1) -> None:
        """Let time pass: store at once, tick whenever the room wants to."""
        end = self.now + seconds
        while True:
            self.store_now()
            if self.room.due > end:
                break
            self.now = max(self.now, self.room.due)
            self.room.tick(self.now)
        self.now = end

    def document_of(self, ear: Ear) -> Document:
        """What a member that was there from the beginning has on the screen."""
        document = Document()
        for entry in ear.entries:
            document.apply(entry.ops, Stamp(entry.author, entry.at))
        return document


def author(number: int) -> Author:
    return author_of(client(number))
