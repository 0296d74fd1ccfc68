"""What only a host may do: `role`, `remove`, `admit`, `approval`, `guests`, `new_code`, `title` (SPEC R)."""

from __future__ import annotations

import logging

import msgspec

from server.guesses import block_of
from server.room import Room
from server.rules import Removed
from server.session import Session
from whiteboard.model.element import Author
from whiteboard.model.elements.kind import Invalid
from whiteboard.protocol.host_messages import Admit, NewCode, RemoveMember, SetApproval, SetGuests, SetRole, SetTitle
from whiteboard.protocol.identity import board_name, person_name
from whiteboard.protocol.messages import Role

log = logging.getLogger(__name__)


def set_role(room: Room, session: Session, message: SetRole, now: float) -> None:
    _check_host(session)
    if message.role is Role.HOST:
        raise Invalid("nobody is made host")
    room.door.decide(room.door.rules.with_role(message.author, message.role))
    for member in room.members:
        if member.role is not Role.HOST:
            room.set_role(member, room.door.rules.role_of(member.author))
    room.tell_hosts()


def remove(room: Room, session: Session, message: RemoveMember, now: float) -> None:
    """Nobody removes a host. Others from the same address are vouched for: one address may be a whole class."""
    _check_host(session)
    member = next((member for member in room.members if member.author == message.author), None)
    visitor = room.door.caller(message.author)
    if member is not None and member.role is not Role.HOST:
        address, name = member.link.address, member.name
        room.remove(member, now)
    elif visitor is not None:
        address, name = visitor.link.address, person_name(visitor.hello.name)
        room.door.send_away(message.author)
    else:
        return
    log.info("removed    %s (%s)", name or "somebody", message.author[:4])
    rules = room.door.rules.with_admitted(*_members(room))
    room.door.decide(rules.with_removed(Removed(message.author, name, block_of(address))))
    room.tell_hosts()


def admit(room: Room, session: Session, message: Admit, now: float) -> None:
    _check_host(session)
    if message.let_in:
        room.door.let_in(message.author)
    else:
        room.door.send_away(message.author)
    room.tell_hosts()


def approval(room: Room, session: Session, message: SetApproval, now: float) -> None:
    """Who is on the board already may come back without asking."""
    _check_host(session)
    rules = room.door.rules.with_admitted(*_members(room))
    room.door.decide(msgspec.structs.replace(rules, approval=message.on))
    room.tell_hosts()


def guests(room: Room, session: Session, message: SetGuests, now: float) -> None:
    """Who is here without encryption has to go when guests are no longer allowed."""
    _check_host(session)
    room.door.decide(msgspec.structs.replace(room.door.rules, guests=message.on))
    if not room.door.guests:
        room.cut_guests(now)
    room.tell_hosts()


def new_code(room: Room, session: Session, message: NewCode, now: float) -> None:
    _check_host(session)
    if room.door.code:  # a board that is open to everybody has none to renew
        room.renew_code(*_members(room))
        log.info("renewed    the join code of %s", room.name)
    room.tell_hosts()


def title(room: Room, session: Session, message: SetTitle, now: float) -> None:
    _check_host(session)
    room.door.decide(msgspec.structs.replace(room.door.rules, title=board_name(message.title)))
    room.broadcast.set_title(room.title)


def _members(room: Room) -> list[Author]:
    return [member.author for member in room.members]


def _check_host(session: Session) -> None:
    if session.role is not Role.HOST:
        raise Invalid("only a host may do this")
