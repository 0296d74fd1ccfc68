"""The page's modules: checked by TypeScript, tried under node, and in step with the Python side."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from . import vectors

HERE = Path(__file__).parent
FOREIGN = HERE.parent / "foreign"
TSC = FOREIGN / "node_modules" / ".bin" / "tsc"
PRETTIER = TSC.with_name("prettier")
PAGE = HERE.parent.parent / "server" / "web" / "page"


def call(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_vectors_are_what_python_says() -> None:
    assert vectors.FILE.read_text(encoding="utf-8") == vectors.text(), "once: python3 -m tests.web.vectors"


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
