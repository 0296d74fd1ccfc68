"""Planted faults: each takes one rule out of the real code. A simulation that stays green with one of them is blind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import msgspec
import pytest

from server.board_log import BoardLog
from server.ledger import Ledger
from server.room import Room
from whiteboard.model.document import Change, Document
from whiteboard.model.op import Put
from whiteboard.protocol.messages import Placed
from whiteboard.sync.pending import Pending
from whiteboard.sync.replica import Received, Replica

from .server import Server
from .world import DROP, RESTORE

EDITS_HANDLER = import_module("server.events.edit")  # the package exports the function of that name

Plant = Callable[[pytest.MonkeyPatch], None]


@dataclass(frozen=True)
class Fault:
    """One rule taken out, and the trouble in which that shows."""

    rule: str
    plant: Plant
    trouble: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return f"{self.rule} {self.plant.__name__}"


def edits_are_applied_again_when_resent(patch: pytest.MonkeyPatch) -> None:
    real = EDITS_HANDLER.settle

    def settle(room: Room, session: Any, message: Any, verdict: Any) -> None:
        expected = room.ledger.log.cseq(session.author) + 1
        real(room, session, msgspec.structs.replace(message, cseq=max(expected, message.cseq)), verdict)

    patch.setattr(EDITS_HANDLER, "settle", settle)


def gaps_in_a_clients_edits_go_unnoticed(patch: pytest.MonkeyPatch) -> None:
    real = EDITS_HANDLER.settle

    def settle(room: Room, session: Any, message: Any, verdict: Any) -> None:
        last = room.ledger.log.cseq(session.author)
        if message.cseq > last + 1:
            room.ledger.log._cseqs[session.author] = message.cseq - 1
        real(room, session, message, verdict)

    patch.setattr(EDITS_HANDLER, "settle", settle)


def pending_edits_are_not_sent_again(patch: pytest.MonkeyPatch) -> None:
    real = Replica.welcomed

    def welcomed(self: Replica, welcome: Any) -> None:
        real(self, welcome)
        if self._sent is not None:
            self._sent = self._pending._last

    patch.setattr(Replica, "welcomed", welcomed)


def refused_edits_do_not_count(patch: pytest.MonkeyPatch) -> None:
    real = Room.number

    def number(self: Room, author: Any, cseq: int, ops: Any, void: Any = None, why: str = "") -> None:
        if void is None:
            real(self, author, cseq, ops)

    patch.setattr(Room, "number", number)


def edits_are_shown_before_they_are_stored(patch: pytest.MonkeyPatch) -> None:
    real = Room.number

    def number(self: Room, *arguments: Any, **more: Any) -> None:
        real(self, *arguments, **more)
        self.stored(self.ledger.log.head)

    patch.setattr(Room, "number", number)


def a_snapshot_is_merged_into_the_base(patch: pytest.MonkeyPatch) -> None:
    real = Replica.load

    def load(self: Replica, snapshot: Any) -> Any:
        old = [element for element in self._base if element.id not in {p.element.id for p in snapshot.elements}]
        merged = msgspec.structs.replace(snapshot, elements=(*snapshot.elements, *map(Placed, old)))
        return real(self, merged)

    patch.setattr(Replica, "load", load)


def a_snapshot_throws_pending_edits_away(patch: pytest.MonkeyPatch) -> None:
    real = Replica.load

    def load(self: Replica, snapshot: Any) -> Any:
        self._pending.settle(1 << 30)
        return real(self, snapshot)

    patch.setattr(Replica, "load", load)


def any_history_may_be_resumed(patch: pytest.MonkeyPatch) -> None:
    real = Room.welcome

    def welcome(self: Room, session: Any, resume: Any) -> None:
        log = self.ledger.log
        if resume is not None and log.hash_at(resume.seq) is not None:
            resume = msgspec.structs.replace(resume, hash=log.hash_at(resume.seq))
        real(self, session, resume)

    patch.setattr(Room, "welcome", welcome)


def a_forgotten_client_keeps_its_identity(patch: pytest.MonkeyPatch) -> None:
    real = Replica.welcomed

    def welcomed(self: Replica, welcome: Any) -> None:
        self._standing = msgspec.structs.replace(self._standing, acked=min(self._standing.acked, welcome.known))
        real(self, welcome)

    patch.setattr(Replica, "welcomed", welcomed)


def the_older_connection_wins(patch: pytest.MonkeyPatch) -> None:
    real = Room.admit

    def admit(self: Room, link: Any, hello: Any, now: float) -> Any:
        old = self.members.of_client(hello.client)
        return real(self, link, msgspec.structs.replace(hello, ordinal=old.ordinal + 1 if old else 1), now)

    patch.setattr(Room, "admit", admit)


def a_quiet_server_stays_silent(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("server.broadcast.HEAD_SECONDS", 1e9)


def the_head_is_not_compared(patch: pytest.MonkeyPatch) -> None:
    real = Replica.receive
    patch.setattr(Replica, "receive", lambda self, tick: real(self, tick) if tick.edits else _nothing())


def edits_are_sent_before_they_are_on_disk(patch: pytest.MonkeyPatch) -> None:
    real = Pending.after
    patch.setattr(
        Pending, "after", lambda self, cseq, *, written, at_most: real(self, cseq, written=1 << 30, at_most=at_most)
    )


def gaps_in_the_log_go_unnoticed(patch: pytest.MonkeyPatch) -> None:
    real = Replica._confirm

    def receive(self: Replica, tick: Any) -> Any:
        if self._sent is None or self._welcome is not None:
            return _nothing()
        entries = [entry for entry in tick.edits if entry.seq > self._standing.seq]
        return real(self, tick, entries) if entries else _nothing()

    patch.setattr(Replica, "receive", receive)


def pending_edits_do_not_stay_on_top(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Replica, "_shown", lambda self, id: self._base.get(id))


def a_taken_back_edit_stays_on_the_screen(patch: pytest.MonkeyPatch) -> None:
    real = Replica._refresh
    patch.setattr(Replica, "_refresh", lambda self, ids: real(self, [id for id in ids if id in self._base]))


def a_failed_commit_still_counts(patch: pytest.MonkeyPatch) -> None:
    def roll_back(self: BoardLog) -> list[Any]:
        rows, self._unpublished = self._unpublished, []
        return rows

    patch.setattr(BoardLog, "roll_back", roll_back)


def a_failed_commit_stays_in_the_document(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("server.ledger._restore", lambda document, before: None)


def dropped_edits_are_not_asked_for(patch: pytest.MonkeyPatch) -> None:
    def recovered(self: Room) -> None:
        self.read_only = ""

    patch.setattr(Room, "storage_recovered", recovered)


def a_snapshot_shows_what_is_not_stored(patch: pytest.MonkeyPatch) -> None:
    def placed(self: Ledger) -> Any:
        unstored, self._unstored = self._unstored, []
        try:
            return real(self)
        finally:
            self._unstored = unstored

    real = Ledger.placed
    patch.setattr(Ledger, "placed", placed)


def a_snapshot_settles_what_it_does_not_contain(patch: pytest.MonkeyPatch) -> None:
    real = Replica.welcomed

    def welcomed(self: Replica, welcome: Any) -> None:
        real(self, msgspec.structs.replace(welcome, cseq=max(welcome.cseq, self._pending._last)))

    patch.setattr(Replica, "welcomed", welcomed)


def anybody_may_overwrite_an_element(patch: pytest.MonkeyPatch) -> None:
    def apply(self: Document, ops: Any, stamp: Any = None) -> Change:
        if stamp is None:  # only the client's own edits
            ops = [op for op in ops if not (isinstance(op, Put) and op.element.id in self)]
        return real(self, ops, stamp)

    real = Document.apply
    patch.setattr(Document, "apply", apply)


def the_store_forgets_how_far_a_client_was(patch: pytest.MonkeyPatch) -> None:
    real = Server.start

    def start(self: Server) -> None:
        for board in self.store._boards.values():
            board.cseqs.clear()
        real(self)

    patch.setattr(Server, "start", start)


def _nothing() -> Any:
    return Received()


FAULTS = [
    Fault("S1", edits_are_applied_again_when_resent, frozenset({DROP})),
    Fault("S1", gaps_in_a_clients_edits_go_unnoticed, frozenset({DROP})),
    Fault("S1", the_store_forgets_how_far_a_client_was),
    Fault("S2", refused_edits_do_not_count),
    Fault("S3", edits_are_shown_before_they_are_stored),
    Fault("S3", a_snapshot_shows_what_is_not_stored),
    Fault("S4", pending_edits_are_not_sent_again),
    Fault("S5", a_snapshot_is_merged_into_the_base, frozenset({RESTORE})),
    Fault("S5", a_snapshot_throws_pending_edits_away),
    Fault("S5", a_snapshot_settles_what_it_does_not_contain),
    Fault("S5", any_history_may_be_resumed, frozenset({RESTORE})),
    Fault("S6", a_forgotten_client_keeps_its_identity, frozenset({RESTORE})),
    Fault("S7", the_older_connection_wins),
    Fault("S8", a_quiet_server_stays_silent, frozenset({DROP})),
    Fault("S8", the_head_is_not_compared, frozenset({DROP})),
    Fault("S9", edits_are_sent_before_they_are_on_disk),
    Fault("S10", gaps_in_the_log_go_unnoticed, frozenset({DROP})),
    Fault("D5", anybody_may_overwrite_an_element),
    Fault("D1", pending_edits_do_not_stay_on_top),
    Fault("S2", a_taken_back_edit_stays_on_the_screen),
    Fault("P3", a_failed_commit_still_counts),
    Fault("P3", a_failed_commit_stays_in_the_document),
    Fault("P3", dropped_edits_are_not_asked_for),
]
