"""The doctor between computers: real processes on real (virtual) networks."""

import asyncio
import contextlib
import json
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.doubles import networks
from tests.doubles.children import kill
from tests.doubles.patience import PATIENCE
from whiteboard.bootstrap import SKIP

ROOT = Path(__file__).resolve().parents[2]

Rooms = dict[str, list[str]]


@pytest.fixture(scope="module")
def rooms() -> Iterator[Rooms]:
    """Computer a has a cable to b and one to c; b and c have no way to each other."""
    missing = networks.lacking()
    if missing:
        pytest.skip(f"no networks of our own here, missing: {missing}")
    with networks.namespaces({"10.78.1": ("a", "b"), "10.78.2": ("a", "c")}) as made:
        yield made


@contextlib.asynccontextmanager
async def serving(room: Sequence[str], data: Path, *arguments: str) -> AsyncIterator[str]:
    """A server in a room; gives its first link."""
    command = [
        *room,
        sys.executable,
        "-m",
        "server",
        "--port",
        "7440",
        "--parent-pipe",
        "--data",
        str(data),
        *arguments,
    ]
    pipe = asyncio.subprocess.PIPE
    server = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, cwd=ROOT)
    try:
        assert server.stdout is not None
        yield (await server.stdout.readline()).decode().rpartition("link=")[2].strip()
    finally:
        assert server.stdin is not None
        server.stdin.close()
        await server.communicate()


async def announced(room: Sequence[str], boards: int) -> None:
    """Wait until so many boards are heard of in a room: a server announces itself only after it has begun to serve."""
    pipe = asyncio.subprocess.PIPE
    command = [*room, sys.executable, "-m", "tests.net.look_around"]
    looker = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, cwd=ROOT)
    assert looker.stdout is not None
    try:
        async with asyncio.timeout(PATIENCE):
            while len(json.loads(await looker.stdout.readline())) < boards:
                pass
    finally:
        kill(looker)
        await looker.communicate()


async def doctor(room: Sequence[str], *arguments: str) -> tuple[int, dict[str, dict[str, Any]]]:
    """Exit code and rungs."""
    environ = ["env", f"{SKIP}=1"]
    command = [*room, *environ, sys.executable, "-m", "whiteboard", "doctor", "--json", *arguments]
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE, cwd=ROOT)
    out, _ = await process.communicate()
    assert process.returncode is not None
    return process.returncode, {rung["name"]: rung for rung in json.loads(out)["rungs"]}


def failures(rungs: dict[str, dict[str, Any]]) -> dict[str, str]:
    return {name: rung["ailment"] for name, rung in rungs.items() if rung["outcome"] == "fails"}


async def test_from_another_computer_every_rung_holds_the_announcement_too(rooms: Rooms, tmp_path: Path) -> None:
    async with serving(rooms["b"], tmp_path, "--board", "Physics 9b") as link:
        assert link.startswith("http://10.78.1.2:")
        await announced(rooms["a"], 1)
        code, rungs = await doctor(rooms["a"], link)
        assert failures(rungs) == {}
        assert code == 0
        assert rungs["Announcement (mDNS)"]["outcome"] == "holds"


async def test_a_server_that_is_not_announced_is_reached_all_the_same(rooms: Rooms, tmp_path: Path) -> None:
    async with serving(rooms["b"], tmp_path, "--board", "Physics 9b", "--no-announce") as link:
        code, rungs = await doctor(rooms["a"], link)
    assert failures(rungs) == {"Announcement (mDNS)": "not_announced"}
    assert code == 1


async def test_a_computer_of_another_network_and_one_that_is_not_there(rooms: Rooms) -> None:
    away, nobody = await asyncio.gather(
        doctor(rooms["b"], "http://10.78.2.2:7440/b/Physics"), doctor(rooms["b"], "http://10.78.1.77:7440/b/Physics")
    )
    assert failures(away[1])["TCP connection"] == "other_network"
    assert "10.78.1.0/24" in away[1]["TCP connection"]["cause"]
    assert failures(nobody[1])["TCP connection"] == "no_route"


async def test_a_black_hole_is_taken_for_a_firewall(rooms: Rooms, tmp_path: Path) -> None:
    """The server's answers are thrown away on its own computer."""
    async with serving(rooms["b"], tmp_path, "--no-announce") as link:
        hole = ["ip", "route", "add", "blackhole", "10.78.1.1/32"]
        await asyncio.to_thread(subprocess.run, [*rooms["b"], *hole], check=True)
        try:
            code, rungs = await doctor(rooms["a"], link)
        finally:
            hole[2] = "del"
            await asyncio.to_thread(subprocess.run, [*rooms["b"], *hole], check=True)
    assert failures(rungs)["TCP connection"] == "filtered"
    assert code == 1


async def test_a_host_checks_itself_and_its_neighbours(rooms: Rooms, tmp_path: Path) -> None:
    async with serving(rooms["a"], tmp_path / "a", "--board", "Physics"), serving(rooms["b"], tmp_path / "b"):
        await announced(rooms["a"], 2)
        _, rungs = await doctor(rooms["a"])
    assert set(failures(rungs)) <= {"Firewall"}, "this machine may have one"
    assert rungs["Reached at its own address"]["detail"] == "answers at 10.78.1.1, 10.78.2.1"
    assert rungs["Client isolation"]["detail"] == "1 of 1 others can be reached"
