"""A client as the app runs it: replica, history, outbox and disk, but with hands that a seed moves."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import msgspec

from whiteboard.model.document import Document
from whiteboard.model.element import Element, ElementId, Geometry
from whiteboard.model.history import History
from whiteboard.model.op import Op, Patch, Put, Remove, Retype
from whiteboard.model.points import InkPoint
from whiteboard.model.style import COLORS, Style
from whiteboard.protocol.messages import Edit, Entry, Refused, ServerMessage, Snapshot, Tick, Welcome
from whiteboard.sync.outbox import Outbox
from whiteboard.sync.peers import Peers
from whiteboard.sync.replica import Received, Replica
from whiteboard.sync.standing import Standing

from .disk import Disk, Kept
from .network import SimulatedLink
from .violation import demand


class Client:
    """One person. `refused` holds what the server refused, `ids` every identity the client ever had."""

    def __init__(self, name: str, chance: Random, new_client: Callable[[], str]) -> None:
        self.name = name
        self.link: SimulatedLink | None = None
        self.refused: list[tuple[Edit, Entry]] = []
        self.drawing: ElementId | None = None
        self._chance = chance
        self._new_client = new_client
        self._count = 0
        standing = Standing(client=new_client(), attached=True)
        self.disk = Disk(standing)
        self.ids = [standing.client]
        self._start(Kept(standing))

    def _start(self, kept: Kept) -> None:
        self.replica = Replica(
            kept.standing,
            Document(kept.base.values()),
            [kept.pending[cseq] for cseq in sorted(kept.pending)],
            journal=self.disk,
            new_client=self._new_client,
        )
        self.history = History()
        self.outbox = Outbox()
        self.peers = Peers()
        self.drawing = None

    def crash(self) -> None:
        """kill -9: only what is on the disk survives."""
        self._start(self.disk.crash())

    # ------------------------------------------------------------ hands

    def edit(self) -> None:
        """Do something that a person might do."""
        chance, document = self._chance, self.replica.document
        ids = sorted(element.id for element in document)
        dice = chance.random()
        if dice < 0.1 and self.drawing is None:
            self._begin_stroke()
        elif dice < 0.2 and self.drawing is not None:
            self._end_stroke()
        elif dice < 0.3:
            self._take_back()
        elif dice < 0.6 or not ids:
            self._submit(Put(self._element(self._new_id())))
        elif dice < 0.7:
            self._type(chance.choice(ids))
        elif dice < 0.85:
            self._submit(*(self._patch(chance.choice(ids)) for _ in range(chance.randint(1, 2))))
        else:
            self._submit(Remove(chance.choice(ids)))

    def _submit(self, *ops: Op) -> None:
        self.history.record(self.replica.submit(ops))

    def _type(self, id: ElementId) -> None:
        """A few letters somewhere in a text, perhaps in place of others; undone with what was typed before."""
        element = self.replica.document.get(id)
        assert element is not None
        begin = self._chance.randint(0, len(element.text))
        end = min(begin + self._chance.choice([0, 0, 3]), len(element.text))
        text = element.text[:begin] + self._chance.choice(["one ", "two", " ", ""]) + element.text[end:]
        change = self.replica.submit([Retype(id=id, base=element.text, text=text)])
        self.history.record(change, joins=self._chance.random() < 0.5)

    def _take_back(self) -> None:
        ops = self.history.undo(self.replica.document)
        if ops:
            self.history.undone([self.replica.submit(ops)])

    def _begin_stroke(self) -> None:
        self.drawing = self._new_id()
        self.outbox.trail(self.drawing, (0.0, 0.0), Style(), [InkPoint(0, 0, 100), InkPoint(16, 16, 100)])

    def _end_stroke(self) -> None:
        assert self.drawing is not None
        self.outbox.finished(self.drawing)
        self._submit(Put(self._element(self.drawing)))
        self.drawing = None

    def _new_id(self) -> ElementId:
        self._count += 1
        return ElementId(f"{self.name}{self._count}")

    def _element(self, id: ElementId) -> Element:
        geometry = Geometry(x=self._chance.randrange(100), y=0.0)
        return Element(id=id, kind="card", geometry=geometry, order="A", text=id)

    def _patch(self, id: ElementId) -> Patch:
        if self._chance.random() < 0.5:
            return Patch(id=id, style=Style(color=self._chance.choice(COLORS)))
        return Patch(id=id, geometry=Geometry(x=self._chance.randrange(100), y=1.0))

    # ------------------------------------------------------------ the wire

    def connect(self, link: SimulatedLink) -> None:
        self.link = link
        self._say_hello()

    def disconnected(self) -> None:
        self.replica.disconnected()
        self.peers.disconnected()

    def _say_hello(self) -> None:
        assert self.link is not None
        self.outbox.connected()
        hello = self.replica.hello()
        if hello.client not in self.ids:
            self.ids.append(hello.client)
        self.link.say(msgspec.structs.replace(hello, board="Board", name=self.name))

    def hear(self, message: ServerMessage, now: float) -> bool:
        """Take a message; False if it ends the connection."""
        match message:
            case Refused():
                self.replica.disconnected()
                return False
            case Welcome():
                self.replica.welcomed(message)
                self.peers.welcomed(message, now)
            case Tick():
                self._note(self.replica.receive(message))
                self.peers.receive(message, now)
        if self.replica.wants_hello:
            self._say_hello()
        return True

    def load(self, snapshot: Snapshot) -> None:
        self._note(self.replica.load(snapshot))
        if self.replica.wants_hello:
            self._say_hello()

    def flush(self, now: float) -> None:
        """Send what waits."""
        if self.link is not None and self.replica.online:
            for message in (*self.outbox.take(now), *self.replica.take_edits()):
                self.link.say(message)

    def _note(self, received: Received) -> None:
        self.refused.extend(received.refused)
        shown = Document(self.replica._base)
        for edit in self.replica._pending:
            shown.apply(edit.ops)
        demand(self.replica.document == shown, "D1: the screen does not show base and pending edits")
