"""The strokes of a board that are being drawn just now (SPEC L2 to L4)."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec

from whiteboard.model.element import MAX_POSITION, STROKE, Author, Element, ElementId
from whiteboard.model.elements.kind import Invalid
from whiteboard.model.elements.stroke import placed
from whiteboard.model.op import Remove
from whiteboard.model.points import MAX_COORDINATE, MAX_POINTS, MAX_PRESSURE, UNITS_PER_BOARD_UNIT, BadPoints, InkPoint
from whiteboard.model.style import LASER, Style
from whiteboard.model.validate import check_op, check_style
from whiteboard.protocol.limits import EPHEMERAL_SECONDS, MAX_TRAILS_PER_MEMBER
from whiteboard.protocol.messages import TrailBegun, TrailChunk, TrailPoints

LEFT_BEHIND_SECONDS = 5.0
"""So long after its member vanished, a stroke is committed in his name (SPEC L3)."""

_NUMBERS_A_POINT = 3

MAX_MEMBER_NUMBERS = 24_000 * _NUMBERS_A_POINT
MAX_BOARD_NUMBERS = 500_000 * _NUMBERS_A_POINT
"""What is kept of one member's strokes in progress, and of a board's: four bytes each. Further points are not shown
before the stroke is finished, which has them all."""


@dataclass(slots=True)
class Trail:
    """One stroke in progress. `sent` of its numbers were in a tick; `left_at` is when its member vanished.

    `committed`: an edit that puts its element waits for being stored, so the trail takes no more points.
    """

    no: int
    member: int
    author: Author
    id: ElementId
    x: float
    y: float
    style: Style
    page: ElementId
    heard: float
    points: array[int] = field(default_factory=lambda: array("i"))
    sent: int = 0
    begun: bool = False
    committed: bool = False
    left_at: float | None = None

    @property
    def keep_at(self) -> float:
        """When to commit this trail in the name of its member, if he does not come back (SPEC L3)."""
        return math.inf if self.left_at is None else self.left_at + LEFT_BEHIND_SECONDS

    def beginning(self) -> TrailBegun:
        """What somebody needs who knows nothing of this trail: all points that ticks have carried."""
        return TrailBegun(
            trail=self.no,
            member=self.member,
            id=self.id,
            x=self.x,
            y=self.y,
            style=self.style,
            page=self.page,
            points=tuple(self.points[: self.sent]),
        )

    def news(self) -> TrailChunk:
        """The points that no tick has carried yet."""
        return TrailChunk(self.no, self.sent // _NUMBERS_A_POINT, tuple(self.points[self.sent :]))

    def tip(self) -> tuple[float, float]:
        """Where the newest point is, in board units."""
        return (
            self.x + sum(self.points[0::_NUMBERS_A_POINT]) / UNITS_PER_BOARD_UNIT,
            self.y + sum(self.points[1::_NUMBERS_A_POINT]) / UNITS_PER_BOARD_UNIT,
        )

    def ink(self) -> list[InkPoint]:
        """The points, relative to the trail's x, y; BadPoints if one is out of range."""
        x = y = pressure = 0
        ink: list[InkPoint] = []
        for i in range(0, len(self.points), _NUMBERS_A_POINT):
            x, y, pressure = x + self.points[i], y + self.points[i + 1], pressure + self.points[i + 2]
            if max(abs(x), abs(y)) > MAX_COORDINATE or not 0 <= pressure <= MAX_PRESSURE:
                raise BadPoints(f"point ({x}, {y}, {pressure}) is out of range")
            ink.append(InkPoint(x, y, pressure))
        return ink

    def stroke(self, order: str) -> Element | None:
        """The element that the others saw; None if that was not more than a dot, fades anyway, or is not valid."""
        if self.style.ink == LASER:
            return None
        try:
            ink = self.ink()
            if len(ink) < 2:
                return None
            geometry, points = placed(ink, (self.x, self.y))
        except BadPoints:
            return None
        geometry = msgspec.structs.replace(geometry, parent=self.page)
        return Element(id=self.id, kind=STROKE, geometry=geometry, style=self.style, order=order, points=points)


class Trails:
    """The trails of a board by the id of the element that each will become."""

    def __init__(self) -> None:
        self._trails: dict[ElementId, Trail] = {}
        self._last_no = 0
        self._numbers: Counter[Author] = Counter()
        self._sum = 0

    def __iter__(self) -> Iterator[Trail]:
        return iter(self._trails.values())

    def get(self, id: ElementId) -> Trail | None:
        return self._trails.get(id)

    def draw(self, member: int, author: Author, message: TrailPoints, now: float) -> bool:
        """Take new points; False if they change nothing, as after a gap (SPEC L2). Invalid if they break a rule.

        A member who comes back sends his stroke from its beginning: what is known of it already is skipped.
        """
        fresh = message.points
        if len(fresh) % _NUMBERS_A_POINT:
            raise Invalid("a trail of incomplete points")
        trail = self._trails.get(message.id)
        if trail is None:
            if message.start != 0 or message.x is None or message.y is None or message.style is None:
                return False
            trail = self._begin(member, author, message, message.x, message.y, message.style, now)
        elif trail.author != author or trail.committed:
            return False
        trail.member, trail.left_at, trail.heard = member, None, now
        known = len(trail.points) - message.start * _NUMBERS_A_POINT
        if known:
            fresh = fresh[known:] if known > 0 else ()
        count = len(fresh)
        members, boards = self._numbers[author] + count, self._sum + count
        if not fresh or len(trail.points) + count > MAX_POINTS * _NUMBERS_A_POINT:
            return False
        if members > MAX_MEMBER_NUMBERS or boards > MAX_BOARD_NUMBERS:
            return False
        trail.points.extend(fresh)
        self._numbers[author], self._sum = members, boards
        return True

    def _begin(
        self, member: int, author: Author, message: TrailPoints, x: float, y: float, style: Style, now: float
    ) -> Trail:
        check_op(Remove(message.id))
        check_style(style)
        if message.page:
            check_op(Remove(message.page))
        if not (math.isfinite(x) and math.isfinite(y)) or max(abs(x), abs(y)) > MAX_POSITION:
            raise Invalid("a trail that begins too far away")
        if sum(trail.author == author for trail in self._trails.values()) >= MAX_TRAILS_PER_MEMBER:
            raise Invalid(f"more than {MAX_TRAILS_PER_MEMBER} strokes at once")
        self._last_no += 1
        trail = Trail(self._last_no, member, author, message.id, x, y, style, message.page, now)
        self._trails[message.id] = trail
        return trail

    def remove(self, id: ElementId) -> Trail | None:
        trail = self._trails.pop(id, None)
        if trail is not None:
            self._numbers[trail.author] -= len(trail.points)
            self._sum -= len(trail.points)
            if not self._numbers[trail.author]:
                del self._numbers[trail.author]
        return trail

    def leave(self, author: Author, now: float) -> None:
        """A member vanished: whatever he was drawing waits for him a while (SPEC L3)."""
        for trail in self._trails.values():
            if trail.author == author and trail.left_at is None:
                trail.left_at = now

    def left_behind(self) -> list[Trail]:
        """Trails of members who vanished; see `Trail.keep_at`."""
        return [trail for trail in self._trails.values() if trail.left_at is not None and not trail.committed]

    def silent(self, now: float) -> list[Trail]:
        """Trails of which nothing was heard for too long (SPEC L4)."""
        return [
            trail
            for trail in self._trails.values()
            if trail.left_at is None and not trail.committed and now - trail.heard >= EPHEMERAL_SECONDS
        ]
