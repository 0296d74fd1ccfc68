"""The doctor without a link: can others reach a board that is shared from here?"""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.doubles.lasting_server import LastingServer
from tests.doubles.patience import PATIENCE
from tests.doubles.services import nobodys_port, say_nothing, service
from whiteboard.doctor import examination
from whiteboard.doctor.advice import Ailment
from whiteboard.doctor.finding import Outcome, Result
from whiteboard.doctor.firewall import System
from whiteboard.doctor.ladders import FOR_A_HOST
from whiteboard.doctor.patient import Surroundings
from whiteboard.doctor.rungs import host
from whiteboard.net import discovery
from whiteboard.net.addresses import LocalAddress
from whiteboard.net.sightings import Seen, Sighting

PATIENT = 20.0
"""As patient the doctor is here: a busy machine is not to be taken for a fault."""


class ToldSystem(System):
    """A system of which only so much is known."""

    def __init__(
        self, platform: str = "linux", files: dict[str, str] | None = None, programs: dict[str, str] | None = None
    ):
        self.platform = platform
        self.files = files or {}
        self.programs = programs or {}

    def read(self, path: str) -> str | None:
        return self.files.get(path)

    def ask(self, *command: str) -> str | None:
        return self.programs.get(" ".join(command))


def seen(board: str, address: str, port: int) -> Seen:
    return Seen(f"{board} 1234._whiteboard._tcp.local.", board, "", False, port, (address,))


async def examined(
    port: int,
    *sightings: Sighting,
    mine: tuple[str, ...] = ("127.0.0.1",),
    system: System | None = None,
) -> dict[str, Result]:
    async def listen(report: Callable[[Sighting], None]) -> None:
        for sighting in sightings:
            report(sighting)
        await asyncio.Event().wait()

    addresses = [LocalAddress(text, 24, "eth0") for text in mine]
    around = Surroundings(lambda: addresses, listen, 0.05, patience=PATIENT, system=system or ToldSystem())
    results = {result.name: result async for result in examination.of_host(port, around)}
    assert list(results) == [rung.name for rung in FOR_A_HOST]
    return results


def failures(results: dict[str, Result]) -> dict[str, Ailment | None]:
    return {name: result.ailment for name, result in results.items() if result.outcome is Outcome.FAILS}


async def test_a_host_that_all_can_reach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discovery, "KNOCK_SECONDS", PATIENCE)
    async with LastingServer(tmp_path / "mine") as server, LastingServer(tmp_path / "other") as other:
        port = server.link.port
        # the other computer is played by another address of this one
        elsewhere = seen("Art", "::ffff:127.0.0.1", other.link.port)
        results = await examined(port, seen("Physics", "127.0.0.1", port), elsewhere)
    assert failures(results) == {}
    assert results["Reached at its own address"].detail == "answers at 127.0.0.1"


async def test_no_board_is_shared() -> None:
    results = await examined(nobodys_port())
    assert failures(results) == {"Server on this computer": Ailment.NO_SERVER_HERE}
    assert results["Reached at its own address"].outcome is Outcome.UNTRIED


async def test_a_server_for_this_computer_alone(tmp_path: Path) -> None:
    async with LastingServer(tmp_path) as server:
        port = server.link.port
        results = await examined(port, seen("Physics", "127.0.0.2", port), mine=("127.0.0.2",))
    assert failures(results) == {"Reached at its own address": Ailment.FOR_ITSELF_ALONE}
    assert "--host" in results["Reached at its own address"].remedy


async def test_an_own_announcement_that_is_not_heard(tmp_path: Path) -> None:
    async with LastingServer(tmp_path) as server:
        results = await examined(server.link.port)
    assert failures(results) == {"Announcements (mDNS)": Ailment.NOT_HEARD}


async def test_no_network() -> None:
    assert failures(await examined(nobodys_port(), mine=()))["Addresses of this computer"] is Ailment.NO_NETWORK


async def test_others_are_heard_but_not_reached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host, "OTHER_SECONDS", 0.5 / PATIENT)
    async with LastingServer(tmp_path) as server, service(say_nothing) as silent:
        port = server.link.port
        others = [seen(f"Art {n}", f"127.0.0.{n}", silent) for n in (7, 8)]
        results = await examined(port, seen("Physics", "127.0.0.1", port), *others)
    assert failures(results) == {"Client isolation": Ailment.ISOLATED}
    assert "client isolation" in results["Client isolation"].remedy


UFW = {"/etc/ufw/ufw.conf": "# on\nENABLED=yes\nLOGLEVEL=low\n"}
RULES = "### tuple ### allow tcp 7440 0.0.0.0/0 any 0.0.0.0/0 in\n"


@pytest.mark.parametrize(
    ("system", "words"),
    [
        (ToldSystem(files=UFW), "sudo ufw allow 7440/tcp"),
        (ToldSystem(files=UFW | {"/etc/ufw/user.rules": RULES}), ""),
        (ToldSystem(files={"/etc/ufw/ufw.conf": "ENABLED=no"}), ""),
        (ToldSystem(programs={"firewall-cmd --state": "running\n"}), "firewall-cmd --add-port=7440/tcp"),
        (
            ToldSystem(
                programs={"firewall-cmd --state": "running\n", "firewall-cmd --query-port=7440/tcp": "yes\n"},
            ),
            "",
        ),
        (ToldSystem(programs={"firewall-cmd --state": "not running\n"}), ""),
        (
            ToldSystem("win32", programs={"netsh advfirewall show currentprofile state": "State      ON\nOk.\n"}),
            "private networks",
        ),
        (ToldSystem("win32", programs={"netsh advfirewall show currentprofile state": "State      OFF\nOk.\n"}), ""),
        (
            ToldSystem(
                "darwin",
                programs={"/usr/libexec/ApplicationFirewall/socketfilterfw --getglobalstate": "Firewall is enabled."},
            ),
            "System Settings",
        ),
        (ToldSystem("plan9"), ""),
    ],
)
async def test_a_firewall_that_is_on_is_named_with_its_remedy(system: System, words: str) -> None:
    result = (await examined(7440, mine=(), system=system))["Firewall"]
    assert (result.outcome is Outcome.FAILS) == bool(words)
    assert words in result.remedy


def test_the_real_system_is_asked_without_harm() -> None:
    system = System()
    assert system.read("/nothing/here") is None
    assert system.ask("no-such-program-here") is None
