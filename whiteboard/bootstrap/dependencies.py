"""Whether the running interpreter has a part's dependencies already, in versions that pyproject.toml allows."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

_REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)(.*)")
_BOUND = re.compile(r"(>=|<)([0-9.]+)")


def found(part: str, root: Path) -> bool:
    """True if every direct dependency of the part is installed here. Needs Python 3.11."""
    return all(allows(requirement, _installed) for requirement in wanted(part, root))


def wanted(part: str, root: Path) -> list[str]:
    """The part's direct dependencies as pyproject.toml states them: `name>=low,<high`."""
    import tomllib  # Python 3.11; this module must be importable before that is known

    with (root / "pyproject.toml").open("rb") as file:
        stated = tomllib.load(file)
    app: list[str] = stated["project"]["dependencies"]
    groups = stated["dependency-groups"]
    if part == "server":
        return list(groups["server"])
    return app + list(groups["tests"]) if part == "tests" else app


def allows(requirement: str, version_of: Callable[[str], str | None]) -> bool:
    """True if the version that `version_of(name)` tells lies within the requirement's bounds."""
    match = _REQUIREMENT.match(requirement)
    version = version_of(match.group(1)) if match else None
    if match is None or version is None:
        return False
    have = _numbers(version)
    return all(
        have >= _numbers(bound) if sign == ">=" else have < _numbers(bound)
        for sign, bound in _BOUND.findall(match.group(2))
    )


def _numbers(version: str) -> tuple[int, ...]:
    """`6.11.3` -> (6, 11, 3), without trailing zeros so that 4.0 equals 4; a suffix such as rc1 is left out."""
    numbers = [int(number) for number in re.findall(r"\d+", re.split(r"[^0-9.]", version)[0])]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def _installed(name: str) -> str | None:
    from importlib import metadata  # slow to import, and not needed where .venv is running

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
