"""One function per client message, and the list of them. `hello` is not here: it leads to a room, see `hello.py`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from server.room import Room
from server.session import Session
from whiteboard.protocol.host_messages import Admit, NewCode, RemoveMember, SetApproval, SetGuests, SetRole, SetTitle
from whiteboard.protocol.messages import Edit, Presence, Profile, TrailEnd, TrailPoints

from . import edit, host, presence, profile, trail, trail_end

Handler = Callable[[Room, Session, Any, float], None]
"""Does what a member's message asks for, at a time. Invalid if it breaks a rule; Goodbye ends the connection."""

HANDLERS: dict[type, Handler] = {
    Edit: edit.edit,
    TrailPoints: trail.trail,
    TrailEnd: trail_end.trail_end,
    Presence: presence.presence,
    Profile: profile.profile,
    SetRole: host.set_role,
    RemoveMember: host.remove,
    Admit: host.admit,
    SetApproval: host.approval,
    SetGuests: host.guests,
    NewCode: host.new_code,
    SetTitle: host.title,
}
