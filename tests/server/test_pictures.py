"""Pictures over HTTP: once for each board, for its members only, whole or not at all."""

from __future__ import annotations

import asyncio
import io
import socket
from pathlib import Path

import aiohttp
import pytest

from server.storage.pictures import Pictures
from tests.doubles.foreigner import Foreigner, foreigners
from tests.doubles.house import House, house
from tests.doubles.patience import until
from tests.doubles.surprises import Surprises
from tests.protocol.test_pictures import drawn
from whiteboard.protocol.limits import MAX_ASSET_BYTES
from whiteboard.protocol.messages import Role
from whiteboard.protocol.pictures import asset_id

PNG = drawn("png")
ID = asset_id(PNG)


def url(server: House, id: str = ID, board: str = "Board") -> str:
    return f"{server.plain.origin}/b/{board}/pictures/{id}"


def token(person: Foreigner) -> dict[str, str]:
    return {"Authorization": f"Bearer {person.welcome['token']}"}


@pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])
async def test_a_picture_that_one_member_puts_there_is_had_by_the_others(encrypted: bool) -> None:
    async with house() as server, foreigners(server.link, 2, encrypted=encrypted) as (ann, bob):
        place = f"{ann.link.origin}/b/Board/pictures/{ID}"
        await ann.join()
        await bob.join()
        assert (await bob.http.head(place, headers=token(bob))).status == 404
        assert (await ann.http.put(place, data=PNG, headers=token(ann))).status == 201
        assert (await bob.http.put(place, data=PNG, headers=token(bob))).status == 200
        assert (await bob.http.head(place, headers=token(bob))).status == 200
        answer = await bob.http.get(place, headers=token(bob))
        assert (answer.status, answer.content_type) == (200, "image/png")
        assert await answer.read() == PNG


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer guess"}, {"Authorization": "Basic x"}])
async def test_nobody_else_puts_or_gets_one(headers: dict[str, str]) -> None:
    async with house() as server, foreigners(server.link) as (ann,):
        await ann.join()
        await ann.http.put(url(server), data=PNG, headers=token(ann))
        for method in ("GET", "HEAD", "PUT"):
            answer = await ann.http.request(method, url(server), headers=headers, data=PNG if method == "PUT" else None)
            assert answer.status in (401, 403)


async def test_a_picture_of_another_board_is_not_had_by_its_hash() -> None:
    async with house("Board", "Other") as server, foreigners(server.link, 2) as (ann, bob):
        await ann.join()
        await bob.join(board="Other")
        await ann.http.put(url(server), data=PNG, headers=token(ann))
        assert (await bob.http.get(url(server, board="Other"), headers=token(bob))).status == 404
        assert (await bob.http.get(url(server), headers=token(bob))).status == 403


@pytest.mark.parametrize(
    ("id", "data", "status"),
    [
        ("0" * 64, PNG, 422),
        (asset_id(b"#!/bin/sh"), b"#!/bin/sh", 415),
        (ID, b"", 415),
        (ID, bytes(MAX_ASSET_BYTES + 1), 413),
        ("..%2f..%2fboards.sqlite", PNG, 404),
        ("A" * 64, PNG, 404),
    ],
    ids=["another", "a script", "nothing", "too large", "a path", "no hash"],
)
async def test_what_is_not_the_picture_is_refused_and_leaves_nothing(
    id: str, data: bytes, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.serving.LINGER_SECONDS", 5.0)
    async with house() as server, foreigners(server.link) as (ann,):
        await ann.join()
        before = len(_handlers())
        async with aiohttp.ClientSession() as http:
            answer = await http.put(url(server, id), data=io.BytesIO(data), headers=token(ann))
            assert answer.status == status
        log_id = server.room.ledger.log.log_id
        assert server.hub.pictures.bytes_of(log_id) == 0
        await until(lambda: len(_handlers()) <= before)  # the one that was refused is listened to a little longer


def _handlers() -> list[str]:
    return [name for task in asyncio.all_tasks() if "RequestHandler" in (name := repr(task))]


async def test_an_upload_without_a_length_is_cut_off_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.serving.LINGER_SECONDS", 5.0)

    async def endless() -> object:
        yield PNG
        for _ in range(MAX_ASSET_BYTES // 65536 + 1):
            yield bytes(65536)

    async with house() as server, foreigners(server.link) as (ann,):
        await ann.join()
        before = len(_handlers())
        async with aiohttp.ClientSession() as http:
            answer = await http.put(url(server), data=endless(), headers=token(ann))
            assert answer.status == 413
        await until(lambda: len(_handlers()) <= before)


async def test_an_upload_that_breaks_off_leaves_nothing() -> None:
    async with house() as server, foreigners(server.link) as (ann,):
        await ann.join()
        held = asyncio.Event()

        async def stuck() -> object:
            yield PNG[:100]
            await held.wait()

        sending = asyncio.ensure_future(ann.http.put(url(server), data=stuck(), headers=token(ann)))  # noqa: TID251
        folder = server.hub.pictures.path(server.room.ledger.log.log_id, ID).parent
        await until(lambda: folder.exists() and list(folder.iterdir()))
        sending.cancel()
        await until(lambda: not list(folder.iterdir()))


async def test_two_who_send_the_same_picture_do_not_disturb_one_another() -> None:
    async with house() as server, foreigners(server.link, 2) as (ann, bob):
        await ann.join()
        await bob.join()
        held = asyncio.Event()

        async def slow() -> object:
            yield PNG[:100]
            await held.wait()
            yield PNG[100:]

        folder = server.hub.pictures.path(server.room.ledger.log.log_id, ID).parent
        async with asyncio.TaskGroup() as tasks:
            first = tasks.create_task(_put(ann, url(server), slow()))
            await until(lambda: folder.exists() and list(folder.iterdir()))
            assert await _put(bob, url(server), PNG) == 201
            held.set()
        assert first.result() == 201
        assert [file.name for file in folder.iterdir()] == [ID]


async def _put(person: Foreigner, address: str, data: object) -> int:
    async with person.http.put(address, data=data, headers=token(person)) as answer:
        return answer.status


async def test_a_board_has_room_for_so_many_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.web.pictures.MAX_BOARD_ASSET_BYTES", MAX_ASSET_BYTES + len(PNG) // 2)
    async with house() as server, foreigners(server.link) as (ann,):
        await ann.join()
        other = drawn("png", 5, 5)
        assert await _put(ann, url(server), PNG) == 201
        assert await _put(ann, url(server, asset_id(other)), other) == 507
        assert await _put(ann, url(server), PNG) == 200  # it is here already


async def test_what_a_killed_server_left_half_done_is_swept_away(tmp_path: Path) -> None:
    pictures = Pictures(tmp_path)
    arriving = pictures.begin("ab", ID)
    arriving.write(PNG[:100])
    whole = pictures.begin("ab", asset_id(PNG))
    whole.write(PNG)
    assert whole.finish()
    pictures.sweep()
    assert [file.name for file in (tmp_path / "ab").iterdir()] == [ID]
    arriving.drop()


@pytest.mark.parametrize("what", ["pictures", "snapshot"])
async def test_who_takes_nothing_of_an_answer_is_cut_off(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.web.long_answers.STALL_SECONDS", 0.3)
    monkeypatch.setattr("server.web.long_answers.FILE_SECONDS", 0.3)
    monkeypatch.setattr("server.snapshots.Capture.encode", lambda capture: bytes(MAX_ASSET_BYTES))
    large = PNG + bytes(MAX_ASSET_BYTES - len(PNG))
    async with house() as server, foreigners(server.link) as (ann,):
        await ann.join()
        assert await _put(ann, url(server, asset_id(large)), io.BytesIO(large)) == 201
        path = f"/b/Board/pictures/{asset_id(large)}" if what == "pictures" else ann.welcome["snapshot"]
        before = len(_handlers())
        with socket.create_connection(("127.0.0.1", server.port)) as raw:
            lines = f"GET {path} HTTP/1.1", "Host: 127.0.0.1", f"Authorization: {token(ann)['Authorization']}", "", ""
            raw.sendall("\r\n".join(lines).encode())
            await until(lambda: len(_handlers()) > before)
            await until(lambda: len(_handlers()) <= before)


async def test_one_that_says_too_late_what_it_is_is_refused_however_its_bytes_come(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("server.web.pictures.HEAD_BYTES", 1000)
    whole = drawn("jpeg")
    data = whole[:2] + b"\xff\xfe" + (1200).to_bytes(2) + bytes(1198) + whole[2:]  # a comment before its size
    async with house() as server, foreigners(server.link) as (ann,):
        await ann.join()
        place = url(server, asset_id(data))
        assert (await ann.http.put(place, data=data, headers=token(ann))).status == 415
        assert (await ann.http.get(place, headers=token(ann))).status == 404


async def test_one_that_cannot_be_unpacked_is_refused(surprises: Surprises) -> None:
    surprises.expect("aiohttp")  # it reports what it cannot unpack; the console keeps it short
    async with house() as server, foreigners(server.link) as (ann,):
        await ann.join()
        headers = token(ann) | {"Content-Encoding": "gzip"}
        async with ann.http.put(url(server), data=PNG, headers=headers, compress=False) as answer:
            assert answer.status == 400


async def test_a_viewer_gets_pictures_and_puts_none() -> None:
    async with house() as server, foreigners(server.link) as (ann,):
        await ann.join()
        await ann.http.put(url(server), data=PNG, headers=token(ann))
        server.room.set_role(next(iter(server.room.members)), Role.VIEWER)
        assert (await ann.http.get(url(server), headers=token(ann))).status == 200
        assert (await ann.http.put(url(server, "1" * 64), data=PNG, headers=token(ann))).status == 403
