"""One live board: who is on it, what they draw, and what becomes of it. No socket, no clock, no disk."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from whiteboard.model.element import Author
from whiteboard.model.op import Op, Put
from whiteboard.model.order import above
from whiteboard.model.style import COLORS
from whiteboard.protocol.identity import author_of, person_name
from whiteboard.protocol.limits import MAX_ELEMENTS, MAX_MEMBERS
from whiteboard.protocol.messages import Hello, Refused, Resume, Role, Welcome
from whiteboard.protocol.refusal import Refusal
from whiteboard.version import VERSION

from .broadcast import MAX_TRAIL_NUMBERS, Broadcast
from .door import NO_GUESTS, Door
from .ledger import Ledger
from .link import Link, ready, refusal
from .presence import Pointers
from .session import Members, Session
from .snapshots import Snapshots
from .storage.port import Batch, StoredBoard
from .trails import Trail, Trails

STORAGE_PATIENCE_SECONDS = 2.0
"""While nothing can be stored, strokes of members who vanished wait this much longer, again and again."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a room needs from outside: seconds since 1970, random tokens, jitter and codes, and the secret of the host.

    Without a `host_key` nobody is host. With `guests` everybody may always come in without encryption.
    """

    wall: Callable[[], float]
    new_token: Callable[[], str]
    jitter: Callable[[], int]
    new_code: Callable[[], str]
    host_key: str = ""
    guests: bool = False


class Room:
    """A board and its members. Times are seconds of one monotonic clock, passed in."""

    def __init__(self, stored: StoredBoard, around: Surroundings) -> None:
        self.name = stored.record.name
        self.door = Door(stored.record, around.host_key, guests=around.guests)
        self.ledger = Ledger(stored, wall=around.wall)
        self.members = Members()
        self.trails = Trails()
        self.pointers = Pointers()
        self.snapshots = Snapshots()
        self.broadcast = Broadcast(self.ledger.log, self.members, self.trails, self.pointers)
        self.read_only = ""
        self._around = around
        self._hosts_wait = False  # for news of the door
        self._keep_at = math.inf  # when a stroke of somebody who vanished is to be committed

    @property
    def code(self) -> str:
        """The join code; "" lets everybody in."""
        return self.door.code

    @property
    def title(self) -> str:
        """What people call the board."""
        return self.door.rules.title or self.name

    @property
    def due(self) -> float:
        """When `tick` wants to be called."""
        return min(self.broadcast.due, self._keep_at)

    # ------------------------------------------------------------ coming and going

    def greet(self, link: Link, hello: Hello, now: float) -> Session | Refused | None:
        """Let somebody in whose hello is good so far, or say why not; None: he waits until a host decides."""
        refused = self.door.refused(hello, encrypted=link.encrypted)
        if refused is not None:
            return refused
        if self.members.of_client(hello.client) is None and self.door.must_wait(hello, link.address):
            refused = self.door.wait(link, hello)
            self.tell_hosts()
            return refused
        return self.admit(link, hello, now)

    def admit(self, link: Link, hello: Hello, now: float) -> Session | Refused:
        """Let somebody in whose hello is good so far, and welcome him; or say why not."""
        old = self.members.of_client(hello.client)
        author = author_of(hello.client)
        if old is None and len(self.members) >= MAX_MEMBERS:
            return Refused(code=Refusal.FULL, why="There are too many people on this board.", retry_after=10.0)
        if old is not None and old.link is not link:
            if hello.ordinal <= old.ordinal:
                return Refused(code=Refusal.SUPERSEDED, why="A newer connection of yours is here already.")
            old.link.send(refusal(Refused(code=Refusal.SUPERSEDED, why="You connected anew.")))
            old.link.close()
            self._abandon_trails(author, now)
        session = Session(
            link=link,
            no=self.members.next_no() if old is None else old.no,
            client=hello.client,
            author=author,
            name=person_name(hello.name),
            color=person_color(hello.color),
            role=self.door.role_of(hello),
            ordinal=hello.ordinal,
            token=self._around.new_token(),
            since=now if old is None else old.since,
        )
        self.members.add(session)
        if old is None:
            self.broadcast.news.joined[session.no] = session.member
        elif old.member != session.member:
            self.broadcast.news.changed[session.no] = session.member
        self.broadcast.touch()
        if session.role is Role.HOST:
            self.tell_hosts()
        if link.waiting() == 0:
            self.welcome(session, hello.resume)
        else:  # he asks again and again and reads no answer: one will do
            session.needs_snapshot = True
            self.broadcast.welcomed(session)
        return session

    def welcome(self, session: Session, resume: Resume | None) -> None:
        """Tell a member where he stands; what he lacks follows in ticks (SPEC S5, S6)."""
        log = self.ledger.log
        resumed = resume is not None and resume.log_id == log.log_id and log.hash_at(resume.seq) == resume.hash
        snapshot = ""
        if resume is not None and resumed:
            start = resume.seq
        else:
            start = self.snapshots.for_joiner(self.ledger).seq
            snapshot = f"/b/{quote(self.name, safe='')}/snapshot?seq={start}"
        session.cursor, session.known, session.needs_snapshot = start, self.members.version, False
        message = Welcome(
            server=VERSION,
            author=session.author,
            member=session.no,
            role=session.role,
            board=self.name,
            title=self.title,
            log_id=log.log_id,
            start=start,
            head=log.published,
            cseq=log.cseq_within(session.author, start),
            known=log.cseq(session.author),
            resumed=resumed,
            snapshot=snapshot,
            token=session.token,
            members=tuple(other.member for other in self.members),
            trails=tuple(trail.beginning() for trail in self._shown_trails()),
            read_only=self.read_only,
        )
        session.link.send(ready("welcome", message))
        self.broadcast.welcomed(session)

    def rename(self, session: Session, name: str, color: str) -> None:
        """Give a member another name and colour."""
        before = session.member
        session.name, session.color = person_name(name), person_color(color)
        if session.member != before:
            self.members.changed(session)
            self.broadcast.news.changed[session.no] = session.member
            self.broadcast.touch()

    def set_role(self, session: Session, role: Role) -> None:
        """A member may do more, or less, from now on."""
        if session.role is role:
            return
        session.role = role
        if role is Role.VIEWER:
            self._end_trails(session.author)
        self.members.changed(session)
        self.broadcast.news.changed[session.no] = session.member
        self.broadcast.touch()

    def remove(self, session: Session, now: float) -> None:
        """Cut a member off, with what he is drawing."""
        self._end_trails(session.author)
        session.link.send(refusal(Refused(code=Refusal.REMOVED, why="The host has removed you from this board.")))
        session.link.close()
        self.leave(session, now)

    def cut_guests(self, now: float) -> None:
        """Cut off all who are here or wait without encryption."""
        self.door.send_guests_away()
        for session in [session for session in self.members if not session.link.encrypted]:
            self._end_trails(session.author)
            session.link.send(refusal(NO_GUESTS))
            session.link.close()
            self.leave(session, now)

    def renew_code(self, *members: Author) -> None:
        """Make another join code, which these need not know."""
        self.door.renew_code(self._around.new_code(), *members)

    def tell_hosts(self) -> None:
        """The door has changed: the next tick tells those who may know."""
        self._hosts_wait = True
        self.broadcast.touch()

    def leave(self, session: Session, now: float) -> None:
        """A member's connection is gone. What he was drawing waits for him a while (SPEC L3)."""
        if session.gone:
            return
        self.members.remove(session)
        self.pointers.leave(session.no)
        self._abandon_trails(session.author, now)
        if self.broadcast.news.joined.pop(session.no, None) is None:
            self.broadcast.news.left.append(session.no)
        self.broadcast.news.changed.pop(session.no, None)
        self.broadcast.touch()

    # ------------------------------------------------------------ edits

    def number(
        self, author: Author, cseq: int, ops: tuple[Op, ...], void: Refusal | None = None, why: str = ""
    ) -> None:
        """Give an edit that was judged its place in the order; members see it once it is stored."""
        self.ledger.number(author, cseq, ops, void, why)
        for op in ops:
            trail = self.trails.get(op.element.id) if isinstance(op, Put) else None
            if trail is not None and trail.author == author:
                trail.committed = True

    def end_trail(self, trail: Trail) -> None:
        """Nothing comes of a stroke in progress: take it off the others' screens."""
        self.trails.remove(trail.id)
        if trail.begun:
            self.broadcast.news.ended.append(trail.no)
            self.broadcast.touch()

    # ------------------------------------------------------------ storing

    def take_batch(self) -> Batch | None:
        return None if self.read_only else self.ledger.take_batch()

    def stored(self, seq: int) -> None:
        """The log is durable up to `seq`: show it, and let strokes take the place of their trails (SPEC S3, L2)."""
        for numbered in self.ledger.stored(seq):
            for id in numbered.puts:
                trail = self.trails.get(id)
                if trail is not None and trail.author == numbered.row.author:
                    if numbered.refused:
                        self.end_trail(trail)
                    else:
                        self.trails.remove(id)
        self.broadcast.touch()

    def storage_failed(self, reason: str) -> None:
        """Nothing can be stored: take back what was not, and say so (SPEC P3). No number is spent."""
        undone = self.ledger.roll_back()
        authors = {numbered.row.author for numbered in undone}
        for session in self.members:
            session.resend |= session.author in authors
        for numbered in undone:
            for trail in map(self.trails.get, numbered.puts):
                if trail is not None:
                    trail.committed = False
                    self._keep_at = min(self._keep_at, trail.keep_at)
        if reason != self.read_only:
            self.read_only = reason
            self.broadcast.set_read_only(reason)

    def storage_recovered(self) -> None:
        """Edits can be stored again: those that were dropped are asked for by a new welcome (SPEC P3)."""
        if not self.read_only:
            return
        self.read_only = ""
        self.broadcast.set_read_only("")
        log = self.ledger.log
        for session in [session for session in self.members if session.resend]:
            hash = log.hash_at(session.cursor)
            resume = Resume(log_id=log.log_id, seq=session.cursor, hash=hash) if hash is not None else None
            self.welcome(session, resume)

    # ------------------------------------------------------------ time

    def tick(self, now: float) -> list[Session]:
        """Send what there is to send; returns members to be cut off because they took nothing for too long."""
        for trail in self.trails.silent(now):
            self.end_trail(trail)
        if now >= self._keep_at:
            self._keep_trails(now)
        slow = self.broadcast.tick(now)
        for session in self.members:
            if session.needs_snapshot and session.waiting == 0:
                self.welcome(session, None)
        if self._hosts_wait:
            self._hosts_wait = not self._tell_hosts()
        for session in slow:
            session.link.send(refusal(Refused(code=Refusal.SLOW, why="Your connection takes nothing any more.")))
            session.link.abort()
            self.leave(session, now)
        return slow

    def _tell_hosts(self) -> bool:
        """Tell hosts how the door stands, each only when he has read what was before; returns whether all know it."""
        news = None
        for session in self.members:
            if session.role is not Role.HOST or session.door_known == self.door.version:
                continue
            if session.needs_snapshot or session.link.waiting():
                continue
            news = news or ready("door", self.door.message())
            session.link.send(news)
            session.door_known = self.door.version
        return all(s.door_known == self.door.version for s in self.members if s.role is Role.HOST)

    def _end_trails(self, author: Author) -> None:
        for trail in [trail for trail in self.trails if trail.author == author and not trail.committed]:
            self.end_trail(trail)

    def _abandon_trails(self, author: Author, now: float) -> None:
        self.trails.leave(author, now)
        self._keep_at = min((trail.keep_at for trail in self.trails.left_behind()), default=math.inf)

    def _keep_trails(self, now: float) -> None:
        """Commit what vanished members drew, once they have been away for long enough (SPEC L3)."""
        left_behind = self.trails.left_behind()
        if self.read_only:
            self._keep_at = now + STORAGE_PATIENCE_SECONDS
            return
        for trail in left_behind:
            if now >= trail.keep_at:
                self._keep(trail)
        self._keep_at = min((trail.keep_at for trail in left_behind if now < trail.keep_at), default=math.inf)

    def _keep(self, trail: Trail) -> None:
        """Commit the stroke of a member who vanished while drawing it (SPEC L3)."""
        highest = max((element.order for element in self.ledger.document), default=None)
        stroke = trail.stroke(above(highest, self._around.jitter()))
        if stroke is None or stroke.id in self.ledger.document or len(self.ledger.document) >= MAX_ELEMENTS:
            self.end_trail(trail)
        else:
            self.number(trail.author, 0, (Put(stroke),))

    def _shown_trails(self) -> list[Trail]:
        """The strokes in progress that a newcomer is told of: as many as fit into a message."""
        shown, numbers = [], 0
        for trail in self.trails:
            numbers += len(trail.points)
            if trail.begun and numbers <= MAX_TRAIL_NUMBERS:
                shown.append(trail)
        return shown


def person_color(text: str) -> str:
    """A colour that others can show, or the first of the palette."""
    return text if re.fullmatch(r"#[0-9a-f]{6}", text) else COLORS[0]
