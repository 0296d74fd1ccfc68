"""The import contracts and the linter's bans, each tried against a planted fault in a copy of the sources."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
LINT_IMPORTS = ["-c", "from importlinter.cli import lint_imports_command as run; run()"]

# file that gets one line more, the line, and the contract that must break
FORBIDDEN = [
    ("whiteboard/model/__init__.py", "import whiteboard.protocol", "arrows point one way"),
    ("whiteboard/tools/__init__.py", "import whiteboard.sync", "arrows point one way"),
    ("whiteboard/render/__init__.py", "import whiteboard.ui", "arrows point one way"),
    ("whiteboard/ink/__init__.py", "import time", "the core knows no window, socket, clock or chance"),
    ("whiteboard/sync/__init__.py", "import asyncio", "the core knows no window, socket, clock or chance"),
    ("whiteboard/protocol/__init__.py", "import PySide6", "the core knows no window, socket, clock or chance"),
    ("whiteboard/editor/conductor.py", "import random", "the core knows no window, socket, clock or chance"),
    ("whiteboard/net/__init__.py", "import PySide6", "Qt stays in the window's rooms"),
    ("whiteboard/client/__init__.py", "import PySide6", "Qt stays in the window's rooms"),
    ("whiteboard/doctor/__init__.py", "import whiteboard.client", "arrows point one way"),
    ("whiteboard/svg/__init__.py", "import asyncio", "the core knows no window, socket, clock or chance"),
    ("whiteboard/terminal/__init__.py", "import whiteboard.ui.theme", "Qt stays in the window's rooms"),
    ("server/events/__init__.py", "import PySide6", "Qt stays in the window's rooms"),
    ("server/storage/__init__.py", "import socketio", "Socket.IO stays at the two ends of the wire"),
    ("whiteboard/ui/__init__.py", "import socketio", "Socket.IO stays at the two ends of the wire"),
    ("server/events/__init__.py", "import whiteboard.sync", "the server needs only the words and the document"),
    ("server/events/__init__.py", "import numpy", "the server needs only the words and the document"),
    ("whiteboard/files/__init__.py", "import server", "the app never imports the server"),
    ("whiteboard/bootstrap/__init__.py", "import msgspec", "set-up stands on the standard library alone"),
]
ALLOWED = [
    ("server/events/__init__.py", "import whiteboard.protocol, whiteboard.model, whiteboard.bootstrap"),
    ("whiteboard/net/__init__.py", "import socketio"),
    ("whiteboard/ui/__init__.py", "import PySide6, time, whiteboard.files, whiteboard.net, whiteboard.render"),
]
BANNED = [
    "import asyncio\n\nasyncio.create_task(None)",
    "import asyncio\n\nasyncio.ensure_future(None)",
    "from qasync import asyncSlot\n\nprint(asyncSlot)",
    "from qasync import asyncClose\n\nprint(asyncClose)",
    "from time import sleep\n\nsleep(1)",
]


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    for package in ("whiteboard", "server"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def broken_contracts(sources: Path, file: str, line: str) -> list[str]:
    with (sources / file).open("a") as source:
        source.write(f"\n{line}\n")
    command = [sys.executable, *LINT_IMPORTS]
    said = subprocess.run(command, cwd=sources, capture_output=True, text=True, check=False).stdout
    assert "Contracts: " in said, said
    return re.findall(r"^(.+) BROKEN", said, re.MULTILINE)


@pytest.mark.parametrize(("file", "line", "contract"), FORBIDDEN)
def test_a_forbidden_import_breaks_its_contract(sources: Path, file: str, line: str, contract: str) -> None:
    assert contract in broken_contracts(sources, file, line)


@pytest.mark.parametrize(("file", "line"), ALLOWED)
def test_an_import_along_the_arrows_breaks_none(sources: Path, file: str, line: str) -> None:
    assert broken_contracts(sources, file, line) == []


@pytest.mark.parametrize("program", BANNED)
def test_the_linter_bans_tasks_without_an_owner_and_sleep(program: str) -> None:
    command = [sys.executable, "-m", "ruff", "check", "--output-format", "concise", "--stdin-filename", "ui.py", "-"]
    run = subprocess.run(command, cwd=ROOT, input=program, capture_output=True, text=True, check=False)
    assert "TID251" in run.stdout
