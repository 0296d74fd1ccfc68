"""`hello`: may this client come in, and to which board? Nothing else is answered before."""

from __future__ import annotations

from collections.abc import Mapping

from server.goodbye import Goodbye
from server.guesses import Guesses
from server.room import Room
from whiteboard.protocol.code import matches
from whiteboard.protocol.identity import author_of, is_client
from whiteboard.protocol.limits import PROTOCOL
from whiteboard.protocol.messages import Hello
from whiteboard.protocol.refusal import Refusal

MAX_ORDINAL = 2**53 - 1
_ANY_BOARD = ""  # no board has this name
_PEOPLE = "/people"  # no name of a board has a slash in it


def room_for(hello: Hello, rooms: Mapping[str, Room], guesses: Guesses, address: str, now: float) -> Room:
    """The room that a client may enter; Goodbye says why it may not."""
    if hello.protocol < PROTOCOL:
        raise Goodbye(Refusal.TOO_OLD, f"This server speaks version {PROTOCOL} of the protocol, your app an older one.")
    if hello.protocol > PROTOCOL:
        raise Goodbye(Refusal.TOO_NEW, f"This server speaks version {PROTOCOL} of the protocol, your app a newer one.")
    if not is_client(hello.client) or not 0 <= hello.ordinal <= MAX_ORDINAL:
        raise Goodbye(Refusal.BAD_MESSAGE, "client is 32 hexadecimal digits, ordinal not negative and below 2**53")
    if not hello.board:
        return _room_of_code(hello, rooms, guesses, address, now)
    room = rooms.get(hello.board)
    if room is None:
        raise Goodbye(Refusal.GONE, "There is no such board here.")
    if not room.door.needs_no_code(hello):
        _check_code(hello, room, guesses, address, now)
    return room


def _check_code(hello: Hello, room: Room, guesses: Guesses, address: str, now: float) -> None:
    """Who drew here before is counted by himself: strangers' guesses do not shut him out, nor may he guess on."""
    board, asker, author = room.name, address, author_of(hello.client)
    if room.ledger.log.knows(author):
        board, asker = room.name + _PEOPLE, author
    _check_patience(guesses.wait(board, asker, now))
    if not matches(room.code, hello.code):
        guesses.wrong(board, asker, now)
        raise Goodbye(Refusal.WRONG_CODE, "This is not the join code of the board.")


def _room_of_code(hello: Hello, rooms: Mapping[str, Room], guesses: Guesses, address: str, now: float) -> Room:
    """For people who were told an address and a code, but no name: the first board that the code opens."""
    _check_patience(guesses.wait(_ANY_BOARD, address, now))
    opened = [room for room in rooms.values() if room.code and matches(room.code, hello.code)]
    if not opened:
        guesses.wrong(_ANY_BOARD, address, now)
        raise Goodbye(Refusal.WRONG_CODE, "This is not the join code of a board here.")
    return opened[0]


def _check_patience(wait: float) -> None:
    if wait > 0.0:
        raise Goodbye(Refusal.GUESSING, "Too many wrong join codes came from your network.", round(wait + 0.5, 1))
