"""The board that a script's session connects: the app's replica and peers, with events instead of a picture."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from typing import assert_never

from whiteboard.model.document import Change, Document
from whiteboard.model.element import Author
from whiteboard.model.op import Op, target
from whiteboard.model.order import above, is_order
from whiteboard.protocol.host_messages import Door
from whiteboard.protocol.messages import ClientMessage, Entry, Hello, Snapshot, Tick, Welcome
from whiteboard.sync.journal import NoJournal
from whiteboard.sync.outbox import Outbox
from whiteboard.sync.peers import Peers
from whiteboard.sync.replica import Received, Replica
from whiteboard.sync.standing import Standing

from .chronicle import Chronicle
from .events import Event, Left, ReadOnly

Verdict = Entry | None
"""Of an edit of mine: the entry that refuses it, or None if it was taken."""


class ScriptBoard:
    """`net.board_port.LiveBoard` for scripts. `tell` is called with every event, `confirm` with every verdict."""

    def __init__(self, new_client: Callable[[], str], chance: Callable[[], int], tell: Callable[[Event], None]) -> None:
        """`chance` gives any non-negative integer; it makes order keys of several people differ."""
        standing = Standing(client=new_client(), attached=True)
        self.replica = Replica(standing, Document(), (), journal=NoJournal(), new_client=new_client)
        self.peers = Peers()
        self.outbox = Outbox()
        self.chronicle = Chronicle()
        self.board = ""
        self.read_only = ""
        self._chance = chance
        self._tell = tell
        self._waiting: deque[tuple[tuple[Op, ...], Callable[[Verdict], None]]] = deque()
        self._me = Author("")
        self._loaded = False
        self._top: str | None = None

    @property
    def document(self) -> Document:
        return self.replica.document

    def submit(self, ops: Sequence[Op], confirm: Callable[[Verdict], None]) -> None:
        """Do an edit at once; `confirm` is called when the server has taken or refused it."""
        edit = tuple(ops)
        self._waiting.append((edit, confirm))
        self._settle(self.replica.submit(edit))

    def next_order(self) -> str:
        """A key above all others; where there is no room above, the highest again (SPEC D3)."""
        order = above(self._top, self._chance())
        if self._top is not None and not is_order(order):
            return self._top
        self._top = order
        return order

    # ------------------------------------------------------------ as a LiveBoard

    def hello(self) -> Hello:
        return self.replica.hello()

    def receive(self, message: Welcome | Tick, now: float) -> None:
        match message:
            case Welcome():
                self._on_welcome(message, now)
            case Tick():
                self._on_tick(message, now)
            case _:
                assert_never(message)

    def hear_of_door(self, door: Door) -> None:
        """I am the host."""
        for event in self.chronicle.door(door):
            self._tell(event)

    def load(self, snapshot: Snapshot) -> None:
        received = self.replica.load(snapshot)
        self._settle(received.change)
        self._confirm(received)
        if self._loaded:
            for event in self.chronicle.replaced(received.change, self.document):
                self._tell(event)
        self._loaded = self._loaded or self.replica.current

    def disconnected(self) -> None:
        self.replica.disconnected()
        for event in self.chronicle.peers(self.peers.disconnected(), self.document):
            self._tell(event)

    def take_outgoing(self, now: float) -> list[ClientMessage]:
        return [*self.replica.take_edits(), *self.outbox.take(now)] if self.replica.online else []

    def tidy(self, now: float) -> None:
        for event in self.chronicle.peers(self.peers.expire(now), self.document):
            self._tell(event)

    # ------------------------------------------------------------ inside

    def _on_welcome(self, welcome: Welcome, now: float) -> None:
        self._me = welcome.author
        self.board = welcome.board
        self.outbox.connected()
        self.replica.welcomed(welcome)
        news = self.peers.welcomed(welcome, now)
        for event in self.chronicle.peers(news, self.document):
            self._tell(event)
        self.chronicle.welcomed(welcome.members)
        self._hear_of_storage(welcome.read_only)

    def _on_tick(self, tick: Tick, now: float) -> None:
        seq = self.replica.standing.seq
        fresh = [entry for entry in tick.edits if entry.seq > seq]
        before = {id: self.document.get(id) for entry in fresh for id in map(target, entry.ops)}
        received = self.replica.receive(tick)
        events = list(self.chronicle.peers(self.peers.receive(tick, now), self.document))
        if self._loaded and self.replica.standing.seq > seq:  # else it waits for a snapshot, does not fit, or is old
            events += self.chronicle.edits(fresh, self._me, before)
        events += self.chronicle.turned(self.peers.pages, self.document)
        events.sort(key=lambda event: isinstance(event, Left))  # what somebody did comes before that they left
        self._loaded = self._loaded or self.replica.current
        self._settle(received.change)
        self._confirm(received)
        for event in events:
            self._tell(event)
        if tick.read_only is not None:
            self._hear_of_storage(tick.read_only)

    def _hear_of_storage(self, why: str) -> None:
        if why != self.read_only:
            self.read_only = why
            self._tell(ReadOnly(why))

    def _settle(self, change: Change) -> None:
        for _, after in change.elements:
            if after is not None and (self._top is None or after.order > self._top):
                self._top = after.order

    def _confirm(self, received: Received) -> None:
        """Edits are confirmed in the order in which they were done."""
        while len(self._waiting) > self.replica.unconfirmed:
            ops, confirm = self._waiting.popleft()
            confirm(next((entry for edit, entry in received.refused if edit.ops is ops), None))
