"""The page's modules: checked by TypeScript, tried under node, and in step with the Python side."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from . import vectors

HERE = Path(__file__).parent
FOREIGN = HERE.parent / "foreign"
TSC = FOREIGN / "node_modules" / ".bin" / "tsc"
PRETTIER = TSC.with_name("prettier")
PAGE = HERE.parent.parent / "server" / "web" / "page"


def call(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_vectors_are_what_python_says() -> None:
    kept, now = json.loads(vectors.FILE.read_text(encoding="utf-8")), json.loads(vectors.text())
    assert kept.keys() == now.keys()
    for name in now:
        near = vectors.NEARLY if name == "wet" else vectors.NEAR
        assert alike(kept[name], now[name], near), f"{name} changed: teach the page, then python3 -m tests.web.vectors"


def alike(a: Any, b: Any, near: float) -> bool:
    """Whether two values of JSON are equal but for the last bits of their numbers."""
    match a, b:
        case float() | int(), float() | int():
            return abs(a - b) <= near
        case list(), list():
            return len(a) == len(b) and all(alike(x, y, near) for x, y in zip(a, b, strict=True))
        case dict(), dict():
            return a.keys() == b.keys() and all(alike(a[key], b[key], near) for key in a)
        case _:
            return bool(a == b)


def test_numbers_that_differ_are_not_alike() -> None:
    assert alike({"a": [1.0, "x", None]}, {"a": [1.0 + 1e-9, "x", None]}, vectors.NEAR)
    assert not alike({"a": [1.0]}, {"a": [1.00001]}, vectors.NEAR)
    assert not alike([1.0, 2.0], [1.0], vectors.NEAR)
    assert not alike({"a": 1}, {"b": 1}, vectors.NEAR)


def test_javascript_says_the_same_and_keeps_the_same_rules() -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("no JavaScript here, missing: node")
    release = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    if int(release.removeprefix("v").partition(".")[0]) < 20:
        pytest.skip(f"node {release.strip()} is too old, 20 is needed")
    call(node, "--test", *sorted(str(file) for file in (HERE / "js").glob("*.test.js")))


def test_the_page_is_formatted() -> None:
    if shutil.which("node") is None or not PRETTIER.exists():
        pytest.skip("no Prettier here; once: npm ci --prefix tests/foreign")
    config = str(HERE / "prettier.json")
    call(str(PRETTIER), "--config", config, "--check", str(PAGE / "**" / "*.js"), str(HERE / "js" / "*.js"))


def test_every_type_of_the_page_fits() -> None:
    if shutil.which("node") is None or not TSC.exists():
        pytest.skip("no TypeScript here; once: npm ci --prefix tests/foreign")
    call(str(TSC), "--project", str(HERE / "tsconfig.json"))
