"""Sync, then broadcast: seen from outside, by the system calls of a running server (SPEC S3)."""

from __future__ import annotations

import asyncio
import contextlib
import math
import re
import shutil
import sys
import tempfile
from pathlib import Path

from tests.doubles.foreigner import foreigners, stroke
from tests.doubles.server_process import server_process

from .figures import Figure
from .length import Length

_SYNCED = re.compile(r"f(data)?sync\(.*= 0$|<\.\.\. f(data)?sync resumed>.*= 0$")
_READ = re.compile(r"recvfrom\(.*= (\d+)$|<\.\.\. recvfrom resumed>.*= (\d+)$")
_SENT = re.compile(r"sendto\(")

EDIT_BYTES = 100
"""Whatever else this client says is shorter than an edit."""


async def run(length: Length) -> list[Figure]:
    """No figure where nobody may look at system calls, as in many containers."""
    edits = length.of(30, 100, 500)
    inversions = await _inversions(edits) if shutil.which("strace") else None
    if inversions is None:
        sys.stderr.write("order: not tried, as strace is missing or not allowed\n")
        return []
    return [Figure("order", f"edits sent before they were synced, of {edits}, by strace", inversions, 0)]


async def _inversions(edits: int) -> float | None:
    with tempfile.TemporaryDirectory() as folder:
        trace = Path(folder) / "trace"
        async with server_process("--data", folder, "--open") as server:
            await server.ready()
            tracer = await asyncio.create_subprocess_exec(
                *("strace", "-f", "-s", "600", "-e", "trace=fdatasync,fsync,recvfrom,sendto", "-o", str(trace)),
                *("-p", str(server.process.pid)),
                stderr=asyncio.subprocess.PIPE,
            )
            assert tracer.stderr is not None
            if b"attached" not in await tracer.stderr.readline():
                return None  # not allowed here
            async with foreigners(server.link) as (ann,):
                await ann.join()
                for number in range(edits):
                    await ann.acknowledged(await ann.edit(stroke(f"s{number}")))
            with contextlib.suppress(ProcessLookupError):
                tracer.terminate()
            await tracer.communicate()
        return _count(trace.read_text(errors="replace").splitlines(), edits)


def _count(lines: list[str], edits: int) -> float:
    """Ticks with an edit that were sent although nothing was synced since the edit came; nan if not all were seen.

    The client says an edit only after it has heard the one before, so there is no doubt which is which.
    """
    synced, wrong, seen = False, 0, 0
    for line in lines:
        call = re.sub(r"^\d+ +", "", line)
        if (read := _READ.match(call)) and int(read[1] or read[2]) > EDIT_BYTES:
            synced = False
        elif _SYNCED.match(call):
            synced = True
        elif _SENT.match(call) and r"\"edits\":[" in call:
            seen += 1
            wrong += not synced
    return wrong if seen == edits else math.nan
