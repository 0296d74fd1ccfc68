"""The locked requirements are in step with pyproject.toml, and say nothing about where packages come from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from whiteboard.bootstrap import dependencies

ROOT = Path(__file__).resolve().parent.parent.parent
PARTS = ("server", "whiteboard", "tests")
STATED = tomllib.loads((ROOT / "pyproject.toml").read_text())


def entries(part: str) -> list[tuple[Requirement, list[str]]]:
    """Each requirement of a lock with its hashes."""
    lines = (ROOT / part / "requirements.txt").read_text().replace("\\\n", " ").splitlines()
    found = []
    for line in lines:
        if line and not line.startswith("#"):
            requirement, *hashes = line.split("--hash=")
            found.append((Requirement(requirement), [text.strip() for text in hashes]))
    return found


def pins(part: str) -> dict[tuple[str, str], str | None]:
    """Name and version of each requirement, and the systems that it is for; None for all."""
    return {
        (canonicalize_name(pin.name), str(pin.specifier)): str(pin.marker) if pin.marker else None
        for pin, _ in entries(part)
    }


@pytest.mark.parametrize("part", PARTS)
def test_every_requirement_is_pinned_with_hashes(part: str) -> None:
    assert entries(part)
    for requirement, hashes in entries(part):
        assert re.fullmatch(r"==[0-9][0-9A-Za-z.]*", str(requirement.specifier)), requirement
        assert hashes, requirement
        assert all(re.fullmatch("sha256:[0-9a-f]{64}", text) for text in hashes), requirement


@pytest.mark.parametrize("part", PARTS)
def test_every_dependency_is_locked_within_its_bounds(part: str) -> None:
    for text in dependencies.wanted(part, ROOT):
        stated = Requirement(text)
        locked = [version for name, version in pins(part) if name == canonicalize_name(stated.name)]
        assert locked, f"{part} does not lock {stated}"
        assert all(stated.specifier.contains(version.removeprefix("==")) for version in locked), (locked, text)


@pytest.mark.parametrize("part", PARTS)
def test_locks_hold_no_address(part: str) -> None:
    text = (ROOT / part / "requirements.txt").read_text()
    assert not re.search(r"://|--index|--extra|--find|--trusted|@ ", text)


@pytest.mark.parametrize(("small", "large"), [("server", "whiteboard"), ("whiteboard", "tests")])
def test_a_larger_lock_contains_the_smaller_one(small: str, large: str) -> None:
    """All parts share one .venv, and the larger one's stamp counts for the smaller one."""
    assert pins(small).keys() <= pins(large).keys()
    assert all(pins(large)[pin] in (None, systems) for pin, systems in pins(small).items())


def test_the_server_pulls_no_qt() -> None:
    assert not [name for name, _ in pins("server") if re.search("pyside|shiboken|qt|qasync|numpy", name)]


def test_the_app_states_the_servers_dependencies_in_the_same_words() -> None:
    app = STATED["project"]["dependencies"]
    assert set(STATED["dependency-groups"]["server"]) <= set(app)


def test_pyside_stays_below_the_release_that_crashes_on_python_3_11() -> None:
    (qt,) = (Requirement(text) for text in STATED["project"]["dependencies"] if text.startswith("PySide6"))
    assert not qt.specifier.contains("6.12.0")


@pytest.mark.parametrize(
    ("requirement", "version", "allowed"),
    [
        ("a>=6.8,<6.12", "6.11.3", True),
        ("a>=6.8,<6.12", "6.12.0", False),
        ("a>=6.8,<6.12", "6.7.9", False),
        ("a>=4.13.2,<5", "4.15.1", True),
        ("a>=4.13.2,<5", "5.0.0", False),
        ("a>=2,<3", "2.0rc1", True),
        ("a>=2,<3", None, False),
    ],
)
def test_an_interpreter_counts_as_ready_only_within_the_bounds(
    requirement: str, version: str | None, allowed: bool
) -> None:
    assert dependencies.allows(requirement, lambda name: version) is allowed


def test_set_up_understands_every_dependency_that_is_stated() -> None:
    """It reads only `name>=low,<high`; anything else would be taken for fulfilled."""
    for part in PARTS:
        for text in dependencies.wanted(part, ROOT):
            assert re.fullmatch(r"[A-Za-z0-9._-]+>=[0-9.]+,<[0-9.]+", text), text
