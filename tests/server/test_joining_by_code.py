"""Somebody who knows only an address and a code gets onto the board that the code opens."""

from __future__ import annotations

import pytest

from server.events.hello import room_for
from server.goodbye import Goodbye
from server.guesses import ADDRESS_GUESSES, Guesses
from server.room import Room
from tests.doubles.house import house
from tests.doubles.table import client
from whiteboard.protocol.messages import Hello
from whiteboard.protocol.refusal import Refusal

ADDRESS = "10.0.0.9"


def hello(code: str) -> Hello:
    return Hello(board="", client=client(1), ordinal=1, code=code)


async def test_the_code_leads_to_its_board() -> None:
    async with house("Physics", code="AAAAAAAA") as one, house("Art", code="BBBBBBBB") as two:
        rooms: dict[str, Room] = {**one.hub.rooms, **two.hub.rooms}
        assert room_for(hello("bbbb-bbbb"), rooms, Guesses(), ADDRESS, 0.0).name == "Art"
        assert room_for(hello("AAAAAAAA"), rooms, Guesses(), ADDRESS, 0.0).name == "Physics"


@pytest.mark.parametrize("code", ["", "CCCCCCCC"])
async def test_a_code_of_no_board_is_wrong(code: str) -> None:
    async with house("Physics", code="AAAAAAAA") as one, house("Open", code="") as two:
        rooms: dict[str, Room] = {**one.hub.rooms, **two.hub.rooms}
        with pytest.raises(Goodbye) as goodbye:
            room_for(hello(code), rooms, Guesses(), ADDRESS, 0.0)
        assert goodbye.value.refused.code is Refusal.WRONG_CODE


async def test_codes_cannot_be_tried_without_end() -> None:
    async with house("Physics", code="AAAAAAAA") as one:
        guesses = Guesses()
        for _ in range(int(ADDRESS_GUESSES)):
            with pytest.raises(Goodbye):
                room_for(hello("CCCCCCCC"), one.hub.rooms, guesses, ADDRESS, 0.0)
        with pytest.raises(Goodbye) as goodbye:
            room_for(hello("AAAAAAAA"), one.hub.rooms, guesses, ADDRESS, 0.0)
        assert goodbye.value.refused.code is Refusal.GUESSING
        assert room_for(hello("AAAAAAAA"), one.hub.rooms, guesses, "10.0.0.10", 0.0).name == "Physics"
