"""How fast ink is seen: one's own, and somebody else's with 2, 10 and 30 people on the board."""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
from collections.abc import Sequence

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")

from PySide6.QtWidgets import QApplication

from tests.bench import runner
from tests.bench.own_ink import own_ink
from tests.bench.peer_ink import peer_ink
from whiteboard.ui.event_loop import EventLoop

CROWDS = (2, 10, 30)


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--people", type=int, choices=CROWDS, action="append", help="measure with so many people only (may be repeated)"
    )
    parser.add_argument("--strokes", type=int, default=8, help="strokes of the pen that is measured (1.8 s each)")


def measure(given: argparse.Namespace) -> list[runner.Row]:
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    rows: list[runner.Row] = []
    if not given.people:
        rows.append({"ink": "own", "people": 1, **figures(own_ink())})
    for people in given.people or CROWDS:
        print(f"with {people} people ...", flush=True)
        with asyncio.Runner(loop_factory=lambda: EventLoop(app)) as loop:
            ink = loop.run(peer_ink(people, given.strokes))
        rows.append(
            {
                "ink": "peer's",
                "people": people,
                **figures(ink.seconds),
                "missing": ink.missing,
                "window_cpu_percent": 100 * ink.window_share,
                "server_cpu_percent": 100 * ink.server_share,
            }
        )
    return rows


def figures(seconds: Sequence[float]) -> dict[str, float | int]:
    cuts = statistics.quantiles(seconds, n=100, method="inclusive")
    return {
        "p50_ms": 1000 * cuts[49],
        "p95_ms": 1000 * cuts[94],
        "p99_ms": 1000 * cuts[98],
        "max_ms": 1000 * max(seconds),
        "samples": len(seconds),
    }


if __name__ == "__main__":
    runner.run("latency", measure, options)
