"""Discovery between real processes on real (virtual) networks of several computers."""

import asyncio
import contextlib
import json
import sys
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.doubles import networks
from tests.doubles.children import kill
from tests.doubles.patience import PATIENCE
from whiteboard.protocol.fingerprint import is_fingerprint

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def rooms() -> Iterator[dict[str, list[str]]]:
    """Computer a has a cable to b and one to c; nobody has a way to anywhere else."""
    missing = networks.lacking()
    if missing:
        pytest.skip(f"no networks of our own here, missing: {missing}")
    with networks.namespaces({"10.77.1": ("a", "b"), "10.77.2": ("a", "c")}) as made:
        yield made


@contextlib.asynccontextmanager
async def process(*command: str) -> AsyncIterator[asyncio.subprocess.Process]:
    pipe = asyncio.subprocess.PIPE
    child = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, cwd=ROOT)
    try:
        yield child
    finally:
        assert child.stdin is not None
        child.stdin.close()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await child.wait()
        if child.returncode is None:
            kill(child)
            await child.wait()


@contextlib.asynccontextmanager
async def server(room: Sequence[str], data: Path, *arguments: str) -> AsyncIterator[asyncio.subprocess.Process]:
    command = [*room, sys.executable, "-m", "server", "--parent-pipe", "--port", "0", "--data", str(data), *arguments]
    async with process(*command) as child:
        assert child.stdout is not None
        assert (await child.stdout.readline()).startswith(b"READY ")
        yield child


@contextlib.asynccontextmanager
async def looker(room: Sequence[str], *arguments: str) -> AsyncIterator[asyncio.StreamReader]:
    async with process(*room, sys.executable, "-m", "tests.net.look_around", *arguments) as child:
        assert child.stdout is not None
        yield child.stdout


async def list_of(lines: asyncio.StreamReader, names: list[str]) -> list[dict[str, Any]]:
    """The first list with exactly these boards."""
    boards: list[dict[str, Any]] = []
    async with asyncio.timeout(PATIENCE):
        while not boards or [board["name"] for board in boards] != names:
            boards = json.loads(await lines.readline())
            if not boards and not names:
                break
    return boards


async def test_boards_are_found_by_an_address_of_the_own_network(rooms: dict[str, list[str]], tmp_path: Path) -> None:
    async with (
        server(rooms["a"], tmp_path, "--board", "Größe & 黒板"),
        looker(rooms["b"]) as near_b,
        looker(rooms["c"]) as near_c,
    ):
        (from_b,) = await list_of(near_b, ["Größe & 黒板"])
        (from_c,) = await list_of(near_c, ["Größe & 黒板"])
    assert from_b["link"].startswith("http://10.77.1.1:")
    assert from_c["link"].startswith("http://10.77.2.1:")
    link, _, fragment = from_b["link"].partition("#")
    assert link.endswith("/b/Gr%C3%B6%C3%9Fe%20%26%20%E9%BB%92%E6%9D%BF")
    assert is_fingerprint(fragment.removeprefix(".")), "announced, and no code"


async def test_a_computer_with_two_networks_sees_the_boards_of_both(
    rooms: dict[str, list[str]], tmp_path: Path
) -> None:
    async with (
        looker(rooms["a"]) as near_a,
        server(rooms["b"], tmp_path / "b", "--board", "Biology"),
        server(rooms["c"], tmp_path / "c", "--board", "Chemistry", "--open"),
    ):
        boards = await list_of(near_a, ["Biology", "Chemistry"])
    assert [board["open"] for board in boards] == [False, True]
    assert boards[0]["link"].startswith("http://10.77.1.2:")
    assert boards[1]["link"].startswith("http://10.77.2.2:")


async def test_a_board_that_is_closed_is_off_the_list_at_once(rooms: dict[str, list[str]], tmp_path: Path) -> None:
    async with looker(rooms["a"], "once") as near_a:
        async with server(rooms["b"], tmp_path, "--board", "Short"):
            await list_of(near_a, ["Short"])
        assert await list_of(near_a, []) == []
