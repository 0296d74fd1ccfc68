"""What the others are doing, in smooth motion: their ink flows and their pointers glide between two messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from whiteboard.model.element import FIRST_PAGE, ElementId
from whiteboard.model.geometry import Point
from whiteboard.model.points import InkPoint
from whiteboard.model.style import LASER, Style
from whiteboard.protocol.limits import CROWD, CROWD_TICK_SECONDS, TICK_SECONDS
from whiteboard.render.trail_playback import TrailPlayback
from whiteboard.render.viewport import Viewport
from whiteboard.sync.peers import PeerNews, Peers, TrailNews

from .gliding import Gliding
from .motion import MOTION
from .overlay_layer import PointerMark

INK_SHARE = 0.75
"""Ink of one message flows for so much of a tick. A whole tick would add up to two ticks of delay: when messages come a
little early, what waits never gets less. Measured from pen to pixel with two people: p50 28 ms instead of 36."""


@dataclass(slots=True)
class _Trail:
    """A stroke of somebody, as far as it is known: who turns to its page sees it from its beginning."""

    style: Style
    origin: Point
    page: ElementId
    points: list[InkPoint] = field(default_factory=list)


class Ink(Protocol):
    """What shows ink in progress: see `Renderer`."""

    def extend_wet(
        self, id: ElementId, style: Style, origin: Point, start: int, points: Sequence[InkPoint]
    ) -> None: ...

    def drop_wet(self, id: ElementId) -> None: ...


class PeerMotion:
    """Takes news of the others in, and gives the renderer what is due at each frame. Times are steady seconds.

    Of all this, only what is on the page that is shown is seen.
    """

    def __init__(self) -> None:
        self._playback = TrailPlayback(INK_SHARE * TICK_SECONDS)
        self._gliding = Gliding()
        self._trails: dict[ElementId, _Trail] = {}
        self._page = FIRST_PAGE

    def turn(self, page: ElementId, peers: Peers, ink: Ink) -> None:
        """Another page is shown, on a renderer that knows of no ink in progress."""
        self._page = page or FIRST_PAGE
        self._playback.clear()
        for id, trail in self._trails.items():
            if trail.page == self._page:
                ink.extend_wet(id, trail.style, trail.origin, 0, trail.points)
        self._gliding.follow({}, 0.0)
        self._gliding.follow(self._places(peers), 0.0)

    def receive(self, news: PeerNews, peers: Peers, ink: Ink, now: float) -> None:
        self._playback.set_tick(INK_SHARE * (CROWD_TICK_SECONDS if len(peers.members) > CROWD else TICK_SECONDS))
        for told in news.trails:
            if told.ended:
                self._end(told.id, ink)
            elif told.points:
                self._go_on(told, now)
        if news.pointers or news.left:
            self._gliding.follow(self._places(peers), now, jump=MOTION.reduced)

    def _end(self, id: ElementId, ink: Ink) -> None:
        """What the stroke became arrives in the same news; only light has all of its points still to come."""
        trail, rest = self._trails.pop(id, None), self._playback.end(id)
        if trail is not None and rest is not None and trail.style.ink == LASER:
            ink.extend_wet(id, trail.style, trail.origin, rest.start, rest.points)
        ink.drop_wet(id)

    def _go_on(self, told: TrailNews, now: float) -> None:
        trail = self._trails.get(told.id)
        if trail is None or told.start == 0:
            trail = self._trails[told.id] = _Trail(told.style, Point(told.x, told.y), told.page or FIRST_PAGE)
        trail.points[told.start :] = told.points
        if trail.page == self._page:
            self._playback.receive(told.id, told.start, told.points, now)

    def _places(self, peers: Peers) -> dict[int, Point]:
        here = self._page
        return {no: Point(p.x, p.y) for no, p in peers.pointers.items() if (p.page or FIRST_PAGE) == here}

    def release(self, ink: Ink, now: float) -> None:
        """Hand the ink that is due to the ink."""
        for due in self._playback.release(now):
            trail = self._trails[due.id]
            ink.extend_wet(due.id, trail.style, trail.origin, due.start, due.points)

    def marks(self, peers: Peers, view: Viewport, now: float) -> list[PointerMark]:
        """The others' pointers where they are just now."""
        places = self._gliding.places(now)
        return [
            PointerMark(view.to_screen(places[no]), member.name, member.color)
            for no, member in peers.members.items()
            if no in places
        ]

    def is_still(self, now: float) -> bool:
        """Whether no frame is needed until there is news."""
        return self._playback.idle and self._gliding.is_still(now)

    def clear(self) -> None:
        self._playback.clear()
        self._gliding.follow({}, 0.0)
        self._trails.clear()
