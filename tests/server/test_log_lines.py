"""What the server writes into its log: who comes and goes, and no secret and no drawing."""

from __future__ import annotations

import logging

import pytest

from tests.doubles.foreigner import Foreigner, foreigners
from tests.doubles.house import CODE, house
from tests.doubles.patience import until
from tests.doubles.surprises import Surprises
from tests.doubles.table import HOST_KEY

TEXT = {"id": "bad", "kind": "text", "geometry": {"x": 0.0, "y": 0.0}, "order": "A", "text": "Hi"}


async def whole_session(host: Foreigner, bob: Foreigner, eve: Foreigner) -> None:
    """Nearly everything that can happen, good and bad."""
    await host.join(host_key=HOST_KEY)
    await bob.join(name="Bob")
    await bob.acknowledged(await bob.edit({"op": "put", "element": TEXT | {"id": "t", "text": "SECRET DRAWING"}}))
    await bob.say("trail", {"id": "s-secret", "points": [0, 0, 9, 4242, 0, 0], "x": 0, "y": 0, "style": {}})
    await bob.snapshot()
    await bob.say("SECRET DRAWING\n12:00:00 joined     a forged line", {})
    await bob.say("edit", {"cseq": 2, "ops": [{"op": "put", "element": TEXT | {"SECRET": ["DRAWING"]}}]})
    await eve.connect()
    await eve.hello(code="WR0NGC0D")
    await eve.until_cut()
    await host.say("new_code", {})
    await host.until(lambda: host.of("door") and host.of("door")[-1]["code"] != CODE)
    await host.say("remove", {"author": bob.welcome["author"]})
    await bob.until_cut()


@pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])
async def test_no_line_of_the_log_has_a_secret_or_a_drawing(
    caplog: pytest.LogCaptureFixture, surprises: Surprises, encrypted: bool
) -> None:
    surprises.expect("sent what is not valid")
    caplog.set_level(logging.INFO)
    async with house() as server, foreigners(server.link, 3, encrypted=encrypted) as (host, bob, eve):
        await whole_session(host, bob, eve)
        secrets = {
            *(person.client for person in (host, bob, eve)),
            *(person.welcome["token"] for person in (host, bob)),
            *(CODE, server.room.code, "WR0NGC0D", HOST_KEY),
            *("SECRET", "DRAWING", "forged", "4242", "s-secret", "\n"),
        }
        await host.hang_up()
        await until(lambda: len(server.room.members) == 0)
    lines = [record.getMessage() for record in caplog.records if record.name.startswith("server")]
    assert len(lines) > 5
    assert [(line, secret) for line in lines for secret in secrets if secret in line] == []


async def test_who_is_told_to_go_has_not_lost_the_connection(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    async with house() as server, foreigners(server.link, 2) as (ann, bob):
        await ann.join(name="Ann")
        await bob.join("polling", name="Bob")
        await server.hub.say_goodbye()
    left = [record.getMessage() for record in caplog.records if record.getMessage().startswith("left")]
    assert len(left) == 2
    assert all("(closed by this server" in line for line in left)
