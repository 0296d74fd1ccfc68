"""Coming in: hello and what it is answered with, by WebSocket and by long-polling alike."""

from __future__ import annotations

from typing import Any

import pytest

from tests.doubles.foreigner import foreigners, stroke
from tests.doubles.house import CODE, house
from tests.doubles.patience import PATIENCE

both = pytest.mark.parametrize("transport", ["websocket", "polling"])


@both
async def test_two_people_draw_together(transport: str) -> None:
    async with house() as server, foreigners(server.link, 2) as (ann, bob):
        await ann.join(transport)
        await bob.join("websocket")
        assert (await bob.snapshot())["elements"] == []
        echo = await ann.acknowledged(await ann.edit(stroke("a")))
        await bob.until(lambda: bob.entries)
        assert bob.entries == [echo]
        assert echo["ops"] == [stroke("a")]
        assert len(server.room.members) == 2


@both
async def test_who_comes_later_gets_the_board_as_a_snapshot(transport: str) -> None:
    async with house() as server, foreigners(server.link, 2) as (ann, bob):
        await ann.join()
        for i in range(3):
            await ann.acknowledged(await ann.edit(stroke(f"s{i}")))
        server.room.snapshots.forget()
        await bob.join(transport)
        snapshot = await bob.snapshot()
        assert (snapshot["seq"], snapshot["hash"]) == (3, server.room.ledger.log.published_hash)
        assert [element for element, _ in snapshot["elements"]] == [stroke(f"s{i}")["element"] for i in range(3)]
        assert {author for _, (author, _) in snapshot["elements"]} == {ann.welcome["author"]}


@both
@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"protocol": 0}, "too_old"),
        ({"protocol": 2}, "too_new"),
        ({"code": "WRONGC0D"}, "wrong_code"),
        ({"code": ""}, "wrong_code"),
        ({"board": "No such board"}, "gone"),
        ({"client": "me"}, "bad_message"),
        ({"ordinal": -1}, "bad_message"),
    ],
)
async def test_a_bad_hello_is_refused_with_a_reason_and_the_end(
    transport: str, fields: dict[str, Any], code: str
) -> None:
    async with house() as server, foreigners(server.link) as (stranger,):
        await stranger.connect(transport)
        await stranger.hello(**fields)
        await stranger.until_cut()
        ((event, payload),) = stranger.heard
        assert event == "refused"
        assert payload["code"] == code
        assert payload["why"]
        assert len(server.room.members) == 0


@pytest.mark.parametrize("code", [CODE, "k7qm-2xpa", " K7QM 2XPA ", "K7QM2XPA".lower()])
async def test_a_code_may_be_typed_as_people_type(code: str) -> None:
    async with house() as server, foreigners(server.link) as (ann,):
        await ann.join(code=code)


async def test_an_open_board_lets_everybody_in() -> None:
    async with house(code="") as server, foreigners(server.link) as (ann,):
        await ann.join(code="")


async def test_names_of_boards_may_have_any_letters() -> None:
    name = "Klasse 7b: Ďžungle & 数学 100%?"
    async with house(name) as server, foreigners(server.link) as (ann,):
        await ann.join()
        assert ann.welcome["title"] == name
        assert (await ann.snapshot())["elements"] == []


async def test_codes_cannot_be_guessed_one_after_the_other() -> None:
    async with house() as server, foreigners(server.link, 11) as people:
        for person in people:
            await person.connect()
            await person.hello(code="WRONGC0D")
            await person.until_cut()
        codes = [person.of("refused")[0]["code"] for person in people]
        assert codes == ["wrong_code"] * 10 + ["guessing"]
        assert 0.0 < people[-1].of("refused")[0]["retry_after"] <= 10.0


async def test_members_of_old_come_in_while_somebody_else_guesses() -> None:
    async with house() as server, foreigners(server.link, 13) as (member, newcomer, *guessers):
        await member.join()
        await member.acknowledged(await member.edit(stroke("a")))
        for guesser in guessers:
            await guesser.connect()
            await guesser.hello(code="WRONGC0D")
            await guesser.until_cut()
        await member.hang_up()
        await member.join()
        await newcomer.connect()
        await newcomer.hello()
        await newcomer.until_cut()
        assert newcomer.of("refused")[0]["code"] == "guessing"


async def test_somebody_who_drew_on_the_board_cannot_guess_its_new_code_either() -> None:
    async with house() as server, foreigners(server.link, 2) as (mallory, newcomer):
        await mallory.join()
        await mallory.acknowledged(await mallory.edit(stroke("a")))
        await mallory.hang_up()
        server.room.door.renew_code("AAAAAAAA")
        for _ in range(12):
            mallory.heard.clear()
            await mallory.connect()
            await mallory.hello(code="WRONGC0D")
            await mallory.until_cut()
            await mallory.hang_up()
        assert mallory.of("refused")[0]["code"] == "guessing"
        await newcomer.join(code="AAAAAAAA")


@both
async def test_nothing_is_said_to_somebody_who_said_no_hello(transport: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with house(code="") as server, foreigners(server.link, 2) as (ann, silent):
        await ann.join()
        monkeypatch.setattr("server.wire.HELLO_SECONDS", 1.0)
        await silent.connect(transport)
        await ann.acknowledged(await ann.edit(stroke("a")))
        await silent.until_cut()
        assert silent.heard == []


@both
async def test_events_before_hello_are_refused(transport: str) -> None:
    async with house(code="") as server, foreigners(server.link) as (stranger,):
        await stranger.connect(transport)
        await stranger.say("edit", {"cseq": 1, "ops": [stroke("a")]})
        await stranger.until_cut()
        assert [payload["code"] for payload in stranger.of("refused")] == ["bad_message"]
        assert server.room.ledger.log.head == 0


@both
async def test_a_ping_is_acknowledged_once_inside(transport: str) -> None:
    async with house() as server, foreigners(server.link) as (ann,):
        await ann.join(transport)
        await ann.sio.call("ping", timeout=PATIENCE)


@both
async def test_a_second_hello_resynchronises_on_the_same_connection(transport: str) -> None:
    async with house() as server, foreigners(server.link) as (ann,):
        await ann.join(transport)
        await ann.acknowledged(await ann.edit(stroke("a")))
        last = ann.of("tick")[-1]
        await ann.hello(resume={"log_id": ann.welcome["log_id"], "seq": last["seq"], "hash": last["hash"]})
        await ann.until(lambda: len(ann.of("welcome")) == 2)
        assert ann.welcome["resumed"]
        await ann.acknowledged(await ann.edit(stroke("b")))


async def test_a_connection_is_for_one_client_on_one_board() -> None:
    async with house("One", "Two") as server, foreigners(server.link) as (ann,):
        await ann.join()
        await ann.hello(board="Two")
        await ann.until_cut()
        assert ann.of("refused")[0]["code"] == "bad_message"


async def test_the_older_connection_of_a_client_is_told_and_closed() -> None:  # S7
    async with house() as server, foreigners(server.link, 2) as (ann, again):
        again.client = ann.client
        await ann.join()
        await again.join(ordinal=7)
        await ann.until_cut()
        assert ann.of("refused")[0]["code"] == "superseded"
        await again.acknowledged(await again.edit(stroke("a")))


async def test_boards_do_not_hear_of_each_other() -> None:
    async with house("One", "Two") as server, foreigners(server.link, 2) as (ann, bob):
        await ann.join()
        await bob.join(board="Two")
        await ann.acknowledged(await ann.edit(stroke("a")))
        await bob.acknowledged(await bob.edit(stroke("b")))
        assert [entry["ops"][0]["element"]["id"] for entry in bob.entries] == ["b"]


async def test_a_message_may_have_nearly_two_mebibytes() -> None:
    async with house() as server, foreigners(server.link) as (ann,):
        await ann.join()
        text = {"kind": "text", "geometry": {"x": 0.0, "y": 0.0}, "order": "A", "text": "x" * 19_900}
        ops = [{"op": "put", "element": text | {"id": f"t{i}"}} for i in range(85)]
        assert "void" not in await ann.acknowledged(await ann.edit(*ops))


async def test_a_burst_over_polling_arrives_whole_and_in_order() -> None:
    async with house() as server, foreigners(server.link, 2) as (ann, bob):
        await ann.join("polling")
        await bob.join("polling")
        for i in range(300):
            await ann.edit(stroke(f"s{i}"))
        await ann.acknowledged(300)
        await bob.until(lambda: len(bob.entries) == 300)
        assert [entry["seq"] for entry in bob.entries] == list(range(1, 301))
