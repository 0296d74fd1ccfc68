"""`presence`: where a member's pointer is, passed on with the next tick."""

from __future__ import annotations

from server.room import Room
from server.session import Session
from whiteboard.protocol.messages import Presence


def presence(room: Room, session: Session, message: Presence, now: float) -> None:
    room.pointers.move(session.no, message, now)
    room.broadcast.touch()
