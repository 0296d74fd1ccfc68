"""What the others on a board are doing just now: who is there, their pointers, and the strokes they are drawing.

All of it is ephemeral (SPEC L): newest wins, nothing is kept, and it vanishes with the connection.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from whiteboard.model.element import ElementId
from whiteboard.model.op import Put
from whiteboard.model.points import UNITS_PER_BOARD_UNIT, InkPoint
from whiteboard.model.style import Style
from whiteboard.protocol.limits import EPHEMERAL_SECONDS
from whiteboard.protocol.messages import Member, PresenceOf, Role, Tick, TrailBegun, Welcome

FIRST = ElementId("")
"""The first page, as messages name it."""


@dataclass(frozen=True, slots=True)
class TrailNews:
    """More of a stroke that somebody else is drawing, or its end.

    `points` begin at index `start` of the stroke; they are relative to (x, y), in 1/16 board unit. The stroke `ended`
    without an element, or because its element with the same id has arrived in the same news.
    """

    id: ElementId
    member: int
    x: float
    y: float
    style: Style
    start: int
    points: tuple[InkPoint, ...]
    ended: bool = False
    page: ElementId = FIRST


@dataclass(frozen=True, slots=True)
class PeerNews:
    """What a message changed about the others. Members are values as in the protocol."""

    joined: tuple[Member, ...] = ()
    left: tuple[Member, ...] = ()
    changed: tuple[Member, ...] = ()
    trails: tuple[TrailNews, ...] = ()
    pointers: bool = False

    def __bool__(self) -> bool:
        return bool(self.joined or self.left or self.changed or self.trails or self.pointers)


@dataclass(slots=True)
class _Trail:
    begun: TrailBegun
    last: InkPoint
    count: int
    seen: float


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where a member's pointer is, in board units, the name of the tool it holds, and the page it is on."""

    x: float
    y: float
    tool: str
    seen: float
    page: ElementId = FIRST


class Peers:
    """The members of a board as one of them sees it. Time is passed in, in seconds.

    The pointer of somebody who draws is where his ink ends: he says where it is only now and then. What a tick says of
    a pointer is newer than the ink in it.
    """

    def __init__(self) -> None:
        self.me: int | None = None
        self.members: dict[int, Member] = {}
        self.pointers: dict[int, Pointer] = {}
        self.pages: dict[int, ElementId] = {}
        """The page that each member looks at, as messages name it; who is not listed looks at the first."""
        self._trails: dict[int, _Trail] = {}

    @property
    def others(self) -> list[Member]:
        """Everybody but me, in the order of joining."""
        return [member for no, member in sorted(self.members.items()) if no != self.me]

    @property
    def role(self) -> Role:
        """What I may do, as far as I was told."""
        mine = None if self.me is None else self.members.get(self.me)
        return Role.EDITOR if mine is None else mine.role

    @property
    def drawing(self) -> frozenset[int]:
        """The numbers of the members who are drawing a stroke."""
        return frozenset(trail.begun.member for trail in self._trails.values())

    def welcomed(self, welcome: Welcome, now: float) -> PeerNews:
        """I am on the board (again): everything starts anew."""
        before, was = self.members, self.me
        ended = self._end(list(self._trails))
        self.me = welcome.member
        self.members = {member.no: member for member in welcome.members}
        self.pointers.clear()
        self.pages.clear()
        begun = [news for trail in welcome.trails for news in self._begin(trail, now)]
        authors = {member.author for member in before.values()}
        joined = tuple(m for m in welcome.members if m.author not in authors and m.no != self.me) if before else ()
        still = {member.author for member in welcome.members}
        gone = (member for member in before.values() if member.author not in still)
        left = tuple(member for member in gone if member.no != was)  # I may come as somebody else: I have not left
        return PeerNews(joined=joined, left=left, trails=(*ended, *begun), pointers=True)

    def disconnected(self) -> PeerNews:
        """The connection is gone: nobody's pointer and no stroke in progress can be believed any more."""
        ended = self._end(list(self._trails))
        self.pointers.clear()
        return PeerNews(trails=tuple(ended), pointers=True)

    def receive(self, tick: Tick, now: float) -> PeerNews:
        for member in (*tick.joined, *tick.changed):
            self.members[member.no] = member
        left = tuple(self.members.pop(no) for no in tick.left if no in self.members)
        trails = self._receive_trails(tick, now)
        pointers = any(news.points for news in trails)
        pointers |= self._receive_presence(tick.presence, now)
        for member in left:
            pointers |= self.pointers.pop(member.no, None) is not None
            self.pages.pop(member.no, None)
        return PeerNews(
            joined=tuple(member for member in tick.joined if member.no != self.me),
            left=left,
            changed=tick.changed,
            trails=tuple(trails),
            pointers=pointers,
        )

    def expire(self, now: float) -> PeerNews:
        """Drop what has had no news for too long (SPEC L4); call it about once a second."""
        old = now - EPHEMERAL_SECONDS
        stale = [no for no, pointer in self.pointers.items() if pointer.seen < old]
        for no in stale:
            del self.pointers[no]
        ended = self._end([key for key, trail in self._trails.items() if trail.seen < old])
        return PeerNews(trails=tuple(ended), pointers=bool(stale))

    # ------------------------------------------------------------ inside

    def _receive_presence(self, presence: Iterable[PresenceOf], now: float) -> bool:
        news = False
        for p in presence:
            if p.member == self.me or p.member not in self.members:
                continue
            news = True
            self.pages[p.member] = p.page
            if p.x is None or p.y is None:
                self.pointers.pop(p.member, None)
            else:
                self.pointers[p.member] = Pointer(p.x, p.y, p.tool, now, p.page)
        return news

    def _receive_trails(self, tick: Tick, now: float) -> list[TrailNews]:
        news = [part for begun in tick.begun for part in self._begin(begun, now)]
        for chunk in tick.trails:
            trail = self._trails.get(chunk.trail)
            if trail is None or chunk.start > trail.count:
                continue  # a gap: the stroke itself will carry all points (SPEC L2)
            fresh = _absolute(chunk.points[3 * (trail.count - chunk.start) :], trail.last)
            if fresh:
                news.append(_news(trail.begun, trail.count, fresh))
                trail.last, trail.count, trail.seen = fresh[-1], trail.count + len(fresh), now
                self._point_with(trail, now)
        drawn = {op.element.id for entry in tick.edits for op in entry.ops if isinstance(op, Put)}
        done = [key for key, trail in self._trails.items() if trail.begun.id in drawn or key in tick.ended]
        return news + self._end(done)

    def _begin(self, begun: TrailBegun, now: float) -> list[TrailNews]:
        if begun.member == self.me:
            return []
        points = _absolute(begun.points, InkPoint(0, 0, 0))
        last = points[-1] if points else InkPoint(0, 0, 0)
        trail = self._trails[begun.trail] = _Trail(begun, last, len(points), now)
        if points:
            self._point_with(trail, now)
        return [_news(begun, 0, points)]

    def _point_with(self, trail: _Trail, now: float) -> None:
        begun = trail.begun
        if begun.member not in self.members:
            return  # he vanished in the middle of it
        before = self.pointers.get(begun.member)
        self.pointers[begun.member] = Pointer(
            begun.x + trail.last.x / UNITS_PER_BOARD_UNIT,
            begun.y + trail.last.y / UNITS_PER_BOARD_UNIT,
            before.tool if before is not None else begun.style.ink,
            now,
            begun.page,
        )

    def _end(self, keys: list[int]) -> list[TrailNews]:
        ended = [self._trails.pop(key) for key in keys]
        return [_news(trail.begun, trail.count, (), ended=True) for trail in ended]


def _absolute(deltas: tuple[int, ...], last: InkPoint) -> tuple[InkPoint, ...]:
    points = []
    x, y, pressure = last
    for i in range(0, len(deltas) - 2, 3):
        x, y, pressure = x + deltas[i], y + deltas[i + 1], pressure + deltas[i + 2]
        points.append(InkPoint(x, y, pressure))
    return tuple(points)


def _news(begun: TrailBegun, start: int, points: tuple[InkPoint, ...], *, ended: bool = False) -> TrailNews:
    return TrailNews(begun.id, begun.member, begun.x, begun.y, begun.style, start, points, ended, begun.page)
