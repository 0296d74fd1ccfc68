"""`python3 -m tests.reliability [--long] [NAME ...]`: every script, and a table of figure against threshold."""

from __future__ import annotations

import argparse
import asyncio
import math
import os
import sys
import traceback
from time import perf_counter

from . import clock, disk, fuzz, ghost, kill, network, order, pictures, slow, soak, start, stop, storm
from .figures import Figure
from .length import Length

SCRIPTS = {
    module.__name__.rpartition(".")[2]: module.run
    for module in (kill, order, start, network, slow, storm, ghost, pictures, fuzz, disk, stop, clock, soak)
}


def main() -> int:
    """Return 0 if every figure is within its threshold."""
    parser = argparse.ArgumentParser(prog="python3 -m tests.reliability")
    parser.add_argument("--long", action="store_true", help="at full length: about an hour")
    parser.add_argument("--untimed", action="store_true", help="a time that falls short is no failure")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"only these: {', '.join(SCRIPTS)}")
    given = parser.parse_args()
    if unknown := set(given.names) - set(SCRIPTS):
        parser.error(f"there is no {', '.join(sorted(unknown))}")
    length = Length.LONG if given.long else Length.SHORT
    figures: list[Figure] = []
    for name in given.names or SCRIPTS:
        begin = perf_counter()
        try:
            figures += asyncio.run(SCRIPTS[name](length))
        except Exception as error:  # noqa: BLE001  # the others have their turn
            for cause in _causes(error):
                sys.stderr.write("".join(traceback.format_exception(cause)))
            figures.append(Figure(name, "did not come to its end", math.nan, 0))
        sys.stderr.write(f"{name}: {perf_counter() - begin:.0f} s\n")
    sys.stdout.write(f"{length.name.lower()} form on {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
    sys.stdout.write("".join(f"{figure}\n" for figure in figures))
    return 0 if all(figure.good or (figure.timed and given.untimed) for figure in figures) else 1


def _causes(error: BaseException) -> list[BaseException]:
    """What is inside of groups in groups."""
    if isinstance(error, BaseExceptionGroup):
        return [cause for inner in error.exceptions for cause in _causes(inner)]
    return [error]


if __name__ == "__main__":
    sys.exit(main())
