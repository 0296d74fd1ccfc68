"""Lets remote ink flow: points that arrive in one piece a tick are released evenly until the next is due.

Without it a stroke drawn elsewhere grows in jerks. The price is a delay: one tick, and never more than MAX_BEHIND.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from whiteboard.model.element import ElementId
from whiteboard.model.points import InkPoint

MAX_BEHIND = 0.05
"""No point is held back longer than this many seconds."""


@dataclass(frozen=True, slots=True)
class Released:
    """Points of a stroke that are due now, the first of them at index `start` of the stroke."""

    id: ElementId
    start: int
    points: tuple[InkPoint, ...]


@dataclass(slots=True)
class _Queue:
    start: int
    waiting: deque[tuple[float, InkPoint]] = field(default_factory=deque)


class TrailPlayback:
    """The points that wait, by stroke. Times are seconds of one steady clock, passed in."""

    def __init__(self, tick: float) -> None:
        """`tick`: seconds between two messages of the server."""
        self.set_tick(tick)
        self._queues: dict[ElementId, _Queue] = {}

    def set_tick(self, tick: float) -> None:
        """Messages come so many seconds apart from now on."""
        self._tick = min(tick, MAX_BEHIND)

    def receive(self, id: ElementId, start: int, points: Sequence[InkPoint], now: float) -> None:
        """Points of a stroke from index `start` on arrived."""
        queue = self._queues.get(id)
        if queue is None:
            queue = self._queues[id] = _Queue(start)
        waiting = queue.waiting
        if waiting:
            begin = min(waiting[-1][0], now + self._tick)
        else:
            begin = now
        until = min(max(begin, now) + self._tick, now + MAX_BEHIND)
        share = (until - begin) / max(len(points), 1)
        waiting.extend((begin + share * (i + 1), point) for i, point in enumerate(points))

    def release(self, now: float) -> list[Released]:
        """The points that are due."""
        due = []
        for id, queue in self._queues.items():
            points = []
            while queue.waiting and queue.waiting[0][0] <= now:
                points.append(queue.waiting.popleft()[1])
            if points:
                due.append(Released(id, queue.start, tuple(points)))
                queue.start += len(points)
        return due

    def end(self, id: ElementId) -> Released | None:
        """The stroke is finished or given up; what still waited is returned: part of the element, or of nothing."""
        queue = self._queues.pop(id, None)
        return None if queue is None else Released(id, queue.start, tuple(point for _, point in queue.waiting))

    def clear(self) -> None:
        self._queues.clear()

    @property
    def idle(self) -> bool:
        """Whether nothing waits, so that no frame is needed for it."""
        return not any(queue.waiting for queue in self._queues.values())
