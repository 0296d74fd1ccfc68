"""What the server answers over HTTP, and to whom."""

from __future__ import annotations

import gzip
import re

import aiohttp
import msgspec
import pytest

from server.web.guest_page import guest_page
from server.web.origin import is_local
from tests.doubles.foreigner import foreigners, stroke
from tests.doubles.house import house
from whiteboard.protocol.codec import snapshot_from_json
from whiteboard.version import VERSION


async def test_health_tells_version_members_and_uptime_but_no_names() -> None:
    async with house("Secret plans") as server, foreigners(server.link) as (ann,):
        await ann.join()
        answer = await ann.http.get(server.plain.origin + "/health")
        assert answer.content_type == "application/json"
        text = await answer.text()
        health = msgspec.json.decode(text)
        assert health.pop("uptime") >= 0.0
        expected = {"version": VERSION, "protocol": 1, "members": 1, "boards": 1, "guests": True}
        expected |= {"read_only": False, "open": []}
        assert health == expected
        assert "Secret" not in text


async def test_health_lists_boards_that_are_open_to_everybody() -> None:
    async with house("Playground", code="") as server, foreigners(server.link) as (ann,):
        await ann.join()
        await ann.acknowledged(await ann.edit(stroke("a")))
        health = await (await ann.http.get(server.plain.origin + "/health")).json()
        assert health["open"] == [{"name": "Playground", "members": 1, "elements": 1, "seq": 1}]


async def test_a_snapshot_is_gzipped_json_that_our_codec_reads() -> None:
    async with house() as server, foreigners(server.link) as (ann,):
        await ann.join()
        url = server.plain.origin + ann.welcome["snapshot"]
        async with aiohttp.ClientSession(auto_decompress=False) as http:
            answer = await http.get(url, headers={"Authorization": f"Bearer {ann.welcome['token']}"})
            assert answer.headers["Content-Encoding"] == "gzip"
            snapshot = snapshot_from_json(gzip.decompress(await answer.read()))
        assert (snapshot.log_id, snapshot.seq) == (ann.welcome["log_id"], 0)


async def test_a_snapshot_is_encoded_once_for_all() -> None:  # F4
    async with house() as server, foreigners(server.link, 5) as people:
        await people[0].join()
        await people[0].acknowledged(await people[0].edit(stroke("a")))
        server.room.snapshots.forget()
        for person in people[1:]:
            await person.join()
        for person in people[1:]:
            await person.snapshot()
        capture = server.room.snapshots.fetch(1)
        assert capture is not None
        assert capture.data is not None
        assert capture.elements == ()


@pytest.mark.parametrize(
    ("path", "header", "status"),
    [
        ("/b/Board/snapshot?seq=0", "", 401),
        ("/b/Board/snapshot?seq=0", "Basic {token}", 401),
        ("/b/Board/snapshot?seq=0", "Bearer", 401),
        ("/b/Board/snapshot?seq=0", "Bearer guess", 403),
        ("/b/Nothing/snapshot?seq=0", "Bearer {token}", 403),
        ("/b/Other/snapshot?seq=0", "Bearer {token}", 403),
        ("/b/Board/snapshot?seq=5", "Bearer {token}", 404),
        ("/b/Board/snapshot?seq=x", "Bearer {token}", 404),
        ("/b/Board/snapshot?seq=²", "Bearer {token}", 404),
        ("/b/Board/snapshot", "Bearer {token}", 404),
    ],
)
async def test_only_members_get_snapshots(path: str, header: str, status: int) -> None:
    async with house("Board", "Other") as server, foreigners(server.link) as (ann,):
        await ann.join()
        headers = {"Authorization": header.format(token=ann.welcome["token"])} if header else {}
        assert (await ann.http.get(server.plain.origin + path, headers=headers)).status == status


async def test_a_token_is_worth_nothing_when_its_member_has_left() -> None:
    async with house() as server, foreigners(server.link) as (ann,):
        await ann.join()
        url, token = server.plain.origin + ann.welcome["snapshot"], ann.welcome["token"]
        await ann.hang_up()
        await ann.until(lambda: len(server.room.members) == 0)
        answer = await ann.http.get(url, headers={"Authorization": f"Bearer {token}"})
        assert answer.status == 403


async def test_the_page_where_no_guests_are_allowed_opens_the_app_and_hides_whether_a_board_exists() -> None:
    async with house(guests=False) as server, aiohttp.ClientSession() as http:
        pages = []
        for path in ("/b/Board", "/b/Elsewhere"):
            answer = await http.get(server.plain.origin + path)
            assert answer.status == 200
            page = await answer.text()
            nonces = set(re.findall(r'nonce="([^"]+)"', page)) | set(re.findall(r"nonce-([^']+)'", str(answer.headers)))
            assert len(nonces) == 1
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
            pages.append(page.replace(nonces.pop(), "").replace(path.rpartition("/")[2], ""))
        assert pages[0] == pages[1]
        assert f'href="whiteboard://127.0.0.1:{server.port}/b/' in pages[0]


async def test_the_page_shows_a_name_as_text() -> None:
    async with house(guests=False) as server, aiohttp.ClientSession() as http:
        page = await (await http.get(server.plain.origin + "/b/%3Cscript%3Ealert(1)%3C%2Fscript%3E")).text()
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page


@pytest.mark.parametrize("path", ["/health", "/b/Board", "/socket.io/?EIO=4&transport=polling"])
@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "evil.example"}, 403),
        ({"Host": "evil.example:7440", "Origin": "http://evil.example:7440"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Host": "localhost:7440", "Origin": "http://localhost:7440"}, 200),
        ({"Host": "[::1]:7440"}, 200),
        ({"Host": "annas-laptop.local:7440"}, 200),
    ],
)
async def test_only_pages_of_this_server_may_use_it(path: str, headers: dict[str, str], status: int) -> None:  # 16
    async with house() as server, aiohttp.ClientSession() as http:
        assert (await http.get(server.plain.origin + path, headers=headers)).status == status


@pytest.mark.parametrize(
    "host", ["", "evil.example", "127.0.0.1.evil.example", "local", "[::1", "a.local.evil", ":7440"]
)
def test_strange_hosts_are_strange(host: str) -> None:
    assert not is_local(host)


@pytest.mark.parametrize("host", ["127.0.0.1", "10.0.0.7:80", "[fe80::1%25eth0]:7440", "LOCALHOST", "x.local"])
def test_addresses_and_local_names_are_local(host: str) -> None:
    assert is_local(host)


async def test_there_is_nothing_else() -> None:
    async with house() as server, aiohttp.ClientSession() as http:
        for path in ("/", "/b/", "/b/a/b", "/favicon.ico", "/b/..%2f..%2fetc"):
            assert (await http.get(server.plain.origin + path)).status in (200, 404)
            assert "root:" not in await (await http.get(server.plain.origin + path)).text()


async def test_guests_get_a_page_without_anything_from_elsewhere() -> None:
    async with house() as server, aiohttp.ClientSession() as http:
        answer = await http.get(server.plain.origin + "/b/Board")
        page = await answer.text()
        assert page == await (await http.get(server.plain.origin + "/b/Elsewhere")).text()
        assert page == await (await http.get(server.plain.origin + "/")).text()
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'; script-src 'self'; style-src 'self';" in policy
        assert "unsafe" not in policy
        assert "nonce" not in policy
        addresses = set(re.findall(r'(?:src|href)="([^"#]+)', page)) - {"whiteboard:"}
        assert all(re.match("/page/[0-9a-f]{16}/", address) for address in addresses), addresses
        assert "<style" not in page
        assert " style=" not in page
        assert not re.search(r"<script(?![^>]* src=)", page)
        assert not re.search(r"\son[a-z]+=", page)


async def test_the_whole_page_is_small_and_kept_by_browsers() -> None:
    async with house() as server, aiohttp.ClientSession(auto_decompress=False) as http:
        size = 0
        page = gzip.decompress(await (await http.get(server.plain.origin + "/b/Board")).read()).decode()
        for path in {"/b/Board", *re.findall(r'(?:src|href)="(/page/[^"]+)', page)}:
            answer = await http.get(server.plain.origin + path)
            assert answer.status == 200, path
            assert answer.headers["Content-Encoding"] == "gzip"
            assert ("immutable" in answer.headers["Cache-Control"]) == path.startswith("/page/")
            size += len(await answer.read()) + sum(len(key) + len(value) + 4 for key, value in answer.raw_headers)
            again = await http.get(server.plain.origin + path, headers={"If-None-Match": answer.headers["ETag"]})
            assert again.status == 304
        assert size < 150 * 1024, size


@pytest.mark.parametrize("path", ["/page/0/main.js", "/page/{digest}/nothing.js", "/page/{digest}/..%2fguest_page.py"])
async def test_the_page_has_no_other_parts(path: str) -> None:
    async with house() as server, aiohttp.ClientSession() as http:
        digest = guest_page().base.removeprefix("/page/")
        assert (await http.get(server.plain.origin + path.format(digest=digest))).status == 404


async def test_a_browser_that_cannot_unpack_gets_the_page_as_it_is() -> None:
    async with house() as server, aiohttp.ClientSession(headers={"Accept-Encoding": "identity"}) as http:
        answer = await http.get(server.plain.origin + "/")
        assert "Content-Encoding" not in answer.headers
        assert (await answer.read()).startswith(b"<!doctype html>")


async def test_where_no_guests_are_allowed_there_is_no_page() -> None:
    async with house(guests=False) as server, aiohttp.ClientSession() as http:
        for path in ("/", f"{guest_page().base}/main.js"):
            assert (await http.get(server.plain.origin + path)).status == 403
