"""Renews the three requirements.txt from pyproject.toml: `python3 -m tests.setup.renew_locks [--upgrade]`. Needs uv.

Not a test. The locks hold for Linux, macOS and Windows and every Python from 3.11 on, and carry no index address: pip's
own configuration decides where packages come from.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
HEADER = """\
# Locked from pyproject.toml for every system; renew with: python3 -m tests.setup.renew_locks
# Read by the start commands (whiteboard/bootstrap). Do not edit by hand.
"""
# The widest lock comes first and the others keep its versions, because all parts share one .venv.
SOURCES = {
    "tests": ["pyproject.toml", "--group", "tests"],
    "whiteboard": ["pyproject.toml"],
    "server": ["--group", "server"],
}


def compile_lock(uv: str, part: str, more: list[str]) -> None:
    """Write `part`/requirements.txt; what it pinned before stays unless `more` says --upgrade."""
    lock = ROOT / part / "requirements.txt"
    command = [uv, "pip", "compile", *SOURCES[part], "--universal", "--python-version", "3.11"]
    command += ["--fork-strategy", "fewest", "--generate-hashes", "--only-binary", ":all:", "--no-header"]
    command += ["--no-annotate", "--no-emit-index-url", "--quiet", "--output-file", str(lock)]
    if part != "tests":
        command += ["--constraint", "tests/requirements.txt"]
    subprocess.run([*command, *more], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    lock.write_text(HEADER + lock.read_text())


def main() -> int:
    """Renew all three."""
    uv = shutil.which("uv")
    if uv is None:
        sys.stderr.write("uv is not on PATH; install it first, for instance: pipx install uv\n")
        return 1
    for part in SOURCES:
        compile_lock(uv, part, sys.argv[1:])
        sys.stdout.write(f"{part}/requirements.txt\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
