"""`trail_end`: a stroke was given up."""

from __future__ import annotations

from server.room import Room
from server.session import Session
from whiteboard.protocol.messages import TrailEnd


def trail_end(room: Room, session: Session, message: TrailEnd, now: float) -> None:
    trail = room.trails.get(message.id)
    if trail is not None and trail.author == session.author and not trail.committed:
        room.end_trail(trail)
