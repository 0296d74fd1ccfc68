"""The test command: `python3 -m tests [pytest arguments]` runs the linters, the type checker and every test.

Written in the grammar of Python 3.8 like whiteboard/bootstrap, so that an old `python3` can say what it needs.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from whiteboard import bootstrap

ROOT = Path(__file__).resolve().parent.parent
CHECKS = {
    "ruff check": ["-m", "ruff", "check", "--quiet", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "."],
    "mypy": ["-m", "mypy"],
    "import contracts": ["-c", "from importlinter.cli import lint_imports_command as run; run()"],
}


def main() -> int:
    """Return 0 if every check and every test passed. pytest comes last, so that its summary is the last line."""
    bootstrap.prepare("tests", "tests")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    failed = [name for name, command in CHECKS.items() if not passes(name, command)]
    # tests/conftest.py repeats them in pytest's summary, where they are not overlooked
    environ = dict(os.environ, WHITEBOARD_FAILED_CHECKS=", ".join(failed))
    call = [sys.executable, "-m", "pytest", "-n", str(workers()), "--dist", "loadgroup", *sys.argv[1:]]
    tests = subprocess.call(call, cwd=str(ROOT), env=environ)
    return tests or (1 if failed else 0)


def workers() -> int:
    """How many processes share the tests: they wait much, so one more than there are cores; each takes 300 MB."""
    return min(os.cpu_count() or 1, 5) + 1


def passes(name: str, command: list[str]) -> bool:
    """Run one check, show what it says if it objects, and say how it went."""
    began = time.perf_counter()
    call = [sys.executable, *command]
    check = subprocess.run(call, cwd=str(ROOT), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    passed = check.returncode == 0
    if not passed:
        sys.stdout.write(check.stdout.decode(errors="replace"))
    sys.stdout.write(f"{name}: {'ok' if passed else 'FAILED'} in {time.perf_counter() - began:.1f} s\n")
    sys.stdout.flush()
    return passed


if __name__ == "__main__":
    sys.exit(main())
