"""`trail`: points of a stroke that is being drawn, passed on with the next tick (SPEC L2)."""

from __future__ import annotations

from server.room import Room
from server.session import Session
from whiteboard.protocol.messages import Role, TrailPoints


def trail(room: Room, session: Session, message: TrailPoints, now: float) -> None:
    if session.role is Role.VIEWER or message.id in room.ledger.document:
        return
    if room.trails.draw(session.no, session.author, message, now):
        room.broadcast.touch()
        if room.pointers.goes_out(session.no) and (trail := room.trails.get(message.id)) is not None:
            room.pointers.draw(session.no, trail.tip)
