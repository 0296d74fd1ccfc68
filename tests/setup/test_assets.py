"""Assets are found in a checkout, and the build puts them where they are found when installed."""

import tomllib
from pathlib import Path

import pytest

from whiteboard import assets

ROOT = Path(__file__).resolve().parent.parent.parent


def test_an_asset_is_found_in_the_checkout() -> None:
    assert assets.path("README.md") == ROOT / "assets" / "README.md"


def test_a_missing_asset_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"no asset icons/nothing\.svg"):
        assets.path("icons", "nothing.svg")


def test_the_wheel_carries_them_beside_the_module_that_finds_them() -> None:
    build = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert build["force-include"] == {"assets": "whiteboard/_assets"}
