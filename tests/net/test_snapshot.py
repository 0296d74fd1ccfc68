"""Fetching snapshots: what comes must be whole, of the right kind, and not too large."""

import gzip
import zlib

import pytest

from tests.doubles.board import snapshot, stroke
from tests.doubles.wire import ScriptedServer
from whiteboard.model.document import Document
from whiteboard.model.element import FIRST_PAGE, ElementId
from whiteboard.net import snapshot as fetching
from whiteboard.net.http import http_client
from whiteboard.net.trouble import Failed, Trouble


async def test_a_snapshot_comes_as_it_was() -> None:
    board = snapshot(*(stroke(f"s{n}") for n in range(500)), seq=500)
    async with ScriptedServer() as server, http_client() as http:
        server.snapshot = board
        fetched = await fetching.fetch(http, f"{server.link.origin}/b/Board/snapshot", "t")
        assert (fetched.log_id, fetched.seq, fetched.hash) == (board.log_id, board.seq, board.hash)
        assert fetched.document == Document(placed.element for placed in board.elements)
        assert all(fetched.document.stamp(placed.element.id) == placed.stamp for placed in board.elements)
        assert fetched.change.added == [placed.element for placed in board.elements]
        assert server.tokens == ["Bearer t"]


async def test_what_it_comes_to_is_worked_out_before_it_is_loaded() -> None:
    async with ScriptedServer() as server, http_client() as http:
        server.snapshot = snapshot(stroke("a"), stroke("b"), seq=2)
        fetched = await fetching.fetch(http, f"{server.link.origin}/b/Board/snapshot", "t")
        assert vars(fetched.change)["gist"].came == {FIRST_PAGE: 2}


async def test_what_is_as_it_was_before_is_the_same_object() -> None:
    known = Document([stroke("a"), stroke("b"), stroke("gone")])
    async with ScriptedServer() as server, http_client() as http:
        server.snapshot = snapshot(stroke("a"), stroke("b", 7.0), stroke("new"))
        fetched = await fetching.fetch(http, f"{server.link.origin}/b/Board/snapshot", "t", known)
        assert fetched.document == Document([stroke("a"), stroke("b", 7.0), stroke("new")])
        a, b = ElementId("a"), ElementId("b")
        assert fetched.document.get(a) is known.get(a)
        assert fetched.document.get(b) is not known.get(b)


async def test_a_missing_one_is_said_to_be_missing() -> None:
    async with ScriptedServer() as server, http_client() as http:
        with pytest.raises(Failed) as failure:
            await fetching.fetch(http, f"{server.link.origin}/b/Board/snapshot", "t")
        assert failure.value.what is Trouble.NO_SNAPSHOT


async def test_one_that_is_none_is_unreadable() -> None:
    async with ScriptedServer() as server, http_client() as http:
        with pytest.raises(Failed) as failure:
            await fetching.fetch(http, f"{server.link.origin}/health", "t")
        assert failure.value.what is Trouble.UNREADABLE


async def test_one_that_is_too_large_is_not_read_to_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MAX_PACKED_BYTES", 1000)
    async with ScriptedServer() as server, http_client() as http:
        server.snapshot = snapshot(*(stroke(f"{n * 7919:x}") for n in range(2000)))
        with pytest.raises(Failed) as failure:
            await fetching.fetch(http, f"{server.link.origin}/b/Board/snapshot", "t")
        assert failure.value.what is Trouble.NO_SNAPSHOT


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(Failed):
        fetching.inflated(gzip.compress(bytes(10_000_000)), limit=1_000_000)


def test_what_is_cut_off_is_no_snapshot() -> None:
    with pytest.raises(zlib.error):
        fetching.inflated(gzip.compress(b"{}" * 1000)[:-6])


def test_content_exactly_at_the_limit_passes() -> None:
    assert fetching.inflated(gzip.compress(bytes(1000)), limit=1000) == bytes(1000)
