"""From the start of the server to the first welcome, on a board of 50,000 elements."""

from __future__ import annotations

import tempfile
from pathlib import Path
from time import perf_counter

from server.app import FILE_NAME
from server.boards import prepare
from server.ledger import Ledger
from server.storage.port import Store
from server.storage.sqlite import SqliteStore
from tests.bench.handwriting import handwriting
from tests.doubles.foreigner import foreigners
from tests.doubles.server_process import server_process
from whiteboard.model.element import Author
from whiteboard.model.geometry import Rect
from whiteboard.model.op import Put

from .figures import Figure
from .length import Length

EDIT = 500


async def run(length: Length) -> list[Figure]:
    elements = length.of(5_000, 50_000, 50_000)
    with tempfile.TemporaryDirectory() as folder:
        store = SqliteStore(Path(folder) / FILE_NAME)
        _fill(store, elements)
        store.close()
        begin = perf_counter()
        async with server_process("--data", folder) as server:
            await server.ready()
            async with foreigners(server.link) as (ann,):
                await ann.join()
                welcomed = perf_counter() - begin
                snapshot = await ann.snapshot()
                pictured = perf_counter() - begin
    missing = elements - len(snapshot["elements"])
    return [
        Figure("start", f"from its start to the first welcome, {elements} elements", welcomed, 1.0, "s", timed=True),
        Figure("start", "the same until the snapshot is there", pictured, 3.0, "s", timed=True),
        Figure("start", "elements missing", missing, 0),
    ]


def _fill(store: Store, count: int) -> None:
    (board,) = prepare(store, (), None)
    ledger = Ledger(board, wall=lambda: 0.0)
    strokes = handwriting(count, (Rect(0, 0, 20_000, 20_000),))
    for start in range(0, count, EDIT):
        ledger.number(Author("0" * 16), start // EDIT + 1, tuple(map(Put, strokes[start : start + EDIT])))
        batch = ledger.take_batch()
        assert batch is not None
        store.commit([batch])
        ledger.stored(batch.rows[-1].seq)
