"""`whiteboard doctor`, as somebody in a terminal sees it."""

import json
from pathlib import Path

import pytest

from tests.doubles.lasting_server import LastingServer
from tests.doubles.proxy import Proxy, Upgrade
from tests.doubles.services import nobodys_port
from whiteboard.doctor.advice import Ailment
from whiteboard.doctor.finding import Outcome, Result
from whiteboard.doctor.report import LAST_RUNG, verdict
from whiteboard.terminal.doctor import row

from .command import run


async def test_a_healthy_link_is_exit_code_0_and_a_table(tmp_path: Path) -> None:
    async with LastingServer(tmp_path, "Physics 9b") as server:
        doctor = await run("doctor", str(server.link))
        code = server.link.code
    assert doctor.process.returncode == 0, doctor.out
    assert doctor.out[0].startswith("From this computer to Physics 9b at 127.0.0.1")
    assert sum(line.startswith("ok ") for line in doctor.out) == 15
    assert doctor.out[-1] == "All is well: every rung holds."
    assert code not in "\n".join(doctor.out), "a table that is shown around must not open the board"
    assert doctor.err == []


async def test_a_fault_is_exit_code_1_with_cause_and_remedy() -> None:
    doctor = await run("doctor", f"http://127.0.0.1:{nobodys_port()}/b/x")
    assert doctor.process.returncode == 1
    text = " ".join(" ".join(doctor.out).split())
    assert "FAILS" in text
    assert "Likely cause: 127.0.0.1 is there, but no program listens" in text
    assert "What to do: Ask whether the board is still shared" in text
    assert "not tried: needs TCP connection" in text
    assert "Not well: TCP connection does not hold. Ask whether" in text


async def test_as_json_it_is_one_object_without_the_code(tmp_path: Path) -> None:
    async with LastingServer(tmp_path) as server, Proxy(server.link.port) as proxy:
        proxy.upgrade = Upgrade.REFUSE
        doctor = await run("doctor", str(server.through(proxy.port, plain=True)), "--json")
        assert server.link.code not in doctor.out[0]
    assert doctor.process.returncode == 1
    (line,) = doctor.out
    said = json.loads(line)
    assert (said["healthy"], said["link"]) == (False, f"http://127.0.0.1:{proxy.port}/b/Board")
    (failed,) = (rung for rung in said["rungs"] if rung["outcome"] == "fails")
    assert (failed["name"], failed["ailment"]) == ("WebSocket upgrade", "upgrade_refused")
    assert failed["cause"]
    assert failed["remedy"]
    assert failed["ms"] >= 0


@pytest.mark.parametrize(
    "arguments", [["physics"], ["http://127.0.0.1/b/x", "--port", "80"], ["--port", "0"], ["--port", "x"]]
)
async def test_what_is_wrong_on_the_command_line_is_one_sentence(arguments: list[str]) -> None:
    doctor = await run("doctor", *arguments)
    assert doctor.process.returncode == 2
    assert len(doctor.err) == 1


def test_advice_is_wrapped_and_strangers_words_are_plain() -> None:
    ill = Result("A rung", Outcome.FAILS, 0.0123, "\x1b[2J", ("> \x07",), "Because " * 30, "Do it.", Ailment.CUT)
    lines = row(ill, 80).splitlines()
    assert lines[0].startswith("FAILS      12 ms  A rung")
    assert all(line.isprintable() and len(line) <= 80 for line in lines)
    assert lines[-1].strip() == "What to do:   Do it."


def test_the_verdict_names_the_first_failure_and_counts_the_rest() -> None:
    ill = Result("A rung", Outcome.FAILS, remedy="Do it.")
    polling = [ill, Result(LAST_RUNG, Outcome.HOLDS)]
    assert verdict(polling) == "The board can be joined, but not all is well: A rung does not hold. Do it."
    assert verdict([Result("x", Outcome.HOLDS), ill, ill]) == "Not well: A rung does not hold (1 more below it). Do it."
