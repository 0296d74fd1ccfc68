"""Clients that are broken or hostile: they are cut off, and nobody else notices (SOCKETIO.md's traps)."""

from __future__ import annotations

import asyncio
import io

import aiohttp
import msgspec
import pytest

from server import wire
from tests.doubles.foreigner import foreigners, stroke
from tests.doubles.house import house
from tests.doubles.patience import until
from tests.doubles.raw import HELLO, PATH, raw
from tests.doubles.surprises import Surprises
from whiteboard.model.element import Element, ElementId, Geometry
from whiteboard.model.op import Put
from whiteboard.protocol.codec import to_packet
from whiteboard.protocol.messages import Edit, Presence


@pytest.mark.parametrize("frame", ["", "x", "b!!!!", "2probe", "5", "6", "0{}", "é", "9" * 50])
async def test_a_frame_that_is_not_engine_io_ends_the_connection_at_once(frame: str) -> None:  # 2
    async with house() as server, foreigners(server.link) as (ann,), raw(server) as mallory:
        await ann.join()
        await mallory.join()
        await mallory.ws.send_str(frame)
        await mallory.end()
        await until(lambda: len(server.room.members) == 1)
        await ann.acknowledged(await ann.edit(stroke("a")))


async def test_a_binary_frame_ends_the_connection() -> None:
    async with house() as server, raw(server) as mallory:
        await mallory.join()
        await mallory.ws.send_bytes(b"\x04binary")
        await mallory.end()
        await until(lambda: len(server.room.members) == 0)


@pytest.mark.parametrize(
    "packet",
    [
        "4",
        "42",
        "42[",
        '42["edit"]',
        '42["edit",{"cseq":1}]',
        '42["nonsense",{}]',
        '42["edit",' + "[" * 100_000,
        '42{"edit":1}',
        '451-["edit",{"_placeholder":true,"num":0}]',
        "459999999999-[]",
        "461-[]",
        "40/admin,",
        '42/admin,["edit",{}]',
        "43[]",
        "44{}",
        "49",
        '42["trail",{"id":"a","points":[1]}]',
        '42["presence",{"x":1e999,"y":0}]',
        '42["presence",{"x":"1","y":0}]',
        '42["hello",{"board":"Board","client":7,"ordinal":1}]',
    ],
)
async def test_the_third_message_that_is_not_valid_ends_the_connection(  # 3, 4
    packet: str, surprises: Surprises
) -> None:
    surprises.expect(r"server\.wire: 127\.0\.0\.1 sent what is not valid")
    async with house() as server, raw(server) as mallory:
        await mallory.join()
        for _ in range(2):
            await mallory.ws.send_str(packet)
        await mallory.ws.send_str("4" + to_packet(Presence(x=1.0, y=1.0)))
        await until(lambda: server.room.pointers.all(0.0))
        assert len(server.room.members) == 1
        await mallory.ws.send_str(packet)
        heard = await mallory.end()
        assert any('"refused",{"code":"bad_message"' in said for said in heard)
        await until(lambda: len(server.room.members) == 0)


async def test_one_bad_connection_is_one_line_in_the_log(
    surprises: Surprises, caplog: pytest.LogCaptureFixture
) -> None:  # 4
    surprises.expect(r"server\.wire: .* sent what is not valid")
    async with house() as server, raw(server) as mallory:
        for _ in range(20):
            await mallory.ws.send_str("42" + "[" * 1000)
        await mallory.end()
    assert len([record for record in caplog.records if record.levelname in ("WARNING", "ERROR")]) == 1


async def test_a_message_above_the_limit_ends_the_connection() -> None:  # 8
    async with house() as server, raw(server) as mallory:
        await mallory.join()
        await mallory.ws.send_str('42["edit",{"cseq":1,"ops":"' + "x" * 3_000_000 + '"}]')
        await mallory.end()
        await until(lambda: len(server.room.members) == 0)


async def test_a_client_that_answers_no_ping_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:  # 12
    async with house() as server, raw(server) as mallory:
        await mallory.join()
        monkeypatch.setattr(wire, "PING_SECONDS", 0.1)
        monkeypatch.setattr(wire, "PONG_SECONDS", 0.2)
        await mallory.ws.send_str("3")  # the next ping comes so long after an answer
        heard = await mallory.end()
        assert "2" in heard
        assert len(server.room.members) == 0


async def test_a_client_that_answers_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "PING_SECONDS", 0.05)
    async with house() as server, raw(server) as mallory:
        await mallory.join()
        pings = 0
        while pings < 10:
            if await mallory.ws.receive_str() == "2":
                pings += 1
                await mallory.ws.send_str("3")
        assert len(server.room.members) == 1


async def test_a_websocket_ping_is_answered() -> None:
    async with house() as server, raw(server) as mallory:
        await mallory.ws.ping(b"hello?")
        while (message := await mallory.ws.receive()).type is not aiohttp.WSMsgType.PONG:
            pass
        assert message.data == b"hello?"


async def test_polling_cannot_be_upgraded() -> None:
    async with house() as server, aiohttp.ClientSession() as http:
        opened = await (await http.get(server.plain.origin + PATH + "polling")).text()
        handshake = msgspec.json.decode(opened[1:])
        assert handshake["upgrades"] == []
        with pytest.raises(aiohttp.WSServerHandshakeError) as refusal:
            await http.ws_connect(f"{server.plain.origin}{PATH}websocket&sid={handshake['sid']}")
        assert refusal.value.status == 400


@pytest.mark.parametrize("body", ["", "x", "4x\x1e", "b!!!", "4\x1e" * 1500, "2probe"])
async def test_a_polling_body_that_is_not_engine_io_ends_the_session(body: str, surprises: Surprises) -> None:
    surprises.expect(r"server\.wire: 127\.0\.0\.1 sent what is not valid")
    async with house() as server, aiohttp.ClientSession() as http:
        url = server.plain.origin + PATH + "polling"
        sid = msgspec.json.decode((await (await http.get(url)).text())[1:])["sid"]
        await http.post(f"{url}&sid={sid}", data="40")
        answer = await http.post(f"{url}&sid={sid}", data=body.encode())
        assert answer.status == 400
        assert (await http.get(f"{url}&sid={sid}")).status == 400


async def test_a_second_poll_at_the_same_time_ends_the_session() -> None:
    async with house() as server, aiohttp.ClientSession() as http:
        url = server.plain.origin + PATH + "polling"
        sid = msgspec.json.decode((await (await http.get(url)).text())[1:])["sid"]
        both = await asyncio.gather(http.get(f"{url}&sid={sid}"), http.get(f"{url}&sid={sid}"))
        assert 400 in [answer.status for answer in both]


async def test_a_polling_message_may_be_as_large_as_any_other() -> None:
    async with house() as server, aiohttp.ClientSession() as http:
        url = server.plain.origin + PATH + "polling"
        sid = msgspec.json.decode((await (await http.get(url)).text())[1:])["sid"]
        await http.post(f"{url}&sid={sid}", data="40")
        await http.post(f"{url}&sid={sid}", data="4" + to_packet(HELLO))
        text = Element(id=ElementId("t"), kind="text", geometry=Geometry(0.0, 0.0), order="A", text="x" * 19_900)
        ops = [Put(msgspec.structs.replace(text, id=ElementId(f"t{i}"))) for i in range(85)]
        body = "4" + to_packet(Edit(cseq=1, ops=tuple(ops)))
        answer = await http.post(f"{url}&sid={sid}", data=io.BytesIO(body.encode()))
        assert answer.status == 200
        await until(lambda: len(server.room.ledger.document) == 85)
        answer = await http.post(f"{url}&sid={sid}", data=io.BytesIO(b"4" + b"x" * 3_000_000))
        assert answer.status == 400


async def test_jsonp_is_not_offered() -> None:
    async with house() as server, aiohttp.ClientSession() as http:
        assert (await http.get(server.plain.origin + PATH + "polling&j=0")).status == 400


async def test_who_sends_too_much_is_read_more_slowly_and_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:  # F5
    monkeypatch.setattr("server.bucket.MESSAGES_AT_ONCE", 20.0)
    monkeypatch.setattr("server.bucket.MESSAGES_A_SECOND", 100.0)
    async with house() as server, foreigners(server.link) as (ann,):
        await ann.join()
        begin = asyncio.get_running_loop().time()
        for i in range(100):
            await ann.edit(stroke(f"s{i}"))
        await ann.acknowledged(100)
        assert asyncio.get_running_loop().time() - begin > 0.6
        assert [entry["cseq"] for entry in ann.entries] == list(range(1, 101))


async def test_a_reader_that_stalls_does_not_stall_the_others_and_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.broadcast.SNAPSHOT_AFTER_SECONDS", 2.0)  # F3
    monkeypatch.setattr("server.broadcast.SLOW_SECONDS", 3.0)
    async with house() as server, foreigners(server.link) as (ann,), raw(server) as mallory:
        await ann.join()
        await mallory.join()
        mallory.stop_reading()
        text = {"id": "", "kind": "text", "geometry": {"x": 0.0, "y": 0.0}, "order": "A", "text": "x" * 19_000}
        for i in range(60):
            await ann.edit(*({"op": "put", "element": text | {"id": f"t{i}-{k}"}} for k in range(2)))
        await ann.acknowledged(60)
        await ann.until(lambda: len(server.room.members) == 1, "the stalled one to be cut off")
        await ann.acknowledged(await ann.edit(stroke("a")))
