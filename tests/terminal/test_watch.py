"""`whiteboard watch`, as somebody in a terminal sees it."""

import json
import re
import signal
from pathlib import Path

import pytest

from tests.doubles.lasting_server import LastingServer
from tests.doubles.patience import until
from tests.doubles.person import Person
from tests.doubles.proxy import Proxy, Upgrade
from tests.doubles.wire import ScriptedServer
from whiteboard.protocol.messages import Profile, Refused
from whiteboard.protocol.refusal import Refusal

from .command import run, started


async def test_every_event_is_a_readable_line_and_ctrl_c_gives_a_summary(tmp_path: Path) -> None:
    ann = Person("Ann")
    async with LastingServer(tmp_path, "Physics 9b") as server, started("watch", str(server.link)) as watch:
        assert await watch.said("Physics 9b") == "Physics 9b: still empty; nobody else is there."
        assert "by WebSocket" in await watch.said("Connected")
        async with ann.on_board(server.link) as session:
            await ann.arrive()
            await watch.said("Ann joined")
            ann.editor.set_color("#e03131")
            ann.pen_down(0, 0)
            ann.pen_to(40, 40)
            await watch.said("Ann is drawing in red")
            ann.pen_up(50, 20)
            line = await watch.said("Ann drew")
            assert re.fullmatch(r"\d\d:\d\d:\d\d  Ann drew a stroke of \d+ points in red", line)
            ann.editor.undo()
            await watch.said("Ann erased a stroke")
            session.introduce(Profile(name="Anna", color="#e03131"))
            await watch.said("Ann is now called Anna")
        await watch.said("Anna left")
        watch.process.send_signal(signal.SIGINT)
        assert await watch.ended() == 0
    assert re.fullmatch(
        r"Watched for \d+ s and met 1 person: 1 drawn, 1 erased\. The board now has 0 elements\.", watch.out[-1]
    )
    assert watch.err == []


async def test_as_json_every_line_is_an_object(tmp_path: Path) -> None:
    ann = Person("Ann")
    async with LastingServer(tmp_path, "Größe") as server, ann.on_board(server.link):
        await ann.arrive()
        async with started("watch", str(server.link), "--json") as watch:
            await watch.said('"arrived"')
            id = ann.draw()
            await watch.said('"drew"')
            watch.process.send_signal(signal.SIGTERM)
            assert await watch.ended() == 0
    events = [json.loads(line) for line in watch.out]
    assert (events[0]["event"], events[0]["name"], events[0]["people"]) == ("board", "Größe", ["Ann"])
    assert (events[1]["event"], events[1]["transport"]) == ("arrived", "websocket")
    (drew,) = (event for event in events if event["event"] == "drew")
    assert (drew["who"]["name"], drew["elements"][0]["id"]) == ("Ann", id)
    assert drew["elements"][0]["points"] > 1
    assert (events[-1]["event"], events[-1]["drawn"], events[-1]["people"]) == ("summary", 1, 1)
    assert all(event["at"] > 1.7e9 for event in events)


async def test_long_polling_is_complete_and_shown_as_such(tmp_path: Path) -> None:
    ann = Person("Ann")
    async with LastingServer(tmp_path) as server, Proxy(server.link.port) as proxy, ann.on_board(server.link):
        await ann.arrive()
        proxy.upgrade = Upgrade.REFUSE
        async with started("watch", str(server.through(proxy.port, plain=True))) as watch:
            assert "long-polling" in await watch.said("Connected")
            for _ in range(20):
                ann.draw()
            for _ in range(20):
                await watch.said("Ann drew a stroke")
            watch.process.send_signal(signal.SIGINT)
            assert await watch.ended() == 0
    assert "20 drawn" in watch.out[-1]


async def test_it_says_when_the_connection_is_lost_and_when_it_is_back(tmp_path: Path) -> None:
    async with LastingServer(tmp_path) as server, started("watch", str(server.link)) as watch:
        await watch.said("Connected")
        await server.kill()
        await watch.said("The connection to 127.0.0.1 was lost.")
        await server.start()
        await watch.said("on the board, by WebSocket")
        watch.process.send_signal(signal.SIGINT)
        assert await watch.ended() == 0
    assert "1 lost connection" in watch.out[-1]


async def test_after_the_given_seconds_it_ends_by_itself(tmp_path: Path) -> None:
    async with LastingServer(tmp_path) as server:
        watch = await run("watch", str(server.link), "--seconds", "0.2")
    assert watch.process.returncode == 0
    assert "nothing was drawn" in watch.out[-1]


async def test_no_way_onto_the_board_is_one_sentence_and_exit_code_1(tmp_path: Path) -> None:
    async with LastingServer(tmp_path) as server:
        wrong = await run("watch", str(server.link).partition("#")[0] + "#0000-0000")
    gone = await run("watch", str(server.link))
    assert (wrong.process.returncode, gone.process.returncode) == (1, 1)
    assert len(wrong.err) == len(gone.err) == 1
    assert "code" in wrong.err[0]
    assert "No board is shared" in gone.err[0]


async def test_as_json_a_refusal_has_its_code() -> None:
    async with ScriptedServer(lambda hello: [Refused(code=Refusal.TOO_OLD)]) as server:
        watch = await run("watch", str(server.link), "--json")
    assert json.loads(watch.out[-1])["code"] == "too_old"
    assert watch.process.returncode == 1


async def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    ann = Person("Ann")
    async with LastingServer(tmp_path) as server, started("watch", str(server.link)) as watch:
        await watch.said("Connected")
        transport = watch.process._transport.get_pipe_transport(1)  # type: ignore[attr-defined]
        transport.close()
        async with ann.on_board(server.link):
            await until(lambda: watch.process.returncode is not None)
        assert await watch.ended() == 0
    assert watch.err == []


@pytest.mark.parametrize("arguments", [["watch"], ["watch", "physics"], ["watch", "http://h/b/x", "--seconds", "-1"]])
async def test_what_is_wrong_on_the_command_line_is_one_sentence(arguments: list[str]) -> None:
    command = await run(*arguments)
    assert command.process.returncode == 2
    assert len(command.err) == 1
    assert command.err[0].startswith("whiteboard watch: ")


@pytest.mark.parametrize("name", ["watch", "draw", "doctor"])
async def test_every_command_explains_itself_without_a_screen(name: str) -> None:
    command = await run(name, "--help")
    assert command.process.returncode == 0
    assert "exit code" in "\n".join(command.out)
    assert all(len(line) <= 110 for line in command.out)
