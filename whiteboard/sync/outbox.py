"""What I am doing just now, on its way to the others: my strokes in progress and my pointer (SPEC L).

Only the newest pointer is kept; of a stroke, the points that were not yet sent on this connection.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from whiteboard.model.element import ElementId
from whiteboard.model.points import InkPoint
from whiteboard.model.style import LASER, Style
from whiteboard.protocol.limits import EPHEMERAL_SECONDS, MAX_TRAIL_POINTS_PER_MESSAGE, MAX_TRAILS_PER_MEMBER
from whiteboard.protocol.messages import Presence, TrailEnd, TrailPoints

from .peers import FIRST

WITH_INK_SECONDS = 0.25
"""While my ink flows, the others move my pointer with it (see `Peers`); who does not is told this often."""


@dataclass(slots=True)
class _Trail:
    x: float
    y: float
    style: Style
    page: ElementId
    points: list[InkPoint] = field(default_factory=list)
    sent: int = 0
    over: bool = False


class Outbox:
    """Fills with `trail` and `point_at`, empties with `take`."""

    def __init__(self) -> None:
        self._trails: dict[ElementId, _Trail] = {}
        self._given_up: list[ElementId] = []
        self._presence = Presence()
        self._presence_sent: tuple[Presence, float] | None = None
        self._moved_by_ink = False  # the others have moved my pointer since it was sent

    def trail(
        self,
        id: ElementId,
        origin: tuple[float, float],
        style: Style,
        points: Sequence[InkPoint],
        page: ElementId = FIRST,
    ) -> None:
        """More points of my stroke `id` on `page`, relative to `origin`, in 1/16 board unit."""
        trail = self._trails.setdefault(id, _Trail(*origin, style, page))
        trail.points.extend(points)

    def finished(self, id: ElementId) -> None:
        """The stroke has become an element, which carries all its points."""
        self._trails.pop(id, None)

    def given_up(self, id: ElementId) -> None:
        """Nothing comes of the stroke."""
        trail = self._trails.get(id)
        if trail is not None and trail.style.ink == LASER:
            trail.over = True  # light is only ever a trail: its last points are still to be shown
            fading = [id for id, trail in self._trails.items() if trail.over]
            for old in fading[:-MAX_TRAILS_PER_MEMBER]:
                del self._trails[old]
        elif self._trails.pop(id, None) is not None and trail is not None and trail.sent:
            self._given_up.append(id)

    def point_at(self, presence: Presence) -> None:
        self._presence = presence

    def connected(self) -> None:
        """A new connection: the others know nothing of what I am doing."""
        self._given_up.clear()
        self._presence_sent = None
        self._trails = {id: trail for id, trail in self._trails.items() if not trail.over}
        for trail in self._trails.values():
            trail.sent = 0

    def take(self, now: float) -> list[TrailPoints | TrailEnd | Presence]:
        """Messages to send now; `now` in seconds. An unchanged pointer is repeated before it would expire."""
        messages: list[TrailPoints | TrailEnd | Presence] = [TrailEnd(id=id) for id in self._given_up]
        self._given_up.clear()
        inking = any(trail.sent < len(trail.points) for trail in self._trails.values())
        self._moved_by_ink |= inking
        for id, trail in self._trails.items():
            while trail.sent < len(trail.points):
                messages.append(_next_message(id, trail))
        for id in [id for id, trail in self._trails.items() if trail.over]:
            del self._trails[id]
            messages.append(TrailEnd(id=id))
        if self._presence_sent is None or self._presence_is_news(*self._presence_sent, now, inking=inking):
            messages.append(self._presence)
            self._presence_sent = (self._presence, now)
            self._moved_by_ink = False
        return messages

    def _presence_is_news(self, sent: Presence, at: float, now: float, *, inking: bool) -> bool:
        mine = self._presence
        if inking and now - at < WITH_INK_SECONDS and (mine.tool, mine.page) == (sent.tool, sent.page):
            return False
        on_board = mine.x is not None or mine.page != FIRST
        return mine != sent or self._moved_by_ink or (on_board and now - at > EPHEMERAL_SECONDS / 2)


def _next_message(id: ElementId, trail: _Trail) -> TrailPoints:
    start = trail.sent
    chunk = trail.points[start : start + MAX_TRAIL_POINTS_PER_MESSAGE]
    last = trail.points[start - 1] if start else InkPoint(0, 0, 0)
    deltas: list[int] = []
    for point in chunk:
        deltas += (point.x - last.x, point.y - last.y, point.pressure - last.pressure)
        last = point
    trail.sent += len(chunk)
    if start:
        return TrailPoints(id=id, start=start, points=tuple(deltas))
    return TrailPoints(id=id, points=tuple(deltas), x=trail.x, y=trail.y, style=trail.style, page=trail.page)
