"""kill -9 of the process that draws loses nothing that was on disk, and leaves no holes."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.files.opened import Opened

KILLS = 20


@pytest.mark.parametrize("attached", [False, True], ids=["my own board", "a server's board"])
def test_a_killed_process_loses_nothing_that_was_written(tmp_path: Path, attached: bool) -> None:
    opened = Opened(tmp_path)
    info = opened.store.create("One", link="http://127.0.0.1:1/b/One" if attached else "")
    opened.close()
    there = 0
    for kill in range(KILLS // 2):
        command = [sys.executable, "-m", "tests.files.drawing_child", str(tmp_path), info.id, str(there)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            lines = [child.stdout.readline() for _ in range(3 + kill * 7 % 11)]
            child.kill()
            lines += child.stdout.readlines()
        written = max(int(line) for line in lines if line.endswith(b"\n"))
        after = Opened(tmp_path, time=3000.0)
        assert after.database.aside == ""
        numbers = sorted(int(e.id.removeprefix("stroke-")) for e in after.store.load(info.id).visible)
        after.close()
        assert numbers == list(range(len(numbers)))
        assert len(numbers) > written
        there = len(numbers)
