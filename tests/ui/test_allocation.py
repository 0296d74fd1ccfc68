"""Memory of large images goes back to the system."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.doubles.lasting_server import ROOT

PROBE = """
import sys
from pathlib import Path
from whiteboard.ui.allocation import give_back_large_blocks

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


@pytest.mark.skipif(sys.platform != "linux", reason="of the GNU C library")
def test_what_was_large_is_given_back() -> None:
    def given_back(wanted: str) -> int:
        command = [sys.executable, "-c", PROBE, wanted]
        return int(subprocess.run(command, capture_output=True, check=True, cwd=ROOT, env=os.environ).stdout)

    assert given_back("yes") > 40
    if "glibc" in os.confstr("CS_GNU_LIBC_VERSION"):  # type: ignore[operator]
        assert given_back("no") < 10
