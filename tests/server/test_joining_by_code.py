"""Somebody who knows only an address and a code gets onto the board that the code opens."""

import pytest

from server.events.hello import room_for
from server.goodbye import Goodbye
from server.guesses import ADDRESS_GUESSES, Guesses
from tests.doubles.table import Table, client
from whiteboard.protocol.messages import Hello
from whiteboard.protocol.refusal import Refusal

ADDRESS = "10.0.0.9"


def hello(code: str) -> Hello:
    return Hello(board="", client=client(1), ordinal=1, code=code)


def rooms(*codes: str) -> dict[str, object]:
    tables = [Table(name=f"Board {i}", code=code) for i, code in enumerate(codes)]
    return {table.room.name: table.room for table in tables}
