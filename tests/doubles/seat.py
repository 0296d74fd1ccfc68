"""Hands at one table: several editors on one board, joined by a real room; nothing between them but time."""

from __future__ import annotations

from itertools import count
from urllib.parse import parse_qs, urlsplit

import msgspec

from server.session import Session
from tests.doubles.hand import Hand
from tests.doubles.table import Ear, Table, client
from whiteboard.model.element import Element
from whiteboard.protocol.messages import Snapshot, Tick, Welcome
from whiteboard.sync.standing import Standing


class Seat(Hand):
    """A hand whose editor is on the board of a table while it is connected."""

    def __init__(self, number: int, table: Table, *elements: Element) -> None:
        ids = count(1000 * number)
        super().__init__(
            *elements,
            standing=Standing(client=client(next(ids))),
            name=f"p{number}",
            new_client=lambda: client(next(ids)),
        )
        self.number = number
        self._table = table
        self._ear = Ear()
        self._heard = 0
        self._session: Session | None = None
        self.editor.replica.attach()

    def connect(self) -> None:
        """Open a connection and say hello."""
        self._ear, self._heard = Ear(), 0
        hello = msgspec.structs.replace(self.editor.hello(), board="Board", name=f"Person {self.number}")
        session = self._table.room.admit(self._ear, hello, self._table.now)
        assert isinstance(session, Session), session
        self._session = session

    def pull_the_cable(self) -> None:
        """Nothing comes or goes any more; the server notices."""
        assert self._session is not None
        self._table.room.leave(self._session, self._table.now)
        self._session = None
        self.editor.disconnected()

    def exchange(self) -> bool:
        """Send what waits and take in what came; returns whether there was anything."""
        if self._session is None:
            return False
        fresh = self._ear.heard[self._heard :]
        self._heard += len(fresh)
        for message in fresh:
            assert isinstance(message, (Welcome, Tick)), message
            self.editor.receive(message, self._table.now)
            if self.editor.replica.wants_snapshot is not None:
                self.editor.load(self._snapshot(self.editor.replica.wants_snapshot))
            assert not self.editor.replica.wants_hello
        outgoing = self.editor.take_outgoing(self._table.now)
        self._table.say(self._session, *outgoing)
        return bool(fresh or outgoing)

    def _snapshot(self, path: str) -> Snapshot:
        seq = int(parse_qs(urlsplit(path).query)["seq"][0])
        capture = self._table.room.snapshots.fetch(seq)
        assert capture is not None
        return Snapshot(log_id=capture.log_id, seq=capture.seq, hash=capture.hash, elements=capture.elements)


class Company:
    """People on one board. `settle` lets everything arrive."""

    def __init__(self) -> None:
        self.table = Table()
        self._numbers = count(1)
        self.seats: list[Seat] = []

    def sit_down(self, *elements: Element) -> Seat:
        """Somebody joins, with what they drew before."""
        seat = Seat(next(self._numbers), self.table, *elements)
        self.seats.append(seat)
        seat.connect()
        self.settle()
        return seat

    def settle(self) -> None:
        quiet = 0
        for _ in range(50):
            moved = [seat.exchange() for seat in self.seats]
            self.table.play(0.04)
            quiet = 0 if any(moved) else quiet + 1
            if quiet == 2:
                return
        raise AssertionError("the board does not come to rest")
