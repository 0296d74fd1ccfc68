"""What the start commands do on a fresh machine, told to a machine that only keeps the record."""

import re
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.doubles.patience import PATIENCE
from tests.setup.doubles import ALL_LIBRARIES, Became, ToldMachine
from whiteboard import bootstrap
from whiteboard.bootstrap.machine import Machine
from whiteboard.bootstrap.venv import Venv

PYPROJECT = """\
[project]
dependencies = ["surely-nobody-has-this>=1,<2"]
[dependency-groups]
server = ["surely-nobody-has-this>=1,<2"]
tests = []
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text(PYPROJECT)
    for part in ("whiteboard", "server", "tests"):
        (tmp_path / part).mkdir()
        (tmp_path / part / "requirements.txt").write_text(f"# {part}\n")
    return tmp_path


@pytest.fixture
def machine(checkout: Path) -> ToldMachine:
    return ToldMachine(checkout)


def start(part: str, machine: ToldMachine) -> tuple[str, str, dict[str, str]]:
    """Set up and return what the process went on as."""
    with pytest.raises(Became) as became:
        bootstrap.prepare(part, part, machine, machine.root)
    python, module, extra = became.value.args
    return python, module, extra


def refusal(part: str, machine: ToldMachine) -> str:
    """Try to set up and return the sentence that the person reads."""
    with pytest.raises(SystemExit) as left:
        bootstrap.prepare(part, part, machine, machine.root)
    assert left.value.code == 1
    return machine.said[-1]


def test_a_bare_debian_gets_everything_and_the_app_starts_in_the_venv(machine: ToldMachine) -> None:
    python, module, extra = start("whiteboard", machine)

    assert (python, module) == (str(machine.root / ".venv" / "bin" / "python"), "whiteboard")
    assert extra == {bootstrap.DONE: "whiteboard"}
    (apt,) = machine.apt_installs()
    assert {"python3-venv", "libxcb-cursor0", "libegl1"} <= set(apt)
    (pip,) = machine.pip_installs()
    assert "--require-hashes" in pip
    assert pip[pip.index("--only-binary") + 1] == ":all:"
    assert pip[pip.index("-r") + 1] == str(machine.root / "whiteboard" / "requirements.txt")


def test_a_second_start_installs_nothing(machine: ToldMachine) -> None:
    start("whiteboard", machine)
    machine.ran.clear()
    machine.said.clear()

    start("whiteboard", machine)

    assert machine.ran == []
    assert machine.said == []


def test_the_interpreter_of_the_venv_goes_straight_on(machine: ToldMachine) -> None:
    _, _, extra = start("whiteboard", machine)
    machine.environ.update(extra)
    machine.ran.clear()

    bootstrap.prepare("whiteboard", "whiteboard", machine, machine.root)

    assert machine.ran == []
    assert bootstrap.DONE not in machine.environ, "a child of this process sets up for itself"


def test_the_server_needs_neither_a_screen_nor_a_qt_library(machine: ToldMachine) -> None:
    machine.environ.clear()

    start("server", machine)

    (apt,) = machine.apt_installs()
    assert [word for word in apt if word.startswith(("lib", "python"))] == ["python3-venv"]


def test_tests_need_no_screen_and_no_x11_library(machine: ToldMachine) -> None:
    machine.environ.clear()

    start("tests", machine)

    (apt,) = machine.apt_installs()
    assert "libegl1" in apt
    assert "libxcb-cursor0" not in apt


def test_a_second_part_is_added_without_losing_the_first(machine: ToldMachine) -> None:
    start("server", machine)
    start("whiteboard", machine)
    machine.ran.clear()

    start("server", machine)

    assert machine.ran == []


def test_the_server_starts_at_once_where_the_app_was_set_up(machine: ToldMachine) -> None:
    start("whiteboard", machine)
    machine.ran.clear()

    start("server", machine)

    assert machine.ran == []


def test_changed_requirements_are_installed_on_the_next_start(machine: ToldMachine) -> None:
    start("server", machine)
    (machine.root / "server" / "requirements.txt").write_text("# a newer lock\n")
    machine.ran.clear()

    start("server", machine)

    assert len(machine.pip_installs()) == 1
    assert not any(line[1:3] == ["-m", "venv"] for line in machine.ran), "the venv itself is kept"


def test_a_venv_of_a_python_that_is_gone_is_made_anew(machine: ToldMachine) -> None:
    start("server", machine)
    (machine.root / ".venv" / "left-over").mkdir()
    machine.python = (3, 13)
    machine.fails = lambda line: "sys.version_info" in line[-1]  # .venv/bin/python is another Python now

    start("server", machine)

    assert "version = 3.13" in (machine.root / ".venv" / "pyvenv.cfg").read_text()
    assert not (machine.root / ".venv" / "left-over").exists()


def test_a_venv_of_another_python_that_still_runs_is_used(machine: ToldMachine) -> None:
    start("server", machine)
    machine.python = (3, 13)
    machine.ran.clear()

    start("server", machine)

    assert not machine.pip_installs()


def test_a_failed_download_leaves_no_stamp(machine: ToldMachine) -> None:
    machine.fails = lambda line: line[1:4] == ["-m", "pip", "install"]

    assert "package index" in refusal("server", machine)
    assert not Venv(machine.root, machine).is_ready("server")


def test_without_root_and_terminal_the_exact_line_is_named(machine: ToldMachine) -> None:
    machine.root_rights = False
    machine.libraries = ALL_LIBRARIES - {"libxcb-cursor.so.0"}

    said = refusal("whiteboard", machine)

    assert "apt-get install -y libxcb-cursor0 python3-venv" in said
    assert machine.ran == []


def test_on_a_terminal_sudo_is_asked_for(machine: ToldMachine) -> None:
    machine.root_rights, machine.terminal = False, True
    machine.programs["sudo"] = "/usr/bin/sudo"

    start("server", machine)

    assert "sudo apt-get install -y python3-venv" in machine.text
    assert machine.apt_installs()[0][0] == "sudo"


def test_a_person_who_says_no_to_sudo_is_left_alone(machine: ToldMachine) -> None:
    machine.root_rights, machine.terminal, machine.answer = False, True, False
    machine.programs["sudo"] = "/usr/bin/sudo"

    assert "sudo apt-get install -y python3-venv" in refusal("server", machine)
    assert machine.ran == []


def test_a_new_system_without_package_lists_gets_them_first(machine: ToldMachine) -> None:
    machine.fails = lambda line: "install" in line and not any("update" in earlier for earlier in machine.ran)

    start("server", machine)

    assert [line[-1] for line in machine.ran[:3]] == ["python3-venv", "update", "python3-venv"]
    assert "--simulate" in machine.ran[0], "nobody likes to see errors that are none"


def test_a_stale_package_list_is_renewed(machine: ToldMachine) -> None:
    machine.fails = lambda line: "-y" in line and not any("update" in earlier for earlier in machine.ran)

    start("server", machine)

    assert len(machine.apt_installs()) == 2


def test_packages_that_cannot_be_installed_are_named(machine: ToldMachine) -> None:
    machine.fails = lambda line: "apt-get" in line

    assert "apt-get install -y python3-venv" in refusal("server", machine)


def test_a_python_that_apt_knows_nothing_of_is_named(machine: ToldMachine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "has_module", lambda name: False)

    assert "/usr/bin/python3 has no ensurepip" in refusal("server", machine)
    assert "python3.11-venv" in machine.text


def test_a_library_that_apt_does_not_bring_is_named(machine: ToldMachine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "has_library", lambda soname: soname != "libEGL.so.1")

    assert "still missing: libEGL.so.1" in refusal("whiteboard", machine)


def test_fedora_is_told_the_sonames_that_dnf_understands(machine: ToldMachine) -> None:
    machine.programs = {"dnf": "/usr/bin/dnf"}
    machine.modules = {"ensurepip"}
    machine.libraries = ALL_LIBRARIES - {"libxcb-cursor.so.0"}

    assert "sudo dnf install 'libxcb-cursor.so.0()(64bit)'" in refusal("whiteboard", machine)


@pytest.mark.parametrize(
    ("system", "prepare", "expected"),
    [
        ("darwin", {}, "brew install python@3.13"),
        ("win32", {}, "winget install Python.Python.3.13"),
        ("linux", {"apt-get": "/usr/bin/apt-get"}, "sudo apt-get install -y python3.14 python3.14-venv"),
        ("linux", {}, "Debian 12"),
    ],
)
def test_an_old_python_is_told_what_to_install(
    machine: ToldMachine, system: str, prepare: dict[str, str], expected: str
) -> None:
    machine.system, machine.python, machine.programs = system, (3, 9), prepare

    said = refusal("tests", machine)

    assert "Python 3.11 or newer is needed; /usr/bin/python3 is 3.9." in said
    assert expected in said


def test_an_old_python_goes_on_as_a_newer_one_from_path(machine: ToldMachine) -> None:
    machine.python = (3, 9)
    machine.programs["python3.12"] = "/opt/bin/python3.12"

    assert start("whiteboard", machine) == ("/opt/bin/python3.12", "whiteboard", {})


def test_a_stand_in_on_path_that_does_not_run_is_passed_over(machine: ToldMachine) -> None:
    machine.python = (3, 9)
    machine.programs["python3.13"] = "/shims/python3.13"
    machine.programs["python3.12"] = "/opt/bin/python3.12"
    machine.fails = lambda line: line[0] == "/shims/python3.13"

    assert start("whiteboard", machine)[0] == "/opt/bin/python3.12"


def test_without_a_screen_the_app_says_so_before_it_installs_anything(machine: ToldMachine) -> None:
    machine.environ.clear()

    said = refusal("whiteboard", machine)

    assert "neither DISPLAY nor WAYLAND_DISPLAY" in said
    assert "python3 -m server" in said
    assert machine.ran == []


@pytest.mark.parametrize("word", ["--help", "-h", "--version"])
def test_without_a_screen_help_and_version_are_still_answered(machine: ToldMachine, word: str) -> None:
    machine.environ.clear()
    machine.arguments = ["whiteboard", word]

    assert start("whiteboard", machine)[1] == "whiteboard"


def test_wayland_asks_for_its_own_libraries_too(machine: ToldMachine) -> None:
    machine.environ = {"WAYLAND_DISPLAY": "wayland-0"}

    start("whiteboard", machine)

    assert "libwayland-client0" in machine.apt_installs()[0]


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_other_systems_need_no_system_packages(machine: ToldMachine, system: str) -> None:
    machine.system, machine.modules, machine.programs = system, {"ensurepip"}, {}
    machine.environ.clear()

    python, _, _ = start("whiteboard", machine)

    assert python.endswith("Scripts/python.exe" if system == "win32" else "bin/python")


def test_installed_as_a_package_nothing_is_done(machine: ToldMachine) -> None:
    for lock in machine.root.glob("*/requirements.txt"):
        lock.unlink()
    machine.libraries = set(ALL_LIBRARIES)

    bootstrap.prepare("whiteboard", "whiteboard", machine, machine.root)

    assert machine.ran == []
    assert not (machine.root / ".venv").exists()


def test_an_interpreter_that_has_everything_is_used_as_it_is(machine: ToldMachine) -> None:
    (machine.root / "pyproject.toml").write_text(PYPROJECT.replace("surely-nobody-has-this>=1,<2", "pytest>=1,<100"))
    machine.libraries = set(ALL_LIBRARIES)

    bootstrap.prepare("whiteboard", "whiteboard", machine, machine.root)

    assert machine.ran == []
    assert not (machine.root / ".venv").exists()


def test_people_with_a_way_of_their_own_can_switch_set_up_off(machine: ToldMachine) -> None:
    machine.environ[bootstrap.SKIP] = "1"

    bootstrap.prepare("whiteboard", "whiteboard", machine, machine.root)

    assert machine.ran == []


def test_a_checkout_that_cannot_be_written_is_named(machine: ToldMachine) -> None:
    (machine.root / ".venv").write_text("a file where the folder should be")

    assert str(machine.root / ".venv") in refusal("server", machine)


def test_two_starts_at_once_install_once(machine: ToldMachine, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other start finishes between our first look and our turn in the lock."""
    other = ToldMachine(machine.root)
    own_locked: Callable[..., object] = Venv.locked

    def locked_late(venv: Venv) -> object:
        monkeypatch.setattr(Venv, "locked", own_locked)
        start("server", other)
        return own_locked(venv)

    monkeypatch.setattr(Venv, "locked", locked_late)
    start("server", machine)

    assert len(other.pip_installs()) == 1
    assert machine.pip_installs() == []


def test_the_lock_keeps_a_second_start_out_until_the_first_is_done(machine: ToldMachine) -> None:
    first, second = Venv(machine.root, machine), Venv(machine.root, machine)
    order: list[str] = []

    def wait_in_line() -> None:
        with second.locked():
            order.append("second")

    other = threading.Thread(target=wait_in_line)
    with first.locked():
        other.start()
        while "waiting" not in machine.text:
            assert other.is_alive(), "it went past the lock"
        order.append("first")
    other.join(PATIENCE)

    assert order == ["first", "second"]


def test_progress_never_goes_to_standard_output(capfd: pytest.CaptureFixture[str]) -> None:
    """A server's READY line and a bench's JSON stand there alone."""
    machine = Machine()
    machine.say("hello")
    assert machine.run(["echo", "a package manager speaking"]) == 0

    out, err = capfd.readouterr()
    assert out == ""
    assert re.search("hello\n.*speaking", err)
