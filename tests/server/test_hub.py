"""The hub: every message has its place, and a store that fails is noticed and healed."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence

import pytest

from server import hub
from server.events import HANDLERS
from server.storage.port import Batch
from tests.doubles.foreigner import foreigners, stroke
from tests.doubles.house import house
from tests.doubles.patience import PATIENCE, until
from tests.doubles.surprises import Surprises
from tests.doubles.table import FaultyStore
from whiteboard.protocol.messages import CLIENT_EVENTS, Hello


def test_every_client_message_has_a_handler() -> None:
    assert set(HANDLERS) | {Hello} == set(CLIENT_EVENTS.values())


async def test_a_store_that_fails_makes_the_board_read_only_until_it_works_again(  # P3
    surprises: Surprises, monkeypatch: pytest.MonkeyPatch
) -> None:
    surprises.expect(r"server\.hub: (nothing can be stored: The disk is full\.|edits are stored again)")
    monkeypatch.setattr(hub, "RETRY_SECONDS", 0.05)
    store = FaultyStore()
    async with house(store=store) as server, foreigners(server.link, 2) as (ann, bob):
        await ann.join()
        await bob.join()
        await ann.acknowledged(await ann.edit(stroke("a")))
        store.fault = "The disk is full."
        await ann.edit(stroke("b"))
        await bob.until(lambda: "The disk is full." in [tick.get("read_only") for tick in bob.of("tick")])
        health = await (await ann.http.get(server.plain.origin + "/health")).json()
        assert health["read_only"] is True
        await bob.say("presence", {"x": 1.0, "y": 2.0})
        await ann.until(lambda: any(tick.get("presence") for tick in ann.of("tick")))
        store.fault = ""
        await ann.until(lambda: len(ann.of("welcome")) == 2, "being asked for what was dropped")
        assert (ann.welcome["resumed"], ann.welcome["known"]) == (True, 1)
        await ann.say("edit", {"cseq": 2, "ops": [stroke("b")]})
        await ann.acknowledged(2)
        await bob.until(lambda: len(bob.entries) == 2)
        assert [entry["seq"] for entry in bob.entries] == [1, 2]


async def test_a_large_edit_is_looked_at_beside_the_loop_and_keeps_its_place() -> None:
    async with house() as server, foreigners(server.link) as (ann,):
        await ann.join()
        large = [stroke(f"l{i}") for i in range(1_000)]
        for cseq, ops in enumerate(([stroke("a")], large, [stroke("z")]), start=1):
            await ann.say("edit", {"cseq": cseq, "ops": ops})
        await ann.acknowledged(3)
        assert [(entry["cseq"], len(entry["ops"])) for entry in ann.entries] == [(1, 1), (2, 1_000), (3, 1)]


async def test_a_large_edit_that_is_not_valid_is_refused_as_a_whole() -> None:
    async with house() as server, foreigners(server.link) as (ann,):
        await ann.join()
        large = [stroke(f"l{i}") for i in range(1_000)] + [stroke("no id")]
        void = await ann.acknowledged(await ann.edit(*large))
        assert void["void"] == "invalid"
        assert len(server.room.ledger.document) == 0


async def test_edits_of_many_boards_share_a_commit() -> None:  # P1
    class Counting(FaultyStore):
        commits = 0

        def commit(self, batches: Sequence[Batch]) -> None:
            self.commits += 1
            super().commit(batches)

    store = Counting()
    names = [f"Board {i}" for i in range(10)]
    async with house(*names, store=store) as server, foreigners(server.link, 10) as people:
        for name, person in zip(names, people, strict=True):
            await person.join(board=name)
        store.commits, go_on = 0, threading.Event()
        server.hub._thread.submit(go_on.wait, PATIENCE)  # the disk is busy: what comes meanwhile has to queue
        try:
            await asyncio.gather(*(person.edit(stroke("a")) for person in people))
            await until(lambda: all(room.ledger.log.head == 1 for room in server.hub.rooms.values()))
        finally:
            go_on.set()
        for person in people:
            await person.acknowledged(1)
        assert store.commits <= 2


async def test_what_is_numbered_at_the_end_is_stored_before_the_goodbye() -> None:
    store = FaultyStore()
    async with house(store=store) as server, foreigners(server.link) as (ann,):
        await ann.join()
        for i in range(50):
            await ann.edit(stroke(f"s{i}"))
        await ann.until(lambda: server.room.ledger.log.head > 0)
        log_id = server.room.ledger.log.log_id
        head = server.room.ledger.log.head
    assert store.load(log_id, rows=100, bytes=10**6).seq >= head


async def test_the_goodbye_waits_for_what_is_being_stored() -> None:
    store = FaultyStore()
    async with house(store=store) as server, foreigners(server.link) as (ann,):
        await ann.join()
        server.hub._thread.submit(threading.Event().wait, 0.3)  # the disk is busy: a commit has to queue
        await ann.edit(stroke("s"))
        await ann.until(lambda: server.room.ledger.log.head == 1 and not server.room.ledger.waiting)
        log_id = server.room.ledger.log.log_id
    assert store.load(log_id, rows=100, bytes=10**6).seq == 1
