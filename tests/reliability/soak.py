"""Twenty draw, people come and go: memory, descriptors and database stay as large as the board makes them."""

from __future__ import annotations

import math
import tempfile
from pathlib import Path
from time import perf_counter

from server.board_log import KEPT_ROWS, SLACK
from tests.bench.usage import resident_mb
from tests.doubles import task_count
from tests.doubles.lasting_server import LastingServer

from .crowd import crowd
from .database import bytes_of, copy_of
from .figures import Figure
from .held import Held, held, left
from .length import Length

DRAWERS = 20
GUESTS = 10
TURN_SECONDS = 5.0
SETTLE_SECONDS = 5.0
STROKE_BYTES = 1000
"""What one of about 65 points takes in memory: 870 bytes its element, 140 who drew it and when."""

ENTRY_BYTES = 740
KEPT_ENTRIES = KEPT_ROWS * SLACK
"""What each of the newest edits, which put one, takes besides: 560 bytes its JSON. So many are kept (SPEC S5)."""

WATCHED = (task_count.PROGRAM, "server")


async def run(length: Length) -> list[Figure]:
    seconds = length.of(6.0, 2 * 60.0, 20 * 60.0)
    turn = length.of(1.5, TURN_SECONDS, TURN_SECONDS)
    with tempfile.TemporaryDirectory() as folder:
        async with LastingServer(Path(folder), "Board", "--open", "--log-level", "warning", program=WATCHED) as server:
            begin, turns, delivered = perf_counter(), 0, 1.0
            before, more = Held(0, 0), Held(0, 0)
            memory, strokes = 0.0, 0
            grown, grown_by_half = 0.0, math.nan
            while perf_counter() - begin < seconds:
                people = await crowd(server.link, DRAWERS)
                guests = await crowd(server.link, GUESTS)
                delivered = min(delivered, (await people.draw(DRAWERS, turn)).delivered)
                strokes += people.edits
                if turns == 0:
                    before, memory = await held(server), resident_mb(server.pid) - _taken_mb(strokes)
                more = await left(server, before, SETTLE_SECONDS)
                grown = resident_mb(server.pid) - _taken_mb(strokes) - memory
                if math.isnan(grown_by_half) and perf_counter() - begin > seconds / 2:
                    grown_by_half = grown
                people.leave()
                guests.leave()
                turns += 1
        with copy_of(Path(folder)) as database:
            (live,) = database.execute("SELECT coalesce(sum(length(body)), 0) FROM element").fetchone()
        on_disk = bytes_of(Path(folder))
    figures = [
        Figure("soak", f"share of points that were not delivered, {seconds:.0f} s", 1.0 - delivered, 0),
        Figure("soak", "descriptors more than at first", more.files, 0),
        Figure("soak", "tasks more than at first", more.tasks, 0),
        Figure("soak", f"memory more than at first, over what {strokes} strokes take", grown, 20, "MB"),
        Figure("soak", "database over twice the live state", on_disk / 1e6 - 2 * live / 1e6, 8, "MB"),
    ]
    if length is Length.LONG:  # in minutes, memory still grows by what is set up once
        figures.append(Figure("soak", "memory more than after half of the time", grown - grown_by_half, 5, "MB"))
    return figures


def _taken_mb(strokes: int) -> float:
    """What a board of so many strokes has to have in memory, and the newest of its log."""
    return (strokes * STROKE_BYTES + min(strokes, KEPT_ENTRIES) * ENTRY_BYTES) / 1e6
