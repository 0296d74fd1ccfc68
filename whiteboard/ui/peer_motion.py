"""What the others are doing, in smooth motion: their ink flows and their pointers glide between two messages."""

from __future__ import annotations

from whiteboard.model.element import ElementId
from whiteboard.model.geometry import Point
from whiteboard.model.style import Style
from whiteboard.protocol.limits import TICK_SECONDS
from whiteboard.render.renderer import Renderer
from whiteboard.render.trail_playback import TrailPlayback
from whiteboard.render.viewport import Viewport
from whiteboard.sync.peers import PeerNews, Peers

from .gliding import Gliding
from .overlay_layer import PointerMark

INK_SECONDS = 0.75 * TICK_SECONDS
"""Ink of one message flows for so long. A whole tick would add up to two ticks of delay: when messages come a little
early, what waits never gets less. Measured from pen to pixel with two people: p50 28 ms instead of 36."""


class PeerMotion:
    """Takes news of the others in, and gives the renderer what is due at each frame. Times are steady seconds."""

    def __init__(self) -> None:
        self._playback = TrailPlayback(INK_SECONDS)
        self._gliding = Gliding()
        self._looks: dict[ElementId, tuple[Style, Point]] = {}

    def receive(self, news: PeerNews, peers: Peers, renderer: Renderer, now: float) -> None:
        for trail in news.trails:
            if trail.ended:
                self._playback.end(trail.id)
                self._looks.pop(trail.id, None)
                renderer.drop_wet(trail.id)
            elif trail.points:
                self._looks[trail.id] = (trail.style, Point(trail.x, trail.y))
                self._playback.receive(trail.id, trail.start, trail.points, now)
        if news.pointers or news.left:
            self._gliding.follow({no: Point(p.x, p.y) for no, p in peers.pointers.items()}, now)

    def release(self, renderer: Renderer, now: float) -> None:
        """Hand the ink that is due to the renderer."""
        for due in self._playback.release(now):
            style, origin = self._looks[due.id]
            renderer.extend_wet(due.id, style, origin, due.start, due.points)

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
        self._looks.clear()
