"""Hostile and broken input, each kind refused with a code, while an honest member goes on (SPEC D4, F5)."""

from __future__ import annotations

import asyncio
import gzip
import re
from pathlib import Path
from typing import Any

import aiohttp
import msgspec
import pytest

from server.board_log import Row
from server.storage.port import Batch, BoardRecord
from server.storage.sqlite import SqliteStore
from tests.doubles.foreigner import foreigners, stroke
from tests.doubles.house import CODE, house
from tests.doubles.patience import PATIENCE
from tests.doubles.surprises import Surprises
from whiteboard.model.element import Author, Element
from whiteboard.model.validate import check_element

LONG = "x" * 10_000
CONTROL = "a\x00b\x1b[31mc\u202ed\u2066e\x7f\n\r\tf"


def nested(depth: int) -> Any:
    inner: Any = 1
    for _ in range(depth):
        inner = [inner]
    return inner


# ------------------------------------------------------------ hello

HELLOS: dict[str, tuple[dict[str, Any], str]] = {
    "a board's name of 10,000 letters": ({"board": LONG}, "gone"),
    "a board's name with control characters": ({"board": CONTROL}, "gone"),
    "a board's name that is a path": ({"board": "../../etc/passwd"}, "gone"),
    "a board's name that is SQL": ({"board": "'; DROP TABLE board; --"}, "gone"),
    "a code of 10,000 letters": ({"code": LONG}, "wrong_code"),
    "a code with control characters": ({"code": CODE + "\x00"}, "wrong_code"),
    "a code in look-alike letters": ({"code": "Κ7QM2XPA"}, "wrong_code"),
    "a client in capitals": ({"client": "F" * 32}, "bad_message"),
    "a client with a new line": ({"client": "f" * 32 + "\n"}, "bad_message"),
    "a client in other digits": ({"client": "٣" * 32}, "bad_message"),
    "a client of 10,000 letters": ({"client": "f" * 10_000}, "bad_message"),
    "a negative ordinal": ({"ordinal": -1}, "bad_message"),
    "an ordinal of 40 digits": ({"ordinal": 10**40}, "bad_message"),
    "a huge protocol": ({"protocol": 2**63}, "too_new"),
    "a negative protocol": ({"protocol": -(2**63)}, "too_old"),
}


@pytest.mark.parametrize("case", HELLOS)
async def test_a_hostile_hello_is_refused(case: str) -> None:
    fields, code = HELLOS[case]
    async with house() as server, foreigners(server.link, 2) as (ann, mallory):
        await ann.join()
        mallory.client = "e" * 32
        await mallory.connect()
        await mallory.hello(**fields)
        await mallory.until_cut()
        assert [(event, said["code"]) for event, said in mallory.heard] == [("refused", code)]
        await ann.acknowledged(await ann.edit(stroke("a")))


MISSHAPEN: dict[str, dict[str, Any]] = {
    "an unknown field": {"admin": True},
    "a role of one's own": {"role": "host"},
    "an author of one's own": {"author": "c59e0f3311d7a8b2"},
    "an ordinal that is no number": {"ordinal": "1"},
    "an ordinal with a fraction": {"ordinal": 1.5},
    "a name that is a list": {"name": ["Ann"]},
    "a name that is nothing": {"name": None},
    "a host key that is an object": {"host_key": {"$ne": ""}},
    "a resume that is a string": {"resume": "log-1"},
    "a resume without a hash": {"resume": {"log_id": "log-1", "seq": 0}},
}


@pytest.mark.parametrize("case", MISSHAPEN)
async def test_a_misshapen_hello_lets_nobody_in(case: str, surprises: Surprises) -> None:
    surprises.expect("sent what is not valid")
    async with house() as server, foreigners(server.link) as (mallory,):
        await mallory.connect()
        for _ in range(3):
            await mallory.hello(**MISSHAPEN[case])
        await mallory.until_cut()
        assert [(event, said["code"]) for event, said in mallory.heard] == [("refused", "bad_message")]
        assert len(server.room.members) == 0


@pytest.mark.parametrize(
    "resume", [{"log_id": LONG, "seq": 2**60, "hash": LONG}, {"log_id": "", "seq": -5, "hash": ""}]
)
async def test_a_resume_of_nonsense_gets_a_snapshot(resume: dict[str, Any]) -> None:
    async with house() as server, foreigners(server.link) as (ann,):
        assert "resumed" not in await ann.join(resume=resume)
        assert (await ann.snapshot())["elements"] == []


@pytest.mark.parametrize(
    ("name", "shown"),
    [(LONG, "x" * 60), (CONTROL, "ab[31mcde f"), ("\u202e\x00\u200b", ""), ("<b>Ann</b>", "<b>Ann</b>")],
)
async def test_a_person_is_shown_by_a_name_that_can_be_shown(name: str, shown: str) -> None:
    async with house() as server, foreigners(server.link) as (ann,):
        await ann.join(name=name, color=CONTROL)
        (member,) = ann.welcome["members"]
        assert (member["name"], bool(re.fullmatch("#[0-9a-f]{6}", member["color"]))) == (shown, True)
        await ann.say("profile", {"name": name * 2, "color": "javascript:alert(1)"})
        await ann.acknowledged(await ann.edit(stroke("a")))
        (session,) = server.room.members
        assert len(session.name) <= 60
        assert session.color == member["color"]


# ------------------------------------------------------------ edits

ELEMENT = stroke("bad")["element"]
TEXT = {"id": "bad", "kind": "text", "geometry": {"x": 0.0, "y": 0.0}, "order": "A", "text": "Hi"}
EDITS: dict[str, tuple[list[dict[str, Any]], str]] = {
    "no operation": ([], "invalid"),
    "an id of 10,000 letters": ([{"op": "put", "element": ELEMENT | {"id": LONG}}], "invalid"),
    "an id that is a path": ([{"op": "remove", "id": "../../x"}], "invalid"),
    "an id with control characters": ([{"op": "remove", "id": "a\n"}], "invalid"),
    "a kind of 10,000 letters": ([{"op": "put", "element": TEXT | {"kind": LONG}}], "invalid"),
    "a kind with control characters": ([{"op": "put", "element": TEXT | {"kind": "a\x00"}}], "invalid"),
    "a text of 20,001 letters": ([{"op": "put", "element": TEXT | {"text": "x" * 20_001}}], "invalid"),
    "a text with control characters": ([{"op": "put", "element": TEXT | {"text": "a\x00"}}], "invalid"),
    "a patch to control characters": ([{"op": "patch", "id": "good", "text": "\x1b[2J"}], "invalid"),
    "extras 17 deep": ([{"op": "put", "element": TEXT | {"ext": {"x": nested(16)}}}], "invalid"),
    "extras 200 deep": ([{"op": "patch", "id": "good", "ext": {"x": nested(200)}}], "invalid"),
    "a number of extras that is too large": ([{"op": "put", "element": TEXT | {"ext": {"x": [2**64]}}}], "invalid"),
    "a number of extras that is too small": ([{"op": "patch", "id": "good", "ext": {"x": -(2**64)}}], "invalid"),
    "a parent that is a path": (
        [{"op": "put", "element": TEXT | {"geometry": {"x": 0, "y": 0, "parent": "/"}}}],
        "invalid",
    ),
    "a place beyond all": ([{"op": "put", "element": TEXT | {"geometry": {"x": 1e300, "y": 0}}}], "invalid"),
    "a colour that is a script": ([{"op": "put", "element": ELEMENT | {"style": {"color": "url(x)"}}}], "invalid"),
    "an ink of 10,000 letters": ([{"op": "put", "element": ELEMENT | {"style": {"ink": LONG}}}], "invalid"),
    "an order of 10,000 letters": ([{"op": "put", "element": ELEMENT | {"order": LONG}}], "invalid"),
    "points without an end": ([{"op": "put", "element": ELEMENT | {"points": "/" * 4096}}], "invalid"),
    "20,001 points": ([{"op": "put", "element": ELEMENT | {"points": "AAAA" * 20_001}}], "invalid"),
    "10,001 operations": ([{"op": "remove", "id": "x"}] * 10_001, "too_large"),
    "an entry above the limit": (
        [{"op": "put", "element": TEXT | {"id": f"t{i}", "text": "x" * 19_999}} for i in range(95)],
        "too_large",
    ),
}


@pytest.mark.parametrize("case", EDITS)
async def test_a_hostile_edit_is_refused_and_changes_nothing(case: str) -> None:
    ops, code = EDITS[case]
    async with house() as server, foreigners(server.link) as (mallory,):
        await mallory.join()
        await mallory.acknowledged(await mallory.edit(stroke("good")))
        entry = await mallory.acknowledged(await mallory.edit(*ops))
        assert entry["void"] == code
        assert entry["why"]
        assert [element.id for element in server.room.ledger.document] == ["good"]


MESSAGES: dict[str, tuple[str, Any]] = {
    "an edit with another's author": ("edit", {"cseq": 1, "author": "c59e0f3311d7a8b2", "ops": []}),
    "an edit that names its seq": ("edit", {"cseq": 1, "seq": 99, "ops": []}),
    "an element with an author": ("edit", {"cseq": 1, "ops": [{"op": "put", "element": ELEMENT | {"author": "x"}}]}),
    "an operation of no kind": ("edit", {"cseq": 1, "ops": [{"op": "drop", "id": "x"}]}),
    "points that are no base64": ("edit", {"cseq": 1, "ops": [{"op": "put", "element": ELEMENT | {"points": "!"}}]}),
    "a trail of fractions": ("trail", {"id": "s", "points": [0.5, 0, 0]}),
    "a trail of huge steps": ("trail", {"id": "s", "points": [2**40, 0, 0], "x": 0, "y": 0, "style": {}}),
    "a trail of 1,001 points": ("trail", {"id": "s", "points": [0] * 3003, "x": 0, "y": 0, "style": {}}),
    "a trail with a path for an id": ("trail", {"id": "../s", "points": [0, 0, 0], "x": 0, "y": 0, "style": {}}),
    "a tool of 10,000 letters": ("presence", {"x": 0, "y": 0, "tool": LONG}),
    "a tool with control characters": ("presence", {"x": 0, "y": 0, "tool": "\x1b[2J"}),
    "a pointer beyond all": ("presence", {"x": 1e300, "y": 0}),
    "an event with a long name": (LONG, {}),
    "an event of the server": ("tick", {"seq": 1, "hash": "x"}),
    "a payload that is a list": ("presence", [1, 2]),
    "a message of a host": ("remove", {"author": "c59e0f3311d7a8b2"}),
}


@pytest.mark.parametrize("case", MESSAGES)
async def test_a_hostile_message_is_not_valid_and_the_third_is_the_last(case: str, surprises: Surprises) -> None:
    surprises.expect("sent what is not valid")
    async with house() as server, foreigners(server.link, 2) as (ann, mallory):
        await ann.join()
        await mallory.join()
        for _ in range(3):
            await mallory.say(*MESSAGES[case])
        await mallory.until_cut()
        assert mallory.of("refused")[-1]["code"] == "bad_message"
        assert len(server.room.ledger.document) == 0
        await ann.acknowledged(await ann.edit(stroke("a")))


def test_what_is_nested_as_deep_as_allowed_is_read_again_at_the_next_start(tmp_path: Path) -> None:
    element = msgspec.convert(TEXT | {"ext": {"x": nested(15)}}, Element)
    check_element(element)
    store = SqliteStore(tmp_path / "boards.sqlite")
    store.create(BoardRecord("Board", "log-1", ""))
    store.commit([Batch("log-1", [Row(1, "hash", Author("a"), 1, 0.0, b"{}")], {element.id: (element, None)})])
    store.close()
    store = SqliteStore(tmp_path / "boards.sqlite")
    assert list(store.load("log-1", rows=1, bytes=1).elements) == [element]
    store.close()


# ------------------------------------------------------------ HTTP

REQUESTS: dict[str, tuple[bytes, set[int]]] = {
    "no host": (b"GET /health HTTP/1.1\r\n\r\n", {400, 403}),
    "two hosts": (b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n\r\n", {400, 403}),
    "a stranger's host": (b"GET /health HTTP/1.1\r\nHost: evil.example\r\n\r\n", {403}),
    "a host with a user": (b"GET /health HTTP/1.1\r\nHost: 127.0.0.1@evil.example\r\n\r\n", {403}),
    "a host of 10,000 letters": (b"GET /health HTTP/1.1\r\nHost: " + b"x" * 10_000 + b"\r\n\r\n", {400, 403, 431}),
    "two origins": (
        b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\nOrigin: http://evil.example\r\n\r\n",
        {400, 403},
    ),
    "an origin that is no address": (b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://[\r\n\r\n", {403}),
    "a path upwards": (b"GET /b/../../etc/passwd HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", {400, 404}),
    "a coded path upwards": (b"GET /b/..%2f..%2fetc%2fpasswd/snapshot HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", {401, 404}),
    "a board of control characters": (b"GET /b/%00%1b HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", {404}),
    "a path of 10,000 letters": (b"GET /b/" + b"x" * 10_000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", {400, 414}),
    "bytes that are no UTF-8": (b"GET /b/%ff%fe HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", {200, 400, 404}),
    "a method that is not": (b"PUT /health HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n", {405}),
    "two lengths": (
        b"POST /socket.io/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
        {400},
    ),
    "a length and chunks": (
        b"POST /socket.io/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\n"
        b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        {400},
    ),
    "no HTTP at all": (b"\x15\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 64 + b"\r\n\r\n", {400}),
    "an unknown session": (
        b"GET /socket.io/?EIO=4&transport=polling&sid=../x HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        {400},
    ),
    "an old protocol": (b"GET /socket.io/?EIO=3&transport=polling HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", {400}),
}


@pytest.mark.parametrize("case", REQUESTS)
async def test_a_hostile_request_is_answered_with_a_status_that_says_no(case: str, surprises: Surprises) -> None:
    surprises.expect("aiohttp")  # it reports requests that it cannot parse; the console keeps them out
    request, statuses = REQUESTS[case]
    async with house() as server, foreigners(server.link) as (ann,):
        await ann.join()
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write(request)
        async with asyncio.timeout(PATIENCE):
            answer = await reader.readline()
        assert int(answer.split()[1]) in statuses
        assert b"root:" not in answer
        writer.transport.abort()
        await ann.acknowledged(await ann.edit(stroke("a")))


async def test_a_bomb_of_compressed_zeros_is_not_unpacked() -> None:
    bomb = gzip.compress(b"4" + b"0" * 64_000_000, 9)
    async with house() as server, aiohttp.ClientSession() as http:
        url = server.plain.origin + "/socket.io/?EIO=4&transport=polling"
        sid = msgspec.json.decode((await (await http.get(url)).text())[1:])["sid"]
        answer = await http.post(f"{url}&sid={sid}", data=bomb, headers={"Content-Encoding": "gzip"})
        assert answer.status in (400, 413)
        assert len(server.room.members) == 0
