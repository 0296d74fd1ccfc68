"""What a process uses: processor time and memory. Linux only; elsewhere the figures are missing (nan)."""

from __future__ import annotations

import contextlib
import math
import os
from pathlib import Path


def cpu_seconds(pid: int) -> float:
    """User and system time of a process so far."""
    with contextlib.suppress(OSError):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return math.nan


def resident_mb(pid: int) -> float:
    """Memory of a process that is in RAM, in MB (10^6 bytes)."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024 / 1e6
    return math.nan


def busy_seconds(core: int) -> float:
    """How long a core has worked so far, for whomever."""
    with contextlib.suppress(OSError):
        for line in Path("/proc/stat").read_text().splitlines():
            name, *times = line.split()
            if name == f"cpu{core}":
                user, nice, system, _idle, _wait, irq, softirq, *_ = map(int, times)
                return (user + nice + system + irq + softirq) / os.sysconf("SC_CLK_TCK")
    return math.nan
