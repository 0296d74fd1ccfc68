"""The files that any `python3` may read first, and the words about them in README and CI."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
FIRST_READ = [
    "whiteboard/__init__.py",
    "whiteboard/__main__.py",
    "server/__init__.py",
    "server/__main__.py",
    "tests/__init__.py",
    "tests/__main__.py",
    "tests/bench/__init__.py",
    *sorted(str(path.relative_to(ROOT)) for path in (ROOT / "whiteboard" / "bootstrap").glob("*.py")),
]


@pytest.mark.parametrize("name", FIRST_READ)
def test_it_parses_on_python_3_8(name: str) -> None:
    ast.parse((ROOT / name).read_text(), feature_version=(3, 8))


@pytest.mark.parametrize("part", ["whiteboard", "server", "tests"])
def test_before_set_up_only_the_standard_library_is_imported(part: str) -> None:
    """-S leaves site-packages out; set-up is stopped before it would do anything."""
    program = (
        "import sys; sys.path.insert(0, '.')\n"
        "from whiteboard import bootstrap\n"
        "class Reached(Exception): pass\n"
        "def prepare(part, module): raise Reached\n"
        "bootstrap.prepare = prepare\n"
        f"import {part}.__main__ as start\n"
        "try: start.main()\n"
        "except Reached: sys.stdout.write('reached')\n"
    )
    run = subprocess.run([sys.executable, "-S", "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (run.stdout, run.stderr) == ("reached", "")


def test_the_server_starts_without_loading_qt() -> None:
    program = "import sys, server.app; sys.stdout.write(' '.join(sys.modules))"
    environ = dict(os.environ, PYTHONPATH=str(ROOT))
    loaded = subprocess.run([sys.executable, "-c", program], env=environ, capture_output=True, text=True, check=True)
    names = {name.partition(".")[0] for name in loaded.stdout.split()}
    assert not names & {"PySide6", "shiboken6", "qasync", "numpy"}


def test_readme_names_the_commands_and_ci_calls_the_same_test_command() -> None:
    readme = (ROOT / "README.md").read_text()
    for command in ("python3 -m whiteboard", "python3 -m server", "python3 -m tests"):
        assert f"\n    {command}" in readme
    assert "\npython3 -m tests\n" in (ROOT / ".ci" / "run").read_text()


def test_ci_installs_every_library_of_a_real_window() -> None:
    from whiteboard.bootstrap.libraries import X11

    words = (ROOT / ".ci" / "run").read_text().replace(")", " ").split()
    assert set(X11.values()) <= set(words)
