"""Runs one bench and prints what it measured: a table for people, one JSON object for scripts."""

import argparse
import contextlib
import json
import math
import os
import platform
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import metadata
from pathlib import Path

Cell = str | int | float | bool | None
Row = Mapping[str, Cell]


def run(
    bench: str,
    measure: Callable[[argparse.Namespace], Sequence[Row]],
    options: Callable[[argparse.ArgumentParser], None] = lambda parser: None,
) -> None:
    """Call `measure` and print its rows. Keys end in their unit: `p50_ms`, `us_per_point`, `cpu_percent`, `rss_mb`.

    `options` may add the bench's own arguments. Whatever `measure` prints goes to standard error.
    """
    parser = argparse.ArgumentParser(prog=f"python3 -m tests.bench.{bench}")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    options(parser)
    given = parser.parse_args()
    with contextlib.redirect_stdout(sys.stderr):
        rows = list(measure(given))
    if given.json:
        results = [{key: _without_nan(value) for key, value in row.items()} for row in rows]
        whole = {"bench": bench, "machine": machine(), "results": results}
        sys.stdout.write(json.dumps(whole, allow_nan=False) + "\n")
    else:
        sys.stdout.write(f"{bench} on {', '.join(f'{key} {value}' for key, value in machine().items())}\n")
        sys.stdout.write(table(rows))


def machine() -> dict[str, str | int]:
    """What one must know to compare figures; nothing that names the machine or its owner."""
    return {
        "system": f"{platform.system()} {platform.release()}",
        "processor": _processor(),
        "cores": os.cpu_count() or 0,
        "python": platform.python_version(),
        "qt": metadata.version("PySide6-Essentials"),
    }


def table(rows: Sequence[Row]) -> str:
    """Rows in aligned columns, one per key in order of first appearance; numbers to three digits that count."""
    keys = list(dict.fromkeys(key for row in rows for key in row))
    lines = [keys, *([_cell(row.get(key)) for key in keys] for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(keys))]
    return "".join("  ".join(map(str.rjust, line, widths)).rstrip() + "\n" for line in lines)


def _without_nan(value: Cell) -> Cell:
    """JSON has no word for a figure of which nothing was measured but null."""
    return None if isinstance(value, float) and math.isnan(value) else value


def _cell(value: Cell) -> str:
    if isinstance(value, float):
        return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"
    return "" if value is None else str(value)


def _processor() -> str:
    with contextlib.suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
