"""Ink is handled inside the frame parser, in its order and within the limits like all other messages (SPEC F5)."""

from __future__ import annotations

import asyncio
import threading

import msgspec
import pytest

from server import hub, wire
from server.events.edit import Verdict
from server.room import Room
from server.wire import Wire
from tests.doubles.board import stroke
from tests.doubles.foreigner import foreigners
from tests.doubles.foreigner import stroke as stroke_put
from tests.doubles.house import house
from tests.doubles.patience import PATIENCE, until
from tests.doubles.raw import raw
from tests.doubles.surprises import Surprises
from whiteboard.model.element import ElementId
from whiteboard.model.op import Put
from whiteboard.model.style import Style
from whiteboard.protocol.codec import to_packet
from whiteboard.protocol.messages import Edit, Presence, TrailPoints

T = ElementId("t")
TRAIL = TrailPoints(id=T, points=(0, 0, 1, 16, 16, 0), x=0.0, y=0.0, style=Style())
LARGE = Edit(cseq=1, ops=tuple(Put(stroke(f"s{i}")) for i in range(500)))


async def test_ink_wakes_no_task(monkeypatch: pytest.MonkeyPatch) -> None:
    slowly: list[str] = []
    take = Wire.take

    async def noted(wire: Wire, packet: str) -> None:
        slowly.append(packet)
        await take(wire, packet)

    monkeypatch.setattr(Wire, "take", noted)
    async with house() as server, raw(server) as ann:
        await ann.join()
        await ann.say(TRAIL, Presence(x=1.0, y=2.0))
        await until(lambda: server.room.trails.get(T) and server.room.pointers.all(0.0))
        assert not [packet for packet in slowly if "trail" in packet or "presence" in packet]


async def test_the_first_ink_after_a_pause_makes_its_board_tick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.broadcast.HEAD_SECONDS", 1e6)
    async with house() as server, raw(server) as ann:
        await ann.join()
        await until(lambda: server.room.due > 1e5)
        await ann.say(TRAIL)
        await until(lambda: (trail := server.room.trails.get(T)) is not None and trail.begun)
        assert len(server.room.members) == 1, "or the board ticks because she has gone"


async def test_ink_does_not_overtake_a_large_edit_that_is_looked_at_in_a_thread() -> None:
    async with house() as server, raw(server) as ann:
        await ann.join()
        await ann.say(LARGE, Edit(cseq=2, ops=(Put(stroke("t")),)), TRAIL, Presence(x=1.0, y=2.0))
        await until(lambda: server.room.pointers.all(0.0))
        assert T in server.room.ledger.document
        assert server.room.trails.get(T) is None


async def test_ink_does_not_overtake_a_large_edit_that_has_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = threading.Event(), threading.Event()
    looked_at = hub._looked_at

    def slowly(payload: msgspec.Raw) -> tuple[Edit, Verdict]:
        begun.set()
        assert go_on.wait(PATIENCE)
        return looked_at(payload)

    monkeypatch.setattr(hub, "_looked_at", slowly)
    async with house() as server, raw(server) as ann, foreigners(server.link) as (bob,):
        await ann.join()
        await bob.join()
        await ann.say(LARGE)
        await until(begun.is_set)
        await ann.say(Presence(x=1.0, y=2.0))
        await bob.acknowledged(await bob.edit(stroke_put("b")))  # by then the server has read what Ann said
        assert not server.room.pointers.all(0.0)
        go_on.set()
        await until(lambda: server.room.pointers.all(0.0))
        assert ElementId("s1") in server.room.ledger.document


async def test_who_says_too_much_ink_is_read_more_slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.bucket.MESSAGES_AT_ONCE", 20.0)
    monkeypatch.setattr("server.bucket.MESSAGES_A_SECOND", 100.0)
    async with house() as server, raw(server) as ann:
        await ann.join()
        begin = asyncio.get_running_loop().time()
        await ann.say(*(Presence(x=float(i), y=0.0) for i in range(100)))
        await until(lambda: any(pointer.x == 99.0 for pointer in server.room.pointers.all(0.0)))
        assert asyncio.get_running_loop().time() - begin > 0.6


async def test_a_defect_of_ours_ends_the_connection_and_is_reported(
    surprises: Surprises, monkeypatch: pytest.MonkeyPatch
) -> None:
    surprises.expect(r"server\.websocket: a message could not be handled")

    def broken(room: Room, *_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("server.trails.Trails.draw", broken)
    async with house() as server, raw(server) as ann:
        await ann.join()
        await ann.say(TRAIL)
        await ann.end()
        await until(lambda: len(server.room.members) == 0)


def test_the_packets_that_are_light_begin_as_the_codec_writes_them() -> None:
    assert to_packet(TRAIL).startswith(wire._TRAIL[1:])
    assert to_packet(Presence()).startswith(wire._PRESENCE[1:])


POINTS = '{"id":"t","points":[0,0,1],"x":0.0,"y":0.0,"style":{}}'


@pytest.mark.parametrize(
    ("rest", "valid"),
    [
        (f"{POINTS}]", True),
        (f" {POINTS} ]", True),
        (f"{POINTS}]\n", True),
        ("]", False),
        (f"{POINTS}", False),
        (f"{POINTS}]]", False),
        (f"{POINTS},{POINTS}]", False),
        (f"{POINTS}],[{POINTS}]", False),
        (f"[{POINTS}]", False),
        (f"[{POINTS}]]", False),
        (POINTS.replace("0.0", "NaN") + "]", False),
        (POINTS.replace("[0,0,1]", "[0,0]") + "]", False),
        (POINTS.replace("[0,0,1]", "[0,0,1.5]") + "]", False),
        (POINTS.replace("[0,0,1]", "[0,0,99999999]") + "]", False),
        (POINTS.replace("{}", '{"color":"red"}') + "]", False),
    ],
)
async def test_ink_in_a_bad_packet_is_not_taken(rest: str, valid: bool, surprises: Surprises) -> None:
    if not valid:
        surprises.expect(r"server\.wire: 127\.0\.0\.1 sent what is not valid")
    async with house() as server, raw(server) as ann:
        await ann.join()
        await ann.ws.send_str(wire._TRAIL + rest)
        await ann.say(Presence(x=1.0, y=2.0))
        await until(lambda: server.room.pointers.all(0.0))
        assert (server.room.trails.get(T) is not None) is valid
