"""Tells what the server's messages mean as events: who did what. No sockets, no clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from whiteboard.model.document import Change, Document, applied
from whiteboard.model.element import FIRST_PAGE, GROUPS, Author, Element, ElementId
from whiteboard.model.geometry import Point
from whiteboard.model.op import target
from whiteboard.model.pages import Pages
from whiteboard.model.points import UNITS_PER_BOARD_UNIT
from whiteboard.protocol.host_messages import Door
from whiteboard.protocol.messages import Entry, Member, Role
from whiteboard.sync.peers import PeerNews, TrailNews

from .events import (
    NOBODY,
    Changed,
    DoorSet,
    Drawing,
    Drew,
    Erased,
    Event,
    GaveUp,
    GotRole,
    Joined,
    Knocked,
    Left,
    Moved,
    Renamed,
    Turned,
    Typed,
    Who,
)

_SAME = 1e-6
"""Distances in board units that differ by less are the same: they are sums of floats."""

Pair = tuple[Element | None, Element | None]


class Chronicle:
    """Remembers the people it was told of, so that edits and strokes of those who have left still have a name."""

    def __init__(self) -> None:
        self._by_author: dict[Author, Who] = {}
        self._by_number: dict[int, Who] = {}
        self._begun: set[ElementId] = set()
        self._roles: dict[Author, Role] = {}
        self._pages: dict[int, ElementId] = {}
        self._door: Door | None = None

    def meet(self, members: Iterable[Member]) -> None:
        """These people are on the board."""
        for member in members:
            who = Who(member.author, member.name, member.color)
            self._by_author[member.author] = self._by_number[member.no] = who
            self._roles[member.author] = member.role

    def welcomed(self, members: Iterable[Member]) -> None:
        """I am on the board (again), with these people: which pages they look at is not known yet."""
        self._pages.clear()
        self.meet(members)

    def who(self, author: Author) -> Who:
        return self._by_author.get(author) or Who(author)

    def edits(
        self, entries: Sequence[Entry], me: Author, before: Mapping[ElementId, Element | None]
    ) -> Iterator[Event]:
        """What the others' edits did, in order, to elements that were `before`. My own say nothing new."""
        now: dict[ElementId, Element | None] = {}
        for entry in entries:
            pairs: dict[ElementId, Pair] = {}
            for op in entry.ops:
                id = target(op)
                old = now[id] if id in now else before.get(id)
                now[id] = applied(op, old)
                pairs[id] = (pairs[id][0] if id in pairs else old, now[id])
            if entry.author != me:
                yield from _told(self.who(entry.author), pairs.values())

    def replaced(self, change: Change, document: Document) -> Iterator[Event]:
        """What happened while this client was away: who drew is known, who erased or changed is not."""
        drawn: dict[Author, list[Element]] = {}
        for element in change.added:
            stamp = document.stamp(element.id)
            drawn.setdefault(stamp.author if stamp is not None else NOBODY.author, []).append(element)
        for author, elements in drawn.items():
            yield Drew(self.who(author), tuple(elements))
        yield from _told(NOBODY, [pair for pair in change.elements if pair[0] is not None])

    def peers(self, news: PeerNews, document: Document) -> Iterator[Event]:
        """What the others do that is in no edit; `document` has the edits that came along."""
        for member in news.joined:
            self.meet([member])
            yield Joined(self._by_number[member.no])
        for member in news.changed:
            was, role = self._by_number.get(member.no, NOBODY), self._roles.get(member.author)
            self.meet([member])
            who = self._by_number[member.no]
            promoted = role is not None and member.role is not role
            if promoted:
                yield GotRole(who, member.role)
            if who != was or not promoted:
                yield Renamed(who, was)
        for trail in news.trails:
            yield from self._trail(trail, document)
        for member in news.left:
            yield Left(self.who(member.author))

    def turned(self, pages: Mapping[int, ElementId], document: Document) -> Iterator[Event]:
        """Who looks at another page: `pages` are those that the members look at now, as messages name them."""
        for number, page in pages.items():
            id = page or FIRST_PAGE
            before, self._pages[number] = self._pages.get(number, FIRST_PAGE), id
            if id != before and number in self._by_number:
                listed = {each.id: (place, each) for place, each in enumerate(Pages(document).listed, start=1)}
                place, known = listed.get(id, (0, None))
                yield Turned(self._by_number[number], id, place, known.title if known is not None else "")

    def door(self, door: Door) -> Iterator[Event]:
        """What is new at the door of a board whose host I am."""
        before, self._door = self._door, door
        if before is None or _rules(before) != _rules(door):
            yield DoorSet(*_rules(door))
        known = {caller.author for caller in before.waiting} if before is not None else set()
        for caller in door.waiting:
            if caller.author not in known:
                yield Knocked(Who(caller.author, caller.name, caller.color))

    def _trail(self, trail: TrailNews, document: Document) -> Iterator[Event]:
        who = self._by_number.get(trail.member, NOBODY)
        if trail.ended:
            self._begun.discard(trail.id)
            if trail.id not in document:
                yield GaveUp(who, trail.id, trail.style)
            return
        first = trail.id not in self._begun
        self._begun.add(trail.id)
        if first or trail.points:
            points = tuple(
                Point(trail.x + p.x / UNITS_PER_BOARD_UNIT, trail.y + p.y / UNITS_PER_BOARD_UNIT) for p in trail.points
            )
            yield Drawing(who, trail.id, trail.style, points, first)


def _told(who: Who, pairs: Iterable[Pair]) -> Iterator[Event]:
    """One edit as few events: what it added, removed, moved and changed otherwise."""
    drawn: list[Element] = []
    erased: list[Element] = []
    moved: list[tuple[Point, Element]] = []
    changed: dict[tuple[str, ...], list[Element]] = {}
    for before, after in pairs:
        if before == after:
            continue
        if before is None and after is not None:
            drawn.append(after)
        elif before is not None and after is None:
            erased.append(before)
        elif before is not None and after is not None:
            groups = tuple(name for name in GROUPS if getattr(before, name) != getattr(after, name))
            by = _distance(before, after) if groups == ("geometry",) else None
            if by is not None:
                moved.append((by, after))
            elif groups == ("text",):
                yield Typed(who, after, before.text)
            else:
                changed.setdefault(groups, []).append(after)
    if erased:
        yield Erased(who, tuple(erased))
    if drawn:
        yield Drew(who, tuple(drawn))
    while moved:
        by = moved[0][0]
        together = [element for each, element in moved if _near(each, by)]
        moved = [(each, element) for each, element in moved if not _near(each, by)]
        yield Moved(who, tuple(together), by)
    for groups, elements in changed.items():
        yield Changed(who, tuple(elements), groups)


def _rules(door: Door) -> tuple[bool, Role, bool]:
    return door.approval, door.everybody, door.guests


def _distance(before: Element, after: Element) -> Point | None:
    """How far an element was moved; None if its geometry changed otherwise as well."""
    a, b = before.geometry, after.geometry
    if (a.w, a.h, a.rotation, a.parent) != (b.w, b.h, b.rotation, b.parent):
        return None
    return Point(b.x - a.x, b.y - a.y)


def _near(a: Point, b: Point) -> bool:
    return abs(a.x - b.x) < _SAME and abs(a.y - b.y) < _SAME
