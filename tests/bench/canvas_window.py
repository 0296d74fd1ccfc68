"""A scripted session in a real window (X11, on a screen in memory): how long the window's loop is busy at a stretch.

A snapshot arrives, somebody pans, zooms, draws and erases, and sees all of the board; others delete it and put it back;
somebody selects, copies, moves, recolours, drags, sizes, turns, arranges and deletes all of it and takes that back,
while 30 people draw; `it arrives again` is for somebody who was away for too long. Figures are
milliseconds of the window's thread between two heartbeats of its loop: `worst_ms` is the worst frame, and how long an
input may have waited. `worst_wall_ms` includes what others did on the machine meanwhile.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys

from tests.bench import runner
from tests.doubles import screen
from tests.doubles.lasting_server import ROOT
from whiteboard.bootstrap import SKIP


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--strokes", type=int, default=100_000, help="size of the board (default 100000)")
    parser.add_argument("--seconds", type=float, default=4.0, help="how long each thing is done (default 4)")
    parser.add_argument("--offscreen", action="store_true", help="without a screen, on Qt's offscreen platform")


def measure(given: argparse.Namespace) -> list[runner.Row]:
    command = (sys.executable, "-m", "tests.bench.canvas_session", str(given.strokes), str(given.seconds))
    if given.offscreen:
        return _rows(command, os.environ | {"QT_QPA_PLATFORM": "offscreen"})
    with screen.virtual_screen() as environ:
        return _rows(command, environ)


def _rows(command: tuple[str, ...], environ: dict[str, str]) -> list[runner.Row]:
    child = subprocess.run(
        command, env=environ | {SKIP: "1"}, cwd=ROOT, stdout=subprocess.PIPE, timeout=1800, check=True
    )
    rows: list[runner.Row] = json.loads(child.stdout.splitlines()[-1])
    return rows


if __name__ == "__main__":
    runner.run("canvas_window", measure, options)
