"""Memory of large images goes back to the system, and what smaller ones leave when it is asked for."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.doubles.lasting_server import ROOT

PROBE = """
import sys
from pathlib import Path
from whiteboard.allocation import give_back_large_blocks

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

if sys.argv[1] == "yes":
    give_back_large_blocks()
large = bytearray(16 << 20)  # once this is gone, the C library would keep what is smaller in its heap
del large
blocks = [bytearray(b"x" * (256 << 10)) for _ in range(200)]
full = resident()
del blocks[:-1]
print((full - resident()) >> 20)
"""

HOLES = """
from pathlib import Path
from whiteboard.allocation import give_back_holes

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

blocks = [bytearray(b"x" * (32 << 10)) for _ in range(1000)]
kept = blocks[::50]  # what lies above it in the heap keeps it from becoming smaller
del blocks
full = resident()
give_back_holes()
print((full - resident()) >> 20)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="of the GNU C library")
def test_what_was_large_is_given_back() -> None:
    assert given_back(PROBE, "yes") > 40
    if is_gnu():
        assert given_back(PROBE, "no") < 10


@pytest.mark.skipif(sys.platform != "linux", reason="of the GNU C library")
def test_holes_between_small_blocks_are_given_back() -> None:
    assert given_back(HOLES) > (20 if is_gnu() else -1)


def given_back(probe: str, *arguments: str) -> int:
    """MB that the probe says."""
    command = [sys.executable, "-c", probe, *arguments]
    return int(subprocess.run(command, capture_output=True, check=True, cwd=ROOT, env=os.environ).stdout)


def is_gnu() -> bool:
    return "glibc" in os.confstr("CS_GNU_LIBC_VERSION")  # type: ignore[operator]
