"""A board's door: its code, what its host decided, and who waits before it (SPEC R). No socket, clock or disk."""

from __future__ import annotations

import hmac
from dataclasses import dataclass

import msgspec

from whiteboard.model.element import Author
from whiteboard.protocol.host_messages import Caller, Waiting
from whiteboard.protocol.host_messages import Door as DoorMessage
from whiteboard.protocol.identity import author_of, person_name
from whiteboard.protocol.limits import MAX_WAITING
from whiteboard.protocol.messages import Hello, Refused, Role
from whiteboard.protocol.refusal import Refusal

from .guesses import block_of
from .link import Link, ready, refusal
from .rules import Rules
from .storage.port import BoardRecord


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody whose hello was good, and who waits for a host."""

    link: Link
    hello: Hello

    @property
    def author(self) -> Author:
        return author_of(self.hello.client)


NO_GUESTS = Refused(code=Refusal.PLAIN, why="The host lets nobody in whose connection is not encrypted.")


class Door:
    """`version` counts up with every change that hosts are told of. `code` "" lets everybody in.

    With `guests` everybody may always come in without encryption, else if the host says so.
    """

    def __init__(self, record: BoardRecord, host_key: str, *, guests: bool = False) -> None:
        self.board = record.name
        self.code = record.code
        self.rules = record.rules
        self.version = 0
        self._host_key = host_key
        self._guests = guests
        self._visitors: dict[Author, Visitor] = {}
        self._entering: list[Visitor] = []
        self._saved = (record.rules, record.code)

    # ------------------------------------------------------------ who may come in

    def is_host(self, hello: Hello) -> bool:
        """Whether somebody knows the host key, compared in constant time."""
        return bool(self._host_key) and hmac.compare_digest(self._host_key.encode(), hello.host_key.encode())

    def needs_no_code(self, hello: Hello) -> bool:
        return not self.code or self.is_host(hello) or author_of(hello.client) in self.rules.admitted

    def role_of(self, hello: Hello) -> Role:
        return Role.HOST if self.is_host(hello) else self.rules.role_of(author_of(hello.client))

    @property
    def guests(self) -> bool:
        """Whether one may come in without encryption."""
        return self._guests or self.rules.guests

    def refused(self, hello: Hello, *, encrypted: bool) -> Refused | None:
        """Why somebody with a good hello stays out; None if he does not."""
        if not encrypted and not self.guests:
            return NO_GUESTS
        if self.rules.is_removed(author_of(hello.client)) and not self.is_host(hello):
            return Refused(code=Refusal.REMOVED, why="The host has removed you from this board.")
        return None

    def must_wait(self, hello: Hello, address: str) -> bool:
        """Whether a host has to let him in: by the rules, or because somebody from there was removed."""
        if self.is_host(hello) or author_of(hello.client) in self.rules.admitted:
            return False
        block = block_of(address)
        return self.rules.approval or any(one.address == block for one in self.rules.removed)

    # ------------------------------------------------------------ who waits

    def wait(self, link: Link, hello: Hello) -> Refused | None:
        """Let somebody wait, and tell him so and nothing else (SPEC R4); or say why he cannot."""
        author = author_of(hello.client)
        before = self._visitors.get(author)
        if before is None and len(self._visitors) >= MAX_WAITING:
            return Refused(code=Refusal.FULL, why="Too many people wait for this board.", retry_after=10.0)
        if before is not None and before.link is not link:
            if hello.ordinal <= before.hello.ordinal:
                return Refused(code=Refusal.SUPERSEDED, why="A newer connection of yours waits already.")
            before.link.send(refusal(Refused(code=Refusal.SUPERSEDED, why="You connected anew.")))
            before.link.close()
        self._visitors[author] = Visitor(link, hello)
        self.version += 1
        if link.waiting() == 0:  # else he asks again and again and reads no answer
            link.send(ready("waiting", Waiting(board=self.board)))
        return None

    def gone(self, link: Link) -> None:
        """The connection of somebody who waited is over."""
        for author, visitor in list(self._visitors.items()):
            if visitor.link is link:
                del self._visitors[author]
                self.version += 1
        self._entering = [visitor for visitor in self._entering if visitor.link is not link]

    def let_in(self, author: Author) -> None:
        """He may come in from now on; if he waits, at once: see `take_entering`."""
        self.decide(self.rules.with_admitted(author))
        self._admit(author)

    def send_away(self, author: Author) -> None:
        """He waits for nothing."""
        visitor = self._visitors.pop(author, None)
        if visitor is not None:
            self.version += 1
            visitor.link.send(refusal(Refused(code=Refusal.REMOVED, why="The host did not let you in.")))
            visitor.link.close()

    def send_guests_away(self) -> None:
        """Nobody waits any more without encryption."""
        for author, visitor in list(self._visitors.items()):
            if not visitor.link.encrypted:
                del self._visitors[author]
                self.version += 1
                visitor.link.send(refusal(NO_GUESTS))
                visitor.link.close()

    def take_entering(self) -> list[Visitor]:
        """Those who waited and may come in now; each is handed out once."""
        entering, self._entering = self._entering, []
        return entering

    # ------------------------------------------------------------ what the host decides

    def decide(self, rules: Rules) -> None:
        """Other rules hold now; who need not wait any more comes in."""
        self.rules = rules
        self.version += 1
        for author, visitor in list(self._visitors.items()):
            if not self.must_wait(visitor.hello, visitor.link.address):
                self._admit(author)

    def renew_code(self, code: str, *members: Author) -> None:
        """Another code; only these need neither the new one nor the old one."""
        self.code = code
        self.decide(msgspec.structs.replace(self.rules, admitted=()).with_admitted(*members))

    def caller(self, author: Author) -> Visitor | None:
        """Somebody who waits."""
        return self._visitors.get(author)

    def message(self) -> DoorMessage:
        """How the door stands, for hosts."""
        waiting = [Caller(author=v.author, name=person_name(v.hello.name)) for v in self._visitors.values()]
        removed = [Caller(author=one.author, name=one.name) for one in self.rules.removed]
        return DoorMessage(
            code=self.code,
            everybody=self.rules.everybody,
            approval=self.rules.approval,
            waiting=tuple(waiting),
            removed=tuple(removed),
            guests=self.guests,
        )

    def _admit(self, author: Author) -> None:
        visitor = self._visitors.pop(author, None)
        if visitor is not None:
            self._entering.append(visitor)
            self.version += 1

    # ------------------------------------------------------------ storing

    @property
    def unsaved(self) -> bool:
        return (self.rules, self.code) != self._saved

    def to_save(self) -> tuple[Rules, str | None]:
        """The rules, and the code if it is another one: that of a board that is open for now is kept."""
        return self.rules, None if self.code == self._saved[1] else self.code

    def saved(self, rules: Rules, code: str | None) -> None:
        """These are stored."""
        self._saved = (rules, self._saved[1] if code is None else code)
