"""One function per client message, and the list of them. `hello` is not here: it leads to a room, see `hello.py`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from server.room import Room
from server.session import Session
from whiteboard.protocol.messages import Edit, Presence, Profile, TrailEnd, TrailPoints

from .edit import edit
from .presence import presence
from .profile import profile
from .trail import trail
from .trail_end import trail_end

Handler = Callable[[Room, Session, Any, float], None]
"""Does what a member's message asks for, at a time. Invalid if the message breaks a rule, Refusal by `Goodbye`."""

HANDLERS: dict[type, Handler] = {
    Edit: edit,
    TrailPoints: trail,
    TrailEnd: trail_end,
    Presence: presence,
    Profile: profile,
}
