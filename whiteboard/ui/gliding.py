"""Others' pointers glide to where they are next, instead of jumping from message to message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from whiteboard.model.geometry import Point

SECONDS = 0.034
"""How long a pointer takes to its new place: the longest time between two messages, and not far behind the ink."""


@dataclass(slots=True)
class _Glide:
    start: Point
    end: Point
    since: float

    def at(self, now: float) -> Point:
        share = min(max((now - self.since) / SECONDS, 0.0), 1.0)
        return Point(
            self.start.x + (self.end.x - self.start.x) * share, self.start.y + (self.end.y - self.start.y) * share
        )


class Gliding:
    """Where each member's pointer is drawn. Times are seconds of one steady clock."""

    def __init__(self) -> None:
        self._glides: dict[int, _Glide] = {}

    def follow(self, places: Mapping[int, Point], now: float, *, jump: bool = False) -> None:
        """These are all pointers there are; new ones appear at once, the others glide, or `jump` too."""
        for member in self._glides.keys() - places.keys():
            del self._glides[member]
        for member, place in places.items():
            glide = self._glides.get(member)
            if glide is None or jump:
                self._glides[member] = _Glide(place, place, now)
            elif glide.end != place:
                self._glides[member] = _Glide(glide.at(now), place, now)

    def places(self, now: float) -> dict[int, Point]:
        return {member: glide.at(now) for member, glide in self._glides.items()}

    def is_still(self, now: float) -> bool:
        """Whether all have arrived, so that no frame is needed for them."""
        return all(glide.start == glide.end or now - glide.since >= SECONDS for glide in self._glides.values())
