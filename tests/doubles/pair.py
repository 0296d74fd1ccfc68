"""Two people at real editors on one board of a real room, whose messages travel when told to."""

from __future__ import annotations

import gzip
from itertools import count

import msgspec

from server.session import Session
from tests.doubles.board import clients
from tests.doubles.hand import SlowIndex
from tests.doubles.pages import drawn_on
from tests.doubles.table import Ear, Table
from whiteboard.editor import Editor, News
from whiteboard.model.document import Document
from whiteboard.model.element import Element, ElementId
from whiteboard.model.op import Put
from whiteboard.protocol.codec import snapshot_from_json
from whiteboard.protocol.messages import Tick, Welcome
from whiteboard.sync.journal import NoJournal
from whiteboard.sync.replica import Replica
from whiteboard.sync.standing import Standing


class Seat:
    """One of the two. `drawn` are the ids of all strokes that were drawn here."""

    def __init__(self, table: Table, name: str, client: str) -> None:
        self.news: list[News] = []
        self.drawn: list[ElementId] = []
        self._table = table
        ids, chances = count(1), count(len(name))
        replica = Replica(
            Standing(client=client, attached=True), Document(), (), journal=NoJournal(), new_client=clients()
        )
        self.editor = Editor(
            replica,
            index=SlowIndex(),
            new_id=lambda: f"{name}{next(ids)}",
            chance=lambda: next(chances) * 2711 % 3843,
            on_change=self.news.append,
        )
        self._ear = Ear()
        self._heard = 0
        admitted = table.room.admit(self._ear, msgspec.structs.replace(self.editor.hello(), board="Board"), table.now)
        assert isinstance(admitted, Session)
        self._session = admitted
        self.hear()

    def draw(self) -> Element:
        """A stroke on the page that is shown."""
        stroke = drawn_on(self.editor.new_id(), self.editor.page)
        self.editor.submit([Put(stroke)])
        self.drawn.append(stroke.id)
        return stroke

    def send(self) -> None:
        self.editor.complete()
        self._table.say(self._session, *self.editor.take_outgoing(self._table.now))

    def hear(self) -> None:
        fresh, self._heard = self._ear.heard[self._heard :], len(self._ear.heard)
        for message in fresh:
            if isinstance(message, Welcome | Tick):
                self.editor.receive(message, self._table.now)
            path = self.editor.replica.wants_snapshot
            if path is not None:
                capture = self._table.room.snapshots.fetch(int(path.rpartition("=")[2]))
                assert capture is not None
                self.editor.load(snapshot_from_json(gzip.decompress(capture.data or capture.encode())))


class Pair:
    """`meet` lets all messages travel until there are none."""

    def __init__(self) -> None:
        self.table = Table()
        self.ann = Seat(self.table, "ann-", f"{1:032x}")
        self.bob = Seat(self.table, "bob-", f"{2:032x}")

    def meet(self) -> None:
        for round in range(30):  # a server says very much in many ticks
            for seat in (self.ann, self.bob):
                seat.send()
            self.table.play()
            for seat in (self.ann, self.bob):
                seat.hear()
            if round >= 2 and not self.ann.editor.replica.unconfirmed + self.bob.editor.replica.unconfirmed:
                break
        assert self.ann.editor.replica.unconfirmed == self.bob.editor.replica.unconfirmed == 0

    @property
    def truth(self) -> Document:
        """What the server has."""
        return self.table.room.ledger.document
