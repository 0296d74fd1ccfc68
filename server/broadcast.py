"""What a board's members are sent, and when: one tick, encoded once, for all who are up to date (SPEC F1 to F3)."""

from __future__ import annotations

from dataclasses import dataclass, field

from whiteboard.protocol.limits import CROWD, CROWD_TICK_SECONDS, HEAD_SECONDS, TICK_SECONDS
from whiteboard.protocol.messages import Member, Tick, TrailBegun, TrailChunk

from .board_log import BoardLog
from .link import Ready
from .presence import Pointers
from .session import Members, Session
from .ticks import MAX_TICK_BYTES, tick_of
from .trails import Trails

LAGGARD_SECONDS = 0.02
"""How often somebody who is behind is looked at."""

SNAPSHOT_AFTER_SECONDS = 10.0
"""A member who took nothing for so long will get a snapshot (SPEC F3)."""

SLOW_SECONDS = 20.0
"""A member who took nothing for so long is told `slow` and cut off (SPEC F3)."""

MAX_TRAIL_NUMBERS = 60_000
"""A tick takes this many numbers of trail points; the rest follows in the next."""

SHOWN_TRAIL_NUMBERS = 6_000
"""Members who were behind are told of the strokes in progress as long as these have no more numbers than this."""


@dataclass(slots=True)
class News:
    """What happened since the last tick, besides edits, trails and pointers."""

    joined: dict[int, Member] = field(default_factory=dict)
    changed: dict[int, Member] = field(default_factory=dict)
    left: list[int] = field(default_factory=list)
    ended: list[int] = field(default_factory=list)
    read_only: str | None = None
    title: str | None = None


class Broadcast:
    """Sends the ticks of one board. `touch`: something `waits`; `due` is when the next tick wants to be sent."""

    def __init__(self, log: BoardLog, members: Members, trails: Trails, pointers: Pointers) -> None:
        self._log = log
        self._members = members
        self._trails = trails
        self._pointers = pointers
        self._sent = log.published
        self._last = float("-inf")
        self._looked = float("-inf")
        self.waits = False
        self._lagging = False
        self._read_only = ""
        self._title: str | None = None  # unless it has changed since everybody was welcomed
        self.news = News()

    @property
    def interval(self) -> float:
        """Seconds between two ticks at least."""
        return CROWD_TICK_SECONDS if len(self._members) > CROWD else TICK_SECONDS

    @property
    def due(self) -> float:
        """When to call `tick`, in the seconds of its clock."""
        if self.waits:
            return self._last + self.interval
        if self._lagging:
            return min(self._looked + LAGGARD_SECONDS, self._last + HEAD_SECONDS)
        return self._last + HEAD_SECONDS

    def touch(self) -> None:
        self.waits = True

    def set_read_only(self, reason: str) -> None:
        self._read_only = self.news.read_only = reason
        self.waits = True

    def set_title(self, title: str) -> None:
        self._title = self.news.title = title
        self.waits = True

    def welcomed(self, session: Session) -> None:
        """Somebody is to be brought up to date by the next tick."""
        session.behind = True
        self._lagging = True

    def tick(self, now: float) -> list[Session]:
        """Send what there is to whoever is ready for it; returns members who took nothing for too long."""
        self._looked = now
        if self.waits or now >= self._last + HEAD_SECONDS:
            self._send_news(now)
        packets: dict[tuple[int, int], tuple[Ready, int]] = {}
        slow = []
        self._lagging = False
        for session in self._members:
            if session.link.waiting() == 0 == session.waiting and not session.behind:
                continue  # as nearly always
            if self._is_stalled(session, now):
                slow.append(session)
            elif session.behind and not session.needs_snapshot and session.waiting == 0:
                self._catch_up(session, now, packets)
            self._lagging |= session.behind or session.waiting > 0
        return slow

    def _send_news(self, now: float) -> None:
        if self._sent < self._log.floor:  # more was stored at once than is kept: everybody will get a snapshot
            self._sent = self._log.published
        rows = self._log.after(self._sent, MAX_TICK_BYTES)
        seq, hash = (rows[-1].seq, rows[-1].hash) if rows else (self._sent, self._log.hash_at(self._sent) or "")
        begun, chunks, more = self._trail_news()
        news, self.news = self.news, News()
        packet = tick_of(
            Tick(
                seq=seq,
                hash=hash,
                begun=begun,
                trails=chunks,
                ended=tuple(news.ended),
                presence=self._pointers.take_moved(),
                joined=tuple(news.joined.values()),
                changed=tuple(news.changed.values()),
                left=tuple(news.left),
                read_only=news.read_only,
                title=news.title,
            ),
            rows,
        )
        for session in self._members:
            if not session.behind and session.cursor == self._sent and session.link.waiting() == 0:
                session.link.send(packet)
                session.cursor, session.known = seq, self._members.version
            else:
                session.behind = True
        self._sent, self._last = seq, now
        self.waits = more or seq < self._log.published

    def _trail_news(self) -> tuple[tuple[TrailBegun, ...], tuple[TrailChunk, ...], bool]:
        begun: list[TrailBegun] = []
        chunks: list[TrailChunk] = []
        numbers = 0
        for trail in self._trails:
            if trail.sent == len(trail.points) and trail.begun:
                continue
            if numbers > MAX_TRAIL_NUMBERS:
                return tuple(begun), tuple(chunks), True
            numbers += len(trail.points) - trail.sent
            if trail.begun:
                chunks.append(trail.news())
                trail.sent = len(trail.points)
            else:
                trail.begun, trail.sent = True, len(trail.points)
                begun.append(trail.beginning())
        return tuple(begun), tuple(chunks), False

    # ------------------------------------------------------------ members who are behind

    def _is_stalled(self, session: Session, now: float) -> bool:
        waiting = session.link.waiting()
        if waiting == 0 or waiting < session.waiting:
            session.stalled_since = None
        elif session.stalled_since is None:
            session.stalled_since = now
        session.waiting = waiting
        stalled_for = now - session.stalled_since if session.stalled_since is not None else 0.0
        session.needs_snapshot |= stalled_for >= SNAPSHOT_AFTER_SECONDS
        return stalled_for >= SLOW_SECONDS

    def _catch_up(self, session: Session, now: float, packets: dict[tuple[int, int], tuple[Ready, int]]) -> None:
        """Send somebody the log from his cursor and everything that is not in the log as it stands."""
        left = self._members.left_since(session.known)
        if session.cursor < self._log.floor or left is None:
            session.needs_snapshot = True
            return
        key = session.cursor, session.known
        if key not in packets:
            packets[key] = self._catch_up_packet(session, now, left)
        packet, seq = packets[key]
        session.link.send(packet)
        session.cursor, session.known = seq, self._members.version
        session.behind = seq < self._sent

    def _catch_up_packet(self, session: Session, now: float, left: list[int]) -> tuple[Ready, int]:
        cursor = session.cursor
        rows = [row for row in self._log.after(cursor, MAX_TICK_BYTES) if row.seq <= self._sent]
        seq, hash = (rows[-1].seq, rows[-1].hash) if rows else (cursor, self._log.hash_at(cursor) or "")
        shown = [trail for trail in self._trails if trail.begun]
        if sum(trail.sent for trail in shown) > SHOWN_TRAIL_NUMBERS:
            shown = []
        tick = Tick(
            seq=seq,
            hash=hash,
            begun=tuple(trail.beginning() for trail in shown),
            presence=self._pointers.all(now),
            joined=tuple(other.member for other in self._members if other.arrived > session.known),
            changed=tuple(other.member for other in self._members if other.altered > session.known >= other.arrived),
            left=tuple(left),
            read_only=self._read_only,
            title=self._title,
        )
        return tick_of(tick, rows), seq
