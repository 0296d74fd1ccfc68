"""`profile`: a member's new name or colour."""

from __future__ import annotations

from server.room import Room
from server.session import Session
from whiteboard.protocol.messages import Profile


def profile(room: Room, session: Session, message: Profile, now: float) -> None:
    room.rename(session, message.name, message.color)
