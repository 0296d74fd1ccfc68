"""Sync, then broadcast: seen from outside, by the system calls of a running server (SPEC S3)."""

from __future__ import annotations

import asyncio
import contextlib
import math
import re
import shutil
import tempfile
from pathlib import Path

from tests.doubles.foreigner import foreigners, stroke
from tests.doubles.server_process import server_process

from .figures import Figure

_SYNCED = re.compile(r"f(data)?sync\(.*= 0$|<\.\.\. f(data)?sync resumed>.*= 0$")
_SENT = re.compile(r"sendto\(")


async def run(long: bool) -> list[Figure]:
    edits = 500 if long else 30
    inversions = await _inversions(edits) if shutil.which("strace") else math.nan
    return [Figure("order", f"edits sent before they were synced, of {edits}, by strace", inversions, 0)]


async def _inversions(edits: int) -> float:
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
                return math.nan  # not allowed here
            async with foreigners(server.link) as (ann,):
                await ann.join()
                for number in range(edits):
                    await ann.acknowledged(await ann.edit(stroke(f"s{number}")))
            with contextlib.suppress(ProcessLookupError):
                tracer.terminate()
            await tracer.communicate()
        return _count(trace.read_text(errors="replace").splitlines(), edits)


def _count(lines: list[str], edits: int) -> float:
    """Sent ticks with an edit since whose arrival no sync has ended; nan if not all edits were seen at all."""
    synced, wrong, seen = True, 0, 0
    for line in lines:
        call = re.sub(r"^\d+ +", "", line)
        if _SYNCED.match(call):
            synced = True
        elif _SENT.match(call) and r"\"edits\":[" in call:
            seen += 1
            wrong += not synced
            synced = False  # the next edit is said only after this one's echo
    return wrong if seen == edits else math.nan
